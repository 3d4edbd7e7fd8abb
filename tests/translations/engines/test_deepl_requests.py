"""What DeepL is asked, over real HTTP."""

import logging
import math
import re

import pytest

from tests.doubles.deepl_server import MAX_BYTES, DeepLServer
from tests.translations.checks.demo import demo_pairs
from tests.translations.engines.contract import TEXTS, assert_refused, is_sentence, texts_of
from translations.engines.deepl import DeepLEngine
from translations.engines.exceptions import KeyRejected, RequestRejected
from translations.engines.protocol import Job, Language, Metered, Outcome, Result, Usage, translate

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
    translate(engine, Job(("Đền <1>Trần</1>",), language, "Lễ hội đầu năm"))
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
    for target in texts_of(translate(engine, Job(TEXTS, language))):
        assert not VIETNAMESE.search(target)


def test_a_job_without_context_sends_none(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    translate(engine, Job(("Đền Trần",), "en"))
    assert "context" not in deepl_server.requests[0].body


def test_a_hundred_and_twenty_texts_are_three_requests(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    translate(engine, Job(tuple(f"Bài số {n}" for n in range(120)), "ja"))
    assert [len(request.texts) for request in deepl_server.requests] == [50, 50, 20]


def test_long_texts_and_a_long_context_stay_within_the_bytes(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    texts = tuple(f"{n} " + "ế & <1>ộ</1> " * 100 for n in range(60))
    assert len(texts_of(translate(engine, Job(texts, "ko", "ngữ cảnh " * 20_000)))) == 60
    sizes = [request.size for request in deepl_server.requests]
    assert 0.95 * MAX_BYTES < max(sizes) <= MAX_BYTES


def test_identical_texts_are_sent_and_billed_once(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    outcomes = translate(engine, Job(("Đền Trần", "Phổ Minh", "Đền Trần"), "ja"))
    assert [request.texts for request in deepl_server.requests] == [["Đền Trần", "Phổ Minh"]]
    assert billed(outcomes) == [8, 8, 0]
    assert deepl_server.billed_characters == 16


def test_markup_is_not_billed(engine: DeepLEngine) -> None:
    assert billed(translate(engine, Job(("Đền <1>Trần</1><2/> & chùa",), "ja"))) == [15]


def test_texts_that_are_settled_here_cost_no_request(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    translate(engine, Job(("", "—", "Đền\b", "<1>", "ế" * 100_000), "en"))
    assert deepl_server.requests == []


def test_decomposed_text_and_context_are_sent_composed(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    translate(engine, Job(("Trâ\u0300n",), "en", "Trâ\u0300n"))
    (request,) = deepl_server.requests
    assert (request.texts, request.body["context"]) == (["Trần"], "Trần")


def test_neither_text_nor_key_reaches_the_log(
    engine: DeepLEngine, deepl_server: DeepLServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    translate(engine, Job(("Đền Trần",), "ja", "ngữ cảnh"))
    assert not re.search("Đền|ngữ|訳", caplog.text)
    assert deepl_server.auth_key not in caplog.text
    assert deepl_server.auth_key not in repr(engine)


def test_a_server_address_with_a_path_is_kept_whole(deepl_server: DeepLServer) -> None:
    with_slash = DeepLEngine(deepl_server.auth_key, f"{deepl_server.url}/", retries=0)
    assert len(texts_of(translate(with_slash, Job(("Đền Trần",), "en")))) == 1
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


def test_instructions_and_glossary_travel_with_every_request(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    glossary = engine.keep_glossary("portal-1", {"ja": {"Đền Trần": "陳寺"}})
    instructions = ("Keep place names.", "Tra\u0302\u0300n is a surname.")
    job = Job(tuple(f"Bài số {n}" for n in range(60)), "ja", instructions=instructions, glossary=glossary)
    translate(engine, job)
    assert len(deepl_server.requests) == 2
    for request in deepl_server.requests:
        assert request.body["glossary_id"] == glossary
        assert request.body["custom_instructions"] == ["Keep place names.", "Trần is a surname."]


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
@pytest.mark.parametrize("instructions", [(), ("ế" * 300,) * 10])
@pytest.mark.parametrize("context", ["", "ngữ cảnh " * 20_000])
def test_requests_are_filled_to_the_last_forty_bytes_and_never_above(
    engine: DeepLEngine,
    deepl_server: DeepLServer,
    language: Language,
    instructions: tuple[str, ...],
    context: str,
) -> None:
    glossary = engine.keep_glossary("portal-1", {language: {"Đền Trần": "Tran"}})
    job = Job(("bài",), language, context, instructions, glossary)
    translate(engine, job)
    room = MAX_BYTES - deepl_server.requests[0].size
    half = "a" * (room // 2)
    fits = Job(("bài", half, "b" * (room - len(half) - 40)), language, context, instructions, glossary)
    tight = Job(("bài", half, "b" * (room - len(half) + 10)), language, context, instructions, glossary)
    assert len(engine.split(fits).batches) == 1
    assert len(engine.split(tight).batches) == 2
    for job in (fits, tight):
        assert len(texts_of(translate(engine, job))) == 3
    assert max(request.size for request in deepl_server.requests) <= MAX_BYTES


def test_the_largest_text_takes_the_contexts_room_and_one_letter_more_is_refused(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    context = "a" * 200
    room = deepl_server_room(engine, deepl_server)
    (sent,) = texts_of(translate(engine, Job(("a" * room,), "ja", context)))
    assert sent
    assert deepl_server.requests[-1].size <= MAX_BYTES
    assert len(deepl_server.requests[-1].body.get("context", "")) < 200
    (refused,) = translate(engine, Job(("a" * (room + 40),), "ja", context))
    assert_refused(refused, "too_long", "split the paragraph")


@pytest.mark.parametrize("instructions", [("Be brief.",) * 11, ("a" * 301,)])
def test_instructions_that_deepl_would_refuse_are_told_before_anything_is_sent(
    engine: DeepLEngine, deepl_server: DeepLServer, instructions: tuple[str, ...]
) -> None:
    with pytest.raises(RequestRejected, match="at most 10 instructions of at most 300 characters") as raised:
        translate(engine, Job(("Đền Trần",), "ja", instructions=instructions))
    assert is_sentence(str(raised.value))
    assert deepl_server.requests == []


def test_a_real_page_takes_the_fewest_requests_and_the_largest_context_costs_none(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    sources = tuple(sorted({pair.source for pair in demo_pairs() if pair.language == "ja"}))
    context = "Một ngày ở Nam Định. " * 200
    translate(engine, Job(sources, "ja", context, ("Write soberly.",) * 10))
    assert len(deepl_server.requests) == math.ceil(len(sources) / 50)
    assert {request.body["context"] for request in deepl_server.requests} == {context}


def test_a_refused_reply_is_counted_in_the_bill(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    deepl_server.fail_next("drop_tag")
    texts = ("Đền <1>Trần</1>", "Phổ Minh", "Đền <1>Trần</1>")
    outcomes = translate(engine, Job(texts, "ja"))
    assert [outcome.billed_characters for outcome in outcomes] == [8, 8, 0]
    assert deepl_server.billed_characters == 16


def test_usage_is_what_deepl_counted(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    translate(engine, Job(("Đền Trần",), "ja"))
    assert isinstance(engine, Metered)
    assert engine.usage() == Usage(8, 1_000_000)


def test_usage_under_a_wrong_key_is_an_error(deepl_server: DeepLServer) -> None:
    with pytest.raises(KeyRejected):
        DeepLEngine("another-key", deepl_server.url, retries=0).usage()


def deepl_server_room(engine: DeepLEngine, server: DeepLServer) -> int:
    """Return the letters that one text may have where nothing else is sent."""
    translate(engine, Job(("a",), "ja"))
    return MAX_BYTES - server.requests[-1].size - len('"context": "", ')


def billed(outcomes: list[Outcome]) -> list[int | None]:
    return [outcome.billed_characters for outcome in outcomes if isinstance(outcome, Result)]
