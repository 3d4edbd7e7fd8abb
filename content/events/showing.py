"""The days of an event in words of the language being rendered."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import format_time, get_timezone_location

from content import formats
from content.calendars import lunar, words
from content.events.days import Occasion, coming, lunar_days, shown, stage
from content.events.enums import Recurrence, Stage
from content.formats.locales import cldr_locale
from content.surroundings import current

if TYPE_CHECKING:
    from content.models import EventPage

_FURTHER_YEARS = 4


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days: for machines, and in words."""

    first: str
    last: str
    words: str


@dataclass(frozen=True, slots=True)
class When:
    """When an event takes place. What is not known is empty; *further* are the years after *days*."""

    stage: Stage
    days: Days | None = None
    times: str = ""
    lunar: str = ""
    lunar_year: str = ""
    is_yearly: bool = False
    further: tuple[Days, ...] = ()

    @property
    def is_past(self) -> bool:
        """Whether the event is over for good."""
        return self.stage == Stage.PAST


def when(event: "EventPage") -> When:
    """Return when *event* takes place, as readers are told it today."""
    occasion = shown(event)
    if occasion is None:
        return When(Stage.UNDATED)
    is_yearly = event.recurrence == Recurrence.YEARLY_LUNAR
    lunar_words, lunar_year = _lunar(event, occasion)
    return When(
        stage=stage(occasion),
        days=_days(occasion),
        times=_times(event, occasion),
        lunar=lunar_words,
        lunar_year=lunar_year,
        is_yearly=is_yearly,
        further=tuple(_days(one) for one in coming(event, _FURTHER_YEARS)[1:]) if is_yearly else (),
    )


def _days(occasion: Occasion) -> Days:
    said = formats.day_range(occasion.first, occasion.last, current().language)
    return Days(occasion.first.isoformat(), occasion.last.isoformat(), said)


def _lunar(event: "EventPage", occasion: Occasion) -> tuple[str, str]:
    """Return the lunar days and the lunar year in words, where the editor gave any."""
    if lunar_days(event) is None:
        return "", ""
    language = current().language
    try:
        first, last = (lunar.lunar_day(day) for day in (occasion.first, occasion.last))
    except lunar.YearNotSupported:
        return "", ""
    return words.lunar_span(first, last, language), words.year_name(first.year, language)


def _times(event: "EventPage", occasion: Occasion) -> str:
    """Return the times of day with their zone, such as ``08:00–17:30 (Vietnam Time, UTC+07:00)``."""
    if event.starts_at is None or event.ends_at is None:
        return ""
    locale = cldr_locale(current().language)
    span = "–".join(format_time(at, "short", locale=locale) for at in (event.starts_at, event.ends_at))
    zone = _zone(event.time_zone, occasion.first, locale)
    return f"{span} ({zone})" if zone else span


def _zone(name: str, day: date, locale: str) -> str:
    try:
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    return f"{get_timezone_location(moment, locale=locale)}, UTC{moment.isoformat()[-6:]}"
