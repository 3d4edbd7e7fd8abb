"""An approved segment whose source changes in a fact is repaired, and waits for a glance."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.models import ArticlePage
from tests import factories
from translations.enums import Origin, UnitState
from translations.models import Edition, Term, Unit
from translations.operations import clearance, units
from translations.operations.editions import columns_match_units, open_editions

pytestmark = pytest.mark.django_db

OLD, NEW, LATER = "Có 12 dự án.", "Có 15 dự án.", "Có 18 dự án."
TARGET = "There are 12 projects."


def rewritten(page: ArticlePage, text: str) -> Unit:
    """Publish the article with another first paragraph; return that of the English edition."""
    page.refresh_from_db()
    body = page.body_vi.get_prep_value()
    page.body_vi = [{**body[0], "value": f"<p>{text}</p>"}, *body[1:]]
    page.save()
    factories.cleared(page)
    return unit_of(page)


def unit_of(page: ArticlePage) -> Unit:
    return Edition.objects.of(page).get(language="en").units.get(field="body", position=1)


def approved(page: ArticlePage, target: str) -> Unit:
    unit = unit_of(page)
    person = factories.reviewer()
    return units.approve(unit_id=unit.pk, version=unit.version, target=target, person=person)


def article(text: str = OLD, target: str = TARGET) -> ArticlePage:
    page = factories.article(text)
    factories.cleared(page)
    factories.translated(page, "en")
    approved(page, target)
    return page


def test_a_changed_number_is_put_into_the_approved_target_and_waits_for_a_glance() -> None:
    page = article()
    version = unit_of(page).version

    unit = rewritten(page, NEW)

    assert (unit.source, unit.target) == (NEW, "There are 15 projects.")
    assert (unit.state, unit.origin, unit.score) == (UnitState.NEEDS_REVIEW, Origin.REPAIR, 100.0)
    assert unit.previous_source == OLD
    assert unit.version > version


def test_no_engine_is_asked_for_a_repaired_segment() -> None:
    page = article()

    unit = rewritten(page, NEW)

    assert unit not in unit.edition.units.unserved()
    assert unit in unit.edition.units.pending()


def test_readers_see_the_old_number_until_somebody_glanced() -> None:
    page = article()
    rewritten(page, NEW)
    page.refresh_from_db()
    before = str(page.body_en.raw_data[0]["value"])

    unit = unit_of(page)
    units.approve(unit_id=unit.pk, version=unit.version, person=factories.reviewer())

    page.refresh_from_db()
    assert "12 projects" in before
    assert "15 projects" in str(page.body_en.raw_data[0]["value"])
    assert columns_match_units(edition=Edition.objects.of(page).get(language="en"))


def test_a_change_of_words_leaves_the_old_target_to_the_engine_and_the_reviewer() -> None:
    page = article()

    unit = rewritten(page, "Có 15 dự án mới.")

    assert (unit.target, unit.previous_source, unit.origin) == (TARGET, OLD, Origin.PERSON)
    assert unit in unit.edition.units.unserved()


def test_a_second_change_is_compared_with_what_was_approved() -> None:
    page = article()
    rewritten(page, NEW)

    unit = rewritten(page, LATER)

    assert (unit.target, unit.previous_source) == ("There are 18 projects.", OLD)
    assert unit.origin == Origin.REPAIR


def test_words_that_change_after_a_repair_get_the_approved_target_back() -> None:
    page = article()
    rewritten(page, NEW)

    unit = rewritten(page, "Có 15 dự án mới.")

    assert (unit.target, unit.previous_source) == (TARGET, OLD)
    assert (unit.state, unit.origin, unit.score) == (UnitState.NEEDS_REVIEW, Origin.PERSON, None)
    assert unit in unit.edition.units.unserved()


def test_a_number_is_repaired_although_the_words_had_changed_meanwhile() -> None:
    page = article()
    rewritten(page, "Có 12 dự án mới.")

    unit = rewritten(page, NEW)

    assert (unit.target, unit.previous_source) == ("There are 15 projects.", OLD)


def test_the_old_number_brings_the_approval_back() -> None:
    page = article()
    rewritten(page, NEW)

    unit = rewritten(page, OLD)

    assert (unit.target, unit.state, unit.previous_source) == (TARGET, UnitState.APPROVED, "")
    assert (unit.origin, unit.score) == (Origin.PERSON, None)
    assert unit.approval_holds


def test_a_repair_that_was_approved_is_where_the_next_one_begins() -> None:
    page = article()
    unit = rewritten(page, NEW)
    units.approve(unit_id=unit.pk, version=unit.version, person=factories.reviewer())

    repaired = rewritten(page, LATER)
    translated_anew = rewritten(page, "Có 18 dự án mới.")

    assert (repaired.target, repaired.previous_source) == ("There are 18 projects.", NEW)
    assert (translated_anew.target, translated_anew.previous_source) == ("There are 15 projects.", NEW)
    assert translated_anew in translated_anew.edition.units.unserved()


def test_a_repair_that_cannot_be_undone_is_not_kept() -> None:
    # Going back, nobody could tell that the day had a zero.
    page = article("Từ ngày 6/3.", "From 06 March.")

    unit = rewritten(page, "Từ ngày 16/3.")

    assert (unit.target, unit.previous_source) == ("From 06 March.", "Từ ngày 6/3.")
    assert unit.origin == Origin.PERSON


def test_what_a_person_wrote_over_a_repair_is_never_changed() -> None:
    page = article()
    unit = rewritten(page, NEW)
    person = factories.reviewer()
    units.edit(unit_id=unit.pk, version=unit.version, target="15 projects are here.", person=person)

    unit = rewritten(page, LATER)

    assert (unit.target, unit.state) == ("15 projects are here.", UnitState.NEEDS_REVIEW)
    assert unit.origin == Origin.PERSON


def test_a_returned_repair_is_left_to_people() -> None:
    page = article()
    unit = rewritten(page, NEW)
    person = factories.reviewer()
    units.send_back(unit_id=unit.pk, version=unit.version, note="Sai.", person=person)

    later = rewritten(page, LATER)
    back = rewritten(page, OLD)

    assert later.target == "There are 15 projects."
    assert back.state == UnitState.NEEDS_REVIEW


def test_a_target_that_nobody_approved_is_not_repaired() -> None:
    page = factories.article(OLD)
    factories.cleared(page)
    unit = unit_of(page)
    person = factories.reviewer()
    units.edit(unit_id=unit.pk, version=unit.version, target=TARGET, person=person)

    unit = rewritten(page, NEW)

    assert (unit.target, unit.origin) == (TARGET, Origin.PERSON)


def test_the_machines_text_stays_as_it_was() -> None:
    page = article()
    unit = unit_of(page)
    Unit.objects.filter(pk=unit.pk).update(machine_text=TARGET, machine_hash=unit.source_hash)

    repaired = rewritten(page, NEW)
    undone = rewritten(page, OLD)

    assert (repaired.machine_text, repaired.machine_hash) == (TARGET, unit.source_hash)
    assert undone.origin == Origin.ENGINE


def test_a_name_of_the_glossary_is_put_in_the_place_of_another() -> None:
    Term.objects.create(vi="Đền Trần", en="Tran Temple", approved=True)
    Term.objects.create(vi="Chùa Keo", en="Keo Pagoda", approved=True)
    Term.objects.create(vi="Phủ Dầy", en="Phu Day", approved=False)
    page = article("Lễ hội tại Đền Trần.", "A festival at Tran Temple.")

    known = rewritten(page, "Lễ hội tại Chùa Keo.")
    doubtful = rewritten(page, "Lễ hội tại Phủ Dầy.")

    assert known.target == "A festival at Keo Pagoda."
    assert (doubtful.target, doubtful.origin) == ("A festival at Tran Temple.", Origin.PERSON)


def test_a_changed_paragraph_is_repaired_behind_one_that_was_put_in_before_it() -> None:
    page = article()

    rewritten(page, f"Đền Trần khai ấn vào đêm mồng một.</p><p>{NEW}")

    unit = Edition.objects.of(page).get(language="en").units.get(source=NEW)
    assert (unit.target, unit.origin) == ("There are 15 projects.", Origin.REPAIR)


def test_the_glossary_is_read_once_for_all_repairs() -> None:
    page = factories.article(*(f"Có {number} dự án." for number in range(10, 15)))
    factories.cleared(page)
    for language in ("en", "ja", "ko"):
        factories.translated(page, language)
    page.refresh_from_db()
    page.body_vi = [
        {**block, "value": block["value"].replace("Có 1", "Có 2")} for block in page.body_vi.get_prep_value()
    ]
    page.save()
    clearance.clear(instance=page, person=factories.person())

    with CaptureQueriesContext(connection) as captured:
        editions = open_editions(instance=page)

    assert [edition.units.filter(origin=Origin.REPAIR).count() for edition in editions] == [5, 5, 5]
    assert sum("translations_term" in query["sql"] for query in captured) == 1
