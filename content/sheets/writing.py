"""Sheets as files, for people who fill them in and send them back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import IO

from content.sheets.cells import Cell
from content.sheets.columns import Column, Known, Money, Value
from content.sheets.days import Day
from content.sheets.layout import Entry, Marked, save_workbook
from content.sheets.quantities import Number, Price
from content.sheets.sheet import Sheet
from content.sheets.tables import guarded, write_table

_LONGEST_GROUP = 3


@dataclass(frozen=True, slots=True)
class Reported:
    """A row of a report: its cells, by column, and what became of it in a sentence or more."""

    cells: Mapping[str, Cell]
    result: str
    is_refused: bool = False


def write_workbook(
    sheet: Sheet, rows: Iterable[Mapping[str, Value]], file: IO[bytes], *, known: Known | None = None
) -> None:
    """Write a workbook with the table, its guide and its choices; without rows it is a form to fill in."""
    save_workbook(sheet, [Marked(_written(sheet, row)) for row in rows], file, known or {})


def write_report(
    sheet: Sheet, rows: Iterable[Reported], file: IO[bytes], *, known: Known | None = None
) -> None:
    """Write the rows as they were found, each with its result in a last column; it can be read again."""
    marked = [Marked(_found(sheet, row.cells), row.result, row.is_refused) for row in rows]
    save_workbook(sheet, marked, file, known or {}, with_result=True)


def write_csv(sheet: Sheet, rows: Iterable[Mapping[str, Value]], file: IO[bytes]) -> None:
    """Write the table as CSV, which the same sheet reads again."""
    lines = [[_safe(column, row.get(column.name)) for column in sheet.columns] for row in rows]
    write_table([[column.heading for column in sheet.columns], *lines], file)


def _written(sheet: Sheet, row: Mapping[str, Value]) -> list[Entry]:
    return [_entry(column, row.get(column.name)) for column in sheet.columns]


def _entry(column: Column, value: Value) -> Entry:
    if value is None:
        return Entry(None)
    shown = column.written(value)
    if isinstance(value, Money) and isinstance(column, Price):
        return Entry(shown, f'{column.excel_format} "{value.currency}"')
    if isinstance(column, Number):
        return Entry(shown, column.excel_format)
    return Entry(shown, "dd/mm/yyyy" if isinstance(column, Day) else column.number_format)


def _found(sheet: Sheet, cells: Mapping[str, Cell]) -> list[Entry]:
    found = [cells.get(column.name) for column in sheet.columns]
    return [Entry(cell.value, cell.number_format or "General") if cell else Entry(None) for cell in found]


def _safe(column: Column, value: Value) -> str:
    text = typed(column, value)
    return text if isinstance(column, Number) else guarded(text)


def typed(column: Column, value: Value) -> str:
    """Return a value as text that the column reads again."""
    if value is None:
        return ""
    if isinstance(value, Money):
        return f"{_numeral(value.amount)} {value.currency}"
    shown = column.written(value)
    if isinstance(shown, date):
        return f"{shown.day:02}/{shown.month:02}/{shown.year}"
    if isinstance(column, Number):
        return _numeral(shown)
    return "" if shown is None else str(shown)


def _numeral(value: object) -> str:
    text = f"{value:f}" if not isinstance(value, int) else str(value)
    if "." not in text:
        return text
    whole, _point, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    if len(decimals) == _LONGEST_GROUP:
        # Three decimals after a short number could be read as thousands.
        decimals += "0"
    return f"{whole},{decimals}" if decimals else whole
