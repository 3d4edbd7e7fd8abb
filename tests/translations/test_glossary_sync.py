"""The engine's glossary follows ours, over real HTTP, with no transaction open meanwhile."""

from collections.abc import Mapping

import pytest
from django.db import connection

from tests.doubles.deepl_server import DeepLServer
from translations.engines.deepl import DeepLEngine
from translations.engines.echo import EchoEngine
from translations.engines.exceptions import GlossaryGone, KeyRejected
from translations.engines.protocol import Job, Language, translate
from translations.models import EngineGlossary
from translations.operations.glossary_sync import forget_glossary, synced_glossary

pytestmark = pytest.mark.django_db

TERMS: Mapping[Language, Mapping[str, str]] = {"en": {"Đền Trần": "Tran Temple"}, "ja": {"Đền Trần": "陳寺"}}


@pytest.fixture
def engine(deepl_server: DeepLServer) -> DeepLEngine:
    return DeepLEngine(deepl_server.auth_key, deepl_server.url, timeout=5, retries=0)


def test_the_glossary_is_sent_once_and_named_by_its_version(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    first = synced_glossary(engine=engine, version="a1", dictionaries=TERMS)
    again = synced_glossary(engine=engine, version="a1", dictionaries=TERMS)
    (held,) = deepl_server.glossaries.held.values()
    assert first == again == ("a1", held.glossary_id)
    assert held.name == "portal-a1"


def test_a_changed_glossary_takes_the_place_of_the_old_one(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    _, old = synced_glossary(engine=engine, version="a1", dictionaries=TERMS)
    version, new = synced_glossary(engine=engine, version="b2", dictionaries={"ko": {"Đền Trần": "쩐 사원"}})
    assert (version, list(deepl_server.glossaries.held)) == ("b2", [new])
    assert new != old
    assert EngineGlossary.objects.get().remote_id == new


def test_a_glossary_that_the_vendor_lost_is_sent_again(
    engine: DeepLEngine, deepl_server: DeepLServer
) -> None:
    _, lost = synced_glossary(engine=engine, version="a1", dictionaries=TERMS)
    deepl_server.glossaries.held.clear()
    with pytest.raises(GlossaryGone):
        translate(engine, Job(("Đền Trần",), "ja", glossary=lost))
    forget_glossary(engine=engine.name, remote_id=lost)
    _, found = synced_glossary(engine=engine, version="a1", dictionaries=TERMS)
    translate(engine, Job(("Đền Trần",), "ja", glossary=found))
    assert deepl_server.billed[("Đền Trần", "JA")] == 1


def test_what_another_worker_sent_meanwhile_is_not_forgotten() -> None:
    EngineGlossary.objects.create(engine="deepl", checksum="a1", remote_id="new")
    forget_glossary(engine="deepl", remote_id="old")
    forget_glossary(engine="other", remote_id="new")
    assert EngineGlossary.objects.get().remote_id == "new"


def test_an_engine_without_glossaries_is_left_alone() -> None:
    assert synced_glossary(engine=EchoEngine(), version="a1", dictionaries=TERMS) == ("", "")
    assert not EngineGlossary.objects.exists()


def test_an_empty_glossary_is_noted_and_needs_no_id(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    assert synced_glossary(engine=engine, version="0", dictionaries={"en": {}}) == ("0", "")
    assert deepl_server.glossaries.held == {}


def test_a_failure_leaves_what_was_noted(engine: DeepLEngine, deepl_server: DeepLServer) -> None:
    _, held = synced_glossary(engine=engine, version="a1", dictionaries=TERMS)
    deepl_server.auth_key = "changed"
    with pytest.raises(KeyRejected):
        synced_glossary(engine=engine, version="b2", dictionaries=TERMS)
    assert (EngineGlossary.objects.get().checksum, EngineGlossary.objects.get().remote_id) == ("a1", held)


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_the_vendor_is_waited_for() -> None:
    seen: list[bool] = []

    class Keeper(EchoEngine):
        def keep_glossary(self, name: str, dictionaries: Mapping[Language, Mapping[str, str]]) -> str:
            seen.append(connection.in_atomic_block)
            return "1"

    assert synced_glossary(engine=Keeper(), version="a1", dictionaries=TERMS) == ("a1", "1")
    assert seen == [False]
