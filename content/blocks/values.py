"""Blocks of values whose stored form is text, and the same whether or not somebody has looked at them.

Wagtail keeps a number and a day of an opened block as Python's own, which the hash of a text cannot take in.
"""

from datetime import date
from decimal import Decimal

from wagtail import blocks


class AmountBlock(blocks.DecimalBlock):
    """A number, stored as written without needless zeros."""

    def get_prep_value(self, value: Decimal | str | None) -> str | None:
        """Return the number as text, such as ``519.6``."""
        return None if value in (None, "") else format(Decimal(str(value)).normalize(), "f")


class DayBlock(blocks.DateBlock):
    """A day, stored as ``2026-03-04``."""

    def get_prep_value(self, value: date | str | None) -> str | None:
        """Return the day as text."""
        return value.isoformat() if isinstance(value, date) else value or None
