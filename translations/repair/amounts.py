"""Numbers, money, shares and sizes: the new amount in the old one's unit and form."""

import re
from dataclasses import dataclass
from decimal import Decimal

from translations.checks.facts.fact import NUMBER, WRITTEN, Fact
from translations.checks.facts.quantities import DIGITS, values
from translations.checks.facts.units import VIETNAMESE as UNITS
from translations.checks.facts.vietnamese import GRAMMAR
from translations.checks.facts.words import END, START, any_of
from translations.repair import english
from translations.repair.numerals import Numeral, Spoken, digits, numeral_in, written
from translations.repair.words import Edit, Words

_SCALE = re.compile(rf"{START}(?:{any_of(GRAMMAR.scales)}|rưỡi){END}", re.IGNORECASE)
_DIGITS = re.compile(rf"(?<![mM\d]){DIGITS}")
_ROMAN = re.compile(r"(?<![^\W_])[IVXLC]+(?![^\W_])")
_ENDS = 2
_LAST_NATIVE = 10
_MOST_IN_SCALE = {"en": 1000, "ja": 10_000, "ko": 10_000}
_SCALE_FOLLOWS = re.compile(r"[\s-]?(?:thousand|[mbt](?:illion|n|ln)|[千万億兆천만억조])", re.IGNORECASE)


def beside_the_number(text: str) -> str:
    """Return what a Vietnamese fact says besides its number: a unit, or the thing that is numbered."""
    left = _ROMAN.sub(" ", _DIGITS.sub(" ", text))
    return " ".join(_SCALE.sub(" ", left).casefold().split())


def amount(fact: Fact) -> Decimal | None:
    """Return the number that *fact* says, before its unit; None where it may mean several."""
    for kind in (WRITTEN, NUMBER):
        found = {reading[1] for reading in fact.readings if reading[0] == kind}
        if found:
            (value, *others) = found
            return Decimal(value) if not others else None
    return None


def _spoken(old: Fact, new: Fact) -> Spoken:
    before, after = _DIGITS.findall(old.text), _DIGITS.findall(new.text)
    if len(before) != 1 or len(after) != 1:
        return Spoken("", "", has_scale=bool(_SCALE.search(new.text)))
    return Spoken(before[0], after[0], has_scale=bool(_SCALE.search(new.text)))


def _factor(old: Fact, new: Fact) -> Decimal | None:
    """Return how many of the old unit one of the new is; None where they measure different things."""
    before, after = beside_the_number(old.text), beside_the_number(new.text)
    if before == after:
        return Decimal(1)
    if before not in UNITS or after not in UNITS or UNITS[before][0] != UNITS[after][0]:
        return None
    return UNITS[after][1] / UNITS[before][1]


@dataclass(frozen=True)
class Place:
    """A fact of the translation, the one at *at* of the *of* that begin at *start* of *words*."""

    words: Words
    start: int
    text: str
    language: str
    at: int = 0
    of: int = 1

    def edited(self, numeral: Numeral, values: tuple[Decimal, Decimal], text: str) -> list[Edit] | None:
        """Return the edits for another number and what agrees with it; *values*: before, after."""
        if self.language == "en":
            return english.agreeing(self.words.text, self.start, numeral, values, text)
        after = self.words.text[numeral.end :]
        if self.language == "ja" and after.startswith("つ") and values[1] >= _LAST_NATIVE:
            return None
        return [Edit(numeral.start, numeral.end, text)]


def quantity(old: Fact, new: Fact, said: Fact, place: Place) -> list[Edit] | None:
    """Return the edits that make *said*, the fact at *place*, the amount of *new*."""
    before, after, shown = amount(old), amount(new), amount(said)
    factor, here = _factor(old, new), numeral_in(place.text, place.language, at=place.at, of=place.of)
    if not before or not after or not shown or here is None or factor is None:
        return None
    wanted = after * factor * shown / before
    if min(before, after) < 0:
        shown, wanted = abs(shown), abs(wanted)
        if max(before, after) > 0:
            return None
    text = written(wanted, here.text, place.language, _spoken(old, new))
    if text is None:
        return None
    return place.edited(here.moved(place.start), (shown, wanted), text)


def bounds(old: str, new: str, place: Place) -> list[Edit] | None:
    """Return the edits that make a range (``10-15 triệu``, ``VND 10–15 million``) that of *new*.

    Only its digits may change; each is multiplied as it was before, whatever the scale behind.
    """
    before, after, shown = _DIGITS.findall(old), _DIGITS.findall(new), list(_DIGITS.finditer(place.text))
    same = _DIGITS.sub("#", old).casefold() == _DIGITS.sub("#", new).casefold()
    if not same or len(before) != _ENDS or len(shown) != _ENDS:
        return None
    edits: list[Edit] = []
    for one, other, match in zip(before, after, shown, strict=True):
        if one == other:
            continue
        numeral = Numeral(match.start(), match.end(), match[0])
        found = _bound(one, other, numeral, place)
        if found is None:
            return None
        edits += found
    return edits


def _bound(old: str, new: str, numeral: Numeral, place: Place) -> list[Edit] | None:
    before, after = values(old, comma=True), values(new, comma=True)
    (shown,) = values(numeral.text, comma=False)
    if len(before) != 1 or len(after) != 1 or min(*before, *after) == 0:
        return None
    (one,), (other,) = before, after
    wanted = other * shown / one
    before_scale = _SCALE_FOLLOWS.match(place.text[numeral.end :]) is not None
    if before_scale and not 1 <= wanted < max(Decimal(_MOST_IN_SCALE[place.language]), shown + 1):
        return None
    text = digits(wanted, like=numeral.text, source=Spoken(old, new), before_scale=before_scale)
    if text is None:
        return None
    return place.edited(numeral.moved(place.start), (shown, wanted), text)
