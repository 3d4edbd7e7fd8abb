"""Every check, in the order in which a reviewer reads what they found."""

from collections.abc import Callable, Iterator

from translations.checks.consistency import check_consistency
from translations.checks.endings import check_ending
from translations.checks.figures import check_facts
from translations.checks.finding import Finding
from translations.checks.leftovers import check_left_over, check_unchanged
from translations.checks.markup import check_placeholders
from translations.checks.pair import Pair
from translations.checks.politeness import check_register
from translations.checks.scripts import check_script
from translations.checks.signs import check_control, check_width
from translations.checks.terms import check_terms
from translations.checks.wording import check_doubled, check_empty, check_length

Check = Callable[[Pair], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_placeholders,
    check_empty,
    check_control,
    check_facts,
    check_terms,
    check_unchanged,
    check_script,
    check_left_over,
    check_length,
    check_ending,
    check_register,
    check_doubled,
    check_width,
    check_consistency,
)


def findings(pair: Pair) -> list[Finding]:
    """Return what is wrong with a translation; nothing is said of one that is empty."""
    if not pair.target.strip():
        return []
    return [finding for check in CHECKS for finding in check(pair)]
