"""The lines of a worksheet. No formula is worked out, no macro and no link is followed."""

import warnings
import zlib
from collections.abc import Iterator
from typing import IO, Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from content.sheets.archives import DAMAGED, check_workbook
from content.sheets.cells import Cell, Line
from content.sheets.folding import folded
from content.sheets.marks import Marks, read_marks
from content.sheets.sentences import BadSheet

# What openpyxl raises for files that are no workbooks, or broken ones.
_OPENPYXL_FAULTS = (
    BadZipFile,
    zlib.error,
    InvalidFileException,
    ParseError,
    SyntaxError,
    ArithmeticError,
    AttributeError,
    AssertionError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def workbook_lines(file: IO[bytes], *, title: str) -> Iterator[Line]:
    """Yield the lines of the worksheet called *title*, or of the first that is not hidden.

    Raises:
        BadSheet: it is no workbook, is broken, or is beyond the limits.
    """
    check_workbook(file)
    file.seek(0)
    try:
        # It warns of colours and filters that it cannot keep; nobody wants them here.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book: Any = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            page = _chosen(book, title)
            # What a workbook says of its own size need not be so.
            page.reset_dimensions()
            marks = read_marks(file, page._worksheet_path)
            rows = list(_lines(page, marks))
    except BadSheet:
        raise
    except _OPENPYXL_FAULTS as error:
        raise BadSheet(DAMAGED) from error
    yield from rows


def _chosen(book: Any, title: str) -> Any:
    named = [page for page in book.worksheets if folded(page.title) == folded(title)]  # bare: of a worksheet
    shown = [page for page in book.worksheets if page.sheet_state == "visible"]
    return (named or shown or book.worksheets)[0]


def _lines(page: Any, marks: Marks) -> Iterator[Line]:
    rows = page.iter_rows(max_row=marks.last_row, max_col=marks.last_column) if marks.last_column else ()
    for number, cells in enumerate(rows, start=1):
        yield Line(
            number,
            tuple(_cell(number, place, cell, marks) for place, cell in enumerate(cells, start=1)),
            number in marks.hidden,
            marks.merged_in(number),
        )


def _cell(row: int, column: int, cell: Any, marks: Marks) -> Cell:
    return Cell(
        row,
        column,
        cell.value,
        str(cell.number_format or "") if cell.value is not None else "",
        is_formula=(row, column) in marks.formulas,
        is_error=cell.data_type == "e",
    )
