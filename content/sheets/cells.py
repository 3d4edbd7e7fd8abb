"""Cells and lines as a file holds them, before anybody knows what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openpyxl.utils import get_column_letter

LONGEST_SHOWN = 60
"""Characters of a cell that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; *row* and *column* count from 1."""

    row: int
    column: int
    value: object = None
    number_format: str = ""
    is_formula: bool = False
    is_error: bool = False

    @property
    def name(self) -> str:
        """What Excel calls it, such as ``D17``."""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it. A formula without a result is no empty cell."""
        return not self.is_formula and (self.value is None or not self.text)

    @property
    def text(self) -> str:
        """What stands in it, as text without spaces at its ends."""
        if self.value is None:
            return ""
        if isinstance(self.value, date):
            return f"{self.value.day}/{self.value.month}/{self.value.year}"
        if isinstance(self.value, float):
            return f"{self.value:.15g}"
        return str(self.value).strip()

    @property
    def shown(self) -> str:
        """The beginning of its text, for a sentence about it."""
        text = " ".join(self.text.split())
        return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file; *merged* gives for a column the range that its cell is merged into."""

    number: int
    cells: tuple[Cell, ...]
    is_hidden: bool = False
    merged: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return all(cell.is_empty for cell in self.cells)

    def cell(self, column: int) -> Cell:
        """Return the cell of a column, an empty one where the row ends before it."""
        if column <= len(self.cells):
            return self.cells[column - 1]
        return Cell(self.number, column)
