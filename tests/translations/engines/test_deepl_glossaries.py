"""The glossary that DeepL holds for us, over real HTTP."""

import logging

import pytest

from tests.doubles.deepl_server import DeepLServer
from tests.doubles.loopback import Rejected
from tests.translations.engines.contract import is_sentence
from translations.engines import terms
from translations.engines.deepl import DeepLEngine
from translations.engines.exceptions import EngineError, GlossaryGone, RequestRejected
from translations.engines.protocol import GlossaryKeeper, Job, translate


@pytest.fixture
def engine(deepl_server: DeepLServer) -> DeepLEngine:
    return DeepLEngine(deepl_server.auth_key, deepl_server.url, timeout=5, retries=0)


def test_one_glossary_holds_a_dictionary_for_each_language_that_has_terms(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    assert isinstance(engine, GlossaryKeeper)
    made = engine.keep_glossary(
        "portal-1", {"en": {"Đền Trần": "Tran Temple"}, "ja": {"phở": "フォー", "chùa": "寺"}, "ko": {}}
    )
    (held,) = deepl_server.glossaries.held.values()
    assert (held.glossary_id, held.name) == (made, "portal-1")
    assert held.dictionaries == {
        ("VI", "EN"): {"Đền Trần": "Tran Temple"},
        ("VI", "JA"): {"phở": "フォー", "chùa": "寺"},
    }


def test_a_glossary_of_that_name_is_used_again(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    first = engine.keep_glossary("portal-1", {"en": {"phở": "pho"}})
    assert engine.keep_glossary("portal-1", {"en": {"phở": "pho"}}) == first
    assert len(deepl_server.glossaries.held) == 1


def test_only_our_own_older_glossaries_are_deleted(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    for name in ("portal-1", "portal-2", "portals-1", "someone else's", "portal"):
        deepl_server.glossaries.create(
            {
                "name": name,
                "dictionaries": [
                    {"source_lang": "vi", "target_lang": "en", "entries": "a\tb", "entries_format": "tsv"}
                ],
            }
        )
    engine.keep_glossary("portal-3", {"en": {"phở": "pho"}})
    names = {glossary.name for glossary in deepl_server.glossaries.held.values()}
    assert names == {"portals-1", "someone else's", "portal", "portal-3"}


def test_where_the_new_one_is_refused_the_old_one_stays(
    engine: DeepLEngine, deepl_server: DeepLServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.keep_glossary("portal-1", {"en": {"phở": "pho"}})
    monkeypatch.setattr("tests.doubles.deepl_glossaries.MAX_BYTES", 3)
    with pytest.raises(EngineError) as raised:
        engine.keep_glossary("portal-2", {"en": {"chùa": "pagoda"}})
    assert is_sentence(str(raised.value))
    assert [glossary.name for glossary in deepl_server.glossaries.held.values()] == ["portal-1"]


def test_without_terms_nothing_is_held(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    engine.keep_glossary("portal-1", {"en": {"phở": "pho"}})
    assert engine.keep_glossary("portal-2", {"en": {}, "ja": {"\t": "x"}}) == ""
    assert deepl_server.glossaries.held == {}


def test_an_old_glossary_that_cannot_be_deleted_costs_nothing_but_a_line_in_the_log(
    engine: DeepLEngine,
    deepl_server: DeepLServer,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    engine.keep_glossary("portal-1", {"en": {"phở": "pho"}})

    def refuses(glossary_id: str) -> None:
        raise Rejected(503, "Fault on demand.")

    monkeypatch.setattr(deepl_server.glossaries, "delete", refuses)
    assert engine.keep_glossary("portal-2", {"en": {"chùa": "pagoda"}})
    assert "could not be deleted" in caplog.text
    assert deepl_server.auth_key not in caplog.text


def test_a_glossary_that_is_gone_is_told_apart_and_costs_nothing(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    with pytest.raises(GlossaryGone) as raised:
        translate(engine, Job(("Đền Trần",), "ja", glossary="none-such"))
    assert is_sentence(str(raised.value))
    assert not raised.value.may_be_paid
    assert deepl_server.billed_characters == 0


def test_a_wrong_address_is_not_taken_for_a_lost_glossary(deepl_server: DeepLServer) -> None:
    elsewhere = DeepLEngine(deepl_server.auth_key, f"{deepl_server.url}/elsewhere", retries=0)
    with pytest.raises(RequestRejected, match="DEEPL_SERVER_URL"):
        elsewhere.keep_glossary("portal-1", {"en": {"phở": "pho"}})


@pytest.mark.parametrize("bad", ["", " ", "a\tb", "a\nb", "a\r\nb", "a\x00", "a\u2028b", "ế" * 400])
def test_a_term_that_no_line_can_carry_is_left_out_and_counted_in_the_log(
    bad: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        sendable = terms.sendable({"en": {"phở": "pho", bad: "x"}, "ja": {"chùa": bad}})
    assert sendable == {"en": {"phở": "pho"}}
    assert "2 terms cannot be written" in caplog.text


def test_terms_are_composed_and_stripped() -> None:
    assert terms.sendable({"en": {" Tra\u0302\u0300n ": " Tran "}}) == {"en": {"Trần": "Tran"}}


def test_what_exceeds_the_size_of_a_glossary_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "MAX_GLOSSARY_BYTES", 10_000)
    many = {f"{n:06d}" + "ế" * 300: "b" * 1_000 for n in range(20)}
    kept = terms.sendable({"en": many})
    size = sum(len(f"{source}\t{target}\n".encode()) for source, target in kept["en"].items())
    assert 8_000 < size <= 10_000
