"""What a reviewer says to a warning: that it is none, and why."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from translations.checks.finding import Severity
from translations.checks.finding import fingerprint as fingerprint_of
from translations.exceptions import NotDismissable, StaleUnit
from translations.models import Dismissal
from translations.operations.elsewhere import ApprovedElsewhere
from translations.operations.expected_terms import ExpectedTerms
from translations.operations.judgement import judged
from translations.operations.units import claim
from translations.segments.segment import normalise

LONGEST_REASON = 255


@transaction.atomic
def dismiss(*, unit_id: int, version: int, fingerprint: str, reason: str, person: Any) -> Dismissal:
    """Keep a reviewer's word that a warning about the stored text is none.

    It lapses by itself when either text changes, because the warning then has another
    fingerprint. A warning that is dismissed already keeps its first reason.

    Raises:
        StaleUnit: the segment changed since, or no longer has the warning.
        NotDismissable: it is an error, or the reason is empty or too long.
        PermissionDenied: the person does not review the language.
    """
    unit = claim(unit_id, version, person)
    said = _reason(reason)
    shown = judged(unit, ExpectedTerms(), elsewhere=ApprovedElsewhere([unit]))
    found = {fingerprint_of(one, unit.source, unit.target): one for one in shown}
    finding = found.get(fingerprint)
    if finding is None:
        raise StaleUnit
    if finding.severity is not Severity.WARNING:
        raise NotDismissable(_("An error cannot be dismissed. Correct the translation."))
    dismissal, _created = Dismissal.objects.get_or_create(
        unit=unit,
        fingerprint=fingerprint,
        defaults={"check_id": finding.check, "reason": said, "person": person},
    )
    return dismissal


def _reason(reason: str) -> str:
    said = " ".join(normalise(reason).split())
    if not said:
        raise NotDismissable(_("Say why the warning does not apply."))
    if len(said) > LONGEST_REASON:
        raise NotDismissable(
            _("The reason has %(length)d characters; it takes at most %(longest)d. Shorten it.")
            % {"length": len(said), "longest": LONGEST_REASON}
        )
    return said


@transaction.atomic
def take_back(*, unit_id: int, version: int, fingerprint: str, person: Any) -> None:
    """Let a dismissed warning be shown again; where nobody dismissed it, nothing happens.

    Raises:
        StaleUnit: the segment changed since.
        PermissionDenied: the person does not review the language.
    """
    unit = claim(unit_id, version, person)
    Dismissal.objects.filter(unit=unit, fingerprint=fingerprint).delete()
