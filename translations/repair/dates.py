"""Writing another day, month or hour in the form that a translation has."""

import re
from collections.abc import Callable, Mapping, Sequence

from translations.checks.facts.fact import Reading

_MONTHS = ("January February March April May June July August September October November December").split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth"
).split()
_ABBREVIATED = 3
_TWO_DIGITS = 10
_TEENS = range(11, 14)
_NOON = 12

_NAME = rf"(?P<name>{'|'.join([*_MONTHS, *(name[:_ABBREVIATED] for name in _MONTHS)])})\.?"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})"
_ORDINAL = rf"\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}"

_DATES: Mapping[str, Sequence[str]] = {
    "en": (
        rf"(?:the )?{_DAY}(?P<suffix>st|nd|rd|th)?(?: day)?(?: of)? {_NAME}(?:,? ?(?:of )?{_YEAR})?",
        rf"{_NAME} {_DAY}(?P<suffix>st|nd|rd|th)?(?:,? ?(?:of )?{_YEAR})?",
        rf"{_NAME}(?:,? ?(?:of )?{_YEAR})?",
    ),
    "ja": (
        rf"(?:{_YEAR}年)?(?P<month>\d{{1,2}})月(?:{_DAY}日)?",
        rf"{_YEAR}/(?P<month>\d{{1,2}})/{_DAY}",
    ),
    "ko": (
        rf"(?:{_YEAR}년 ?)?(?P<month>\d{{1,2}})월(?: ?{_DAY}일)?",
        rf"{_YEAR}\. ?(?P<month>\d{{1,2}})\. ?{_DAY}\.?",
    ),
}
_EVERYWHERE = (r"(?P<year>\d{4})-(?P<two_month>\d{2})-(?P<two_day>\d{2})",)
_LUNAR: Mapping[str, Sequence[str]] = {
    "en": (
        (
            rf"(?:the )?(?P<nth_day>{_ORDINAL})(?: day| night| evening)?(?: of)?(?: the)? "
            rf"(?P<nth_month>{_ORDINAL}) (?:lunar month|month of the lunar (?:calendar|year))"
        ),
    ),
    "ja": (r"(?:旧暦|陰暦|農暦|太陰暦)(?:の)?(?P<month>\d{1,2})月(?:の)?(?P<day>\d{1,2})日",),
    "ko": (r"음력 ?(?P<month>\d{1,2})월 ?(?P<day>\d{1,2})일",),
}
_TIMES: Mapping[str, Sequence[str]] = {
    "en": (r"(?P<hour>\d{1,2})(?P<past>[:.](?P<minute>\d{2}))?(?P<gap> ?)(?P<half>a\.?m\.?|p\.?m\.?)",),
    "ja": (r"(?P<half>午前|午後)?(?P<hour>\d{1,2})時(?P<past>(?P<minute>\d{1,2})分|半)?",),
    "ko": (r"(?:(?P<half>오전|오후) ?)?(?P<hour>\d{1,2})시(?P<past> ?(?:(?P<minute>\d{1,2})분|반))?",),
}
_CLOCK = r"(?P<hour>\d{1,2})(?P<past>:(?P<minute>\d{2}))"
_HALVES = (("am", "pm"), ("a.m.", "p.m."), ("AM", "PM"), ("A.M.", "P.M."), ("午前", "午後"), ("오전", "오후"))
_MINUTES = {"en": ":{:02}", "ja": "{}分", "ko": " {}분"}


def ordinal(value: int) -> str:
    """Return what English puts behind the digits of a rank: ``st``, ``nd``, ``rd``, ``th``."""
    if value % 100 in _TEENS:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def date(new: Reading, said: str, language: str) -> str | None:
    """Return the day of *new* as *said* has it; None where *said* has other parts than the day has."""
    _kind, *parts = new
    year, month, day = map(int, parts)
    values = {"year": year, "month": month, "name": month, "day": day}

    def put(part: str, old: str) -> str | None:
        if part == "suffix":
            return ordinal(day)
        if part == "name":
            return _month_name(month, old, said)
        if part.startswith("two_"):
            return f"{values[part.removeprefix('two_')]:02}"
        return _padded(values[part], old)

    return _replaced((*_DATES[language], *_EVERYWHERE), said, put)


def _month_name(month: int, old: str, said: str) -> str | None:
    if old in _MONTHS:
        return _MONTHS[month - 1]
    # May takes no full stop, and some take none in June and July.
    return None if f"{old}." in said else _MONTHS[month - 1][:_ABBREVIATED]


def lunar(new: Reading, said: str, language: str) -> str | None:
    """Return the day of the old calendar as *said* has it."""
    _kind, *parts = new
    month, day = map(int, parts)
    values = {"month": month, "day": day, "nth_month": month, "nth_day": day}
    if not (day and month):
        return None

    def put(part: str, old: str) -> str | None:
        value = values[part]
        if part.startswith("nth_"):
            return f"{value}{ordinal(value)}" if old[0].isdigit() else _ORDINALS[value - 1]
        return _padded(value, old)

    return _replaced(_LUNAR[language], said, put)


def _padded(value: int, old: str) -> str | None:
    """Return *value* with the zero before it that *old* has; None where that cannot be told."""
    if not value:
        return None
    if old.startswith("0"):
        return f"{value:02}"
    return str(value)


def _replaced(forms: Sequence[str], said: str, put: Callable[[str, str], str | None]) -> str | None:
    for form in forms:
        found = re.fullmatch(form, said)
        if found is None:
            continue
        text = said
        named = [(part, old) for part, old in found.groupdict().items() if old is not None]
        for part, old in sorted(named, key=lambda one: found.start(one[0]), reverse=True):
            new = put(part, old)
            if new is None:
                return None
            text = text[: found.start(part)] + new + text[found.end(part) :]
        return text
    return None


def time(new: Reading, said: str, language: str) -> str | None:
    """Return the hour of *new* as *said* has it: with its half of the day, or of 24."""
    _kind, *parts = new
    hour, minute = map(int, parts)
    for form in (*_TIMES[language], _CLOCK):
        found = re.fullmatch(form, said)
        if found is not None:
            break
    else:
        return None
    pieces = found.groupdict()
    past = _past(minute, pieces["past"], language)
    half = pieces.get("half")
    if half is None:
        return f"{said[: found.start('hour')]}{_padded(hour, pieces['hour'])}{_end(found, past)}"
    after_noon = hour >= _NOON
    shown = hour - _NOON if hour > _NOON else hour
    if shown == 0 or (hour == _NOON and language == "ja"):
        return None
    swapped = _in_half(half, after_noon=after_noon)
    if swapped is None:
        return None
    if language == "en":
        return f"{shown}{past}{pieces['gap']}{swapped}"
    return f"{swapped}{said[found.end('half') : found.start('hour')]}{shown}{_end(found, past)}"


def _past(minute: int, old: str | None, language: str) -> str:
    """Return how the minutes after the hour are said, in the form of *old*."""
    if old and ":" in old:
        return f":{minute:02}"
    if old and "." in old:
        return f".{minute:02}"
    if not minute:
        return ""
    if old in ("半", " 반", "반") and minute == 30:  # noqa: PLR2004 - half an hour
        return old
    return _MINUTES[language].format(minute)


def _end(found: re.Match[str], past: str) -> str:
    """Return what follows the hour: its own word, if it has one, and the minutes."""
    word = found.string[found.end("hour") : found.end("hour") + 1]
    return f"{word if word in '時시' else ''}{past}"


def _in_half(half: str, *, after_noon: bool) -> str | None:
    for halves in _HALVES:
        if half in halves:
            return halves[after_noon]
    return None
