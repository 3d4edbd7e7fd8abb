"""Facts in Vietnamese."""

import re
from collections.abc import Iterator
from decimal import Decimal

from translations.checks.facts.fact import Reading, day, lunar, number
from translations.checks.facts.quantities import DIGITS, Grammar, quantities, values
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.shared import (
    DATES,
    FIRST,
    FULL_MOON,
    LATE,
    ROMAN,
    full_date,
    moment,
    roman,
)
from translations.checks.facts.spelled.vietnamese import RULES as SPELLED
from translations.checks.facts.units import VIETNAMESE
from translations.checks.facts.words import any_of, by_word

_MONTHS = by_word(
    {
        1: "giêng|một",
        2: "hai",
        3: "ba",
        4: "tư|bốn",
        5: "năm",
        6: "sáu",
        7: "bảy|bẩy",
        8: "tám",
        9: "chín",
        10: "mười",
        11: "mười một",
        12: "mười hai|chạp",
    }
)
_LAST_OF_TWO_DIGITS, _LAST_CENTURY, _LAST_MONTH = 99, 1900, 12
_LUNAR_MONTHS = frozenset({"giêng", "chạp"})
_MONTH = rf"(?:\d{{1,2}}|{any_of(_MONTHS)})(?![^\W_])"
_LUNAR = r"(?:[,\s]*\(?(?:theo )?(?:lịch âm|âm lịch)\)?)"
_YEAR = r"(?:[,\s]*năm (?P<year>\d{4}))"

GRAMMAR = Grammar(
    units=VIETNAMESE,
    scales=by_word(
        {
            10**15: "triệu tỷ",
            10**12: "nghìn tỷ|nghìn tỉ|ngàn tỷ",
            10**9: "tỷ|tỉ",
            10**6: "triệu",
            10**4: "vạn",
            10**3: "nghìn|ngàn",
            100: "trăm",
            10: "chục",
        }
    ),
    before=("us$", "usd", "$", "vnđ", "vnd", "€"),
    to=r"-|đến|tới",
    comma=True,
    minus="âm ",
    vague=frozenset({"cân", "năm", "g"}),
)


def _month(word: str) -> int:
    return int(word) if word.isdecimal() else _MONTHS[re.sub(r"\s+", " ", word.lower())]


def _day_and_month(match: re.Match[str]) -> Iterator[list[Reading]]:
    word, month = match["month"].lower(), _month(match["month"])
    of_month = FULL_MOON if match["day"].lower() == "rằm" else int(match["day"])
    is_lunar = (
        word in _LUNAR_MONTHS
        or match["lunar"]
        or (match["before"] or "").lower() in ("mồng", "mùng")
        or match["day"].lower() == "rằm"
    )
    if is_lunar:
        yield [lunar(month, of_month)]
        if match["year"]:
            yield [number(int(match["year"]))]
    elif match["year"]:
        yield full_date(match["year"], str(month), str(of_month))
    else:
        yield [day(0, month, of_month)]


def _month_alone(match: re.Match[str]) -> Iterator[list[Reading]]:
    word, month = match["month"].lower(), _month(match["month"])
    year = match["year"] or match["slashed"]
    if word in _LUNAR_MONTHS or match["lunar"]:
        yield [lunar(month)]
        if year:
            yield [number(int(year))]
    elif year or word.isdecimal():
        yield [day(int(year or 0), month)]
    else:
        # Months in words are those of the old calendar in sayings and festivals' names.
        yield [day(0, month), lunar(month), number(month)]


