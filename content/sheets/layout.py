"""How a sheet looks as a workbook: the table, its guide and its choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from content.sheets.columns import LONGEST_CELL, Known
from content.sheets.guide import CHOICES_TITLE, GUIDE_TITLE, guide_rows
from content.sheets.sheet import RESULT_HEADING, Sheet
from content.sheets.tables import guarded

HEADING_ROW = 3
"""Below the title and the notes, so that sorting and filtering move neither."""

ROWS_WITH_LISTS = 1_000
"""Rows for which Excel offers choices, beyond those that are filled in."""

_LANGUAGE = "vi-VN"
_LONGEST_TITLE = 31
_RESULT_WIDTH = 70
_CHOICE_WIDTH = 28
_THIN = Side(style="thin", color="B7C4BD")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEADING = {
    "font": Font(bold=True, color="FFFFFF"),
    "fill": PatternFill("solid", start_color="1F5C4A"),
    "alignment": Alignment(wrap_text=True, vertical="center", horizontal="center"),
    "border": _BORDER,
}
_NEEDED = {**_HEADING, "fill": PatternFill("solid", start_color="8A3324")}
_NOTE = {
    "font": Font(italic=True, color="595959"),
    "alignment": Alignment(wrap_text=True, vertical="top"),
}
_TITLE = {"font": Font(bold=True, size=14)}
_WORDS = {"alignment": Alignment(wrap_text=True, vertical="top"), "border": _BORDER}
_PLAIN = {"alignment": Alignment(vertical="top"), "border": _BORDER}
_REFUSED = {**_WORDS, "fill": PatternFill("solid", start_color="FBE5E1")}


@dataclass(frozen=True, slots=True)
class Entry:
    """What goes into a cell, and how Excel shows it."""

    value: object
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class Marked:
    """A row of the table, and in a report what became of it."""

    entries: Sequence[Entry]
    result: str = ""
    is_refused: bool = False


def save_workbook(
    sheet: Sheet, rows: Sequence[Marked], file: IO[bytes], known: Known, *, with_result: bool = False
) -> None:
    """Write the table, its guide and its choices; *with_result* adds a column for what became of a row."""
    book = Workbook(write_only=True)
    book.properties.language = _LANGUAGE
    book.properties.title = sheet.title  # bare: of a workbook
    book.properties.creator = ""
    page = book.create_sheet(sheet.title[:_LONGEST_TITLE])
    _lay_out(page, sheet, with_result)
    page.append([_cell(page, sheet.title, _TITLE)])
    page.append([_cell(page, column.note, _NOTE) for column in sheet.columns])
    page.append(_headings(page, sheet, with_result))
    for row in rows:
        page.append(_row(page, row, with_result))
    _offer_choices(book, page, sheet, known, HEADING_ROW + len(rows) + ROWS_WITH_LISTS)
    _write_guide(book, sheet)
    # The choices were filled in before the guide; people look for the guide first.
    book.move_sheet(GUIDE_TITLE, -(len(book.sheetnames) - 2))
    book.save(file)


def _lay_out(page: Any, sheet: Sheet, with_result: bool) -> None:
    beside_key = [column.name for column in sheet.columns].index(sheet.key) + 2
    page.freeze_panes = f"{get_column_letter(beside_key)}{HEADING_ROW + 1}"
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    last = len(sheet.columns) + with_result
    if with_result:
        page.column_dimensions[get_column_letter(last)].width = _RESULT_WIDTH
    page.row_dimensions[HEADING_ROW].height = 48
    page.auto_filter.ref = f"A{HEADING_ROW}:{get_column_letter(last)}{HEADING_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"


def _headings(page: Any, sheet: Sheet, with_result: bool) -> list[Any]:
    cells = [
        _cell(page, column.heading, _NEEDED if column.required else _HEADING) for column in sheet.columns
    ]
    return [*cells, _cell(page, RESULT_HEADING, _HEADING)] if with_result else cells


def _row(page: Any, row: Marked, with_result: bool) -> list[Any]:
    style = _REFUSED if row.is_refused else _PLAIN
    cells = [
        _cell(
            page,
            entry.value,
            _WORDS if style is _PLAIN and _is_long(entry.value) else style,
            entry.number_format,
        )
        for entry in row.entries
    ]
    if with_result:
        cells.append(_cell(page, row.result, _REFUSED if row.is_refused else _WORDS))
    return cells


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > 30  # noqa: PLR2004 - beyond it, text runs into the next cell


def _cell(page: Any, value: Any, style: Mapping[str, Any], number_format: str = "General") -> Any:
    """Return a cell; text is never a formula, neither now nor when somebody edits the cell."""
    cell = WriteOnlyCell(page, None)
    if isinstance(value, str):
        cell.value = value[:LONGEST_CELL]
        cell.data_type = "s"
        cell.quotePrefix = guarded(value) != value
    else:
        cell.value = value
    for name, part in style.items():
        setattr(cell, name, part)
    cell.number_format = number_format
    return cell


def _offer_choices(book: Any, page: Any, sheet: Sheet, known: Known, last_row: int) -> None:
    """Let Excel offer what a column takes, from a sheet that lists it."""
    lists = {
        place: options
        for place, column in enumerate(sheet.columns, start=1)
        if (options := column.options(known))
    }
    if not lists:
        return
    choices = book.create_sheet(CHOICES_TITLE)
    choices.append([_cell(choices, sheet.columns[place - 1].heading, _HEADING) for place in lists])
    for values in zip_longest(*lists.values()):
        choices.append([_cell(choices, value, _PLAIN) for value in values])
    for number, (place, options) in enumerate(lists.items(), start=1):
        letter, target = get_column_letter(number), get_column_letter(place)
        choices.column_dimensions[letter].width = _CHOICE_WIDTH
        offered = DataValidation(
            type="list",
            formula1=f"'{CHOICES_TITLE}'!${letter}$2:${letter}${len(options) + 1}",
            allow_blank=True,
            # A label in other words, or a code, is understood as well: Excel must let it pass.
            showErrorMessage=False,
        )
        offered.add(f"{target}{HEADING_ROW + 1}:{target}{last_row}")
        page.data_validations.append(offered)


def _write_guide(book: Any, sheet: Sheet) -> None:
    guide = book.create_sheet(GUIDE_TITLE)
    for letter, width in zip("ABCD", (34, 12, 60, 60), strict=True):
        guide.column_dimensions[letter].width = width
    for number, row in enumerate(guide_rows(sheet)):
        style = _TITLE if number == 0 else _HEADING if row.is_heading else _WORDS
        guide.append([_cell(guide, text, style) for text in row.texts])
