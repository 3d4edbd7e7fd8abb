"""What is wrong with the days of an event or a contest, in sentences for its editor."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.calendars import lunar, recurrence
from content.calendars.lunar import LunarDate
from content.calendars.recurrence import LunarDay
from content.calendars.words import lunar_date
from content.events.days import lunar_days
from content.events.enums import Recurrence
from content.formats import day_range, long_date
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from content.models import ContestPage, EventPage

Problem = tuple[str, str]
"""A field, and the sentence that stands beside it."""


def event_problems(event: "EventPage") -> dict[str, str]:
    """Return what is wrong with the days and times of *event*, one sentence for each field."""
    checks: tuple[Callable[[EventPage], Iterator[Problem]], ...] = (
        _days_given,
        _order,
        _times,
        _lunar_given,
        _agreement,
    )
    found: dict[str, str] = {}
    for check in checks:
        for field, sentence in check(event):
            found.setdefault(field, sentence)
    return found


def contest_problems(contest: "ContestPage") -> dict[str, str]:
    """Return what is wrong with the days of *contest*, one sentence for each field."""
    found = {}
    if contest.opens_on and contest.closes_on and contest.closes_on < contest.opens_on:
        found["closes_on"] = _("The last day for entries lies before the first. Correct one of them.")
    if contest.results_on and contest.closes_on and contest.results_on < contest.closes_on:
        found["results_on"] = _(
            "The results are announced before the last day for entries. Correct one of the two days."
        )
    if contest.opens_on and not contest.closes_on:
        found["closes_on"] = _("Give the last day for entries as well, so that readers know until when.")
    return found


def _days_given(event: "EventPage") -> Iterator[Problem]:
    half_given = event.last_day or event.lunar_month or event.lunar_day
    if event.recurrence == Recurrence.ONCE and not event.first_day and half_given:
        yield "first_day", _("Give the Gregorian day on which the event begins.")


def _order(event: "EventPage") -> Iterator[Problem]:
    if event.first_day and event.last_day and event.last_day < event.first_day:
        yield "last_day", _("The event ends before it begins. Correct one of the two days.")


def _times(event: "EventPage") -> Iterator[Problem]:
    if bool(event.starts_at) != bool(event.ends_at):
        field = "ends_at" if event.starts_at else "starts_at"
        yield field, _("Give both times of day, or none for an event of whole days.")
    one_day = event.first_day and (event.last_day or event.first_day) == event.first_day
    if one_day and event.starts_at and event.ends_at and event.ends_at <= event.starts_at:
        yield "ends_at", _("The event ends before it begins. Correct one of the two times.")
    if event.time_zone not in available_timezones():
        sentence = _(
            "“%(zone)s” is no time zone. "
            "Write a name of the IANA list, such as Asia/Ho_Chi_Minh or Asia/Tokyo."
        )
        yield "time_zone", sentence % {"zone": event.time_zone}


def _lunar_given(event: "EventPage") -> Iterator[Problem]:
    pairs = (("lunar_month", "lunar_day"), ("lunar_last_month", "lunar_last_day"))
    for month, day in pairs:
        given = [getattr(event, month), getattr(event, day)]
        if any(given) and not all(given):
            yield day if given[0] else month, _("A lunar date needs both its day and its month.")
    if event.recurrence == Recurrence.YEARLY_LUNAR and not event.lunar_month:
        yield "lunar_month", _("An event of every lunar year needs the lunar day on which it begins.")
    if (event.lunar_last_month or event.lunar_last_day) and not event.lunar_month:
        yield "lunar_month", _("Give the lunar day on which the event begins as well.")


def _agreement(event: "EventPage") -> Iterator[Problem]:
    days = lunar_days(event)
    if days is None or not event.first_day:
        return
    try:
        if event.recurrence == Recurrence.YEARLY_LUNAR:
            yield from _yearly_agreement(event.first_day, event.last_day or event.first_day, days)
        else:
            yield from _disagreement("first_day", event.first_day, days[0])
            if event.last_day:
                yield from _disagreement("last_day", event.last_day, days[1])
    except lunar.YearNotSupported:
        yield "first_day", _("The lunar calendar is computed for the years 1968 to 2100 only.")


def _yearly_agreement(first: date, last: date, days: tuple[LunarDay, LunarDay]) -> Iterator[Problem]:
    year = lunar.lunar_day(first).year
    found = recurrence.occurrence(first=days[0], last=days[1], year=year)
    if (found.start, found.end) != (first, last):
        sentence = _(
            "These days do not agree with the lunar days below, which in that lunar year are %(days)s. "
            "Leave the Gregorian days empty: they are computed for every year."
        )
        yield "first_day", sentence % {"days": day_range(found.start, found.end, _language())}


def _disagreement(field: str, day: date, wanted: LunarDay) -> Iterator[Problem]:
    """Yield that *day* is another lunar day than *wanted*, and which Gregorian day that one is."""
    here = lunar.lunar_day(day)
    if (here.month, here.day) == (wanted.month, wanted.day):
        return
    language = _language()
    words = {
        "day": long_date(day, language),
        "lunar": lunar_date(here, language),
        "wanted": lunar_date(LunarDate(here.year, wanted.month, wanted.day), language),
    }
    try:
        right = lunar.gregorian_day(LunarDate(here.year, wanted.month, wanted.day))
    except lunar.NoSuchLunarDay:
        sentence = _(
            "%(day)s is the %(lunar)s, not the %(wanted)s. "
            "That lunar year has no such day: correct one of them."
        )
        yield field, sentence % words
    else:
        sentence = _(
            "%(day)s is the %(lunar)s, not the %(wanted)s, which is %(right)s. Correct one of the two dates."
        )
        yield field, sentence % {**words, "right": long_date(right, language)}


def _language() -> str:
    """Return the language of the interface, if dates are written in it."""
    language = (get_language() or "").partition("-")[0]
    return language if language in LANGUAGES else SOURCE_LANGUAGE
