"""The life of an edition, from publishing to going public to falling behind."""

import pytest

from tests import factories
from translations.enums import EditionState, UnitState, Waiting
from translations.models import Edition
from translations.operations.editions import columns_match_units, open_editions

pytestmark = pytest.mark.django_db


def test_text_without_clearance_opens_no_unit():
    page = factories.article()

    editions = open_editions(instance=page)

    assert [edition.waiting for edition in editions] == [Waiting.CLEARANCE] * 3
    assert not any(edition.units.exists() for edition in editions)


def test_approving_every_segment_makes_the_edition_public():
    page = factories.article("Đoạn một.", "Đoạn <b>hai</b>.")
    factories.cleared(page)

    edition = factories.translated(page, "ja")

    page.refresh_from_db()
    assert edition.state == EditionState.APPROVED
    assert page.title_ja == f"[ja] {page.title_vi}"
    assert "[ja] Đoạn <b>hai</b>." in str(page.body_ja.raw_data[1]["value"])
    assert page.title_en is None
    assert columns_match_units(edition=edition)


def test_a_changed_segment_waits_while_the_public_edition_stays_as_it_was():
    page = factories.article("Đoạn một.", "Đoạn hai.")
    factories.cleared(page)
    factories.translated(page, "ja")

    page.refresh_from_db()
    public = page.body_ja.get_prep_value()
    body = page.body_vi.get_prep_value()
    body[1]["value"] = "<p>Đoạn hai, đã sửa.</p>"
    page.body_vi = body
    page.save()
    factories.cleared(page)

    edition = Edition.objects.of(page).get(language="ja")
    page.refresh_from_db()
    states = {unit.source: unit.state for unit in edition.units.all()}
    assert states["Đoạn một."] == UnitState.APPROVED
    assert states["Đoạn hai, đã sửa."] == UnitState.NEEDS_REVIEW
    changed = edition.units.get(source="Đoạn hai, đã sửa.")
    assert changed.target == "[ja] Đoạn hai."
    assert changed.previous_source == "Đoạn hai."
    assert edition.state == EditionState.OUTDATED
    assert page.body_ja.get_prep_value() == public
    assert columns_match_units(edition=edition)
