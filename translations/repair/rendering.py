"""Each kind of fact, written anew in the form that the translation has."""

from collections.abc import Callable, Mapping
from itertools import takewhile

from translations.checks.facts.fact import CODE, DATE, LUNAR, NUMBER, PHONE, TIME, WRITTEN, Fact, Reading
from translations.repair import codes, dates
from translations.repair.amounts import Place, beside_the_number, quantity
from translations.repair.words import Edit

Renderer = Callable[[Fact, Fact, Fact, Place], list[Edit] | None]
"""Takes a fact of the source before and after, the fact of the translation, and its place."""

_OF_A_DATE = frozenset(
    "ngày tháng năm mồng mùng âm lịch theo giêng chạp hai ba tư bốn sáu bảy tám chín mười một".split()
)
_OF_A_TIME = frozenset("giờ h g phút sáng trưa chiều tối đêm".split())
_OF_THE_DAY = frozenset("sáng trưa chiều tối đêm".split())
_LAST_MONTH, _LAST_DAY, _LAST_LUNAR_DAY = 12, 31, 30
_OF_A_HALF = ("m", "m.")


def _reading(fact: Fact, kind: str) -> Reading | None:
    found = [reading for reading in fact.readings if reading[0] == kind]
    return found[0] if len(found) == 1 else None


def _whole(place: Place, text: str | None) -> list[Edit] | None:
    """Return the smallest edit that makes the fact at *place* read *text*."""
    old = place.text
    if text is None or text == old:
        return None if text is None else []
    first = _alike(old, text)
    last = _alike(old[first:][::-1], text[first:][::-1])
    if first + last == len(old):
        # An edit replaces something: what is only put in takes the letter before it along.
        first, last = (first - 1, last) if first else (first, last - 1)
    return [Edit(place.start + first, place.start + len(old) - last, text[first : len(text) - last])]


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _code(old: Fact, new: Fact, _said: Fact, place: Place) -> list[Edit] | None:
    return _whole(place, codes.code(old, new, place.text)) if _reading(new, CODE) else None


def _phone(old: Fact, new: Fact, _said: Fact, place: Place) -> list[Edit] | None:
    return _whole(place, codes.phone(old, new, place.text)) if _reading(new, PHONE) else None


def _words_of(fact: Fact) -> set[str]:
    return set(
        beside_the_number(fact.text)
        .replace("/", " ")
        .replace("-", " ")
        .replace(".", " ")
        .replace(",", " ")
        .split()
    )


def _date(old: Fact, new: Fact, _said: Fact, place: Place) -> list[Edit] | None:
    return _by_calendar(old, new, place, DATE, dates.date)


def _lunar(old: Fact, new: Fact, _said: Fact, place: Place) -> list[Edit] | None:
    return _by_calendar(old, new, place, LUNAR, dates.lunar)


def _by_calendar(
    old: Fact,
    new: Fact,
    place: Place,
    kind: str,
    write: Callable[[Reading, str, str], str | None],
) -> list[Edit] | None:
    before, after = _reading(old, kind), _reading(new, kind)
    if before is None or after is None or not _words_of(old) | _words_of(new) <= _OF_A_DATE:
        return None
    if [bool(part) for part in before] != [bool(part) for part in after] or not _exists(after):
        return None
    return _whole(place, write(after, place.text, place.language))


def _exists(reading: Reading) -> bool:
    """Whether there is such a day: a slip of the pen is nothing to be translated."""
    *_year, month, day = map(int, reading[1:])
    return month <= _LAST_MONTH and day <= (_LAST_DAY if reading[0] == DATE else _LAST_LUNAR_DAY)


def _time(old: Fact, new: Fact, _said: Fact, place: Place) -> list[Edit] | None:
    after, words = _reading(new, TIME), _words_of(old) | _words_of(new)
    if after is None or not words <= _OF_A_TIME:
        return None
    has_half = place.text.lower().endswith(_OF_A_HALF) or place.text.startswith(("午", "오"))
    if not has_half and _words_of(old) & _OF_THE_DAY != _words_of(new) & _OF_THE_DAY:
        return None
    return _whole(place, dates.time(after, place.text, place.language))


RENDERERS: Mapping[str, Renderer] = {
    CODE: _code,
    PHONE: _phone,
    DATE: _date,
    LUNAR: _lunar,
    TIME: _time,
    NUMBER: quantity,
    WRITTEN: quantity,
}
"""By what two facts have in common, the surest first."""
