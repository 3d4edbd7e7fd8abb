"""Columns of numbers: whole ones, decimals, areas, percentages, money."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import ClassVar

from content.sheets.amounts import NO_NUMBER, parsed
from content.sheets.cells import Cell
from content.sheets.columns import Column, Money, Surrounding, Value, listed
from content.sheets.folding import folded
from content.sheets.sentences import BadCell, gettext_noop

A_TRUTH = gettext_noop("Cell %(cell)s holds TRUE or FALSE: write a number, such as %(example)s.")
TOO_FINE = gettext_noop(
    "Cell %(cell)s holds %(found)s: at most %(places)s decimals are kept, so round it yourself."
)
NOT_WHOLE = gettext_noop("Cell %(cell)s holds %(found)s: write a whole number, such as %(example)s.")
TOO_SMALL = gettext_noop("Cell %(cell)s holds %(found)s: “%(heading)s” is at least %(least)s.")
TOO_LARGE = gettext_noop("Cell %(cell)s holds %(found)s: “%(heading)s” is at most %(most)s.")
A_SHARE = gettext_noop(
    "Cell %(cell)s holds %(found)s, which may be a share or a percentage: write 72 for 72%%, "
    "or give the cell Excel's percent format."
)
NO_CURRENCY = gettext_noop(
    "Cell %(cell)s holds “%(found)s” without a currency: write the amount with one of %(choices)s."
)

_EXCEL_DIGITS = ".15g"


@dataclass(frozen=True, kw_only=True)
class Number(Column):
    """A decimal number. *unit* may stand behind a number that is typed as text."""

    places: int = 2
    least: Decimal | None = Decimal(0)
    most: Decimal | None = Decimal(10) ** 15
    unit: str = ""
    width: int = 16

    example: ClassVar[str] = "1234,5"

    @property
    def excel_format(self) -> str:
        """How Excel shows it."""
        return "#,##0." + "#" * self.places if self.places else "#,##0"

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return the number."""
        return self.checked(cell, self.amount(cell, around))

    def amount(self, cell: Cell, around: Surrounding) -> Decimal:
        """Return the number of a cell before it is checked."""
        if isinstance(cell.value, bool):
            raise BadCell(A_TRUTH, example=self.example)
        if isinstance(cell.value, int | float | Decimal):
            return exact(cell.value)
        if not isinstance(cell.value, str):
            raise BadCell(NO_NUMBER, example=self.example)
        text = self.numeral(cell.value)
        return parsed(text, style=around.style, is_whole=not self.places, example=self.example)

    def numeral(self, text: str) -> str:
        """Return a typed number without the unit behind it."""
        return without_end(text, self.unit)

    def checked(self, cell: Cell, amount: Decimal) -> Decimal:
        """Return *amount* with as many decimals as the column keeps; a formula's result is rounded.

        Raises:
            BadCell: it has more, or is too small or too large.
        """
        rounded = self.rounded(amount)
        if rounded != amount and not cell.is_formula:
            raise BadCell(TOO_FINE if self.places else NOT_WHOLE, places=self.places, example=self.example)
        if self.least is not None and rounded < self.least:
            raise BadCell(TOO_SMALL, heading=self.heading, least=_plain(self.least))
        if self.most is not None and rounded > self.most:
            raise BadCell(TOO_LARGE, heading=self.heading, most=_plain(self.most))
        return rounded

    def rounded(self, amount: Decimal) -> Decimal:
        """Return *amount* with the column's decimals."""
        try:
            return amount.quantize(Decimal(1).scaleb(-self.places), ROUND_HALF_UP)
        except InvalidOperation as error:
            raise BadCell(NO_NUMBER, example=self.example) from error

    def rule(self) -> str:
        """Return what may be written."""
        unit = f" ({self.unit})" if self.unit else ""
        return f"Số{unit}, nhiều nhất {self.places} chữ số thập phân."


