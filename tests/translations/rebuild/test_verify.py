"""What differs is named, and nothing is touched."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.translations.rebuild.corruption import Spoilt, raw, store_raw
from tests.translations.rebuild.stock import everything, looked, places, published
from translations.models import Edition, Unit
from translations.operations import rebuild as rebuilding
from translations.operations.editions import columns_match_units
from translations.operations.rebuild import verify
from translations.segments.segment import digest
from translations.stored_columns import stored_row

pytestmark = pytest.mark.django_db


def test_a_spoilt_block_of_an_unknown_type_does_not_hide_behind_the_field() -> None:
    """Wagtail leaves it out when it reads the column, so comparing what the field says is not enough."""
    page = published()
    unknown = {"type": "fortune", "value": 7, "id": "00000000-0000-4000-8000-0000000000fe"}
    store_raw(page, "body_ja", json.dumps([*json.loads(raw(page, "body_ja") or ""), unknown]))
    assert columns_match_units(edition=Edition.objects.of(page).get(language="ja"))

    assert places(looked(verify)[1]) == {Spoilt("ja", "body_ja")}


def test_verifying_changes_nothing() -> None:
    page = published()
    store_raw(page, "title_ja", "別の題")
    before = everything(page)

    looked(verify)

    assert everything(page) == before


def test_a_lost_placeholder_in_the_public_text_is_told() -> None:
    page = published()
    edition = Edition.objects.of(page).get(language="ja")
    unit = edition.units.get(source__startswith="Đền Trần")
    bare = "訳だけ"
    edition.units.filter(pk=unit.pk).update(target=bare, approved_target_hash=digest(bare))
    Edition.objects.filter(pk=edition.pk).update(public_targets={**edition.public_targets, unit.key: bare})

    _summary, (report,) = looked(verify)

    assert report.difference.place == unit.key
    assert "lacks </1>, <1>" in report.difference.sentence


def test_an_approval_of_another_vietnamese_is_told() -> None:
    page = published()
    unit = Edition.objects.of(page).get(language="ja").units.all()[0]
    Unit.objects.filter(pk=unit.pk).update(approved_source_hash="0" * 64)

    assert places(looked(verify)[1]) == {Spoilt("ja", unit.key)}


def test_an_edition_of_nothing_is_told() -> None:
    page = published()
    Edition.objects.of(page).filter(language="ja").update(object_id=999_999)
    store_raw(page, "title_ja", None)

    reports = [str(report) for report in looked(verify)[1]]

    assert "content.articlepage 999999, ja, edition: The object of the edition is gone." in reports


def test_an_approval_that_comes_between_is_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """A difference is looked at once more, with the edition locked, before anybody hears of it."""
    page = published()
    store_raw(page, "title_ja", "別の題")

    def someone_was_faster(model: Any, pk: int) -> Any:
        store_raw(page, "title_ja", Edition.objects.of(page).get(language="ja").public_targets["title"])
        return stored_row(model, pk)

    monkeypatch.setattr(rebuilding, "stored_row", someone_was_faster)

    assert looked(verify)[1] == []


def test_the_number_of_queries_does_not_grow_with_the_objects_of_a_batch() -> None:
    published()
    _queries()
    few = _queries()

    for _number in range(5):
        published()

    assert _queries() == few


def _queries() -> int:
    with CaptureQueriesContext(connection) as captured:
        assert looked(verify)[1] == []
    return len(captured)


def test_many_objects_come_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 2)
    pages = [published() for _number in range(5)]
    for page in pages:
        store_raw(page, "title_ja", "別の題")
    told: list[tuple[int, int]] = []

    summary = verify(say=lambda report: None, progress=lambda done, total: told.append((done, total)))

    assert summary.differences == 5
    assert summary.editions == 15
    assert told == sorted(told)
    assert told[-1] == (summary.objects, summary.objects)
