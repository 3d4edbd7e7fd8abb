"""Values in the language being rendered. A value that is not known (None) leaves nothing behind."""

from datetime import date
from decimal import Decimal

from django import template

from content import formats
from content.surroundings import current

register = template.Library()

# A name that the context lacks reaches a filter as an empty string.
MaybeAmount = Decimal | int | str | None
MaybeDay = date | str | None


def _amount(value: MaybeAmount) -> Decimal | int | None:
    return value if isinstance(value, Decimal | int) else None


@register.filter
def number(value: MaybeAmount, decimals: int | None = None) -> str:
    """Return a number with the separators of the language."""
    found = _amount(value)
    return "" if found is None else formats.number(found, current().language, decimals)


@register.filter
def percent(hundredths: MaybeAmount) -> str:
    """Return a share given in hundredths, such as ``87,6%``."""
    found = _amount(hundredths)
    return "" if found is None else formats.percent(found, current().language)


@register.filter
def area(hectares: MaybeAmount) -> str:
    """Return an area kept in hectares."""
    found = _amount(hectares)
    return "" if found is None else formats.area(found, current().language)


@register.filter
def distance(kilometres: MaybeAmount) -> str:
    """Return a distance kept in kilometres."""
    found = _amount(kilometres)
    return "" if found is None else formats.distance(found, current().language)


@register.filter
def quantity(value: MaybeAmount, unit: str) -> str:
    """Return a value with its unit, a code of `content.formats.Unit`."""
    found = _amount(value)
    return "" if found is None else formats.quantity(found, unit, current().language)


@register.filter
def symbol(unit: str) -> str:
    """Return a unit alone, such as ``ha``."""
    return formats.symbol(unit, current().language)


@register.filter
def ordinal(value: MaybeAmount) -> str:
    """Return a place in an order, such as ``7th``."""
    return formats.ordinal(value, current().language) if isinstance(value, int) else ""


@register.simple_tag
def money(amount: MaybeAmount, currency: str) -> str:
    """Return a sum in words with its currency (ISO 4217)."""
    found = _amount(amount)
    return "" if found is None else formats.money(found, currency, current().language)


@register.simple_tag
def price(low: MaybeAmount, high: MaybeAmount, currency: str, *per: str) -> str:
    """Return a price or a range of prices for each of *per*, codes of units; one end may be missing."""
    ends = [found for found in (_amount(low), _amount(high)) if found is not None]
    return formats.price(min(ends), max(ends), currency, per, current().language) if ends else ""


@register.simple_tag
def rate(value: MaybeAmount, unit: str, per: str) -> str:
    """Return so much of *unit* for each *per*, such as ``10.000 m³/ngày``."""
    found = _amount(value)
    return "" if found is None else formats.rate(found, unit, per, current().language)


@register.simple_tag
def days(first: MaybeDay, last: MaybeDay = None) -> str:
    """Return the days from *first* to *last*; the first alone where no last is known."""
    if not isinstance(first, date):
        return ""
    return formats.day_range(first, last if isinstance(last, date) else first, current().language)


@register.filter
def month(day: MaybeDay) -> str:
    """Return the month of a day with its year."""
    return formats.month(formats.local_day(day), current().language) if isinstance(day, date) else ""


@register.filter
def quarter(day: MaybeDay) -> str:
    """Return the quarter of a day with its year."""
    return formats.quarter(formats.local_day(day), current().language) if isinstance(day, date) else ""


@register.filter
def year(day: MaybeDay) -> str:
    """Return the year of a day."""
    return formats.year(formats.local_day(day), current().language) if isinstance(day, date) else ""
