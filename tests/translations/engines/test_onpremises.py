"""The engine in the house: what it is asked, what its failures mean, and that nothing leaves."""

import ssl
from collections.abc import Iterator

import pytest

from tests.doubles.faults import Fault
from tests.doubles.libretranslate_server import LibreTranslateServer
from tests.translations.engines.contract import TEXTS, assert_refused, is_sentence, texts_of
from translations.engines import onpremises
from translations.engines.exceptions import EngineError, KeyRejected, ReplyGarbled, RequestTooLarge
from translations.engines.onpremises import Limits, OnPremisesEngine
from translations.engines.protocol import LANGUAGES, GlossaryKeeper, Job, Language, Metered, Result, translate

FAULTS: list[tuple[Fault, str, int | None, str]] = [
    ("400", "server", None, "rejected the request"),
    ("403", "auth", 1800, "check ONPREMISES_API_KEY"),
    ("404", "server", None, "check ONPREMISES_URL"),
    ("413", "too_large", None, "split the longest paragraphs"),
    ("429", "rate", 1800, "too many requests"),
    ("500", "server", 300, "HTTP status 500"),
    ("503", "server", 300, "HTTP status 503"),
    ("hang", "unreachable", 300, "could not be reached"),
    ("reset", "unreachable", 300, "could not be reached"),
    ("broken_off", "unreachable", 300, "could not be reached"),
    ("garbage", "garbled", 300, "did not fit"),
    ("truncated", "garbled", 300, "did not fit"),
    ("keys", "garbled", 300, "did not fit"),
    ("types", "garbled", 300, "did not fit"),
    ("short", "garbled", 300, "did not fit"),
    ("extra", "garbled", 300, "did not fit"),
]


@pytest.fixture
def engine(libretranslate_server: LibreTranslateServer) -> OnPremisesEngine:
    return OnPremisesEngine(libretranslate_server.url, timeout=1)


@pytest.fixture
def guarded() -> Iterator[LibreTranslateServer]:
    with LibreTranslateServer(api_key="house-key", char_limit=200, batch_limit=4) as server:
        yield server


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_names_languages_and_format_and_nothing_else(
    engine: OnPremisesEngine, libretranslate_server: LibreTranslateServer, language: Language
) -> None:
    translate(engine, Job(("Đền <1>Trần</1>",), language, "ngữ cảnh", ("Be brief.",), "glossary"))
    (request,) = libretranslate_server.requests
    assert request.body == {
        "q": ['Đền <span data-n="1">Trần</span>'],
        "source": "vi",
        "target": language,
        "format": "html",
    }


def test_nothing_is_billed(engine: OnPremisesEngine) -> None:
    outcomes = translate(engine, Job((*TEXTS, TEXTS[0], "—"), "ja"))
    assert {outcome.billed_characters for outcome in outcomes} == {0}
    assert not isinstance(engine, Metered | GlossaryKeeper)


@pytest.mark.parametrize(
    "text", ["A & B", "a < b > c", "viết &lt; và &amp;amp;", "<\\1> & <\\2/>", "&#8; &copy;"]
)
def test_signs_come_back_as_they_were_although_the_server_unescapes_them(
    engine: OnPremisesEngine, text: str
) -> None:
    (target,) = texts_of(translate(engine, Job((text,), "en")))
    signs = [part for part in text if not part.isalnum() and not part.isspace()]
    assert [part for part in target[len("[Tr]") :] if not part.isalnum() and not part.isspace()] == signs


def test_a_server_that_leaves_its_escapes_is_understood_too() -> None:
    assert onpremises._as_html("A & <1>B</1> < C", 'A &amp; <span data-n="1">B</span> &lt; C') == (
        'A &amp; <span data-n="1">B</span> &lt; C'
    )


@pytest.mark.parametrize("foreign", ["<b>陳</b>", "<script>", "<!-- -->", "</p>"])
def test_a_tag_that_was_not_sent_is_left_for_the_judgement(foreign: str) -> None:
    assert foreign in onpremises._as_html("Đền Trần", f"陳{foreign}")


def test_the_servers_limits_are_asked_for_once_and_kept(guarded: LibreTranslateServer) -> None:
    guarded.batch_limit = -1
    engine = OnPremisesEngine(guarded.url, "house-key", timeout=5)
    texts = tuple(f"Bài số {n} của năm nay" for n in range(30))
    for _ in range(2):
        texts_of(translate(engine, Job(texts, "ja")))
    assert guarded.asked_for_settings == 1
    assert max(sum(map(len, request.texts)) for request in guarded.requests) <= 200


def test_how_many_texts_a_server_takes_is_found_out(guarded: LibreTranslateServer) -> None:
    engine = OnPremisesEngine(guarded.url, "house-key", timeout=5)
    job = Job(tuple(f"Bài số {n}" for n in range(30)), "ja")
    for _ in range(3):
        error = failure(engine, job)
        assert (error.code, error.retry_after_seconds) == ("too_large", 300)
        if len(guarded.requests[-1].texts) <= 2 * guarded.batch_limit:
            break
    assert len(texts_of(translate(engine, job))) == 30


