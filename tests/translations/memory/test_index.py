"""The index of the words follows every row, however it is written."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from tests.translations.memory.entries import SENTENCE, asking, remembered
from translations.candidates import alike
from translations.models import MemoryEntry
from translations.operations.memory import suggestions
from translations.segments.segment import digest
from translations.similarity import folded

pytestmark = pytest.mark.django_db

OTHER = "Bảo tàng tỉnh mở cửa cả tuần, khách vào xem không phải mua vé trong dịp lễ hội đầu xuân."


def found(text: str) -> list[int]:
    near = alike(language="ja", words=folded(text), only_for="", least=75, limit=10)
    return [key for key, _score in near]


def unsaved(source: str) -> MemoryEntry:
    return MemoryEntry(
        language="ja",
        source=source,
        source_hash=digest(source),
        target="訳",
        target_hash=digest("訳"),
        origin="import",
    )


def test_what_is_added_in_bulk_is_found() -> None:
    first, second = MemoryEntry.objects.bulk_create([unsaved(SENTENCE), unsaved(OTHER)])

    assert (found(SENTENCE), found(OTHER)) == ([first.pk], [second.pk])


def test_a_changed_source_is_found_by_its_new_words_alone() -> None:
    entry = remembered(SENTENCE)
    entry.source, entry.source_hash = OTHER, digest(OTHER)
    entry.save()

    assert (found(SENTENCE), found(OTHER)) == ([], [entry.pk])


def test_what_is_deleted_is_found_no_more() -> None:
    entry = remembered(SENTENCE)
    MemoryEntry.objects.filter(pk=entry.pk).delete()

    assert found(SENTENCE) == []
    assert suggestions(unit=asking(SENTENCE)) == []


def test_another_target_or_use_leaves_an_entry_to_be_found() -> None:
    entry = remembered(SENTENCE)
    MemoryEntry.objects.filter(pk=entry.pk).update(uses=3, target="別の訳")

    assert found(SENTENCE) == [entry.pk]


def test_the_migration_fills_the_words_of_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [remembered(f"{SENTENCE} Số {number}.") for number in range(7)]
    MemoryEntry.objects.update(words="")
    migration = import_module("translations.migrations.0003_memory_words")
    monkeypatch.setattr(migration, "_BATCH", 3)

    migration._fill_words(apps, SimpleNamespace(connection=connection))

    assert [entry.words for entry in MemoryEntry.objects.order_by("pk")] == [entry.words for entry in entries]
    assert set(found(f"{SENTENCE} Số 3.")) == {entry.pk for entry in entries}
