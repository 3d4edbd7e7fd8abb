"""Calendar files of events, in the language being rendered."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.timezone import get_default_timezone

from content.calendars.ical import Contact, Entry, Status, calendar_file
from content.events.days import Occasion, coming, shown
from content.events.enums import EventStatus, Recurrence
from content.surroundings import Record, current
from media.multilingual import localized

if TYPE_CHECKING:
    from content.models import DirectoryPage, EventPage

EVENT_FILE = "event.ics"
CALENDAR_FILE = "events.ics"
# A reader's calendar is told a yearly festival so many years ahead.
_AHEAD = 3
_FIRST_VERSION = date(2026, 1, 1)
_STATUS = {
    EventStatus.CONFIRMED: Status.CONFIRMED,
    EventStatus.POSTPONED: Status.POSTPONED,
    EventStatus.CANCELLED: Status.CANCELLED,
}


def event_file(event: "EventPage") -> bytes:
    """Return an event's own file; one without days has an empty calendar."""
    site = current()
    return calendar_file(list(_entries(event)), name=_words(event, "title"), language=site.language)


def calendar_of(page: "DirectoryPage", records: Iterable[Record]) -> bytes:
    """Return the calendar that a directory of events offers to follow, named after its page."""
    site = current()
    entries = [entry for record in records for entry in _entries(record.page)]
    entries.sort(key=lambda entry: (entry.start.isoformat(), entry.uid))
    return calendar_file(
        entries, name=f"{_words(page, 'title')} – {site.site_name()}", language=site.language
    )


def _entries(event: "EventPage") -> Iterator[Entry]:
    """Yield the times of *event* that are worth a line: the next years of a yearly one, the one time else."""
    yearly = event.recurrence == Recurrence.YEARLY_LUNAR
    once = shown(event)
    for occasion in coming(event, _AHEAD) if yearly else ([once] if once else []):
        yield _entry(event, occasion, f"-{occasion.year}" if yearly else "")


def _entry(event: "EventPage", occasion: Occasion, suffix: str) -> Entry:
    site = current()
    start, end = span(event, occasion)
    # The day of publication stands for the version: a clock would make other bytes each time.
    changed = site.updated(event) or _FIRST_VERSION
    return Entry(
        uid=f"{event.translation_key}{suffix}@events",
        language=site.language,
        summary=_words(event, "title"),
        start=start,
        end=end,
        changed=datetime.combine(changed, time(), tzinfo=get_default_timezone()),
        sequence=max(0, (changed - _FIRST_VERSION).days),
        description=_words(event, "summary"),
        location=_location(event),
        url=site.absolute_url(site.page_url(event.pk) or ""),
        geo=_position(event),
        status=_STATUS.get(EventStatus(event.status), Status.CONFIRMED),
        organiser=_organiser(event),
    )


def span(event: "EventPage", occasion: Occasion) -> tuple[date, date]:
    try:
        zone = ZoneInfo(event.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return occasion.first, occasion.last
    if event.starts_at is None or event.ends_at is None:
        return occasion.first, occasion.last
    start = datetime.combine(occasion.first, event.starts_at, tzinfo=zone)
    end = datetime.combine(occasion.last, event.ends_at, tzinfo=zone)
    return start, max(start, end)


def _location(event: "EventPage") -> str:
    parts = (_words(event.place, name) for name in ("name", "address")) if event.place else ()
    return ", ".join(part for part in parts if part)


def _position(event: "EventPage") -> tuple[float, float] | None:
    place = event.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return float(place.latitude), float(place.longitude)


def _organiser(event: "EventPage") -> Contact | None:
    # The agency's own address is for reminders; readers write to the desk.
    name = _words(event.organiser, "name") if event.organiser else ""
    return Contact(name, event.desk.email if event.desk else "") if name else None


def _words(instance: Any, field: str) -> str:
    return getattr(instance, localized(field, current().language)) or ""
