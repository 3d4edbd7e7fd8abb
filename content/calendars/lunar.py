"""The Vietnamese lunisolar calendar: which lunar day a Gregorian day is, and the other way round.

The rules are those of the calendar that Vietnam has kept since decision 121/CP of 8 August 1967:
days begin at midnight of UTC+7; a month begins on the day of the new moon; the month in which the
winter solstice falls is the eleventh; where thirteen months lie between two eleventh months, the
first without a principal solar term (a multiple of 30° of the sun's longitude) repeats the number
of the month before it. China counts in UTC+8 with the same rules, so in some years the two differ.

New moons and the sun's place come from ``ephem``. Before 1968 the country kept other time zones, and
after 2100 nobody knows the rotation of the earth to the minute: those years are refused.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from math import degrees

import ephem  # type: ignore[import-untyped]  # the library ships no types, and none are published

FIRST_YEAR = 1968
LAST_YEAR = 2100
_OFFSET = timedelta(hours=7)
_TERM = 30
_DAY = timedelta(days=1)
_ELEVENTH = 11
_MONTHS = 12


class YearNotSupported(ValueError):
    """The day lies outside the lunar years 1968 to 2100."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"The lunar calendar is computed for the years {FIRST_YEAR} to {LAST_YEAR}, not for {year}."
        )
        self.year = year


class NoSuchLunarDay(ValueError):
    """The lunar year has no such day: no such leap month, or a month of 29 days."""

    def __init__(self, wanted: "LunarDate") -> None:
        leap = "leap " if wanted.is_leap else ""
        super().__init__(
            f"The lunar year {wanted.year} has no day {wanted.day} in {leap}month {wanted.month}."
        )
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class LunarDate:
    """A day of the lunar calendar. *year* is the Gregorian year in which the lunar year begins."""

    year: int
    month: int
    day: int
    is_leap: bool = False


@dataclass(frozen=True, slots=True)
class LunarMonth:
    """A month of 29 or 30 days; *first* is its first day in the Gregorian calendar."""

    year: int
    number: int
    is_leap: bool
    first: date
    days: int


def lunar_day(day: date) -> LunarDate:
    """Return the lunar date of the Gregorian *day*.

    Raises:
        YearNotSupported: the day lies before Tết 1968 or after the lunar year 2100.
    """
    for year in (day.year, day.year - 1):
        if not FIRST_YEAR <= year <= LAST_YEAR:
            continue
        for month in months(year):
            passed = (day - month.first).days
            if 0 <= passed < month.days:
                return LunarDate(year, month.number, passed + 1, month.is_leap)
    raise YearNotSupported(day.year)


def gregorian_day(wanted: LunarDate) -> date:
    """Return the Gregorian day of a lunar date.

    Raises:
        YearNotSupported: the lunar year lies outside 1968 to 2100.
        NoSuchLunarDay: that year has no such day.
    """
    for month in months(wanted.year):
        if (month.number, month.is_leap) == (wanted.month, wanted.is_leap) and 1 <= wanted.day <= month.days:
            return month.first + timedelta(days=wanted.day - 1)
    raise NoSuchLunarDay(wanted)


def new_year(year: int) -> date:
    """Return Tết, the first day of the lunar *year*.

    Raises:
        YearNotSupported: *year* lies outside 1968 to 2100.
    """
    return months(year)[0].first


@lru_cache(maxsize=256)
def months(year: int) -> tuple[LunarMonth, ...]:
    """Return the twelve or thirteen months of a lunar *year*, in their order.

    Raises:
        YearNotSupported: *year* lies outside 1968 to 2100.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearNotSupported(year)
    around = (*_solstice_year(year), *_solstice_year(year + 1))
    begins, ends = (at for at, one in enumerate(around) if one.number == 1 and not one.is_leap)
    return tuple(
        LunarMonth(year, one.number, one.is_leap, one.first, (following.first - one.first).days)
        for one, following in pairwise(around[begins : ends + 1])
    )


@dataclass(frozen=True, slots=True)
class _Begin:
    number: int
    is_leap: bool
    first: date


@lru_cache(maxsize=256)
def _solstice_year(year: int) -> tuple[_Begin, ...]:
    """Return the months from the eleventh of ``year - 1`` up to the one before the eleventh of *year*."""
    starts = [_eleventh_month(year - 1)]
    last = _eleventh_month(year)
    while starts[-1] < last:
        starts.append(_next_month(starts[-1]))
    sectors = [_sector(start) for start in starts]
    without_term = [at for at, (here, there) in enumerate(pairwise(sectors)) if here == there]
    leap_at = without_term[0] if len(starts) > _MONTHS + 1 else None
    numbers = _numbers(len(starts) - 1, leap_at)
    return tuple(_Begin(number, at == leap_at, starts[at]) for at, number in enumerate(numbers))


def _numbers(count: int, leap_at: int | None) -> list[int]:
    numbers = [_ELEVENTH]
    for at in range(1, count):
        numbers.append(numbers[-1] if at == leap_at else numbers[-1] % _MONTHS + 1)
    return numbers


def _eleventh_month(year: int) -> date:
    """Return the day of the last new moon that is not after the day of the winter solstice of *year*."""
    solstice = _local_day(ephem.next_solstice(f"{year}/12/1"))
    return _local_day(ephem.previous_new_moon(_midnight(solstice + _DAY)))


def _next_month(first: date) -> date:
    # The new moon of *first* may come at any hour of that day, the next one comes 29 days later.
    return _local_day(ephem.next_new_moon(_midnight(first + _DAY)))


def _sector(day: date) -> int:
    """Return which twelfth of its path the sun is in when *day* begins: terms begin at multiples of 30°."""
    moment = _midnight(day)
    sun = ephem.Sun(moment)
    apparent = ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=moment)
    return int(degrees(ephem.Ecliptic(apparent, epoch=moment).lon) // _TERM)


def _midnight(day: date) -> ephem.Date:
    """Return the moment, in UTC, at which *day* begins in Vietnam."""
    return ephem.Date(datetime.combine(day, time()) - _OFFSET)


def _local_day(moment: ephem.Date) -> date:
    found: datetime = moment.datetime()
    return (found + _OFFSET).date()
