"""Facts in Japanese."""

from translations.checks.facts.fact import TIME, day, lunar, number
from translations.checks.facts.numbered_dates import clock, date, lunar_date
from translations.checks.facts.quantities import Grammar, quantities
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.shared import DATES, FIRST, LATE, fraction, in_roman
from translations.checks.facts.spelled.japanese import RULES as SPELLED
from translations.checks.facts.units import JAPANESE

_AFTERNOON = {"午前": False, "朝": False, "午後": True, "夜": True, "夕方": True}
_LUNAR = r"(?:旧暦|陰暦|農暦|太陰暦)(?:の)?"

GRAMMAR = Grammar(
    units=JAPANESE,
    scales={},
    before=("us$", "usd", "$", "vnd", "eur", "€", "jpy", "¥"),
    to=r"-|~|〜|～|から|ないし",
    minus="零下|マイナス|氷点下",
    vague=frozenset({"度", "g", "キロ"}),
)


_lunar_date = lunar_date({"正": 1})
_time = clock(_AFTERNOON)

_MONTH = r"(?P<month>\d{1,2}|正)月"
_CLOCK = (
    r"(?P<part>午前|午後|朝|夜|夕方)?(?<!\d)(?P<hour>\d{1,2})"
    r"(?:時(?!間|代)(?:(?P<minute>\d{1,2})分|(?P<half>半))?)"
)

RULES: tuple[Rule, ...] = (
    *FIRST,
    *DATES,
    rule(r"(?<!\d)([1-9]\d?)分の([1-9])(?!\d)", fraction, counted=True),
    rule(
        rf"(?:(?P<year>\d{{4}})年(?:の)?)?{_LUNAR}{_MONTH}(?:の)?(?:(?P<day>\d{{1,2}})日|(?P<moon>満月|十五夜))",
        _lunar_date,
    ),
    rule(rf"(?:(?P<year>\d{{4}})年)?{_MONTH}(?P<day>\d{{1,2}})日[(（]{_LUNAR}[)）]", _lunar_date),
    rule(rf"{_LUNAR}{_MONTH}", _lunar_date),
    rule(r"旧正月|テト", lambda match: [[lunar(1)]], weak=True),
    rule(r"(\d{4})年(\d{1,2})月(\d{1,2})日", date),
    rule(r"(\d{4})年(\d{1,2})月(?!間)", lambda match: [[day(int(match[1]), int(match[2]))]]),
    rule(r"(?<!\d)(\d{1,2})月(\d{1,2})日", lambda match: [[day(0, int(match[1]), int(match[2]))]]),
    rule(r"(?<!\d)(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)", date),
    rule(r"(?<!\d)(\d{1,2})月(?!間)", lambda match: [[day(0, int(match[1]))]]),
    rule(_CLOCK, _time),
    rule(r"正午", lambda match: [[(TIME, 12, 0)]], weak=True),
    rule(r"(\d{4})年(?!間)", lambda match: [[number(int(match[1]))]]),
    *LATE,
    *quantities(GRAMMAR),
    rule(r"(?<![A-Za-z])[IVX]{2,}(?![A-Za-z])", in_roman, weak=True, exact_case=True),
    *SPELLED,
)
