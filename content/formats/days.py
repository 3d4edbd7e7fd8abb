"""Days, months and quarters as readers of each language write them, by CLDR.

Dates are always long: 4/3/26 is read in two ways.
"""

from datetime import date, datetime
from email.utils import format_datetime
from functools import lru_cache
from types import MappingProxyType

from babel import Locale
from babel.dates import format_date, format_skeleton
from django.utils.timezone import is_aware, localtime

from content.formats.locales import cldr_locale

# CLDR writes "4 tháng 3, 2026", which nobody in Vietnam does; Decree 30/2020/NĐ-CP has the year so.
_DAYS = MappingProxyType({"vi": "d 'tháng' M 'năm' y"})
# CLDR's intervals of days have short months, and in Vietnamese the comma before the year.
_LONG_INTERVALS = MappingProxyType({"vi": ("MMM, y", "MMM 'năm' y")})
# CLDR's long form in Korean is 제 3/4분기, which reads as a fraction.
_QUARTERS = MappingProxyType({"ko": "yQQQ"})
_MONTHS_OF_A_QUARTER = 3


def long_date(moment: date, language: str) -> str:
    """Return the day of *moment*, such as ``4 tháng 3 năm 2026``; a time counts in the site's time zone."""
    return _long_day(local_day(moment), language)


# A page writes the same day several times, and a listing many pages' days.
@lru_cache(maxsize=1024)
def _long_day(day: date, language: str) -> str:
    return format_date(day, format=_DAYS.get(language, "long"), locale=cldr_locale(language))


def day_range(first: date, last: date, language: str) -> str:
    """Return the days from *first* to *last*, such as ``15–20 September 2026``.

    Raises:
        ValueError: *last* comes before *first*.
    """
    start, end = local_day(first), local_day(last)
    if end < start:
        message = f"A range of days ends before it begins: {start} to {end}."
        raise ValueError(message)
    if start == end:
        return _long_day(start, language)
    beginning, ending = _interval(start, end, language)
    locale = cldr_locale(language)
    return format_date(start, beginning, locale=locale) + format_date(end, ending, locale=locale)


def _interval(start: date, end: date, language: str) -> tuple[str, str]:
    """Return CLDR's patterns for both ends, by the largest field that differs, with long months."""
    field = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    patterns: list[str] = Locale.parse(cldr_locale(language)).interval_formats["yMMMd"][field]
    short, long = _LONG_INTERVALS.get(language, ("", ""))
    beginning, ending = (
        (pattern.replace(short, long) if short else pattern).replace("MMM", "MMMM") for pattern in patterns
    )
    return beginning, ending


@lru_cache(maxsize=256)
def month(day: date, language: str) -> str:
    """Return the month of *day* with its year, such as ``tháng 9 năm 2026``."""
    return format_skeleton("yMMMM", day, locale=cldr_locale(language))


@lru_cache(maxsize=256)
def quarter(day: date, language: str) -> str:
    """Return the quarter of *day* with its year, such as ``Quý 3 năm 2026``."""
    return format_skeleton(_QUARTERS.get(language, "yQQQQ"), day, locale=cldr_locale(language))


@lru_cache(maxsize=256)
def year(day: date, language: str) -> str:
    """Return the year of *day*, such as ``2026年``."""
    return format_skeleton("y", day, locale=cldr_locale(language))


def quarter_start(year_number: int, quarter_number: int) -> date:
    """Return the first day of a quarter; quarters count from 1.

    Raises:
        ValueError: there is no such quarter.
    """
    return date(year_number, (quarter_number - 1) * _MONTHS_OF_A_QUARTER + 1, 1)


def local_day(moment: date) -> date:
    """Return the calendar day of *moment* in the site's time zone."""
    if not isinstance(moment, datetime):
        return moment
    return (localtime(moment) if is_aware(moment) else moment).date()


def feed_date(moment: datetime) -> str:
    """Return *moment* as RSS writes it (RFC 822), such as ``Wed, 04 Mar 2026 09:00:00 +0700``."""
    return format_datetime(localtime(moment) if is_aware(moment) else moment)
