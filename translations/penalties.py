"""What is taken off the likeness of two sources, and why. Pure.

Points are of a hundred. They are small against `MINIMUM_SCORE`: they order what is shown and
decide what is put in unasked.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from translations.checks.facts.comparison import facts_in
from translations.segments.placeholders import Placeholder, plain, tokens

IDENTICAL_SCORE = 100.0
"""The same source, letter by letter in NFC; nothing else gets it."""

MINIMUM_SCORE = 75.0
"""Below it a translator is faster from the beginning, so it is not shown."""

PREFILL_SCORE = 95.0
"""From it a text is put in, to be reviewed: one small word of a long sentence is another."""

_NEVER_PREFILLED = IDENTICAL_SCORE - PREFILL_SCORE + 1

OTHER_FACTS = _NEVER_PREFILLED
"""Another number, date or sum: the words fit so well that nobody would notice the old figure."""

OTHER_PLACEHOLDERS = _NEVER_PREFILLED
"""Links or bold words elsewhere, more or fewer: the markup would go lost, or to the wrong words."""

IMPORTED = 2.0
"""It came with a file: nobody here approved it."""

SAMPLE = 2.0
"""It came with the demonstration: it speaks another office's language."""

OTHER_CONTEXT = 1.0
"""It stood in another field: a title is said differently from a sentence."""

OTHER_SIGNS = 1.0
"""Other punctuation or capitals, which a translation mostly follows."""

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a translation comes from, seen from the unit that asks."""

    imported: bool
    sample: bool
    same_context: bool


def score(likeness: float, source: str, other: str, standing: Standing) -> float:
    """Return how much the translation of *other* is worth to *source*, two segments' texts.

    Args:
        likeness: of their syllables, from 0 to 100 (`translations.similarity`).
    """
    if source == other:
        return IDENTICAL_SCORE
    taken = [
        OTHER_FACTS if _facts_differ(plain(source), plain(other)) else 0,
        OTHER_PLACEHOLDERS if _placeholders_differ(source, other) else 0,
        OTHER_SIGNS if _signs(source) != _signs(other) else 0,
        IMPORTED if standing.imported else 0,
        SAMPLE if standing.sample else 0,
        0 if standing.same_context else OTHER_CONTEXT,
    ]
    # Texts that differ in a way nobody thought of are still not the same.
    return max(0.0, min(likeness - sum(taken), IDENTICAL_SCORE - OTHER_SIGNS))


def _facts_differ(source: str, other: str) -> bool:
    if Counter(_DIGITS.findall(source)) != Counter(_DIGITS.findall(other)):
        return True
    # Numbers in words: *ba xã* and *bốn xã*.
    return _meant(source) != _meant(other)


@lru_cache(maxsize=512)
def _meant(text: str) -> Counter[frozenset[object]]:
    return Counter(
        frozenset[object](fact.readings) for fact in facts_in(text, "vi") if fact.counted or not fact.weak
    )


def _placeholders_differ(source: str, other: str) -> bool:
    if _placeholders(source) != _placeholders(other):
        return True
    return plain(source) == plain(other)  # the same words and marks: they stand at other words


def _placeholders(text: str) -> list[Placeholder]:
    return [token for token in tokens(text) if isinstance(token, Placeholder)]


def _signs(text: str) -> str:
    return "".join(sign for sign in plain(text) if not sign.isalnum() and not sign.isspace())
