"""Files of tables: which form one has by its first bytes, whatever its name says, and reading it."""

from collections.abc import Iterator
from typing import IO

from content.sheets.archives import MOST_BYTES, NO_WORKBOOK, OLD_OFFICE, ZIP, check_size
from content.sheets.cells import Line
from content.sheets.columns import Known
from content.sheets.reading import Found, read_lines
from content.sheets.sentences import BadSheet
from content.sheets.sheet import Sheet
from content.sheets.tables import table_lines
from content.sheets.workbooks import workbook_lines

__all__ = ["MOST_BYTES", "read_sheet"]


def read_sheet(sheet: Sheet, file: IO[bytes], *, known: Known | None = None) -> Found:
    """Return the rows of an Excel workbook or a CSV table.

    Args:
        file: can be read from its beginning again.
        known: for each kind of reference the codes that exist, with their names.

    Raises:
        BadSheet: the file as a whole cannot be read; nothing of it was.
    """
    check_size(file)
    return read_lines(sheet, _lines(sheet, file), known or {})


def _lines(sheet: Sheet, file: IO[bytes]) -> Iterator[Line]:
    beginning = file.read(64)
    if beginning.startswith((ZIP, OLD_OFFICE)):
        return workbook_lines(file, title=sheet.title)
    if b"\x00" in beginning or beginning.lstrip().startswith((b"<", b"%PDF", b"{\\rtf")):
        raise BadSheet(NO_WORKBOOK)
    return table_lines(file)
