"""What agrees with a number in English: ordinals, articles, singular and plural."""

import re
from decimal import Decimal

from translations.checks.facts.units import COMMON
from translations.repair.dates import ordinal
from translations.repair.numerals import Numeral
from translations.repair.words import Edit

_SUFFIX = re.compile(r"(?P<suffix>st|nd|rd|th)(?![A-Za-z])")
_ARTICLE = re.compile(r"(?<![A-Za-z])an? $", re.IGNORECASE)
_LETTER = re.compile(r"[A-Za-z]")
_SIGNS = "|".join(re.escape(name) for name in sorted(COMMON, key=len, reverse=True))
_UNCHANGING = re.compile(
    rf"[\s-]?(?:per ?cent|{_SIGNS})(?![A-Za-z])"
    r"|-|\s?%|\s?°",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?<![A-Za-z])(?:phase|zone|area|route|highway|road|article|clause|chapter|section|part|no\.|number|point|"
    r"stage|lot|gate|room|floor|line|group|grade|level|class|table|appendix|annex|form|page|q) ?$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$€¥₩₫A-Za-z]\s?$")
_TEENS = (11, 18)
_YEAR_DIGITS = 4


def agreeing(
    text: str, start: int, numeral: Numeral, values: tuple[Decimal, Decimal], written: str
) -> list[Edit] | None:
    """Return the edits that put *written* for *numeral*; None where other words would have to change.

    Args:
        text: the English words.
        start: where the fact begins in them; its currency may stand before the number.
        values: the number before and after.
    """
    edit = Edit(numeral.start, numeral.end, written)
    following, before = text[numeral.end :], text[: numeral.start]
    if start == numeral.start and _ARTICLE.search(before) and _takes_an(numeral.text) != _takes_an(written):
        return None
    if found := _SUFFIX.match(following):
        return _ranked(edit, values, found["suffix"])
    if _LETTER.match(following) and not (following.startswith("s") and len(numeral.text) == _YEAR_DIGITS):
        return [edit] if _UNCHANGING.match(following) or following.startswith("bn") else None
    if _count(values[0]) == _count(values[1]) or _LABEL.search(before) or _UNCHANGING.match(following):
        return [edit]
    return [edit] if start < numeral.start and _MONEY.search(text[start : numeral.start]) else None


def _ranked(edit: Edit, values: tuple[Decimal, Decimal], suffix: str) -> list[Edit] | None:
    before, after = map(int, values)
    if ordinal(before) != suffix or values[1] != after:
        return None
    return [edit, Edit(edit.end, edit.end + len(suffix), ordinal(after))]


def _count(value: Decimal) -> int:
    """Return 0 for a part of one, 1 for one, and 2 for whatever stands in the plural."""
    return 1 if value == 1 else 0 if value < 1 else 2


def _takes_an(written: str) -> bool:
    """Whether the number is read with a vowel first: 8, 11, 18, 80, 800, 11,000, but not 1,100."""
    whole = re.split(r"[.\s-]", written)[0]
    if "," not in whole and len(whole) == _YEAR_DIGITS:
        whole = f"{whole[:2]},"
    leading = whole.split(",")[0]
    return leading.startswith("8") or (leading.isdecimal() and int(leading) in _TEENS)
