"""Dates and sizes as readers of each language write them, by CLDR.

Dates are always long: 4/3/26 is read in two ways.
"""

from datetime import date, datetime
from email.utils import format_datetime
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.timezone import is_aware, localtime

# The English editions are written in British English.
_LOCALES = {"en": "en_GB"}
# CLDR writes "4 tháng 3, 2026", which nobody in Vietnam does; Decree 30/2020/NĐ-CP has the year so.
_DAYS = {"vi": "d 'tháng' M 'năm' y"}
_KILO = 1000


def long_date(moment: date, language: str) -> str:
    """Return the day of *moment*, such as ``4 tháng 3 năm 2026``; a time counts in the site's time zone."""
    return _long_day(local_day(moment), language)


# A page writes the same day several times, and a listing many pages' days.
@lru_cache(maxsize=1024)
def _long_day(day: date, language: str) -> str:
    return format_date(day, format=_DAYS.get(language, "long"), locale=_LOCALES.get(language, language))


def local_day(moment: date) -> date:
    """Return the calendar day of *moment* in the site's time zone."""
    if not isinstance(moment, datetime):
        return moment
    return (localtime(moment) if is_aware(moment) else moment).date()


def feed_date(moment: datetime) -> str:
    """Return *moment* as RSS writes it (RFC 822), such as ``Wed, 04 Mar 2026 09:00:00 +0700``."""
    return format_datetime(localtime(moment) if is_aware(moment) else moment)


def file_size(size: int, language: str) -> str:
    """Return *size* in bytes as readable text, such as ``1,2 MB``."""
    amount, unit = float(size), "B"
    for larger in ("kB", "MB", "GB"):
        if amount < _KILO:
            break
        amount, unit = amount / _KILO, larger
    pattern = "#,##0.#" if unit in {"MB", "GB"} else "#,##0"
    number = format_decimal(amount, format=pattern, locale=_LOCALES.get(language, language))
    return f"{number} {unit}"
