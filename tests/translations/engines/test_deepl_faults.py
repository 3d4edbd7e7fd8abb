"""What each failure of DeepL does to a job, over real HTTP."""

import time

import pytest

from tests.doubles.deepl_server import DeepLServer, Fault
from tests.translations.engines.contract import assert_refused, is_sentence, texts_of
from translations.engines import deepl as module
from translations.engines.deepl import DeepLEngine
from translations.engines.exceptions import EngineError, ReplyGarbled
from translations.engines.protocol import Job, Outcome, Result, translate

# Three batches of fifty, fifty and twenty; the first and the last text are the same.
JOB = Job((*(f"Bài <1>số {n}</1>" for n in range(119)), "Bài <1>số 0</1>"), "ja")
FAULTS: list[tuple[Fault, str, int | None, bool, str]] = [
    ("400", "server", None, False, "rejected the request"),
    ("403", "auth", 1800, False, "check DEEPL_AUTH_KEY"),
    ("404", "server", None, False, "check DEEPL_SERVER_URL"),
    ("413", "too_large", None, False, "split the longest paragraphs"),
    ("429", "rate", 1800, False, "too many requests"),
    ("456", "quota", 1800, False, "raise the limit"),
    ("500", "server", 300, False, "HTTP status 500"),
    ("503", "server", 300, False, "HTTP status 503"),
    ("529", "rate", 1800, False, "overloaded"),
    ("hang", "unreachable", 300, True, "may have been billed"),
    ("reset", "unreachable", 300, True, "may have been billed"),
    ("broken_off", "unreachable", 300, True, "may have been billed"),
    ("garbage", "garbled", 300, True, "did not fit"),
    ("truncated", "garbled", 300, True, "did not fit"),
    ("keys", "garbled", 300, True, "did not fit"),
    ("types", "garbled", 300, True, "did not fit"),
    ("short", "garbled", 300, True, "did not fit"),
    ("extra", "garbled", 300, True, "did not fit"),
]


@pytest.fixture
def engine(deepl_server: DeepLServer) -> DeepLEngine:
    return DeepLEngine(deepl_server.auth_key, deepl_server.url, timeout=1, retries=0)


@pytest.fixture
def patient(deepl_server: DeepLServer, monkeypatch: pytest.MonkeyPatch) -> DeepLEngine:
    monkeypatch.setattr(module, "FIRST_PAUSE_SECONDS", 0.01)
    return DeepLEngine(deepl_server.auth_key, deepl_server.url, timeout=1, retries=2)


@pytest.mark.parametrize(("fault", "code", "wait", "may_be_paid", "words"), FAULTS)
def test_a_fault_is_told_by_code_wait_bill_and_sentence(
    engine: DeepLEngine,
    deepl_server: DeepLServer,
    fault: Fault,
    code: str,
    wait: int | None,
    may_be_paid: bool,
    words: str,
) -> None:
    deepl_server.fail_next(fault)
    error = failure(engine, Job(("Đền Trần",), "ko"))
    assert (error.code, error.retry_after_seconds, error.may_be_paid) == (code, wait, may_be_paid)
    assert words in str(error)
    assert is_sentence(str(error))


@pytest.mark.parametrize("fault", [fault for fault, _, _, may_be_paid, _ in FAULTS if not may_be_paid])
def test_where_an_error_says_so_nothing_was_paid(
    engine: DeepLEngine, deepl_server: DeepLServer, fault: Fault
) -> None:
    deepl_server.fail_next(fault)
    failure(engine, Job(("Đền Trần",), "ko"))
    assert deepl_server.billed_characters == 0


@pytest.mark.parametrize("fault", [fault for fault, *_ in FAULTS])
def test_no_message_shows_text_key_or_address(
    engine: DeepLEngine, deepl_server: DeepLServer, fault: Fault
) -> None:
    deepl_server.fail_next(fault)
    message = str(failure(engine, Job(("Đền Trần",), "ko")))
    assert not any(secret in message for secret in ("Đền", deepl_server.auth_key, deepl_server.url, "127.0"))


