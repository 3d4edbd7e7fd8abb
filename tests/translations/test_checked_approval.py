"""What the checks find is shown, and errors stand in the way of approval."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from cms.models import User
from tests import factories
from tests.sound_targets import sound
from translations.checks.finding import Severity, fingerprint
from translations.enums import EditionState, UnitState
from translations.exceptions import FailedChecks, NotDismissable, StaleUnit
from translations.models import Dismissal, Edition, MemoryEntry, Term, Unit
from translations.operations import units
from translations.operations.dismissals import LONGEST_REASON, dismiss, take_back
from translations.operations.expected_terms import ExpectedTerms
from translations.operations.judgement import judged

pytestmark = pytest.mark.django_db

SOURCE = "Dự án có vốn 15 tỷ đồng."
RIGHT = "この事業の資本金は150億ドンです。"
TEN_TIMES_TOO_LITTLE = "この事業の資本金は15億ドンです。"
PLAIN = "この事業の資本金は150億ドンである。"
"""Right, but not in the register of the portal: a warning."""

MOST_QUERIES_OF_AN_APPROVAL = 15
"""Without the savepoints of nested transactions, which read and write nothing."""


@pytest.fixture
def reviewer() -> User:
    return factories.reviewer()


@pytest.fixture
def unit() -> Unit:
    page = factories.article(SOURCE, "Hai.")
    factories.cleared(page)
    return Edition.objects.of(page).get(language="ja").units.get(source=SOURCE)


def stored(unit: Unit, target: str, person: User) -> Unit:
    return units.edit(unit_id=unit.pk, version=unit.version, target=target, person=person)


def warning(unit: Unit) -> str:
    """The fingerprint of the only thing that is wrong."""
    [finding] = judged(unit, ExpectedTerms())
    assert finding.severity is Severity.WARNING
    return fingerprint(finding, unit.source, unit.target)


def dismissed(unit: Unit, person: User, reason: str = "Trích nguyên văn.") -> Dismissal:
    return dismiss(
        unit_id=unit.pk, version=unit.version, fingerprint=warning(unit), reason=reason, person=person
    )


def test_a_wrong_amount_can_be_stored_and_not_approved(unit: Unit, reviewer: User) -> None:
    draft = stored(unit, TEN_TIMES_TOO_LITTLE, reviewer)

    with pytest.raises(FailedChecks, match="15 tỷ") as refusal:
        units.approve(unit_id=unit.pk, version=draft.version, person=reviewer)

    assert {finding.check for finding in refusal.value.findings} == {"facts.missing", "facts.added"}
    kept = Unit.objects.get(pk=unit.pk)
    assert (kept.target, kept.state, kept.version) == (
        TEN_TIMES_TOO_LITTLE,
        UnitState.TRANSLATED,
        draft.version,
    )
    assert not MemoryEntry.objects.filter(target=TEN_TIMES_TOO_LITTLE).exists()


def test_a_last_edit_with_an_error_is_neither_approved_nor_stored(unit: Unit, reviewer: User) -> None:
    with pytest.raises(FailedChecks):
        units.approve(unit_id=unit.pk, version=unit.version, target=TEN_TIMES_TOO_LITTLE, person=reviewer)

    kept = Unit.objects.get(pk=unit.pk)
    assert (kept.target, kept.version) == ("", unit.version)


def test_a_warning_does_not_stand_in_the_way(unit: Unit, reviewer: User) -> None:
    assert warning(stored(unit, PLAIN, reviewer))
    unit.refresh_from_db()

    approved = units.approve(unit_id=unit.pk, version=unit.version, person=reviewer)

    assert approved.state == UnitState.APPROVED


def test_a_locked_or_forbidden_term_blocks_approval_and_a_wanted_one_does_not(
    unit: Unit, reviewer: User
) -> None:
    Term.objects.create(vi="dự án", ja="プロジェクト", approved=True)

    approved = units.approve(unit_id=unit.pk, version=unit.version, target=RIGHT, person=reviewer)

    [finding] = judged(approved, ExpectedTerms())
    assert (finding.check, finding.severity) == ("term.missing", Severity.WARNING)


def test_all_are_approved_or_none_and_each_wrong_one_is_named(unit: Unit, reviewer: User) -> None:
    stored(unit, TEN_TIMES_TOO_LITTLE, reviewer)
    edition = unit.edition
    title, empty = edition.units.get(field="title"), edition.units.get(source="Hai.")
    stored(title, sound(title.source, "ja"), reviewer)
    seen = list(edition.units.pending().values_list("pk", "version"))

    with pytest.raises(FailedChecks) as refusal:
        units.approve_all(edition_id=edition.pk, seen=seen, person=reviewer)

    assert set(refusal.value.found) == {unit.pk, empty.pk}
    assert not edition.units.approved().exists()


def test_what_is_approved_with_warnings_becomes_public(unit: Unit, reviewer: User) -> None:
    stored(unit, PLAIN, reviewer)
    for other in unit.edition.units.filter(target=""):
        stored(other, sound(other.source, "ja"), reviewer)
    seen = list(unit.edition.units.pending().values_list("pk", "version"))

    edition = units.approve_all(edition_id=unit.edition.pk, seen=seen, person=reviewer)

    assert edition.state == EditionState.APPROVED


def test_a_text_can_be_kept_from_other_objects(unit: Unit, reviewer: User) -> None:
    draft = units.edit(unit_id=unit.pk, version=unit.version, target=RIGHT, person=reviewer, only_here=True)
    approved = units.approve(unit_id=unit.pk, version=draft.version, person=reviewer)
    assert approved.only_here

    free = units.approve(unit_id=unit.pk, version=approved.version, person=reviewer, only_here=False)

    assert not free.only_here


def test_a_dismissed_warning_keeps_who_and_why(unit: Unit, reviewer: User) -> None:
    draft = stored(unit, PLAIN, reviewer)

    kept = dismissed(draft, reviewer, " Trích\nnguyên văn. ")

    assert (kept.check_id, kept.reason, kept.person) == ("register", "Trích nguyên văn.", reviewer)
    assert Unit.objects.get(pk=unit.pk).version == draft.version


def test_the_first_reason_stays_when_two_dismiss_the_same(unit: Unit, reviewer: User) -> None:
    draft = stored(unit, PLAIN, reviewer)
    dismissed(draft, reviewer, "Một.")

    dismissed(draft, factories.reviewer(), "Hai.")

    assert [(each.reason, each.person) for each in Dismissal.objects.all()] == [("Một.", reviewer)]


@pytest.mark.parametrize("reason", ["", " \n", "x" * (LONGEST_REASON + 1)])
def test_a_warning_is_not_dismissed_without_a_reason_that_fits(
    unit: Unit, reviewer: User, reason: str
) -> None:
    draft = stored(unit, PLAIN, reviewer)

    with pytest.raises(NotDismissable, match=r"\.$"):
        dismissed(draft, reviewer, reason)

    assert not Dismissal.objects.exists()


def test_an_error_cannot_be_dismissed(unit: Unit, reviewer: User) -> None:
    draft = stored(unit, TEN_TIMES_TOO_LITTLE, reviewer)
    mark = fingerprint(judged(draft, ExpectedTerms())[0], draft.source, draft.target)

    with override("en"), pytest.raises(NotDismissable, match="error"):
        dismiss(unit_id=unit.pk, version=draft.version, fingerprint=mark, reason="Đúng mà.", person=reviewer)

    assert not Dismissal.objects.exists()


def test_a_warning_that_the_text_no_longer_has_is_stale(unit: Unit, reviewer: User) -> None:
    draft = stored(unit, PLAIN, reviewer)
    mark = warning(draft)
    corrected = stored(draft, RIGHT, reviewer)

    for version in (draft.version, corrected.version):
        with pytest.raises(StaleUnit):
            dismiss(unit_id=unit.pk, version=version, fingerprint=mark, reason="Muộn.", person=reviewer)

    assert not Dismissal.objects.exists()


def test_a_dismissal_lapses_with_the_text_and_holds_again_with_it(unit: Unit, reviewer: User) -> None:
    draft = stored(unit, PLAIN, reviewer)
    kept = dismissed(draft, reviewer)

    changed = stored(draft, PLAIN.replace("事業", "計画"), reviewer)
    assert warning(changed) != kept.fingerprint

    assert warning(stored(changed, PLAIN, reviewer)) == kept.fingerprint


def test_a_dismissal_can_be_taken_back_and_taking_it_back_twice_does_nothing(
    unit: Unit, reviewer: User
) -> None:
    draft = stored(unit, PLAIN, reviewer)
    kept = dismissed(draft, reviewer)

    for _time in range(2):
        take_back(unit_id=unit.pk, version=draft.version, fingerprint=kept.fingerprint, person=reviewer)

    assert not Dismissal.objects.exists()


def test_only_reviewers_of_the_language_dismiss_and_take_back(unit: Unit, reviewer: User) -> None:
    draft = stored(unit, PLAIN, reviewer)
    outsider = factories.person("review_ko", "access_admin")

    with pytest.raises(PermissionDenied):
        dismissed(draft, outsider)
    kept = dismissed(draft, reviewer)
    with pytest.raises(PermissionDenied):
        take_back(unit_id=unit.pk, version=draft.version, fingerprint=kept.fingerprint, person=outsider)

    assert list(Dismissal.objects.all()) == [kept]


def test_approving_one_segment_takes_few_queries(unit: Unit) -> None:
    Term.objects.create(vi="dự án", ja="事業", approved=True)
    person = User.objects.get(pk=factories.reviewer().pk)

    with CaptureQueriesContext(connection) as captured:
        units.approve(unit_id=unit.pk, version=unit.version, target=RIGHT, person=person)

    asked = [query["sql"] for query in captured if "SAVEPOINT" not in query["sql"]]
    assert len(asked) <= MOST_QUERIES_OF_AN_APPROVAL