@dataclass(frozen=True, kw_only=True)
class Whole(Number):
    """A whole number; a sign in it can only stand between thousands."""

    places: int = 0

    example: ClassVar[str] = "1234"

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return the number."""
        return int(self.checked(cell, self.amount(cell, around)))

    def rule(self) -> str:
        """Return what may be written."""
        return f"Số nguyên{f' ({self.unit})' if self.unit else ''}."


@dataclass(frozen=True, kw_only=True)
class Area(Number):
    """An area in hectares."""

    unit: str = "ha"


@dataclass(frozen=True, kw_only=True)
class Percent(Number):
    """A percentage, 72 for 72 %; a cell in Excel's percent format counts as it is shown."""

    unit: str = "%"
    most: Decimal | None = Decimal(100)

    example: ClassVar[str] = "72,5"

    def amount(self, cell: Cell, around: Surrounding) -> Decimal:
        """Return the number as it is shown."""
        found = super().amount(cell, around)
        if isinstance(cell.value, str):
            return found
        if "%" in cell.number_format:
            return found * 100
        if 0 < abs(found) < 1:
            raise BadCell(A_SHARE)
        return found


# Words behind an amount, longest first where one begins another.
_MULTIPLES = {"nghin": 10**3, "trieu": 10**6, "ty": 10**9, "ti": 10**9}
_DONG = {"dong", "d", "vnd"}
_AMOUNT_AND_WORDS = re.compile(r"([^\W\d_]*)\s*([-\d][\d., ]*)\s*([^\d]*)\Z")
_QUOTED = re.compile(r'"\s*([A-Z]{3})\s*"|\[\$([A-Z]{3})')


@dataclass(frozen=True, kw_only=True)
class Price(Number):
    """Money: a number shown with its currency, or text such as ``150 USD`` or ``2.249 tỷ đồng``.

    A number without a currency is *currency*, where the column has one.
    """

    currencies: tuple[str, ...] = ("VND", "USD", "EUR", "JPY", "KRW")
    currency: str = ""

    example: ClassVar[str] = "150 USD"

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return the amount and its currency."""
        if isinstance(cell.value, str):
            return self._typed(cell, cell.value, around)
        quoted = _QUOTED.search(cell.number_format)
        currency = (quoted.group(1) or quoted.group(2)) if quoted else self.currency
        return self._money(cell, self.amount(cell, around), currency)

    def _typed(self, cell: Cell, text: str, around: Surrounding) -> Money:
        matched = _AMOUNT_AND_WORDS.match(text.strip())
        if matched is None:
            raise BadCell(NO_NUMBER, example=self.example)
        before, numeral, after = matched.groups()
        amount = parsed(numeral, style=around.style, example=self.example)
        currency = self.currency
        for word in (*folded(before).split(), *folded(after).split()):
            if word in _MULTIPLES:
                amount *= _MULTIPLES[word]
            else:
                currency = "VND" if word in _DONG else word.upper()
        return self._money(cell, amount, currency)

    def _money(self, cell: Cell, amount: Decimal, currency: str) -> Money:
        if currency not in self.currencies:
            raise BadCell(NO_CURRENCY, choices=listed(self.currencies))
        return Money(self.checked(cell, amount), currency)

    def numeral(self, text: str) -> str:
        """Return the number in an amount."""
        matched = _AMOUNT_AND_WORDS.match(text.strip())
        return matched.group(2).strip() if matched else text

    def written(self, value: Value) -> object:
        """Return the amount; its currency stands in the format of the cell."""
        return value.amount if isinstance(value, Money) else value

    def rule(self) -> str:
        """Return what may be written."""
        return f"Số tiền kèm đơn vị tiền tệ ({', '.join(self.currencies)}), ví dụ 150 USD."


def exact(value: float | Decimal) -> Decimal:
    """Return the number that Excel shows for *value*: 15 digits, without the noise of binary fractions."""
    return value if isinstance(value, Decimal) else Decimal(format(value, _EXCEL_DIGITS))


def without_end(text: str, unit: str) -> str:
    """Return *text* without *unit* at its end, whatever its case."""
    stripped = text.strip()
    if unit and stripped.casefold().endswith(unit.casefold()):
        return stripped[: -len(unit)].rstrip()
    return stripped


def _plain(amount: Decimal) -> str:
    return f"{amount:f}"
