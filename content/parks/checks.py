"""Whether the values of a park fit one another."""

from collections.abc import Iterator
from typing import Any, Protocol

from django.utils.translation import gettext as _

from content.parks.enums import ParkStatus


class Sheet(Protocol):
    """What is checked: the columns of a park's page, under the names that they have there."""

    def __getattr__(self, name: str, /) -> Any: ...


Fault = tuple[str, str]
"""The name of a column, and a sentence that says what does not fit."""


def faults(park: Sheet) -> dict[str, str]:
    """Return what does not fit, a sentence for each column; later rules give way to earlier ones."""
    found = (*_areas(park), *_terms(park), *_prices(park), *_supplies(park), *_position(park))
    return dict(reversed(found))


def _areas(park: Sheet) -> Iterator[Fault]:
    total, leasable, leased = park.total_area, park.leasable_area, park.leased_area
    if _exceeds(leased, leasable):
        yield "leased_area", _("The leased area is larger than the leasable area. Correct one of them.")
    if _exceeds(leasable, total):
        yield "leasable_area", _("The leasable area is larger than the total area. Correct one of them.")
    if _exceeds(leased, total):
        yield "leased_area", _("The leased area is larger than the total area. Correct one of them.")
    if _exceeds(total, park.planned_area):
        yield (
            "total_area",
            _("The total area is larger than the area in the master plan. Correct one of them."),
        )
    if park.status == ParkStatus.FULL and _exceeds(leasable, leased):
        yield "status", _("The park cannot be full while leasable land is not leased. Correct one of them.")


def _terms(park: Sheet) -> Iterator[Fault]:
    first, last, years = park.term_from, park.term_to, park.term_years
    if _exceeds(first, last):
        yield "term_to", _("The term ends before it begins. Correct one of the years.")
    elif first is not None and last is not None and years is not None and last - first != years:
        yield "term_years", _("The term in years is not the time between its first and last year.")


def _prices(park: Sheet) -> Iterator[Fault]:
    if _exceeds(park.price_low, park.price_high):
        yield "price_high", _("The highest price is below the lowest price. Correct one of them.")
    has_price = park.price_low is not None or park.price_high is not None
    if has_price and not park.price_currency:
        yield "price_currency", _("Say in which currency the price is.")
    if has_price and not park.price_basis:
        yield "price_basis", _("Say what the price covers.")
    if park.fee is not None and not park.fee_currency:
        yield "fee_currency", _("Say in which currency the fee is.")
    if park.fee is not None and not park.fee_basis:
        yield "fee_basis", _("Say what the fee covers.")


def _supplies(park: Sheet) -> Iterator[Fault]:
    if park.power is not None and not park.power_unit:
        yield "power_unit", _("Say in which unit the power supply is given.")


def _position(park: Sheet) -> Iterator[Fault]:
    for one, other in (("map_x", "map_y"), ("latitude", "longitude")):
        if (getattr(park, one) is None) != (getattr(park, other) is None):
            missing = one if getattr(park, one) is None else other
            yield missing, _("A position needs both of its values. Write the other one too, or neither.")


def _exceeds(one: Any, other: Any) -> bool:
    return one is not None and other is not None and one > other
