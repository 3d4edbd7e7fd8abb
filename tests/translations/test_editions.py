"""The life of an edition, from publishing to going public to falling behind."""

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from content.models import ArticlePage
from tests import factories
from tests.sound_targets import sound
from translations.enums import EditionState, UnitState, Waiting
from translations.models import Clearance, Edition, MemoryEntry
from translations.operations import units
from translations.operations.editions import columns_match_units, open_editions
from translations.signals import edition_published

pytestmark = pytest.mark.django_db


def rewrite(page: ArticlePage, place: int, text: str) -> None:
    body = page.body_vi.get_prep_value()
    page.body_vi = [*body[:place], {**body[place], "value": f"<p>{text}</p>"}, *body[place + 1 :]]
    page.save()


def test_text_without_clearance_opens_no_unit() -> None:
    page = factories.article()

    editions = open_editions(instance=page)

    assert [edition.waiting for edition in editions] == [Waiting.CLEARANCE] * 3
    assert not any(edition.units.exists() for edition in editions)


def test_approving_every_segment_makes_the_edition_public() -> None:
    page = factories.article("Đoạn một.", "Đoạn <b>hai</b>.")
    factories.cleared(page)

    edition = factories.translated(page, "ja")

    page.refresh_from_db()
    assert edition.state == EditionState.APPROVED
    assert page.title_ja == sound(page.title_vi, "ja")
    assert sound("Đoạn <1>hai</1>.", "ja").replace("1>", "b>") in str(page.body_ja.raw_data[1]["value"])
    assert page.title_en is None
    assert columns_match_units(edition=edition)


def test_nothing_is_public_before_the_last_segment_is_approved() -> None:
    page = factories.article("Đoạn một.", "Đoạn hai.")
    factories.cleared(page)
    edition = Edition.objects.of(page).get(language="ja")
    reviewer = factories.reviewer()
    *most, last = edition.units.all()

    for unit in most:
        target = sound(unit.source, "ja")
        units.approve(unit_id=unit.pk, version=unit.version, target=target, person=reviewer)

    page.refresh_from_db()
    assert (page.title_ja, len(page.body_ja)) == (None, 0)
    assert last.state == UnitState.EMPTY
    assert columns_match_units(edition=edition)


def test_a_changed_segment_waits_while_the_public_edition_stays_as_it_was() -> None:
    page = factories.article("Đoạn một.", "Đoạn hai.")
    factories.cleared(page)
    factories.translated(page, "ja")

    page.refresh_from_db()
    public = page.body_ja.get_prep_value()
    rewrite(page, 1, "Đoạn hai, đã sửa.")
    factories.cleared(page)

    edition = Edition.objects.of(page).get(language="ja")
    page.refresh_from_db()
    states = {unit.source: unit.state for unit in edition.units.all()}
    assert states["Đoạn một."] == UnitState.APPROVED
    assert states["Đoạn hai, đã sửa."] == UnitState.NEEDS_REVIEW
    changed = edition.units.get(source="Đoạn hai, đã sửa.")
    assert changed.target == sound("Đoạn hai.", "ja")
    assert changed.previous_source == "Đoạn hai."
    assert edition.state == EditionState.OUTDATED
    assert page.body_ja.get_prep_value() == public
    assert columns_match_units(edition=edition)


def test_the_first_wording_that_was_translated_is_what_the_reviewer_compares_with() -> None:
    page = factories.article("Một.")
    factories.cleared(page)
    factories.translated(page, "ja")

    for text in ("Hai.", "Ba."):
        rewrite(page, 0, text)
        factories.cleared(page)

    unit = Edition.objects.of(page).get(language="ja").units.get(source="Ba.")
    assert (unit.previous_source, unit.target) == ("Một.", sound("Một.", "ja"))


def test_a_change_without_clearance_leaves_the_units_and_says_so() -> None:
    page = factories.article("Một.")
    factories.cleared(page)
    edition = factories.translated(page, "ja")
    before = list(edition.units.values())

    rewrite(page, 0, "Chưa được phép.")
    open_editions(instance=page)

    edition.refresh_from_db()
    assert (edition.state, edition.waiting) == (EditionState.OUTDATED, Waiting.CLEARANCE)
    assert list(edition.units.values()) == before
    assert columns_match_units(edition=edition)


def test_a_text_that_was_cleared_once_may_come_back_without_another_word() -> None:
    page = factories.article("Một.")
    factories.cleared(page)
    edition = factories.translated(page, "ja")
    rewrite(page, 0, "Chưa được phép.")
    open_editions(instance=page)

    rewrite(page, 0, "Một.")
    open_editions(instance=page)

    edition.refresh_from_db()
    assert (edition.state, edition.waiting) == (EditionState.APPROVED, Waiting.NOTHING)
    assert Clearance.objects.count() == 1


def test_another_page_gets_the_words_from_memory_and_not_the_approval() -> None:
    known = factories.article("Đoạn chung.")
    factories.cleared(known)
    factories.translated(known, "ja")

    page = factories.article("Đoạn chung.")
    factories.cleared(page)

    unit = Edition.objects.of(page).get(language="ja").units.get(source="Đoạn chung.")
    assert (unit.state, unit.origin) == (UnitState.NEEDS_REVIEW, "memory")
    assert unit.target == sound("Đoạn chung.", "ja")
    assert MemoryEntry.objects.filter(source="Đoạn chung.").count() == 1


def test_a_returned_segment_is_not_approved_again_by_a_change_and_its_undoing() -> None:
    page = factories.article("Một.")
    factories.cleared(page)
    edition = factories.translated(page, "ja")
    unit = edition.units.get(field="body")
    units.send_back(unit_id=unit.pk, version=unit.version, note="Sai.", person=factories.reviewer())

    for text in ("Hai.", "Một."):
        rewrite(page, 0, text)
        factories.cleared(page)

    assert edition.units.get(field="body").state == UnitState.NEEDS_REVIEW


def test_going_public_is_told_once_for_each_public_text(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    told: list[str] = []

    def listen(edition: Edition, **kwargs: object) -> None:
        told.append(edition.language)

    edition_published.connect(listen)
    try:
        page = factories.article("Một.")
        with django_capture_on_commit_callbacks(execute=True):
            factories.cleared(page)
            factories.translated(page, "ja")
            factories.cleared(page)
    finally:
        edition_published.disconnect(listen)

    assert told == ["ja"]
