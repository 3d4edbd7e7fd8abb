"""What follows from a park's areas in hectares; nothing here is typed by anybody. Pure."""

from decimal import ROUND_DOWN, Decimal

_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")


def available(leasable: Decimal | None, leased: Decimal | None) -> Decimal | None:
    """Return the area that can still be leased, or None where either area is unknown."""
    return None if leasable is None or leased is None else leasable - leased


def occupancy(leasable: Decimal | None, leased: Decimal | None) -> Decimal | None:
    """Return the leased share of the leasable area in hundredths, with one decimal.

    Rounded down, so that 100 says that nothing is left. None where either area is unknown.
    """
    if leased is None or not leasable:
        return None
    return (leased * _HUNDRED / leasable).quantize(_TENTH, rounding=ROUND_DOWN)
