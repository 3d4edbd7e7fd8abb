"""What a reviewer does with a segment: edit, approve, return."""

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from translations.enums import Origin, UnitState
from translations.exceptions import BrokenTarget, StaleUnit, TargetTooLong
from translations.limits import longest_allowed
from translations.models import Edition, Unit
from translations.operations.editions import settle
from translations.operations.memory import remember
from translations.segments import placeholders
from translations.segments.segment import digest, normalise

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


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


def _claim(unit_id: int, version: int, person: Any) -> Unit:
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
    """Refuse a target that would break the page.

    Raises:
        BrokenTarget: it is empty, breaks a line, or loses, invents or crosses placeholders.
        TargetTooLong: it does not fit its field.
    """
    if not target.strip():
        raise BrokenTarget(_("The translation is empty. Write it, or return the segment with a note."))
    if _CONTROL.search(target):
        raise BrokenTarget(_("The translation holds control characters. Remove them and try again."))
    if "\n" in target and "\n" not in unit.source:
        raise BrokenTarget(_("This segment is one line. Remove the line breaks from the translation."))
    said = placeholders.problems(unit.source, target)
    if said:
        raise BrokenTarget(" ".join(said))
    longest = longest_allowed(unit)
    if longest is not None and len(placeholders.plain(target)) > longest:
        raise TargetTooLong(
            _("The translation has %(length)d characters and this field takes %(longest)d. Shorten it.")
            % {"length": len(placeholders.plain(target)), "longest": longest}
        )


@transaction.atomic
def edit(*, unit_id: int, version: int, target: str, person: Any) -> Unit:
    """Store a reviewer's text; it still waits for approval.

    Raises:
        StaleUnit, BrokenTarget, TargetTooLong, PermissionDenied: nothing was stored.
    """
    unit = _claim(unit_id, version, person)
    _store(unit, normalise(target), person)
    settle(edition=unit.edition)
    return unit


def _store(unit: Unit, target: str, person: Any) -> None:
    check_target(unit, target)
    if target != unit.target:
        unit.origin, unit.engine, unit.score = Origin.PERSON, "", None
        unit.edited_by = person
    unit.target, unit.state = target, UnitState.TRANSLATED
    unit.note = ""
    unit.version += 1
    unit.save()


@transaction.atomic
def approve(*, unit_id: int, version: int, person: Any, target: str | None = None) -> Unit:
    """Approve a segment, with *target* as its last edit if given.

    When it was the last one, the edition goes public.

    Raises:
        StaleUnit, BrokenTarget, TargetTooLong, PermissionDenied: nothing was stored.
    """
    unit = _claim(unit_id, version, person)
    if target is not None and normalise(target) != unit.target:
        _store(unit, normalise(target), person)
    _approve(unit, person)
    settle(edition=unit.edition, person=person)
    return unit


def _approve(unit: Unit, person: Any) -> None:
    check_target(unit, unit.target)
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
        BrokenTarget: a segment has no text or broken markup; nothing was approved.
    """
    edition = _locked_editions().get(pk=edition_id)
    require_reviewer(person, edition.language)
    pending = list(edition.units.pending())
    if {(unit.pk, unit.version) for unit in pending} - set(seen):
        raise StaleUnit
    for unit in pending:
        unit.edition = edition
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
    unit = _claim(unit_id, version, person)
    if not note.strip():
        raise BrokenTarget(_("Say in a note why the segment is returned."))
    if target is not None and normalise(target) != unit.target:
        _store(unit, normalise(target), person)
    unit.note = normalise(note.strip())
    unit.state = UnitState.NEEDS_REVIEW if unit.target else UnitState.EMPTY
    unit.approved_source_hash = unit.approved_target_hash = ""
    unit.version += 1
    unit.save()
    settle(edition=unit.edition)
    return unit
