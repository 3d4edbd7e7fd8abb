"""Whether a translation says the terms of the glossary, and none of their forbidden names."""

import re
import unicodedata
from collections.abc import Iterator

from translations.checks.facts.vietnamese import GRAMMAR
from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.sentences import gettext_noop


def check_terms(pair: Pair) -> Iterator[Finding]:
    """Yield what is missing (an error for a locked term, else a warning) and what is forbidden (an error)."""
    target = _folded(pair.target_words)
    for term in pair.terms:
        if term.wanted and not says(target, term.wanted) and not _is_quantity(term.vietnamese):
            severity = Severity.ERROR if term.locked else Severity.WARNING
            yield Finding(
                "term.missing",
                severity,
                gettext_noop(
                    "“%(vietnamese)s” is “%(wanted)s” by the glossary, which the translation does not say."
                ),
                {"vietnamese": term.vietnamese, "wanted": term.wanted},
            )
        for name in term.forbidden:
            if says(target, name) and not says(_folded(term.wanted), name):
                yield Finding(
                    "term.forbidden",
                    Severity.ERROR,
                    gettext_noop("“%(name)s” must not be used for “%(vietnamese)s”. Say “%(wanted)s”."),
                    {"name": name, "vietnamese": term.vietnamese, "wanted": term.wanted},
                )


def says(folded: str, term: str) -> bool:
    """Whether a folded text has *term*; in Latin letters it has to be whole words, in either number."""
    wanted = _folded(term)
    if not wanted.isascii():
        # Korean sets words apart more or less, as the writer likes.
        return wanted.replace(" ", "") in folded.replace(" ", "")
    forms = "|".join(re.escape(form) for form in _numbers(wanted))
    return re.search(rf"(?<![a-z0-9])(?:{forms})(?:'s?)?(?![a-z0-9])", folded) is not None


def _numbers(wanted: str) -> Iterator[str]:
    """Yield an English term in singular and plural."""
    yield from (wanted, f"{wanted}s", f"{wanted}es")
    if wanted.endswith("y"):
        yield f"{wanted[:-1]}ies"
    if wanted.endswith("ies"):
        yield f"{wanted[:-3]}y"
    elif wanted.endswith("s"):
        yield wanted[:-1]


def _is_quantity(vietnamese: str) -> bool:
    """Whether a term is a scale or a unit (“tỷ đồng”): what it counts is compared by value."""
    words = _folded(vietnamese).split()
    return all(word in GRAMMAR.scales or word in GRAMMAR.units for word in words)


def _folded(text: str) -> str:
    words = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return re.sub(r"\s+", " ", words).strip()
