"""Translated pairs as a table: tab-separated text with the columns language, source and target."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_SAMPLE = 4096
COLUMNS = ("language", "source", "target")

LONGEST_CELL = 50_000
"""In characters: more is no segment, and a file that lost its line breaks."""

_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One pair; *number* is its line in the file, counted from 1. *fault* says why it cannot be checked."""

    number: int
    language: str = ""
    source: str = ""
    target: str = ""
    fault: str = ""


class BadTable(ValueError):
    """The file is no table of text."""


def read(path: Path) -> Iterator[Row]:
    """Yield the pairs of a table; a heading and empty lines are passed over, bad rows say why they are.

    Raises:
        BadTable: it is neither UTF-8 nor UTF-16, or has no rows.
        OSError: it cannot be opened.
    """
    order = list(range(len(COLUMNS)))
    for number, line in enumerate(_lines(_text(path)), start=1):
        cells = line.split("\t")
        names = [cell.strip().lower() for cell in cells]
        if number == 1 and sorted(names) == sorted(COLUMNS):
            order = [names.index(column) for column in COLUMNS]
        elif line.strip():
            yield _row(number, cells, order)


def _text(path: Path) -> str:
    data = path.read_bytes()
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "") or _guessed(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadTable("The file is neither UTF-8 nor UTF-16. Save the table as UTF-8.") from error


def _guessed(data: bytes) -> str:
    """Return the encoding of a file without a mark: in UTF-16, every other byte of a tab or space is 0."""
    sample = data[:_SAMPLE]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first::2].count(0) > len(sample) // 10 and not sample[1 - first :: 2].count(0):
            return encoding
    return "utf-8"


def _lines(text: str) -> list[str]:
    """Return the lines, whether they end with LF, CR LF or CR; other marks may stand in a text."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _row(number: int, cells: list[str], order: list[int]) -> Row:
    if len(cells) != len(COLUMNS):
        return Row(number, fault=f"The row has {len(cells)} columns instead of {len(COLUMNS)}.")
    language, source, target = (_unquoted(cells[place]) for place in order)
    fault = ""
    if not source.strip():
        fault = "The row has no source."
    elif max(len(source), len(target)) > LONGEST_CELL:
        fault = f"The row has a text of more than {LONGEST_CELL:,} characters."
    return Row(number, language.strip().lower(), source, target, fault)


def _unquoted(cell: str) -> str:
    """Return a cell without the quotation marks that spreadsheets put around one that has some itself."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"' and '""' in cell[1:-1]:
        return cell[1:-1].replace('""', '"')
    return cell
