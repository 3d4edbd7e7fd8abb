"""What each failure of DeepL does to a job, over real HTTP."""

import time

import pytest

from tests.doubles.deepl_server import DeepLServer, Fault
from tests.translations.engines.contract import assert_refused, is_sentence, texts_of
from translations.engines.deepl import DeepLEngine
from translations.engines.exceptions import EngineError
from translations.engines.protocol import Job, Result

# Three batches of fifty, fifty and twenty; the first and the last text are the same.
JOB = Job((*(f"Bài <1>số {n}</1>" for n in range(119)), "Bài <1>số 0</1>"), "ja")
FAULTS: list[tuple[Fault, str, int | None, str]] = [
    ("400", "server", None, "rejected the request"),
    ("403", "auth", 1800, "check DEEPL_AUTH_KEY"),
    ("404", "server", None, "check DEEPL_SERVER_URL"),
    ("413", "too_large", None, "split the longest paragraphs"),
    ("429", "rate", 1800, "too many requests"),
    ("456", "quota", 1800, "raise the limit"),
    ("500", "server", 300, "HTTP status 500"),
    ("503", "server", 300, "HTTP status 503"),
    ("529", "rate", 1800, "overloaded"),
    ("hang", "unreachable", 300, "could not be reached"),
    ("reset", "unreachable", 300, "could not be reached"),
    ("garbage", "garbled", 300, "did not fit"),
    ("keys", "garbled", 300, "did not fit"),
    ("types", "garbled", 300, "did not fit"),
    ("short", "garbled", 300, "did not fit"),
    ("extra", "garbled", 300, "did not fit"),
]
STOPPING = [fault for fault, code, *_ in FAULTS if code != "garbled"]
GARBLED = [fault for fault, code, *_ in FAULTS if code == "garbled"]


@pytest.fixture
def engine(deepl_server: DeepLServer) -> DeepLEngine:
    return DeepLEngine(deepl_server.auth_key, deepl_server.url, timeout=1, retries=0)


@pytest.mark.parametrize(("fault", "code", "wait", "words"), FAULTS)
def test_a_fault_is_told_by_code_wait_and_sentence(
    engine: DeepLEngine, deepl_server: DeepLServer, fault: Fault, code: str, wait: int | None, words: str
) -> None:
    deepl_server.fail_next(fault)
    error = failure(engine, Job(("Đền Trần",), "ko"))
    assert (error.code, error.retry_after_seconds, error.finished) == (code, wait, {})
    assert words in str(error)
    assert is_sentence(str(error))


@pytest.mark.parametrize("fault", [fault for fault, *_ in FAULTS])
def test_no_message_shows_text_key_or_address(
    engine: DeepLEngine, deepl_server: DeepLServer, fault: Fault
) -> None:
    deepl_server.fail_next(fault)
    message = str(failure(engine, Job(("Đền Trần",), "ko")))
    assert not any(secret in message for secret in ("Đền", deepl_server.auth_key, deepl_server.url, "127.0"))


@pytest.mark.parametrize("fault", STOPPING)
def test_a_failure_keeps_the_batches_before_it(
    engine: DeepLEngine, deepl_server: DeepLServer, fault: Fault
) -> None:
    undisturbed = engine.translate(JOB)
    fail_second_batch(deepl_server, fault)
    error = failure(engine, JOB)
    assert sorted(error.finished) == [*range(50), 119]
    assert all(error.finished[position] == undisturbed[position] for position in error.finished)


@pytest.mark.parametrize("fault", GARBLED)
def test_a_garbled_batch_costs_no_other_batch(
    engine: DeepLEngine, deepl_server: DeepLServer, fault: Fault
) -> None:
    fail_second_batch(deepl_server, fault)
    error = failure(engine, JOB)
    assert sorted(error.finished) == [*range(50), *range(100, 120)]


def test_what_is_left_after_a_failure_can_be_sent_without_paying_twice(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    fail_second_batch(deepl_server, "456")
    finished = failure(engine, JOB).finished
    rest = [position for position in range(120) if position not in finished]
    texts_of(engine.translate(Job(tuple(JOB.texts[position] for position in rest), "ja")))
    served = deepl_server.requests[0].texts + [text for r in deepl_server.requests[2:] for text in r.texts]
    assert len(served) == len(set(served)) == 119


def test_a_failure_keeps_refusals_too(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    deepl_server.fail_next("456")
    error = failure(engine, Job(("Đền\b", "Đền Trần", "—"), "ja"))
    assert_refused(error.refused[0], "control", "U+0008")
    assert error.finished == {2: Result("—", "deepl", None, 0)}


def test_a_lost_tag_refuses_its_text_alone(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    deepl_server.fail_next("drop_tag")
    outcomes = engine.translate(Job(("Đền <1>Trần</1>", "Phổ Minh", "Dòng<1/>mới"), "ja"))
    assert_refused(outcomes[0], "placeholders", "lacks </1>, <1>")
    assert isinstance(outcomes[1], Result)
    assert_refused(outcomes[2], "placeholders", "lacks <1/>")


def test_control_characters_in_a_reply_refuse_the_text(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    deepl_server.fail_next("control")
    for outcome in engine.translate(Job(("Đền Trần", "Phổ Minh"), "ja")):
        assert_refused(outcome, "garbled", "invisible or broken characters")


@pytest.mark.parametrize("fault", ["429", "500", "503", "reset", "hang"])
def test_a_passing_fault_is_tried_again(deepl_server: DeepLServer, fault: Fault) -> None:
    patient = DeepLEngine(deepl_server.auth_key, deepl_server.url, timeout=1, retries=1)
    deepl_server.fail_next(fault)
    assert len(texts_of(patient.translate(Job(("Đền Trần",), "en")))) == 1
    assert len(deepl_server.requests) == 2


@pytest.mark.parametrize("fault", ["400", "403", "404", "413", "456"])
def test_a_lasting_fault_is_not_tried_again(deepl_server: DeepLServer, fault: Fault) -> None:
    patient = DeepLEngine(deepl_server.auth_key, deepl_server.url, timeout=1, retries=1)
    deepl_server.fail_next(fault)
    failure(patient, Job(("Đền Trần",), "en"))
    assert len(deepl_server.requests) == 1


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


def test_nobody_listening_is_unreachable(deepl_server: DeepLServer) -> None:
    address = deepl_server.url
    deepl_server.close()
    assert failure(DeepLEngine("key", address, timeout=1, retries=0), JOB).code == "unreachable"


@pytest.mark.parametrize("address", ["not an address", "127.0.0.1"])
def test_an_address_that_is_none_is_unreachable(address: str) -> None:
    error = failure(DeepLEngine("secret-key", address, timeout=1, retries=0), JOB)
    assert error.code == "unreachable"
    assert "check the network and DEEPL_SERVER_URL" in str(error)


def test_a_wrong_key_is_told(deepl_server: DeepLServer) -> None:
    error = failure(DeepLEngine("another-key", deepl_server.url, timeout=1, retries=0), JOB)
    assert (error.code, deepl_server.requests) == ("auth", [])


def fail_second_batch(server: DeepLServer, fault: Fault) -> None:
    server.requests.clear()
    server.fail_next(fault, after=1)


def failure(engine: DeepLEngine, job: Job) -> EngineError:
    with pytest.raises(EngineError) as raised:
        engine.translate(job)
    return raised.value
