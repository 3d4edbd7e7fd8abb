"""The days of an event in the Gregorian calendar: one span, or one in each lunar year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from content.calendars import lunar, recurrence
from content.calendars.recurrence import LunarDay
from content.events.enums import Recurrence, Stage
from content.surroundings import current

if TYPE_CHECKING:
    from content.models import EventPage

# Before the first page of this portal: no reader is told of an earlier year.
_EARLIEST = 2025
# After nineteen years the moon's phases return to the same days of the year (the cycle of Meton).
_CYCLE = 19
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that an event takes place; both days are included. *year* tells the yearly ones apart."""

    year: int
    first: date
    last: date


def lunar_days(event: "EventPage") -> tuple[LunarDay, LunarDay] | None:
    """Return the first and the last lunar day that the editor gave; None where they are none."""
    first = LunarDay(event.lunar_month or 0, event.lunar_day or 0)
    has_last = event.lunar_last_month and event.lunar_last_day
    last = LunarDay(event.lunar_last_month or 0, event.lunar_last_day or 0) if has_last else first
    return (first, last) if recurrence.exists(first) and recurrence.exists(last) else None


def occasions(event: "EventPage") -> Iterator[Occasion]:
    """Yield every time the event takes place from 2025 on, the earliest first."""
    if event.recurrence == Recurrence.YEARLY_LUNAR:
        yield from _yearly(lunar_days(event), _EARLIEST)
    elif event.first_day:
        yield Occasion(event.first_day.year, event.first_day, event.last_day or event.first_day)


def coming(event: "EventPage", count: int) -> list[Occasion]:
    """Return the next *count* times that have not passed; asks the surroundings for today."""
    return list(islice((one for one in occasions(event) if not current().has_passed(one.last)), count))


def shown(event: "EventPage") -> Occasion | None:
    """Return the time that readers are told of: the next one, else the one that was."""
    return next(iter(coming(event, 1)), None) or next(iter(occasions(event)), None)


def stage(occasion: Occasion | None) -> Stage:
    """Return where today stands."""
    if occasion is None:
        return Stage.UNDATED
    if current().has_passed(occasion.last):
        return Stage.PAST
    return Stage.NOW if current().has_passed(occasion.first - _DAY) else Stage.COMING


def following(event: "EventPage", since: date, years: int) -> tuple[Occasion, ...]:
    """Return the times of a yearly event from *since* on, for the editor to check; none for others."""
    days = lunar_days(event)
    if event.recurrence != Recurrence.YEARLY_LUNAR or days is None:
        return ()
    found = recurrence.coming(first=days[0], last=days[1], since=since, years=years)
    return tuple(Occasion(one.year, one.start, one.end) for one in found)


def months(event: "EventPage") -> set[int]:
    """Return the months of the year that the event can fall in, from 1 to 12.

    Without asking for today: those of a yearly event are the months of nineteen years.
    """
    found = islice(occasions(event), _CYCLE)
    return {day.month for one in found for day in (one.first, one.last)}


def _yearly(days: tuple[LunarDay, LunarDay] | None, since: int) -> Iterator[Occasion]:
    if days is None:
        return
    # The festival of a last month may begin in the year after the lunar year's own.
    for year in range(since - 1, lunar.LAST_YEAR):
        found = recurrence.occurrence(first=days[0], last=days[1], year=year)
        if found.end.year >= since:
            yield Occasion(found.year, found.start, found.end)
