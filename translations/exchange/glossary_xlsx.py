"""The glossary as an Excel workbook: its first sheet, with the columns of the table."""

import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.utils.exceptions import InvalidFileException

from translations.exchange import workbook_parts
from translations.exchange.term_rows import (
    COLUMNS,
    NO,
    YES,
    BadRow,
    BadTable,
    Heading,
    StoredTerm,
    TermRow,
)

MOST_ROWS = 20_000
LONGEST_CELL = 32_767
"""Characters; Excel's own limit."""

_MOST_COLUMNS = 32
_FORMULA, _ERROR = "f", "e"
# What openpyxl raises for files that are no workbooks, or broken ones.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    TokenizerError,
    ParseError,
    SyntaxError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class _Row:
    texts: list[str]
    is_written: bool


def read(file: IO[bytes]) -> Iterator[TermRow | BadRow]:
    """Yield the terms of the first sheet; empty rows are passed over, formulas are refused.

    Raises:
        BadTable: it is no workbook, is larger than the limits, or has another heading.
    """
    workbook_parts.check(file)
    heading: Heading | None = None
    for number, row in enumerate(_rows(file), start=1):
        if heading is None:
            heading = Heading(row.texts, number)
            continue
        found = _found(heading, number, row)
        if found is not None:
            yield found
    if heading is None:
        raise BadTable(1, "The sheet is empty.")


def _found(heading: Heading, number: int, row: _Row) -> TermRow | BadRow | None:
    if not row.is_written:
        return BadRow(number, "It holds a formula or an error. Write the value itself into the cell.")
    if max(map(len, row.texts), default=0) > LONGEST_CELL:
        return BadRow(number, f"A cell is longer than {LONGEST_CELL} characters.")
    return heading.row(number, row.texts)


def _rows(file: IO[bytes]) -> list[_Row]:
    """Return the rows of the first sheet; no formula is worked out."""
    file.seek(0)
    try:
        # It warns of colours and filters that it cannot keep; nobody wants them here.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, keep_links=False)
            sheet = book.worksheets[0]
            # What a workbook says of its own size need not be so.
            sheet.reset_dimensions()
            rows = [_row(cells) for cells in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=_MOST_COLUMNS)]
    except _FAULTS as error:
        raise BadTable(
            1, "The workbook is damaged. Save it as an Excel workbook (.xlsx) and retry."
        ) from error
    if len(rows) > MOST_ROWS:
        raise BadTable(MOST_ROWS + 1, f"The sheet has more than {MOST_ROWS} rows. Delete the empty ones.")
    return rows


def _row(cells: Iterable[Any]) -> _Row:
    cells = tuple(cells)
    is_written = not any(cell.data_type in {_FORMULA, _ERROR} for cell in cells)
    return _Row([_text(cell.value) for cell in cells] if is_written else [], is_written)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def can_hold(term: StoredTerm) -> bool:
    """Tell whether every text of a term fits into a cell."""
    return max(map(len, term.cells())) <= LONGEST_CELL


def write(terms: Iterable[StoredTerm], file: IO[bytes]) -> None:
    """Write a workbook with one sheet. Every cell is text: what begins with ``=`` stays words."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Glossary")
    sheet.freeze_panes = "B2"
    sheet.append(list(COLUMNS))
    for term in terms:
        sheet.append([_cell(sheet, text) for text in term.cells()])
    book.save(file)


def _cell(sheet: Any, text: str) -> Any:
    if not text:
        return None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell
