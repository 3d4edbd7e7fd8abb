"""Quantities with the symbols of their units, by CLDR."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Literal

from babel.units import format_unit
from django.db.models import TextChoices

from content.formats.amounts import Amount, number, percent
from content.formats.locales import cldr_locale
from content.formats.money import money, price_range


class Unit(TextChoices):
    """What a value is measured in. Codes are CLDR's where it has the unit; labels need no translation."""

    COUNT = "count", "1, 2, 3 …"
    PERCENT = "percent", "%"
    HECTARE = "area-hectare", "ha"
    SQUARE_KILOMETRE = "area-square-kilometer", "km²"
    SQUARE_METRE = "area-square-meter", "m²"
    KILOMETRE = "length-kilometer", "km"
    METRE = "length-meter", "m"
    CUBIC_METRE = "volume-cubic-meter", "m³"
    TONNE = "mass-tonne", "t"
    MEGAWATT = "power-megawatt", "MW"
    KILOWATT_HOUR = "energy-kilowatt-hour", "kWh"
    KILOMETRE_PER_HOUR = "speed-kilometer-per-hour", "km/h"
    DAY = "duration-day", "ngày"
    MONTH = "duration-month", "tháng"
    YEAR = "duration-year", "năm"
    DONG = "VND", "VND"
    DOLLAR = "USD", "USD"


CURRENCIES = frozenset({Unit.DONG, Unit.DOLLAR})
# What an amount or a price can be said to be for: CLDR's patterns for "per", which Babel hides.
_PER = MappingProxyType(
    {
        Unit.SQUARE_METRE: MappingProxyType({"vi": "m²", "en": "m²", "ja": "m²", "ko": "m²"}),
        Unit.CUBIC_METRE: MappingProxyType({"vi": "m³", "en": "m³", "ja": "m³", "ko": "m³"}),
        Unit.HECTARE: MappingProxyType({"vi": "ha", "en": "ha", "ja": "ha", "ko": "ha"}),
        Unit.TONNE: MappingProxyType({"vi": "tấn", "en": "tonne", "ja": "トン", "ko": "톤"}),
        Unit.KILOWATT_HOUR: MappingProxyType({"vi": "kWh", "en": "kWh", "ja": "kWh", "ko": "kWh"}),
        Unit.DAY: MappingProxyType({"vi": "ngày", "en": "day", "ja": "日", "ko": "일"}),
        Unit.MONTH: MappingProxyType({"vi": "tháng", "en": "month", "ja": "月", "ko": "월"}),
        Unit.YEAR: MappingProxyType({"vi": "năm", "en": "year", "ja": "年", "ko": "년"}),
    }
)
DENOMINATORS = frozenset(_PER)


def quantity(value: Amount, unit: str, language: str, decimals: int | None = None) -> str:
    """Return *value* with its unit, such as ``27,6 km``; *unit* is a code of `Unit`.

    *decimals* fixes how many are shown; otherwise all that the value has. Money and shares show theirs.
    """
    if unit in CURRENCIES:
        return money(value, unit, language)
    if unit == Unit.PERCENT:
        return percent(value, language)
    if unit == Unit.COUNT:
        return number(value, language, decimals)
    return format_unit(
        value,
        unit,
        length=_length(unit, language),
        format=None if decimals is None else f"#,##0{'.' + '0' * decimals if decimals else ''}",
        locale=cldr_locale(language),
    )


def symbol(unit: str, language: str) -> str:
    """Return a unit alone, for a heading or an axis, such as ``ha``; nothing for what is counted."""
    if unit == Unit.COUNT:
        return ""
    if unit in CURRENCIES:
        return str(Unit(unit))
    two = quantity(2, unit, language)
    return two.replace("2", "").strip()


def area(hectares: Amount, language: str) -> str:
    """Return an area kept in hectares, such as ``285,37 ha``."""
    return quantity(hectares, Unit.HECTARE, language)


def distance(kilometres: Amount, language: str) -> str:
    """Return a distance kept in kilometres, such as ``27,6 km``."""
    return quantity(kilometres, Unit.KILOMETRE, language)


def rate(value: Amount, unit: str, per: str, language: str) -> str:
    """Return so much for each unit *per* (one of `DENOMINATORS`), such as ``10.000 m³/ngày``."""
    return f"{quantity(value, unit, language)}/{_PER[Unit(per)][language]}"


def price(low: Amount, high: Amount, currency: str, per: Sequence[str], language: str) -> str:
    """Return a price or a range of prices for each of *per*, such as ``70–80 USD/m²``.

    Raises:
        ValueError: *high* is less than *low*.
    """
    return "/".join((price_range(low, high, currency, language), *(_PER[Unit(one)][language] for one in per)))


def _length(unit: str, language: str) -> Literal["short", "long"]:
    # "50 yrs" saves what nobody needs; elsewhere the short form is the whole word.
    return "long" if language == "en" and unit.startswith("duration-") else "short"
