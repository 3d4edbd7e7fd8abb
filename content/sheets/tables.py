"""Tables as text: CSV in UTF-8, with semicolons, commas or tabs."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from content.sheets.cells import Cell, Line
from content.sheets.sentences import BadSheet, gettext_noop
from content.sheets.sheet import HEADING_WITHIN

DELIMITERS = ";,\t"

NO_UTF8 = gettext_noop(
    "The table is not in UTF-8. Save it in Excel as “CSV UTF-8”, or as an Excel workbook (.xlsx)."
)
BROKEN = gettext_noop(
    "Row %(row)s of the table cannot be read: a quotation mark has no end, or the row is too long."
)

_LOOKS_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


def table_lines(file: IO[bytes]) -> Iterator[Line]:
    """Yield the rows of a CSV file; a row of several lines counts once, as in Excel.

    Raises:
        BadSheet: it is not in UTF-8, or a row cannot be read.
    """
    file.seek(0)
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadSheet(NO_UTF8) from error
    for number, row in enumerate(_rows(text, _delimiter(text)), start=1):
        yield Line(
            number, tuple(Cell(number, place, unguarded(value)) for place, value in enumerate(row, start=1))
        )


def _delimiter(text: str) -> str:
    """Return the sign that divides most of the first rows into equally many columns."""
    first = "\n".join(text.splitlines()[:HEADING_WITHIN])
    return max(DELIMITERS, key=lambda sign: _evenness(first, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    widths = [len(row) for row in csv.reader(io.StringIO(text), delimiter=sign)]
    widest = max(widths, default=0)
    return (widths.count(widest) if widest > 1 else 0, widest)


def _rows(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for row in reader:
            number += 1
            yield row
    except csv.Error as error:
        raise BadSheet(BROKEN, row=number + 1) from error


def guarded(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula."""
    return f"{_GUARD}{text}" if text.startswith((*_LOOKS_LIKE_A_FORMULA, _GUARD)) else text


def unguarded(text: str) -> str:
    """Return what :func:`guarded` was given."""
    rest = text.removeprefix(_GUARD)
    return rest if rest != text and rest.startswith((*_LOOKS_LIKE_A_FORMULA, _GUARD)) else text


def write_table(rows: Iterable[Sequence[str]], file: IO[bytes]) -> None:
    """Write CSV as Excel in Vietnam opens it: UTF-8 with a mark, semicolons."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows(rows)
    file.write(text.getvalue().encode("utf-8-sig"))