@pytest.mark.parametrize("fault", [fault for fault, *_ in FAULTS])
def test_a_failed_batch_costs_no_other_batch(
    engine: DeepLEngine, deepl_server: DeepLServer, fault: Fault
) -> None:
    undisturbed = translate(engine, JOB)
    deepl_server.requests.clear()
    deepl_server.fail_next(fault, after=1)
    kept, failed = sent_one_by_one(engine)
    assert failed == 1
    assert sorted(kept) == [*range(50), *range(100, 120)]
    assert all(kept[position] == undisturbed[position] for position in kept)


def test_what_is_left_after_a_failure_can_be_sent_without_paying_twice(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    deepl_server.fail_next("456", after=1)
    kept, _ = sent_one_by_one(engine)
    rest = tuple(text for position, text in enumerate(JOB.texts) if position not in kept)
    texts_of(translate(engine, Job(rest, "ja")))
    assert len(deepl_server.billed) == 119
    assert set(deepl_server.billed.values()) == {1}


def test_what_needs_no_request_is_settled_whatever_fails(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    job = Job(("Đền\b", "Đền Trần", "—"), "ja")
    deepl_server.fail_next("456")
    split = engine.split(job)
    assert_refused(split.settled[0], "control", "U+0008")
    assert split.settled[2] == Result("—", "deepl", None, 0)
    with pytest.raises(EngineError):
        engine.send(job, split.batches[0])


def test_a_lost_tag_refuses_its_text_alone_and_is_billed(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    deepl_server.fail_next("drop_tag")
    outcomes = translate(engine, Job(("Đền <1>Trần</1>", "Phổ Minh", "Dòng<1/>mới"), "ja"))
    assert_refused(outcomes[0], "placeholders", "lacks </1>, <1>")
    assert isinstance(outcomes[1], Result)
    assert_refused(outcomes[2], "placeholders", "lacks <1/>")
    assert [outcome.billed_characters for outcome in outcomes] == [8, 8, 7]


def test_control_characters_in_a_reply_refuse_the_text(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    deepl_server.fail_next("control")
    for outcome in translate(engine, Job(("Đền Trần", "Phổ Minh"), "ja")):
        assert_refused(outcome, "garbled", "invisible or broken characters")


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_a_reply_in_another_script_is_refused_and_billed(
    engine: DeepLEngine, deepl_server: DeepLServer, language: str
) -> None:
    deepl_server.fail_next("script")
    (outcome,) = translate(engine, Job(("Đền Trần",), language))  # type: ignore[arg-type] # each one of them
    assert_refused(outcome, "script", "not written in")
    assert outcome.billed_characters == 8


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_a_reply_in_another_order_is_thrown_away_whole(
    engine: DeepLEngine, deepl_server: DeepLServer, language: str
) -> None:
    deepl_server.fail_next("reordered")
    texts = ("Lễ hội đầu năm", "Có 14 gian thờ", "Chùa Phổ Minh", "Năm 1305", "Đi 5 km")
    error = failure(engine, Job(texts, language))  # type: ignore[arg-type] # each one of them
    assert type(error) is ReplyGarbled
    assert "another order" in str(error)
    assert error.may_be_paid


@pytest.mark.parametrize("fault", ["429", "500", "503", "529"])
def test_a_passing_fault_is_tried_again(
    patient: DeepLEngine, deepl_server: DeepLServer, fault: Fault
) -> None:
    deepl_server.fail_next(fault, times=2)
    assert len(texts_of(translate(patient, Job(("Đền Trần",), "en")))) == 1
    assert len(deepl_server.requests) == 3
    assert deepl_server.billed[("Đền Trần", "EN-GB")] == 1


def test_a_fault_that_stays_is_told_after_the_last_try(
    patient: DeepLEngine, deepl_server: DeepLServer
) -> None:
    deepl_server.fail_next("503", times=9)
    assert failure(patient, Job(("Đền Trần",), "en")).code == "server"
    assert len(deepl_server.requests) == 3


@pytest.mark.parametrize("fault", ["400", "403", "404", "413", "456"])
def test_a_lasting_fault_is_not_tried_again(
    patient: DeepLEngine, deepl_server: DeepLServer, fault: Fault
) -> None:
    deepl_server.fail_next(fault)
    failure(patient, Job(("Đền Trần",), "en"))
    assert len(deepl_server.requests) == 1


@pytest.mark.parametrize(
    "fault", ["slow", "hang", "reset", "broken_off", "garbage", "truncated", "keys", "types", "short"]
)
def test_what_may_be_paid_is_not_asked_for_again(
    patient: DeepLEngine, deepl_server: DeepLServer, fault: Fault
) -> None:
    deepl_server.delay = 3
    deepl_server.fail_next(fault)
    assert failure(patient, Job(("Đền Trần",), "en")).may_be_paid
    assert len(deepl_server.requests) == 1
    assert deepl_server.billed[("Đền Trần", "EN-GB")] <= 1


def test_an_answer_that_takes_its_time_is_waited_for(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    deepl_server.delay = 0.5
    deepl_server.fail_next("slow")
    assert len(texts_of(translate(engine, Job(("Đền Trần",), "en")))) == 1


def test_a_refused_connection_is_tried_again_and_cannot_be_paid(
    monkeypatch: pytest.MonkeyPatch, deepl_server: DeepLServer
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(module, "sleep", waited.append)
    address = deepl_server.url
    deepl_server.close()
    error = failure(DeepLEngine("key", address, timeout=1, retries=3), JOB)
    assert (error.code, error.may_be_paid) == ("unreachable", False)
    assert [pause / 2**number for number, pause in enumerate(waited)] == [pytest.approx(1, rel=0.25)] * 3


def test_an_error_of_an_earlier_try_says_nothing_about_this_one(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    try:
        translate(DeepLEngine("key", "http://127.0.0.1:1", timeout=1, retries=0), JOB)
    except EngineError:
        deepl_server.fail_next("reset")
        second = failure(engine, JOB)
    assert second.may_be_paid


def test_a_hanging_server_holds_the_job_no_longer_than_the_timeout(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    deepl_server.fail_next("hang")
    started = time.monotonic()
    failure(engine, JOB)
    assert 0.8 < time.monotonic() - started < 5


def test_two_engines_keep_their_own_patience(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    DeepLEngine(deepl_server.auth_key, deepl_server.url, timeout=600, retries=9)
    deepl_server.fail_next("hang")
    assert failure(engine, JOB).code == "unreachable"


@pytest.mark.parametrize("address", ["not an address", "127.0.0.1"])
def test_an_address_that_is_none_is_unreachable(address: str) -> None:
    error = failure(DeepLEngine("secret-key", address, timeout=1, retries=0), JOB)
    assert (error.code, error.may_be_paid) == ("unreachable", False)
    assert "check the network and DEEPL_SERVER_URL" in str(error)


def test_a_wrong_key_is_told(deepl_server: DeepLServer) -> None:
    error = failure(DeepLEngine("another-key", deepl_server.url, timeout=1, retries=0), JOB)
    assert (error.code, deepl_server.requests) == ("auth", [])


def sent_one_by_one(engine: DeepLEngine) -> tuple[dict[int, Outcome], int]:
    """Send every request of the job; return what came back and how many failed."""
    split, failed = engine.split(JOB), 0
    kept = dict(split.settled)
    for batch in split.batches:
        try:
            kept |= engine.send(JOB, batch)
        except EngineError:
            failed += 1
    return kept, failed


def failure(engine: DeepLEngine, job: Job) -> EngineError:
    with pytest.raises(EngineError) as raised:
        translate(engine, job)
    return raised.value
