"""What the checks found in the segments of a page, and which warnings a reviewer dismissed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wagtail.admin.utils import get_user_display_name

from translations.checks.finding import Finding, Severity, fingerprint
from translations.findings import said
from translations.models import Dismissal, Edition, Unit
from translations.operations.elsewhere import ApprovedElsewhere
from translations.operations.expected_terms import ExpectedTerms
from translations.operations.judgement import judged
from translations.views.attempts import Attempt


@dataclass(frozen=True)
class ShownFinding:
    """A finding as the template shows it; *reason* is why it was, or is about to be, dismissed."""

    sentence: str
    fingerprint: str
    is_error: bool
    reason: str = ""
    person: str = ""


@dataclass(frozen=True)
class SegmentFindings:
    """What was found in one segment; *is_stored* says that it is about the stored text, not a typed one."""

    errors: Sequence[ShownFinding] = ()
    warnings: Sequence[ShownFinding] = ()
    dismissed: Sequence[ShownFinding] = ()
    is_stored: bool = True

    @property
    def open(self) -> list[ShownFinding]:
        """What the segment shows unfolded: errors first."""
        return [*self.errors, *self.warnings]


def findings_by_unit(
    edition: Edition, units: Sequence[Unit], attempts: Mapping[int, Attempt]
) -> dict[int, SegmentFindings]:
    """Return the findings of every segment with a text, by primary key, in three queries.

    Where a typed text is shown, they are about that one.
    """
    terms, dismissals, elsewhere = ExpectedTerms(), _dismissals(edition), ApprovedElsewhere(units)
    found = {}
    for unit in units:
        attempt = attempts.get(unit.pk)
        text = unit.target if attempt is None or attempt.target is None else attempt.target
        if text.strip():
            said_by_checks = judged(unit, terms, text, elsewhere)
            found[unit.pk] = _sorted(unit, text, said_by_checks, dismissals[unit.pk], attempt)
    return found


def _dismissals(edition: Edition) -> Mapping[int, dict[str, Dismissal]]:
    by_unit: dict[int, dict[str, Dismissal]] = defaultdict(dict)
    for dismissal in Dismissal.objects.filter(unit__edition=edition).select_related("person"):
        by_unit[dismissal.unit_id][dismissal.fingerprint] = dismissal
    return by_unit


def _sorted(
    unit: Unit,
    text: str,
    found: Iterable[Finding],
    dismissals: Mapping[str, Dismissal],
    attempt: Attempt | None,
) -> SegmentFindings:
    errors, warnings, dismissed = [], [], []
    for finding in found:
        mark = fingerprint(finding, unit.source, text)
        sentence = said(finding)
        if finding.severity is Severity.ERROR:
            errors.append(ShownFinding(sentence, mark, is_error=True))
        elif mark in dismissals:
            by = dismissals[mark]
            person = get_user_display_name(by.person)
            dismissed.append(ShownFinding(sentence, mark, is_error=False, reason=by.reason, person=person))
        else:
            typed = attempt.reasons.get(mark, "") if attempt is not None else ""
            warnings.append(ShownFinding(sentence, mark, is_error=False, reason=typed))
    return SegmentFindings(errors, warnings, dismissed, is_stored=text == unit.target)
