"""Workbooks for tests, made as Excel would, and some as it never would."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

HEADING = ("vi", "en", "ja", "ko", "note")
SHEET = "xl/worksheets/sheet1.xml"


def workbook(*rows: Sequence[Any], heading: Sequence[str] = HEADING) -> BytesIO:
    """A workbook of the given rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (heading, *rows):
        sheet.append(list(row))
    file = BytesIO()
    book.save(file)
    return file


def with_part(file: BytesIO, name: str, content: bytes) -> BytesIO:
    """The same workbook with one part replaced or added."""
    changed = BytesIO()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            if part != name:
                after.writestr(part, before.read(part))
        after.writestr(name, content)
    return changed


def sheet(rows: str) -> bytes:
    """The first sheet with the given rows, as XML."""
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()
