"""Whether a translation has the placeholders of its source, no more and no less."""

from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.segments.placeholders import faults


def check_placeholders(pair: Pair) -> Iterator[Finding]:
    """Yield an error for each way in which the placeholders differ."""
    for fault in faults(pair.source, pair.target):
        yield Finding("placeholders", Severity.ERROR, fault.sentence, fault.values)
