"""Facts in Korean."""

from translations.checks.facts.fact import TIME, day, number
from translations.checks.facts.numbered_dates import clock, date, lunar_date
from translations.checks.facts.quantities import Grammar, quantities
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.shared import DATES, FIRST, LATE, fraction, in_roman
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


_lunar_date = lunar_date({"정": 1, "섣달": 12})
_time = clock(_AFTERNOON)

_MONTH = r"(?:(?P<month>\d{1,2}|정)월)"
_CLOCK = (
    r"(?:(?P<part>오전|오후|아침|저녁|밤) ?)?(?<!\d)(?P<hour>\d{1,2})시(?!간|대)"
    r"(?: ?(?:(?P<minute>\d{1,2})분|(?P<half>반)))?"
)

RULES: tuple[Rule, ...] = (
    *FIRST,
    rule(r"(?<!\d)([1-9]\d?)분의 ?([1-9])(?!\d)", fraction, counted=True),
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
    rule(r"(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일", date),
    rule(r"(\d{4})년 ?(\d{1,2})월", lambda match: [[day(int(match[1]), int(match[2]))]]),
    rule(r"(?<!\d)(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?(?!\d)", date),
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
