"""Facts in Korean."""

import re
from collections.abc import Iterator

from translations.checks.facts.fact import TIME, Reading, day, lunar, number
from translations.checks.facts.quantities import Grammar, quantities
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.shared import DATES, FIRST, FULL_MOON, LATE, full_date, in_roman, moment
from translations.checks.facts.spelled.korean import RULES as SPELLED
from translations.checks.facts.units import KOREAN

_AFTERNOON = {"오전": False, "아침": False, "오후": True, "저녁": True, "밤": True}
_LUNAR = r"(?:음력 ?)"

GRAMMAR = Grammar(
    units=KOREAN,
    scales={},
    before=("us$", "usd", "$", "vnd", "eur", "€", "jpy", "¥", "미화"),
    to=r"-|~|〜|～|에서|부터",
    minus="(?:섭씨 )?영하 ?",
    vague=frozenset({"도", "g", "주"}),
)


def _lunar_date(match: re.Match[str]) -> Iterator[list[Reading]]:
    month = {"정": 1, "섣달": 12}.get(match["month"]) or int(match["month"])
    groups = match.groupdict()
    yield [lunar(month, int(groups.get("day") or 0) or (FULL_MOON if groups.get("moon") else 0))]
    if groups.get("year"):
        yield [number(int(match["year"]))]


def _date(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield full_date(match[1], match[2], match[3])


def _time(match: re.Match[str]) -> Iterator[list[Reading]]:
    afternoon = _AFTERNOON.get(match["part"] or "")
    minute = "30" if match["half"] else match["minute"]
    readings = moment(match["hour"], minute, afternoon=afternoon)
    if readings:
        yield readings


_MONTH = r"(?:(?P<month>\d{1,2}|정)월)"
_CLOCK = (
    r"(?:(?P<part>오전|오후|아침|저녁|밤) ?)?(?<!\d)(?P<hour>\d{1,2})시(?!간|대)"
    r"(?: ?(?:(?P<minute>\d{1,2})분|(?P<half>반)))?"
)

RULES: tuple[Rule, ...] = (
    *FIRST,
    rule(r"제 ?(\d+)(?=[조항호장])", lambda match: [[number(int(match[1]))]]),
    *DATES,
    rule(
        rf"(?:(?P<year>\d{{4}})년 ?)?{_LUNAR}{_MONTH} ?(?:(?P<day>\d{{1,2}})일|(?P<moon>(?:대)?보름))",
        _lunar_date,
    ),
    rule(rf"(?:(?P<year>\d{{4}})년 ?)?{_MONTH} ?(?P<day>\d{{1,2}})일 ?\(음력\)", _lunar_date),
    rule(rf"{_LUNAR}{_MONTH}", _lunar_date),
    rule(r"(?P<month>정)월 ?(?P<moon>(?:대)?보름)", _lunar_date),
    rule(r"(?:음력 ?)?(?P<month>섣달)", _lunar_date),
    rule(r"(?P<month>정)월", _lunar_date),
    rule(r"(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일", _date),
    rule(r"(\d{4})년 ?(\d{1,2})월", lambda match: [[day(int(match[1]), int(match[2]))]]),
    rule(r"(?<!\d)(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?(?!\d)", _date),
    rule(r"(?<!\d)(\d{1,2})월 ?(\d{1,2})일", lambda match: [[day(0, int(match[1]), int(match[2]))]]),
    rule(r"(?<!\d)(\d{1,2})월", lambda match: [[day(0, int(match[1]))]]),
    rule(_CLOCK, _time),
    rule(r"정오", lambda match: [[(TIME, 12, 0)]], weak=True),
    rule(r"(\d{4})년(?!간)", lambda match: [[number(int(match[1]))]]),
    *LATE,
    *quantities(GRAMMAR),
    rule(r"(?<![A-Za-z])[IVX]{2,}(?![A-Za-z])", in_roman, weak=True, exact_case=True),
    *SPELLED,
)