def _lunar_day(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [lunar(1 if match["new_year"] else 0, int(match[1])), number(int(match[1]))]


def _quarter(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [number(int(match[1]) if match[1].isdecimal() else roman(match[1]) or 0)]
    if match[2]:
        yield [number(int(match[2]))]


def _first_or_last_month(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [day(0, 1 if match["part"].lower() == "đầu" else _LAST_MONTH)]


def _months_of_a_year(match: re.Match[str]) -> Iterator[list[Reading]]:
    count = _month(match["count"])
    edge = count if match["part"].lower() == "đầu" else _LAST_MONTH + 1 - count
    yield [number(count), number(count, "month"), day(0, edge)]


def _in_roman(match: re.Match[str]) -> Iterator[list[Reading]]:
    for text in (match[1], match[2]):
        value = roman(text) if text else None
        if value is not None:
            yield [number(value)]


def _time(match: re.Match[str]) -> Iterator[list[Reading]]:
    part = (match["part"] or "").lower()
    is_late = part in ("chiều", "tối", "đêm") or (part == "trưa" and match["hour"] != "11")
    afternoon = is_late if part else None
    readings = moment(match["hour"], match["minute"], afternoon=afternoon)
    if match["minute"] is None and not part:
        readings.append(number(int(match["hour"]), "hour"))
    if readings:
        yield readings


def _and_a_half(match: re.Match[str]) -> Iterator[list[Reading]]:
    unit = GRAMMAR.units[match[3].lower()][0] if match[3] else ""
    scale = GRAMMAR.scales[match[2].lower()]
    yield [number((value + Decimal("0.5")) * scale, unit) for value in values(match[1], comma=True)]


def _half(match: re.Match[str]) -> Iterator[list[Reading]]:
    unit = GRAMMAR.units[match[2].lower()][0] if match[2] else ""
    yield [number(Decimal("0.5") * GRAMMAR.scales[match[1].lower()], unit)]


def _decade(match: re.Match[str]) -> Iterator[list[Reading]]:
    written = int(match[1])
    # “thập niên 90” are the nineties of the last century.
    short = [] if written > _LAST_OF_TWO_DIGITS else [number(_LAST_CENTURY + written)]
    yield [number(written), *short]


_NUMBERED = "thế kỷ|thế kỉ|khóa|khoá|lần thứ|đại hội|nhiệm kỳ|chương|phần|kỳ họp thứ"
_CLOCK = (
    r"(?<![\d,.])(?P<hour>\d{1,2})\s?(?:giờ|h|g)\s?(?P<minute>\d{2}(?!\d)|\d(?= ?phút))?(?: ?phút)?"
    r"(?: (?P<part>sáng|trưa|chiều|tối|đêm))?(?![^\W_])"
)

RULES: tuple[Rule, ...] = (
    *FIRST,
    *DATES,
    rule(
        r"(?:ngày )?(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)",
        lambda match: [full_date(match[4], match[3], match[1])],
    ),
    rule(
        r"(?:(?P<before>ngày|mồng|mùng) )*(?P<day>(?<!\d)\d{1,2}|rằm)(?: |/)tháng "
        rf"(?P<month>{_MONTH}){_YEAR}?(?P<lunar>{_LUNAR})?",
        _day_and_month,
    ),
    rule(
        rf"(?<!\d )tháng (?P<month>{_MONTH})(?:[/-](?P<slashed>\d{{4}}))?{_YEAR}?(?P<lunar>{_LUNAR})?",
        _month_alone,
    ),
    rule(r"(?:mồng|mùng) (\d{1,2})(?P<new_year> Tết)?", _lunar_day),
    rule(r"(?<![\d/])(0?[1-9]|1[0-2])/(\d{4})(?!\d)", lambda match: [[day(int(match[2]), int(match[1]))]]),
    # “6 tháng đầu năm” may be said as January to June; nothing of it is read yet.
    rule(rf"(?=(?:{_MONTH}) tháng (?P<part>đầu|cuối) năm)", _first_or_last_month, weak=True),
    rule(rf"(?P<count>\d{{1,2}}|{any_of(_MONTHS)}) tháng (?P<part>đầu|cuối)(?= năm)", _months_of_a_year),
    rule(r"quý (I{1,3}|IV|[1-4])(?![^\W_])(?:(?:[/-]|,? năm | )(\d{4}))?", _quarter),
    rule(
        rf"(?:{_NUMBERED}) (?:thứ )?({ROMAN})(?:\s?(?:-|và|đến)\s?({ROMAN}))?(?![^\W_])",
        _in_roman,
    ),
    rule(r"(?:thập niên|thập kỷ|những năm) (\d{2,4})(?!\d)(?! \d)", _decade),
    rule(_CLOCK, _time),
    *LATE,
    rule(rf"(?<!\d)({DIGITS}) (tỷ|triệu|nghìn|ngàn) rưỡi(?: (đồng|USD))?", _and_a_half),
    rule(r"(?<![^\W_])nửa (tỷ|tỉ|triệu)(?: (đồng|USD))?", _half),
    *quantities(GRAMMAR),
    rule(r"(?<![^\W_])([IVX]{2,})(?![^\W_])()", _in_roman, weak=True, exact_case=True),
    *SPELLED,
)
