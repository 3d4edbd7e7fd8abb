"""Periods that figures are gathered for: a year, a quarter, a month, a day."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from babel.dates import format_skeleton
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from content.formats.days import long_date, month, quarter, year
from content.formats.locales import cldr_locale


class Period(TextChoices):
    """What a value stands for, in time."""

    YEAR = "year", _("a year")
    QUARTER = "quarter", _("a quarter")
    MONTH = "month", _("a month")
    DAY = "day", _("a day")


_LONG: Mapping[str, Callable[[date, str], str]] = MappingProxyType(
    {Period.YEAR: year, Period.QUARTER: quarter, Period.MONTH: month, Period.DAY: long_date}
)
_SKELETONS = MappingProxyType({Period.QUARTER: "yQQQ", Period.MONTH: "yMMM", Period.DAY: "yMMMd"})


def period(start: date, kind: str, language: str) -> str:
    """Return the period of *kind* (a code of `Period`) that begins at *start*, such as ``2026年9月``."""
    return _LONG[kind](start, language)


def short_period(start: date, kind: str, language: str) -> str:
    """Return a period as short as the axis of a chart wants it, such as ``Q3 2026``; a year is a number."""
    if kind == Period.YEAR:
        return str(start.year)
    return format_skeleton(_SKELETONS[Period(kind)], start, locale=cldr_locale(language))
