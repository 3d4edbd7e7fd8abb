"""Numbers with their scale and unit: ``1,5 tỷ đồng``, ``VND 1.5 billion``, ``15億ドン``."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from translations.checks.facts.fact import WRITTEN, Reading, number
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.units import LENGTH, Unit

DIGITS = (
    r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)?)"
)
"""A number in digits, however its thousands and decimals are set off."""

_CHARACTERS = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
_MYRIADS = {"万": 10**4, "億": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8, "조": 10**12}
_MILLION = Decimal(10**6)
_FIRST_OF_CJK = 0x2E80

# A number does not begin within a word or another number.
_NOT_INSIDE = r"(?<![\dA-Za-z])(?<![\d][.,])"


@dataclass(frozen=True)
class Grammar:
    """How a language writes quantities.

    *comma* says that decimals follow a comma. *scales* are words for powers of ten after the
    digits; empty where they are combined as Chinese characters are. *before* are signs of
    units before the number, *to* the words between two numbers of a range. The units in
    *vague* look like other words.
    """

    units: Mapping[str, Unit]
    scales: Mapping[str, int]
    before: tuple[str, ...]
    to: str
    comma: bool = False
    vague: frozenset[str] = frozenset()
    minus: str = "(?!)"


def values(digits: str, *, comma: bool) -> frozenset[Decimal]:
    """Return what *digits* may mean: ``12,500`` is read in two ways where decimals follow a comma."""
    written = digits.replace(" ", "")
    thousands, point = (".", ",") if comma else (",", ".")
    if _is_grouped(written, thousands, point):
        return frozenset([_decimal(written, thousands, point)])
    if not _is_grouped(written, point, thousands):
        return frozenset([Decimal(written.replace(",", "."))])
    as_others_write = _decimal(written, point, thousands)
    if written.count(point) > 1 or thousands in written:
        return frozenset([as_others_write])
    own = Decimal(written.replace(point, "."))
    return frozenset([own, as_others_write]) if comma else frozenset([own])


def _is_grouped(written: str, thousands: str, point: str) -> bool:
    return re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{point}\d+)?", written) is not None


def _decimal(written: str, thousands: str, point: str) -> Decimal:
    return Decimal(written.replace(thousands, "").replace(point, "."))


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of *words*, the longest first, as whole words where they have letters."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + _end(word) for word in ordered)


def _end(word: str) -> str:
    return r"(?![A-Za-zÀ-ỹ])" if word[-1].isalpha() and ord(word[-1]) < _FIRST_OF_CJK else ""


def quantities(grammar: Grammar) -> list[Rule]:
    """Return the rules for numbers in digits."""
    amount = _characters() if not grammar.scales else _words(grammar)
    before = _any_of(grammar.before)
    unit = _any_of(grammar.units)
    pattern = (
        rf"(?P<minus>{grammar.minus})?(?:(?P<before>{before})\s?)?{_NOT_INSIDE}(?P<first>{amount})"
        rf"(?:\s?(?:{grammar.to})\s?(?:(?:{before})\s?)?(?P<second>{amount}))?"
        rf"(?:[\s-]?(?P<unit>{unit}))?"
    )
    return [rule(pattern, lambda match: _read(match, grammar))]


def _words(grammar: Grammar) -> str:
    scale = rf"(?:[\s-]?(?:{_any_of(grammar.scales)}))"
    return rf"{DIGITS}{scale}*(?:\s{DIGITS}{scale}+)*"


def _characters() -> str:
    scale = rf"(?:\s?[{''.join([*_CHARACTERS, *_MYRIADS])}])"
    return rf"{DIGITS}{scale}*(?:\s?{DIGITS}{scale}+)*(?:(?<=[{''.join(_MYRIADS)}])\s?{DIGITS})?"


def _read(match: re.Match[str], grammar: Grammar) -> Iterator[list[Reading]]:
    before = (match["before"] or "").lower()
    word = (match["unit"] or "").lower()
    kind, size = grammar.units.get(re.sub(r"\s+", " ", word), ("", Decimal(1)))
    if before:
        size = _MILLION if kind == LENGTH and word == "m" else Decimal(1)
        kind = grammar.units[before.strip()][0]
    if word in grammar.vague:
        kind = ""
    last = match["second"] or match["first"]
    if match["second"]:
        factor = _factor(last, grammar)
        yield [
            reading
            for value in _amounts(match["first"], grammar)
            for each in ([-value] if match["minus"] else [value])
            for reading in (number(each), number(each * size, kind), number(each * factor * size, kind))
        ]
    sign = -1 if match["minus"] and not match["second"] else 1
    yield [
        reading
        for value in _amounts(last, grammar)
        for reading in (number(sign * value * size, kind), (WRITTEN, sign * value))
        if reading[0] != WRITTEN or kind
    ]


def _factor(amount: str, grammar: Grammar) -> Decimal:
    """Return by what the digits of *amount* are multiplied, which counts for both ends of a range."""
    if not grammar.scales:
        return Decimal(prod({**_CHARACTERS, **_MYRIADS}.get(sign, 1) for sign in amount))
    return Decimal(prod(grammar.scales[word] for word in _scale_words(amount, grammar)))


def _scale_words(amount: str, grammar: Grammar) -> list[str]:
    return re.findall(_any_of(grammar.scales), amount.lower())


def _amounts(amount: str, grammar: Grammar) -> frozenset[Decimal]:
    if not grammar.scales:
        return _of_characters(amount)
    pieces = re.findall(rf"({DIGITS})([^\d]*)", amount.lower())
    totals = frozenset([Decimal(0)])
    for digits, scales in pieces:
        factor = prod(grammar.scales[word] for word in _scale_words(scales, grammar))
        amounts = values(digits.strip(), comma=grammar.comma)
        totals = frozenset(total + value * factor for total in totals for value in amounts)
    return totals


def _of_characters(amount: str) -> frozenset[Decimal]:
    total, section, current = Decimal(0), Decimal(0), Decimal(0)
    for piece in re.findall(rf"{DIGITS}|[^\d\s]", amount):
        if piece in _CHARACTERS:
            section, current = section + (current or 1) * _CHARACTERS[piece], Decimal(0)
        elif piece in _MYRIADS:
            total, section, current = (
                total + ((section + current) or 1) * _MYRIADS[piece],
                Decimal(0),
                Decimal(0),
            )
        else:
            (current,) = values(piece, comma=False)
    return frozenset([total + section + current])
