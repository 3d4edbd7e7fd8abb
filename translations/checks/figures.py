"""Whether a translation says the same numbers, dates, money and documents as its source."""

from collections.abc import Iterator

from translations.checks.facts.comparison import compare
from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.sentences import gettext_noop

MISSING = "facts.missing"
ADDED = "facts.added"


def check_facts(pair: Pair) -> Iterator[Finding]:
    """Yield an error for each fact that only one of the two says."""
    compared = compare(pair.source, pair.target, pair.language)
    for fact in compared.missing:
        yield Finding(
            MISSING,
            Severity.ERROR,
            gettext_noop("The source says “%(fact)s” and the translation does not. Say the same value."),
            {"fact": fact.text},
        )
    for fact in compared.added:
        yield Finding(
            ADDED,
            Severity.ERROR,
            gettext_noop(
                "The translation says “%(fact)s” and the source does not. Say what the source says."
            ),
            {"fact": fact.text},
        )
