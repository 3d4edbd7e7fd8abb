"""Festivals that come back on the same lunar days each year: which Gregorian days those are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from content.calendars import lunar

LONGEST_MONTH = 30
_MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class LunarDay:
    """A day of any lunar year, such as the 15th of the 8th month; never of a leap month."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The Gregorian days of one year's festival, both included. *year* is the lunar year it begins in."""

    year: int
    start: date
    end: date


class NoSuchRecurrence(ValueError):
    """No lunar year has such days."""

    def __init__(self, wanted: LunarDay) -> None:
        super().__init__(f"No lunar year has a day {wanted.day} of month {wanted.month}.")
        self.wanted = wanted


def exists(wanted: LunarDay) -> bool:
    """Whether there are years with such a day."""
    return 1 <= wanted.month <= _MONTHS and 1 <= wanted.day <= LONGEST_MONTH


def occurrence(*, first: LunarDay, last: LunarDay, year: int) -> Occurrence:
    """Return the days from *first* to *last* of the lunar *year*; *last* may lie in the year after it.

    Where a month has only 29 days, the 30th falls on the 29th, as the last night of the year does.
    A leap month has no festival of its own: the days are those of the month that it repeats.

    Raises:
        NoSuchRecurrence: a month that is none of twelve, or a day that is none of thirty.
        lunar.YearNotSupported: the days lie outside the lunar years 1968 to 2100.
    """
    for wanted in (first, last):
        if not exists(wanted):
            raise NoSuchRecurrence(wanted)
    return Occurrence(year, _day_in(first, year), _day_in(last, year if first <= last else year + 1))


def coming(*, first: LunarDay, last: LunarDay, since: date, years: int) -> tuple[Occurrence, ...]:
    """Return the next *years* occurrences that end on the day *since* or later.

    Fewer where the calendar ends, so never an error for days that exist.

    Raises:
        NoSuchRecurrence: a month that is none of twelve, or a day that is none of thirty.
    """
    found = (one for one in _all(first, last, since.year - 2) if one.end >= since)
    return tuple(one for one, _number in zip(found, range(years), strict=False))


def _all(first: LunarDay, last: LunarDay, since: int) -> Iterator[Occurrence]:
    for year in range(max(since, lunar.FIRST_YEAR), lunar.LAST_YEAR + 1):
        try:
            yield occurrence(first=first, last=last, year=year)
        except lunar.YearNotSupported:
            return


def _day_in(wanted: LunarDay, year: int) -> date:
    # The first of that number: a leap month follows the one that it repeats.
    month = next(one for one in lunar.months(year) if one.number == wanted.month)
    return month.first + timedelta(days=min(wanted.day, month.days) - 1)
