"""An event as a file that a reader's calendar program opens: iCalendar, RFC 5545.

The same event always gives the same bytes: no property is taken from the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

_PRODUCT = "-//Portal//Events//EN"
_DAY = timedelta(days=1)


class Status(StrEnum):
    """How sure an event is; RFC 5545 has no word for a postponed one, which is tentative."""

    CONFIRMED = "CONFIRMED"
    POSTPONED = "TENTATIVE"
    CANCELLED = "CANCELLED"


class WrongTimes(ValueError):
    """The times of an event cannot be written."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who organises an event. *email* may be empty."""

    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in one language.

    *start* and *end* are both days, the last one included, or both moments with a time zone by
    name. *changed* is the moment of its last change and *sequence* counts its changes: programs
    that have it already take the newer one. *geo* is latitude and longitude in degrees (WGS 84).
    """

    uid: str
    language: str
    summary: str
    start: date
    end: date
    changed: datetime
    sequence: int = 0
    description: str = ""
    location: str = ""
    url: str = ""
    geo: tuple[float, float] | None = None
    status: Status = Status.CONFIRMED
    organiser: Contact | None = None


def calendar_file(entries: Sequence[Entry], *, name: str, language: str) -> bytes:
    """Return *entries* as one file; *name* is what a calendar program calls a calendar it follows.

    Raises:
        WrongTimes: an entry ends before it starts, mixes days with moments, or has a moment without a zone.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name, parameters={"LANGUAGE": language})
    calendar.add("x-wr-calname", name)
    for zone in _zones(entries):
        calendar.add_component(zone)
    for entry in entries:
        calendar.add_component(_event(entry))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.changed.astimezone(UTC))
    event.add("last-modified", entry.changed.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("status", entry.status.value)
    _add_times(event, entry)
    words = {"summary": entry.summary, "description": entry.description, "location": entry.location}
    for name, text in words.items():
        if text:
            event.add(name, text, parameters={"LANGUAGE": entry.language})
    if entry.url:
        event.add("url", entry.url)
    if entry.geo:
        event.add("geo", entry.geo)
    if entry.organiser:
        _add_organiser(event, entry.organiser, entry.language)
    return event


def _add_times(event: Event, entry: Entry) -> None:
    if isinstance(entry.start, datetime) != isinstance(entry.end, datetime):
        raise WrongTimes(f"The event {entry.uid} has a time of day at one end only.")
    for moment in (entry.start, entry.end):
        if isinstance(moment, datetime) and not isinstance(moment.tzinfo, ZoneInfo):
            raise WrongTimes(f"The event {entry.uid} has a time without a named time zone.")
    if entry.end < entry.start:
        raise WrongTimes(f"The event {entry.uid} ends before it starts.")
    whole_days = not isinstance(entry.start, datetime)
    event.add("dtstart", entry.start)
    # A whole-day event ends before the day that the standard writes.
    event.add("dtend", entry.end + _DAY if whole_days else entry.end)
    event.add("transp", "TRANSPARENT" if whole_days else "OPAQUE")


def _add_organiser(event: Event, organiser: Contact, language: str) -> None:
    # An ORGANIZER must be an address; without one, the name is still somebody to ask.
    if organiser.email:
        parameters = {"CN": organiser.name, "LANGUAGE": language}
        event.add("organizer", f"mailto:{organiser.email}", parameters=parameters)
    else:
        event.add("contact", organiser.name, parameters={"LANGUAGE": language})


def _zones(entries: Sequence[Entry]) -> list[Timezone]:
    """Return the rules of each time zone in the years in which *entries* use it, by name."""
    used: dict[str, list[date]] = {}
    for entry in entries:
        for moment in (entry.start, entry.end):
            if isinstance(moment, datetime) and isinstance(moment.tzinfo, ZoneInfo):
                used.setdefault(moment.tzinfo.key, []).append(moment.date())
    return [
        Timezone.from_tzid(
            name, first_date=date(min(days).year, 1, 1), last_date=date(max(days).year + 1, 12, 31)
        )
        for name, days in sorted(used.items())
    ]
