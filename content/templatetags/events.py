"""Events and contests, for templates. Only the surroundings know what day it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django import template

from content import formats
from content.events.days import shown
from content.events.enums import ContestStage, EventStatus, PrizeRank
from content.events.files import CALENDAR_FILE, EVENT_FILE
from content.events.showing import When, when
from content.events.stages import contest_stage
from content.listings.contests import order as contest_order
from content.listings.events import KIND, kind_label, order
from content.models import ContestPage, ContestPrize, DirectoryPage, EventPage
from content.surroundings import PageCard, Record, current

register = template.Library()


@dataclass(frozen=True, slots=True)
class Event:
    """An event as a listing shows it."""

    card: PageCard
    page: EventPage
    record: Record
    when: When
    kind: str


@dataclass(frozen=True, slots=True)
class Month:
    """The events that begin in one month; without a heading, those without days."""

    heading: str
    events: Sequence[Event]


@dataclass(frozen=True, slots=True)
class Agenda:
    """A list of events, divided by today."""

    coming: Sequence[Month]
    past: Sequence[Month]


@dataclass(frozen=True, slots=True)
class Prize:
    """A prize in words: how many there are of it, and the sum of each."""

    name: str
    number: str
    sum: str


@register.simple_tag(name="when")
def event_when(page: EventPage) -> When:
    """Return when an event takes place."""
    return when(page)


@register.simple_tag
def event_kind(page: EventPage) -> str:
    """Return what kind of event it is, in words."""
    return kind_label(page.kind)


@register.simple_tag
def agenda(records: Sequence[Record]) -> Agenda:
    """Return *records* of events, which stand in the directory's order, by month."""
    events = [_event(record) for record in records]
    return Agenda(
        _by_month(one for one in events if not one.when.is_past),
        _by_month(one for one in events if one.when.is_past),
    )


@register.simple_tag
def coming_events(count: int, without: EventPage | str | None = None) -> list[Event]:
    """Return the next *count* events that take place, and have days; not *without*."""
    own = without.pk if isinstance(without, EventPage) else None
    records = (one for one in current().records(KIND) if one.card.pk != own)
    events = (_event(record) for record in sorted(records, key=order))
    return [one for one in events if _is_to_come(one)][: count or 0]


def _is_to_come(event: Event) -> bool:
    return (
        event.when.days is not None and not event.when.is_past and event.page.status == EventStatus.CONFIRMED
    )


@register.simple_tag
def contests() -> list[Record]:
    """Return the public contests, those that a reader can still enter first."""
    return sorted(current().records("content.contestpage"), key=contest_order)


@register.simple_tag
def all_events() -> PageCard | None:
    """Return the page that lists all events, if there is one."""
    for record in current().records("content.directorypage"):
        if isinstance(record.page, DirectoryPage) and record.page.lists == "events":
            return record.card
    return None


@register.simple_tag
def event_file(page: EventPage) -> str:
    """Return the address of an event's calendar file; empty where it has no days."""
    return (current().companion_url(page.pk, EVENT_FILE) or "") if page.pk and shown(page) else ""


@register.simple_tag
def calendar_file(page: DirectoryPage) -> str:
    """Return the address of the calendar that *page* offers to follow."""
    return current().companion_url(page.pk, CALENDAR_FILE) or ""


@register.simple_tag
def stage_of(page: ContestPage) -> ContestStage:
    """Return where today stands among the days of a contest."""
    return contest_stage(page)


@register.simple_tag
def prizes(page: ContestPage) -> list[Prize]:
    """Return the prizes of a contest in their order."""
    return [_prize(prize) for prize in page.prizes.all()]


@register.filter
def rank_name(rank: str) -> str:
    """Return what a prize is called."""
    return str(PrizeRank(rank).label) if rank in PrizeRank.values else rank


def _prize(prize: ContestPrize) -> Prize:
    language = current().language
    money = formats.money(prize.amount, prize.currency, language) if prize.amount is not None else ""
    return Prize(rank_name(prize.rank), formats.number(prize.number, language), money)


def _event(record: Record) -> Event:
    page: Any = record.page
    return Event(record.card, page, record, when(page), kind_label(page.kind))


def _by_month(events: Any) -> list[Month]:
    return [Month(_month(first), list(together)) for first, together in groupby(events, key=_first_of_month)]


def _first_of_month(event: Event) -> str:
    return event.when.days.first[:7] if event.when.days else ""


def _month(key: str) -> str:
    written = formats.month(date.fromisoformat(f"{key}-01"), current().language) if key else ""
    return written[:1].upper() + written[1:]
