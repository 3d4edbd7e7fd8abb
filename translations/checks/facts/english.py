"""Facts in English."""

import re
from collections.abc import Iterator

from translations.checks.facts.fact import TIME, Reading, day, lunar, number
from translations.checks.facts.quantities import Grammar, quantities
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.shared import DATES, FIRST, FULL_MOON, LATE, full_date, in_roman, moment
from translations.checks.facts.spelled.english import RULES as SPELLED
from translations.checks.facts.units import ENGLISH
from translations.checks.facts.words import any_of, by_word

_NAMES = ("january february march april may june july august september october november december").split()
_MONTHS = {name[:length]: at for at, name in enumerate(_NAMES, start=1) for length in (3, 4, len(name))}
_ORDERED = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth"
).split()
_ORDINALS = {word: at for at, word in enumerate(_ORDERED, start=1)} | {"last": 12}

_NAME = rf"(?P<month>(?-i:{any_of(one.title() for one in _MONTHS)}))(?![^\W_])\.?"
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{any_of(_ORDINALS)})"
_LUNAR_AFTER = (
    r"(?P<lunar>,? ?\(?(?:of|in|by|on|according to|under)? ?(?:the )?(?:vietnamese )?"
    r"lunar(?: calendar| year| new year)?\)?)"
)
_YEAR = r"(?:,? ?(?:of )?(?P<year>\d{4})(?!\d))"

GRAMMAR = Grammar(
    units=ENGLISH,
    scales=by_word(
        {
            10**12: "thousand billion|trillion|tn",
            10**9: "billion|bn",
            10**6: "million|mn|mln",
            10**3: "thousand",
            100: "hundred",
            12: "dozen",
        }
    ),
    before=("us$", "usd", "$", "vnd", "eur", "€", "jpy", "¥", "krw", "₩", "us dollars"),
    to=r"-|to|and",
    minus=r"(?:minus|negative) |(?<!\S)-(?=\d)",
    vague=frozenset({"degrees", "g", "min", "mins"}),
)


def _ordinal(word: str) -> int:
    found = re.match(r"\d+", word)
    return int(found[0]) if found else _ORDINALS[word.lower()]


def _month(name: str) -> int:
    return _MONTHS[name.lower()]


def _date(match: re.Match[str]) -> Iterator[list[Reading]]:
    of_month, month, year = int(match["day"]), _month(match["month"]), match["year"]
    if match["lunar"]:
        yield [lunar(month, of_month)]
        if year:
            yield [number(int(year))]
    elif year:
        yield full_date(year, str(month), str(of_month))
    else:
        yield [day(0, month, of_month)]


def _month_alone(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [day(int(match["year"] or 0), _month(match["month"]))]


def _lunar(match: re.Match[str]) -> Iterator[list[Reading]]:
    groups = match.groupdict()
    of_month = FULL_MOON if groups.get("moon") else _ordinal(match["day"]) if groups.get("day") else 0
    yield [lunar(_ordinal(match["month"]), of_month)]


def _in_digits(match: re.Match[str]) -> Iterator[list[Reading]]:
    readings = [*full_date(match[3], match[2], match[1]), *full_date(match[3], match[1], match[2])]
    if readings:
        yield readings


def _half_of_a_day(match: re.Match[str]) -> Iterator[list[Reading]]:
    readings = moment(match[1], match[2], afternoon=match[3].lower().startswith("p"))
    if readings:
        yield readings


def _both_in_a_half(match: re.Match[str]) -> Iterator[list[Reading]]:
    afternoon = match[5].lower().startswith("p")
    first = [*moment(match[1], match[2], afternoon=afternoon), *moment(match[1], match[2], afternoon=False)]
    second = moment(match[3], match[4], afternoon=afternoon)
    if first and second:
        yield first
        yield second


def _hour(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [*moment(match[1], None, afternoon=None), *moment(match[1], None, afternoon=True)]


def _quarter(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [number(int(match[1] or match[2]))]


def _half(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [number(GRAMMAR.scales[match[1].lower()] // 2)]


_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DAY_IN_ORDER = rf"(?:the )?(?P<day>{_ORDINAL})(?: (?:day|night|evening))?"
_MONTH_IN_ORDER = rf"(?P<month>{_ORDINAL})"

RULES: tuple[Rule, ...] = (
    *FIRST,
    *DATES,
    rule(rf"{_DAY_IN_ORDER}(?: of)?(?: the)? {_MONTH_IN_ORDER} lunar month", _lunar),
    rule(rf"{_DAY_IN_ORDER} of(?: the)? {_MONTH_IN_ORDER} month{_LUNAR_AFTER}", _lunar),
    rule(rf"(?P<moon>full[- ]moon)(?: day)? of(?: the)? {_MONTH_IN_ORDER}(?: lunar)? month", _lunar),
    rule(
        rf"{_MONTH_IN_ORDER}(?: lunar month| month{_LUNAR_AFTER}| month of the lunar (?:calendar|year))",
        _lunar,
    ),
    rule(rf"{_DAY} (?:day )?(?:of )?{_NAME}{_YEAR}?{_LUNAR_AFTER}?", _date),
    rule(rf"{_NAME} {_DAY}(?![\d]){_YEAR}?{_LUNAR_AFTER}?", _date),
    rule(rf"{_NAME}{_YEAR}", _month_alone),
    rule(r"(?<=(?:in|of|by|to) )(?P<month>(?-i:May))(?![^\W_])(?P<year>)", _month_alone),
    rule(rf"(?<![^\W_])(?!May){_NAME}(?P<year>)", _month_alone),
    rule(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)", _in_digits),
    rule(
        r"(?<![\d:])(\d{1,2})(?:[:.](\d{2}))? ?(?:-|to|until|and) ?(\d{1,2})(?:[:.](\d{2}))? ?"
        r"(a\.?m\.?|p\.?m\.?)(?![^\W_])",
        _both_in_a_half,
    ),
    rule(r"(?<![\d:])(\d{1,2})(?:[:.](\d{2}))? ?(a\.?m\.?|p\.?m\.?)(?![^\W_])", _half_of_a_day),
    rule(r"(?<![^\W_])(?:noon|midday)(?![^\W_])", lambda match: [[(TIME, 12, 0)]], weak=True),
    rule(r"(\d{1,2}) o'clock", _hour),
    rule(r"(?<![^\W_])Q([1-4])(?!\d)|([1-4])(?:st|nd|rd|th) quarter", _quarter),
    rule(r"(?<!\d)(\d{4})s(?![^\W_])", lambda match: [[number(int(match[1]))]]),
    *LATE,
    rule(r"(?<![^\W_])half a (million|billion)(?![^\W_])", _half),
    *quantities(GRAMMAR),
    rule(r"(?<![^\W_])[IVX]{2,}(?![^\W_])", in_roman, weak=True, exact_case=True),
    *SPELLED,
)
