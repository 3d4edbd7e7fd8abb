"""The directory of events: coming ones first, by month, and a calendar to follow."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from babel.dates import get_month_names
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.directories import Column, Directory, Facet, Value, register
from content.events.days import Occasion, months, shown
from content.events.enums import EventKind, EventStatus
from content.events.files import CALENDAR_FILE, calendar_of
from content.events.showing import when
from content.formats.locales import cldr_locale
from content.listings.cells import address, name, summary
from content.surroundings import Record, current
from media.multilingual import localized

if TYPE_CHECKING:
    from content.models import EventPage

KIND = "content.eventpage"
_NEVER = date.max


def _event(record: Record) -> "EventPage":
    page: Any = record.page
    found: EventPage = page
    return found


def _occasion(record: Record) -> Occasion | None:
    return shown(_event(record))


def order(record: Record) -> tuple[bool, int, int]:
    """Sort the coming events, the next one first; then those that are over, the latest first."""
    occasion = _occasion(record)
    if occasion is None:
        return False, _NEVER.toordinal(), record.card.pk
    is_past = current().has_passed(occasion.last)
    day = occasion.first.toordinal()
    return is_past, -day if is_past else day, record.card.pk


def _first(record: Record) -> Value:
    occasion = _occasion(record)
    return occasion.first if occasion else None


def _last(record: Record) -> Value:
    occasion = _occasion(record)
    return occasion.last if occasion else None


def _lunar(record: Record) -> Value:
    return when(_event(record)).lunar


def _kind(record: Record) -> Value:
    return kind_label(_event(record).kind)


def _status(record: Record) -> Value:
    return str(EventStatus(_event(record).status).label)


def _place(record: Record) -> Value:
    return _name_of(_event(record).place)


def _organiser(record: Record) -> Value:
    return _name_of(_event(record).organiser)


def _name_of(instance: Any) -> str:
    return (getattr(instance, localized("name", current().language)) or "") if instance else ""


def kind_label(value: str) -> str:
    """Return what a kind of event is called in the active language; the code of one that is gone."""
    return str(EventKind(value).label) if value in EventKind.values else value


def _months(event: "EventPage") -> Iterable[str]:
    return (f"{month:02}" for month in sorted(months(event)))


def month_label(value: str) -> str:
    """Return the name of a month, such as ``September`` for ``09``."""
    names = get_month_names("wide", "stand-alone", locale=cldr_locale(current().language))
    written: str = names[int(value)]
    return written[:1].upper() + written[1:]


def _places(event: "EventPage") -> Iterable[str]:
    return [str(event.place_id)] if event.place_id else []


def place_label(value: str) -> str:
    """Return the name of a place, by its primary key."""
    places = (_event(record).place for record in current().records(KIND))
    return next((_name_of(place) for place in places if place and str(place.pk) == value), "")


register(
    Directory(
        name="events",
        heading=_("Events"),
        kind=KIND,
        columns=(
            Column("name", _("Name"), name),
            Column("kind", pgettext_lazy("portal", "Kind"), _kind),
            Column("first_day", pgettext_lazy("portal", "First day"), _first),
            Column("last_day", pgettext_lazy("portal", "Last day"), _last),
            Column("lunar_days", _("Lunar days"), _lunar),
            Column("status", _("Status"), _status),
            Column("place", pgettext_lazy("portal", "Place"), _place),
            Column("organiser", pgettext_lazy("portal", "Organiser"), _organiser),
            Column("summary", _("Summary"), summary),
            Column("address", _("Address"), address),
        ),
        facets=(
            Facet("kind", pgettext_lazy("portal", "Kind"), lambda event: [event.kind], kind_label),
            Facet("month", pgettext_lazy("portal", "Month"), _months, month_label),
            Facet("place", pgettext_lazy("portal", "Place"), _places, place_label),
        ),
        order=order,
        listing="content/includes/event_listing.html",
        files={CALENDAR_FILE: calendar_of},
    )
)
