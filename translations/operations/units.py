"""What a reviewer does with a segment: edit, approve, return."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from translations.enums import Origin, UnitState
from translations.exceptions import BrokenTarget, FailedChecks, StaleUnit, TargetTooLong
from translations.findings import said
from translations.models import Edition, Unit
from translations.operations.editions import settle
from translations.operations.expected_terms import ExpectedTerms
from translations.operations.judgement import cannot_be_stored, errors, judged
from translations.operations.memory import remember
from translations.segments.segment import digest, normalise


def may_review(person: Any, language: str) -> bool:
    """Whether *person* reviews editions in *language*."""
    return bool(person.has_perm(f"translations.review_{language}"))


def require_reviewer(person: Any, language: str) -> None:
    """Refuse whoever does not review *language*.

    Raises:
        PermissionDenied: with a whole sentence.
    """
    if not may_review(person, language):
        raise PermissionDenied(
            _("You do not review this language. Ask for the role, or leave it to its reviewers.")
        )


def _locked_editions() -> QuerySet[Edition]:
    # The edition alone: a lock on its content type would hold up everybody else's work.
    return Edition.objects.select_for_update(of=("self",)).select_related("content_type")


def claim(unit_id: int, version: int, person: Any) -> Unit:
    """Return the unit and its edition locked for change, if nobody changed it meanwhile."""
    edition = _locked_editions().filter(units=unit_id).first()
    if edition is None:
        raise StaleUnit
    require_reviewer(person, edition.language)
    unit = Unit.objects.filter(pk=unit_id, version=version).first()
    if unit is None:
        raise StaleUnit
    unit.edition = edition
    return unit


def check_target(unit: Unit, target: str) -> None:
    """Refuse a target that would break the page; what else is wrong with it is shown and can be stored.

    Raises:
        BrokenTarget: it is empty, breaks a line, or loses, invents or crosses placeholders.
        TargetTooLong: it does not fit its field.
    """
    wrong = cannot_be_stored(unit, target)
    if wrong:
        refusal = TargetTooLong if all(one.check == "length" for one in wrong) else BrokenTarget
        raise refusal(" ".join(said(one) for one in wrong))


@transaction.atomic
def edit(*, unit_id: int, version: int, target: str, person: Any, only_here: bool | None = None) -> Unit:
    """Store a reviewer's text; it still waits for approval.

    Args:
        only_here: whether the text is of no use to other objects; None leaves it as it is.

    Raises:
        StaleUnit, BrokenTarget, TargetTooLong, PermissionDenied: nothing was stored.
    """
    unit = claim(unit_id, version, person)
    check_target(unit, normalise(target))
    _write(unit, normalise(target), person, only_here)
    unit.version += 1
    unit.save()
    settle(edition=unit.edition)
    return unit


def _write(unit: Unit, target: str, person: Any, only_here: bool | None = None) -> None:
    if target != unit.target:
        unit.origin, unit.engine, unit.score = Origin.PERSON, "", None
        unit.edited_by = person
    if only_here is not None:
        unit.only_here = only_here
    unit.target, unit.state = target, UnitState.TRANSLATED
    unit.note = ""


@transaction.atomic
def approve(
    *, unit_id: int, version: int, person: Any, target: str | None = None, only_here: bool | None = None
) -> Unit:
    """Approve a segment, with *target* as its last edit if given.

    When it was the last one, the edition goes public.

    Args:
        only_here: whether the text is of no use to other objects; None leaves it as it is.

    Raises:
        StaleUnit, FailedChecks, PermissionDenied: nothing was stored.
    """
    unit = claim(unit_id, version, person)
    text = unit.target if target is None else normalise(target)
    wrong = errors(judged(unit, ExpectedTerms(), text))
    if wrong:
        raise FailedChecks({unit.pk: wrong})
    _write(unit, text, person, only_here)
    _approve(unit, person)
    settle(edition=unit.edition, person=person)
    return unit


def _approve(unit: Unit, person: Any) -> None:
    unit.state = UnitState.APPROVED
    unit.approved_by, unit.approved_at = person, timezone.now()
    unit.approved_source_hash, unit.approved_target_hash = unit.source_hash, digest(unit.target)
    unit.previous_source, unit.note, unit.refusal = "", "", ""
    unit.version += 1
    unit.save()
    remember(unit=unit, person=person)


@transaction.atomic
def approve_all(*, edition_id: int, seen: Iterable[tuple[int, int]], person: Any) -> Edition:
    """Approve every pending segment of an edition as the person saw it.

    Args:
        seen: (unit id, version) of each pending segment on the person's screen.

    Raises:
        StaleUnit: a segment changed or appeared since; nothing was approved.
        FailedChecks: some segments have no text, or errors; nothing was approved.
    """
    edition = _locked_editions().get(pk=edition_id)
    require_reviewer(person, edition.language)
    pending = list(edition.units.pending())
    if {(unit.pk, unit.version) for unit in pending} - set(seen):
        raise StaleUnit
    terms, wrong = ExpectedTerms(), {}
    for unit in pending:
        unit.edition = edition
        if found := errors(judged(unit, terms)):
            wrong[unit.pk] = found
    if wrong:
        raise FailedChecks(wrong)
    for unit in pending:
        _approve(unit, person)
    settle(edition=edition, person=person)
    return edition


@transaction.atomic
def send_back(*, unit_id: int, version: int, note: str, person: Any, target: str | None = None) -> Unit:
    """Return a segment to be worked on again, with a note that says why.

    Args:
        target: the text as far as the person came with it, if it changed.

    Raises:
        StaleUnit, BrokenTarget, TargetTooLong, PermissionDenied: nothing was stored.
    """
    unit = claim(unit_id, version, person)
    if not note.strip():
        raise BrokenTarget(_("Say in a note why the segment is returned."))
    if target is not None and normalise(target) != unit.target:
        check_target(unit, normalise(target))
        _write(unit, normalise(target), person)
    unit.note = normalise(note.strip())
    unit.state = UnitState.NEEDS_REVIEW if unit.target else UnitState.EMPTY
    unit.approved_source_hash = unit.approved_target_hash = ""
    unit.version += 1
    unit.save()
    settle(edition=unit.edition)
    return unit
