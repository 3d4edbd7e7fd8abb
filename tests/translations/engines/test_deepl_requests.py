"""What DeepL is asked, over real HTTP."""

import logging
import re

import pytest

from tests.doubles.deepl_server import MAX_BYTES, DeepLServer
from tests.translations.engines.contract import TEXTS, texts_of
from translations.engines.deepl import DeepLEngine
from translations.engines.protocol import Job, Language, Outcome, Result

VIETNAMESE = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)


@pytest.fixture
def engine(deepl_server: DeepLServer) -> DeepLEngine:
    return DeepLEngine(deepl_server.auth_key, deepl_server.url, timeout=5, retries=0)


@pytest.mark.parametrize(
    ("language", "target", "formality"),
    [("en", "EN-GB", None), ("ja", "JA", "prefer_more"), ("ko", "KO", None)],
)
def test_a_request_states_every_option(
    engine: DeepLEngine, deepl_server: DeepLServer, language: Language, target: str, formality: str | None
) -> None:
    engine.translate(Job(("Đền <1>Trần</1>",), language, "Lễ hội đầu năm"))
    (request,) = deepl_server.requests
    wanted = {
        "text": ['Đền <span data-n="1">Trần</span>'],
        "source_lang": "VI",
        "target_lang": target,
        "context": "Lễ hội đầu năm",
        "formality": formality,
        "preserve_formatting": True,
        "split_sentences": "nonewlines",
        "tag_handling": "html",
        "tag_handling_version": "v2",
        "show_billed_characters": True,
    }
    assert request.body == {key: value for key, value in wanted.items() if value is not None}


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_nothing_vietnamese_is_left(engine: DeepLEngine, language: Language) -> None:
    for target in texts_of(engine.translate(Job(TEXTS, language))):
        assert not VIETNAMESE.search(target)


def test_a_job_without_context_sends_none(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    engine.translate(Job(("Đền Trần",), "en"))
    assert "context" not in deepl_server.requests[0].body


def test_a_hundred_and_twenty_texts_are_three_requests(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    engine.translate(Job(tuple(f"Bài số {n}" for n in range(120)), "ja"))
    assert [len(request.texts) for request in deepl_server.requests] == [50, 50, 20]


def test_long_texts_and_a_long_context_stay_within_the_bytes(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    texts = tuple(f"{n} " + "ế & <1>ộ</1> " * 100 for n in range(60))
    assert len(texts_of(engine.translate(Job(texts, "ko", "ngữ cảnh " * 20_000)))) == 60
    sizes = [request.size for request in deepl_server.requests]
    assert 0.95 * MAX_BYTES < max(sizes) <= MAX_BYTES


def test_identical_texts_are_sent_and_billed_once(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    outcomes = engine.translate(Job(("Đền Trần", "Phổ Minh", "Đền Trần"), "ja"))
    assert [request.texts for request in deepl_server.requests] == [["Đền Trần", "Phổ Minh"]]
    assert billed(outcomes) == [8, 8, 0]
    assert deepl_server.billed_characters == 16


def test_markup_is_not_billed(engine: DeepLEngine) -> None:
    assert billed(engine.translate(Job(("Đền <1>Trần</1><2/> & chùa",), "ja"))) == [15]


def test_texts_that_are_settled_here_cost_no_request(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    engine.translate(Job(("", "—", "Đền\b", "<1>", "ế" * 100_000), "en"))
    assert deepl_server.requests == []


def test_decomposed_text_and_context_are_sent_composed(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    engine.translate(Job(("Trâ\u0300n",), "en", "Trâ\u0300n"))
    (request,) = deepl_server.requests
    assert (request.texts, request.body["context"]) == (["Trần"], "Trần")


def test_neither_text_nor_key_reaches_the_log(
    engine: DeepLEngine, deepl_server: DeepLServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    engine.translate(Job(("Đền Trần",), "ja", "ngữ cảnh"))
    assert not re.search("Đền|ngữ|訳", caplog.text)
    assert deepl_server.auth_key not in caplog.text
    assert deepl_server.auth_key not in repr(engine)


def test_a_server_address_with_a_path_is_kept_whole(deepl_server: DeepLServer) -> None:
    with_slash = DeepLEngine(deepl_server.auth_key, f"{deepl_server.url}/", retries=0)
    assert len(texts_of(with_slash.translate(Job(("Đền Trần",), "en")))) == 1
    behind_a_proxy = DeepLEngine("key", "http://127.0.0.1:1/deepl")
    assert behind_a_proxy._client.server_url == "http://127.0.0.1:1/deepl/"


def test_a_free_key_is_known_by_its_ending() -> None:
    assert DeepLEngine("279a2e9d:fx").is_free
    assert not DeepLEngine("279a2e9d").is_free


@pytest.mark.parametrize("key", ["", " ", "two words", "line\n", "clé"])
def test_a_key_that_cannot_be_one_stops_the_start_without_being_shown(key: str) -> None:
    with pytest.raises(ValueError, match="check DEEPL_AUTH_KEY") as raised:
        DeepLEngine(key)
    assert not key.strip() or key not in str(raised.value)


def billed(outcomes: list[Outcome]) -> list[int | None]:
    return [outcome.billed_characters for outcome in outcomes if isinstance(outcome, Result)]