def test_a_text_above_the_servers_limit_is_refused_alone(guarded: LibreTranslateServer) -> None:
    engine = OnPremisesEngine(guarded.url, "house-key", timeout=5)
    short, long = translate(engine, Job(("Đền Trần", "chùa " * 50), "ja"))
    assert isinstance(short, Result)
    assert_refused(long, "too_long", "250 characters in a request and at most 200 fit")


def test_configured_limits_are_not_asked_for(guarded: LibreTranslateServer) -> None:
    engine = OnPremisesEngine(guarded.url, "house-key", limits=Limits(texts=2, characters=100))
    translate(engine, Job(tuple(f"Bài số {n}" for n in range(5)), "ja"))
    assert guarded.asked_for_settings == 0
    assert [len(request.texts) for request in guarded.requests] == [2, 2, 1]


def test_limits_that_became_stricter_are_told_and_asked_for_again(guarded: LibreTranslateServer) -> None:
    guarded.char_limit, guarded.batch_limit = 200, -1
    engine = OnPremisesEngine(guarded.url, "house-key", timeout=5)
    texts = tuple(f"Bài số {n} của năm nay" for n in range(8))
    texts_of(translate(engine, Job(texts, "ja")))
    guarded.char_limit = 60
    assert type(failure(engine, Job(texts, "ja"))) is RequestTooLarge
    assert len(texts_of(translate(engine, Job(texts, "ja")))) == 8


def test_while_the_server_is_away_no_text_is_refused_for_its_length(
    libretranslate_server: LibreTranslateServer,
) -> None:
    engine = OnPremisesEngine(libretranslate_server.url, timeout=1)
    libretranslate_server.close()
    split = engine.split(Job(("chùa " * 500,), "ja"))
    assert split.settled == {}
    assert failure(engine, Job(TEXTS, "ja")).code == "unreachable"


@pytest.mark.parametrize(("fault", "code", "wait", "words"), FAULTS)
def test_a_fault_is_told_by_code_wait_and_sentence_and_costs_nothing(
    engine: OnPremisesEngine,
    libretranslate_server: LibreTranslateServer,
    fault: Fault,
    code: str,
    wait: int | None,
    words: str,
) -> None:
    libretranslate_server.fail_next(fault)
    error = failure(engine, Job(("Đền Trần",), "ko"))
    assert (error.code, error.retry_after_seconds, error.may_be_paid) == (code, wait, False)
    assert words in str(error)
    assert is_sentence(str(error))
    assert not any(secret in str(error) for secret in ("Đền", libretranslate_server.url, "127.0"))


def test_a_reply_in_another_order_is_thrown_away(
    engine: OnPremisesEngine, libretranslate_server: LibreTranslateServer
) -> None:
    libretranslate_server.fail_next("reordered")
    error = failure(engine, Job(("Có 14 gian thờ", "Năm 1305", "Đi 5 km"), "ja"))
    assert type(error) is ReplyGarbled
    assert not error.may_be_paid


def test_a_lost_tag_refuses_its_text_alone(
    engine: OnPremisesEngine, libretranslate_server: LibreTranslateServer
) -> None:
    libretranslate_server.fail_next("drop_tag")
    lost, sound = translate(engine, Job(("Đền <1>Trần</1>", "Phổ Minh"), "ja"))
    assert_refused(lost, "placeholders", "lacks </1>, <1>")
    assert isinstance(sound, Result)


@pytest.mark.parametrize("key", ["", "another-key"])
def test_a_key_that_is_missing_or_wrong_is_told(guarded: LibreTranslateServer, key: str) -> None:
    error = failure(OnPremisesEngine(guarded.url, key, timeout=5), Job(("Đền Trần",), "ja"))
    assert type(error) is KeyRejected


def test_no_redirect_is_followed(
    engine: OnPremisesEngine, libretranslate_server: LibreTranslateServer
) -> None:
    with LibreTranslateServer() as elsewhere:
        libretranslate_server.moved_to = elsewhere.url
        error = failure(engine, Job(("Đền Trần",), "ja"))
        assert elsewhere.requests == []
    assert "redirect" in str(error)
    assert error.retry_after_seconds is None


def test_no_proxy_of_the_environment_is_used(
    engine: OnPremisesEngine, libretranslate_server: LibreTranslateServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert len(texts_of(translate(engine, Job(("Đền Trần",), "ja")))) == 1


def test_https_is_verified() -> None:
    connection = OnPremisesEngine("https://translate.example.vn")._connection(1)
    context: ssl.SSLContext = connection._context  # type: ignore[attr-defined] # where http.client keeps it
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


def test_an_address_with_a_path_is_kept_whole(libretranslate_server: LibreTranslateServer) -> None:
    behind = OnPremisesEngine(f"{libretranslate_server.url}/mt/", timeout=1)
    assert "ONPREMISES_URL" in str(failure(behind, Job(("Đền Trần",), "ja")))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "translate",
        "ftp://a",
        "https://",
        "https://a:x",
        "https://user:word@a",
        "https://a/?q",
        "https://a#b",
    ],
)
def test_an_address_that_is_none_stops_the_start(address: str) -> None:
    with pytest.raises(ValueError, match="check ONPREMISES_URL"):
        OnPremisesEngine(address)


def failure(engine: OnPremisesEngine, job: Job) -> EngineError:
    with pytest.raises(EngineError) as raised:
        translate(engine, job)
    return raised.value
