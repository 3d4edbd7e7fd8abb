"""Facts that every language writes alike, and how dates, times and Roman numbers are read."""

import re
import unicodedata
from collections.abc import Iterator

from translations.checks.facts.fact import CODE, PHONE, TIME, Reading, day, number
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.spelled.meanings import fraction_of

_LAST_MONTH, _LAST_DAY, _LAST_HOUR, _LAST_MINUTE = 12, 31, 24, 59
_HALF_A_DAY = 12
_ALWAYS = (24, 7)
_SHORTEST_PHONE = 8
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

ROMAN = r"(?:[IVXLC]+)"
"""Letters that may be a Roman number; `roman` says whether they are."""

FULL_MOON = 15
"""The day of a lunar month."""


def _email(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [(CODE, match[0].lower())]


def _url(match: re.Match[str]) -> Iterator[list[Reading]]:
    address = match[0].rstrip(".,;:!?)").rstrip("/")
    yield [(CODE, re.sub(r"^https?://", "", address))]


def _document(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [(CODE, in_latin_letters(match[0]))]


def in_latin_letters(text: str) -> str:
    """Return *text* in small letters without diacritics: ``NĐ-CP`` may become ``ND-CP``."""
    folded = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(one for one in folded if not unicodedata.combining(one))


def _phone(match: re.Match[str]) -> Iterator[list[Reading]]:
    digits = re.sub(r"\(0\)|\D", "", match[0])
    if digits.startswith("84"):
        digits = f"0{digits[2:]}"
    if len(digits) >= _SHORTEST_PHONE:
        yield [(PHONE, digits)]


def _name(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [(CODE, match[0].lower().replace("-", "").replace(" ", "")), number(int(match["digits"]))]


def fraction(match: re.Match[str]) -> list[list[Reading]]:
    """Return what a fraction means of which the denominator is said first: ``3分の1``."""
    return fraction_of(int(match[2]), int(match[1]))


def full_date(year: str, month: str, of_month: str) -> list[Reading]:
    """Return the date, or nothing where there is no such day."""
    if not (1 <= int(month) <= _LAST_MONTH and 1 <= int(of_month) <= _LAST_DAY):
        return []
    return [day(int(year), int(month), int(of_month))]


def moment(hour: str, minute: str | None, *, afternoon: bool | None) -> list[Reading]:
    """Return what a time may mean; where nobody says which half of the day, either.

    Args:
        afternoon: whether the time is said to be after noon; None if that is not said.
    """
    hours, minutes = int(hour), int(minute or 0)
    if hours > _LAST_HOUR or minutes > _LAST_MINUTE:
        return []
    if afternoon is not None and hours <= _HALF_A_DAY:
        return [(TIME, hours % _HALF_A_DAY + (_HALF_A_DAY if afternoon else 0), minutes)]
    return [(TIME, hours, minutes)]


def roman(text: str) -> int | None:
    """Return the value of a Roman number, None for letters that are none."""
    total, last = 0, 0
    for letter in reversed(text.upper()):
        value = _ROMAN[letter]
        total += value if value >= last else -value
        last = max(last, value)
    return total if _written(total) == text.upper() else None


def _written(value: int) -> str:
    parts = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    text = ""
    for size, letters in parts:
        text += letters * (value // size)
        value %= size
    return text


def in_roman(match: re.Match[str]) -> Iterator[list[Reading]]:
    """Yield the value of a match that is a Roman number as a whole."""
    value = roman(match[0])
    if value is not None:
        yield [number(value)]


def _slashed(match: re.Match[str]) -> Iterator[list[Reading]]:
    first, second = int(match[1]), int(match[2])
    readings: list[Reading] = [(CODE, f"{first}/{second}")]
    if (first, second) == _ALWAYS:
        readings.append(number(first, "hour"))
    if 1 <= first <= _LAST_DAY and 1 <= second <= _LAST_MONTH:
        readings.append(day(0, second, first))
    yield readings


def _ratio(match: re.Match[str]) -> Iterator[list[Reading]]:
    yield [(CODE, f"1/{re.sub('[.,]', '', match[1])}")]


def _clock(match: re.Match[str]) -> Iterator[list[Reading]]:
    readings = moment(match[1], match[2], afternoon=None)
    if readings:
        yield readings


FIRST: tuple[Rule, ...] = (
    rule(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", _email),
    rule(r"(?:https?://|www\.)[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+", _url),
    rule(
        r"(?<![A-Za-z0-9@.-])(?:[a-z0-9-]+\.)+(?:vn|com|org|net|edu|info|jp|kr)(?![A-Za-z])(?:/[A-Za-z0-9._~/?#=&%-]*)?",
        _url,
    ),
    rule(
        r"(?<![0-9A-Za-zĐđ/])\d{1,5}[/-](?:\d{4}[/-])?[A-ZĐƯ][A-Za-zĐđ]*\d*(?:[-/][A-ZĐƯ][A-Za-zĐđ]*\d*)*",
        _document,
        exact_case=True,
    ),
    rule(r"(?:\(\s?\+?84\s?\)|\+84|(?<![0-9A-Za-z.,/])\(?0(?=\d))[\d\s.()-]{6,}\d", _phone),
    rule(r"(?<![0-9A-Za-z.,/-])1[89]00(?:[ .]|-(?!(?:1[5-9]|20)\d\d(?!\d)))\d{4,6}(?!\d)", _phone),
)
"""What is read before dates and numbers."""

DATES: tuple[Rule, ...] = (
    rule(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)", lambda match: [full_date(match[1], match[2], match[3])]),
)

LATE: tuple[Rule, ...] = (
    rule(r"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])", _clock),
    rule(r"(?<!\d)1[:/](\d{1,3}(?:[.,]\d{3})+|\d{3,})", _ratio),
    rule(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/]|[.,]\d)", _slashed),
    rule(r"(?<![A-Za-z0-9])[A-Z]{1,6}-?(?P<digits>\d{1,4})(?![0-9A-Za-z])", _name, exact_case=True),
)
"""What is read after the dates of a language, and before its quantities."""
