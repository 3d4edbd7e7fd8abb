"""English numbers in words: ``twenty-five``, ``thousands of``, ``per month``."""

import re

from translations.checks.facts.fact import Reading, number
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.spelled.meanings import count_of, fraction_of, rate_of, vague_of
from translations.checks.facts.words import END, START, any_of, by_word

_UP_TO_NINETEEN = (
    "one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_UP_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UP_TO_TWENTIETH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth "
    "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

_DIGITS = {word: at for at, word in enumerate(_UP_TO_NINETEEN, start=1)}
_TENS = {word: 10 * at for at, word in enumerate(_UP_TO_NINETY, start=2)}
_ORDINALS = {word: at for at, word in enumerate(_UP_TO_TWENTIETH, start=1)}
_VALUES = _DIGITS | _TENS | _ORDINALS
_TIMES = by_word(
    {
        2: "doubled|doubles|doubling|double|twice|twofold",
        3: "tripled|triple|tripling|threefold",
        4: "quadrupled|fourfold",
        5: "fivefold",
        10: "tenfold",
    }
)
_POWERS = by_word(
    {
        1: "dozens|tens|scores",
        2: "hundreds",
        3: "thousands",
        4: "tens of thousands",
        5: "hundreds of thousands",
        6: "millions",
        7: "tens of millions",
        8: "hundreds of millions",
        9: "billions",
    }
)
_PERIODS = by_word(
    {
        "year": "per year|a year|each year|every year|annually|yearly|annual|per annum|/year",
        "month": "per month|a month|each month|monthly|/month",
        "day": "per day|a day|daily|/day",
        "week": "per week|a week|weekly",
        "hour": "per hour|an hour",
        "quarter": "per quarter|quarterly",
        "m2": "per m2|per square metre|per square meter|/m2|per sqm",
        "ha": "per hectare|a hectare|/ha|per ha",
    }
)
_LOOSE = {"both": 2, "dozen": 12, "zero": 0, "half": 50, "nil": 0}


def value_of(text: str) -> int:
    """Return the value of number words; words that are no numbers (``a``, ``and``) count nothing."""
    total = 0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word == "hundred":
            total = 100 * (total or 1)
        elif word == "thousand":
            total = 1000 * (total or 1)
        else:
            total += _VALUES.get(word, 0)
    return total


def _whole(match: re.Match[str]) -> list[list[Reading]]:
    return count_of(value_of(match[0]))


def _loose(match: re.Match[str]) -> list[list[Reading]]:
    return [[number(_LOOSE.get(match[0].lower(), 1))]]


def _fraction(match: re.Match[str]) -> list[list[Reading]]:
    parts = match[1].lower()
    return fraction_of(_DIGITS.get(parts, 1), _PARTS[match[2].lower()])


_PARTS = by_word(
    {3: "third|thirds", 4: "quarter|quarters|fourth|fourths", 5: "fifth|fifths", 10: "tenth|tenths"}
)
_NUMBER = any_of(_DIGITS | _TENS)
_DIGIT = rf"{any_of(_DIGITS)}|{any_of(_ORDINALS)}"
_HUNDREDS = rf"(?:a|{_NUMBER}) (?:hundred|thousand)(?: and)?(?:[ -](?:{_NUMBER}))*"
_TWO_DIGITS = rf"(?:{any_of(_TENS)})(?:[ -](?:{_DIGIT}))?"

# “one” and “first” are as often no numbers.
_NOT_ONE = rf"(?!one{END}|first{END})"

# “a quarter” alone is as often three months.
_OF_THEM = r"a(?= \w+ (?:of|less|more|higher|lower))|one|two|three|four|seven|nine"

RULES: tuple[Rule, ...] = (
    rule(rf"{START}({_OF_THEM})[ -]({any_of(_PARTS)}){END}", _fraction, counted=True),
    rule(
        rf"{START}({any_of(_POWERS)})(?= of){END}",
        lambda match: vague_of(_POWERS[match[1].lower()]),
        counted=True,
    ),
    rule(
        rf"{START}({any_of(_PERIODS)}){END}",
        lambda match: rate_of(_PERIODS[match[1].lower()]),
        counted=True,
    ),
    rule(rf"{START}{_HUNDREDS}{END}", _whole, counted=True),
    rule(rf"{START}{_TWO_DIGITS}{END}", _whole, counted=True),
    rule(
        rf"{START}({any_of(_TIMES)}){END}",
        lambda match: count_of(_TIMES[match[1].lower()]),
        counted=True,
    ),
    rule(rf"{START}{_NOT_ONE}(?:{_DIGIT}){END}", _whole, counted=True),
    rule(rf"{START}(?:one|first|{'|'.join(_LOOSE)}){END}", _loose, weak=True),
)
"""Numbers in words, the surest first."""
