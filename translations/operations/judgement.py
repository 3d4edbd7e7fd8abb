"""What stands between a text and its approval: the rules of its form, and every check."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from django.utils.translation import gettext_noop

from translations.checks.every import findings
from translations.checks.finding import Finding, Severity
from translations.checks.markup import check_placeholders
from translations.checks.pair import Language, Pair
from translations.checks.wording import check_length
from translations.limits import longest_allowed
from translations.models import Unit
from translations.operations.elsewhere import ApprovedElsewhere
from translations.operations.expected_terms import ExpectedTerms

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def _form(unit: Unit, target: str) -> Iterator[Finding]:
    """Yield what no check looks for, because it concerns the field rather than the translation."""
    if not target.strip():
        said = gettext_noop("The translation is empty. Write it, or return the segment with a note.")
        yield Finding("empty", Severity.ERROR, said)
    if _CONTROL.search(target):
        said = gettext_noop("The translation holds control characters. Remove them and try again.")
        yield Finding("control", Severity.ERROR, said)
    if "\n" in target and "\n" not in unit.source:
        said = gettext_noop("This segment is one line. Remove the line breaks from the translation.")
        yield Finding("lines", Severity.ERROR, said)


def _pair(unit: Unit, target: str, terms: ExpectedTerms | None = None, also: Sequence[str] = ()) -> Pair:
    language = cast(Language, unit.edition.language)
    expected = terms.of(unit.source, language) if terms is not None else ()
    return Pair(language, unit.source, target, tuple(expected), longest_allowed(unit), tuple(also))


def cannot_be_stored(unit: Unit, target: str) -> list[Finding]:
    """Return what would break the page if *target* stood on it; a draft may be wrong in any other way."""
    formal = list(_form(unit, target))
    if formal:
        return formal
    pair = _pair(unit, target)
    return [*check_placeholders(pair), *check_length(pair)]


def judged(
    unit: Unit, terms: ExpectedTerms, target: str | None = None, elsewhere: ApprovedElsewhere | None = None
) -> list[Finding]:
    """Return everything that is wrong, or may be, with the stored text or with *target* in its place.

    A text that has not even the form of one is told just that. Without *elsewhere*, nothing is
    said of other translations of the same source, which is only ever a warning.
    """
    text = unit.target if target is None else target
    also = elsewhere.of(unit, text) if elsewhere is not None else ()
    return list(_form(unit, text)) or findings(_pair(unit, text, terms, also))


def errors(found: Sequence[Finding]) -> list[Finding]:
    """Return what blocks approval."""
    return [finding for finding in found if finding.severity is Severity.ERROR]
