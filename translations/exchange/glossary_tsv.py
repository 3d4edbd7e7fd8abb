"""The glossary as a table: tab-separated UTF-8 with the columns vi, en, ja, ko and note."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

COLUMNS = ("vi", "en", "ja", "ko", "note")

_BYTE_ORDER_MARK = "\ufeff"
_LONGEST_LINE = 64 * 1024
# A question mark that stands alone: "? ko also 공단", "ja attested; ko ?".
_DOUBT = re.compile(r"(?<!\S)\?(?!\S)")
_DOUBT_AT_START = re.compile(r"\A\?(?:\s+|\Z)")


@dataclass(frozen=True, slots=True)
class Row:
    """One term; *number* is its line in the file, counted from 1 with the heading.

    Texts are NFC without white space at their ends. *doubtful* says that the note bears
    a question mark of its own; one at its beginning is left out of *note*.
    """

    number: int
    vi: str
    en: str
    ja: str
    ko: str
    note: str
    doubtful: bool


class BadTable(ValueError):
    """The file is no glossary; *row* counts from 1."""

    def __init__(self, row: int, reason: str) -> None:
        super().__init__(reason)
        self.row = row


def read(file: IO[bytes]) -> Iterator[Row]:
    """Yield the terms of a table; empty lines are passed over.

    Raises:
        BadTable: the heading or the number of columns is wrong, or the text is not UTF-8.
    """
    order: tuple[int, ...] | None = None
    for number, line in _lines(file):
        cells = tuple(unicodedata.normalize("NFC", cell.strip()) for cell in line.split("\t"))
        if order is None:
            order = _order(cells, number)
        elif any(cells):
            if len(cells) != len(COLUMNS):
                raise BadTable(number, f"It has {len(cells)} columns instead of {len(COLUMNS)}.")
            yield _row(number, *(cells[place] for place in order))
    if order is None:
        raise BadTable(1, "The file is empty.")


def _lines(file: IO[bytes]) -> Iterator[tuple[int, str]]:
    number = 0
    while raw := file.readline(_LONGEST_LINE):
        number += 1
        if len(raw) == _LONGEST_LINE:
            raise BadTable(number, "It is too long to be a line of a glossary.")
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadTable(number, "It is not UTF-8. Save the table as UTF-8.") from error
        yield number, (line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line).rstrip("\r\n")


def _order(heading: tuple[str, ...], number: int) -> tuple[int, ...]:
    names = [name.lower() for name in heading]
    if sorted(names) != sorted(COLUMNS):
        raise BadTable(number, f"The columns must be {', '.join(COLUMNS)}, separated by tabs.")
    return tuple(names.index(column) for column in COLUMNS)


def _row(number: int, vi: str, en: str, ja: str, ko: str, note: str) -> Row:
    return Row(number, vi, en, ja, ko, _DOUBT_AT_START.sub("", note), _DOUBT.search(note) is not None)
