"""Whether a translation says the terms of the glossary, and none of their forbidden names."""

import re
import unicodedata
from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair


def check_terms(pair: Pair) -> Iterator[Finding]:
    """Yield what is missing (an error for a locked term, else a warning) and what is forbidden (an error)."""
    target = _folded(pair.target_words)
    for term in pair.terms:
        if term.wanted and not says(target, term.wanted):
            severity = Severity.ERROR if term.locked else Severity.WARNING
            yield Finding(
                "term.missing",
                severity,
                "“%(vietnamese)s” is “%(wanted)s” by the glossary, which the translation does not say.",
                {"vietnamese": term.vietnamese, "wanted": term.wanted},
            )
        for name in term.forbidden:
            if says(target, name) and not says(_folded(term.wanted), name):
                yield Finding(
                    "term.forbidden",
                    Severity.ERROR,
                    "“%(name)s” must not be used for “%(vietnamese)s”. Say “%(wanted)s”.",
                    {"name": name, "vietnamese": term.vietnamese, "wanted": term.wanted},
                )


def says(folded: str, term: str) -> bool:
    """Whether a folded text has *term*; in Latin letters it has to be whole words, in either number."""
    wanted = _folded(term)
    if not wanted.isascii():
        return wanted in folded
    return re.search(rf"(?<![a-z0-9]){re.escape(wanted)}(?:s|es|'s|’s)?(?![a-z0-9])", folded) is not None


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).casefold()).strip()
