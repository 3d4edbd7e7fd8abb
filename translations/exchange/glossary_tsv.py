"""The glossary as a table of text, separated by tabs, in UTF-8 or UTF-16."""

import re
from collections.abc import Iterable, Iterator
from typing import IO

from translations.exchange import text_lines
from translations.exchange.term_rows import COLUMNS, BadRow, BadTable, Heading, StoredTerm, TermRow

_BREAKS = re.compile(r"[\t\r\n]+")
# As spreadsheets write a cell that has quotation marks itself.
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


def read(file: IO[bytes]) -> Iterator[TermRow | BadRow]:
    """Yield the terms of a table; empty lines are passed over.

    Raises:
        BadTable: the heading is missing or wrong, or a line is too long to be one.
    """
    heading: Heading | None = None
    try:
        for number, line in enumerate(text_lines.read(file), start=1):
            cells = [_unquoted(cell) for cell in line.split("\t")]
            if heading is None:
                heading = _heading(cells, number)
                continue
            row = heading.row(number, cells)
            if row is not None:
                yield row
    except text_lines.LineTooLong as error:
        raise BadTable(error.number, str(error)) from error
    if heading is None:
        raise BadTable(1, "The file is empty.")


def _heading(cells: list[str], number: int) -> Heading:
    if text_lines.BROKEN in "".join(cells) or "\0" in "".join(cells):
        raise BadTable(number, "It is neither UTF-8 nor UTF-16. Save the table as UTF-8.")
    return Heading(cells, number)


def written(terms: Iterable[StoredTerm]) -> Iterator[str]:
    """Yield the lines of a table; a line break in a note becomes a space."""
    yield _line(COLUMNS)
    for term in terms:
        yield _line(term.cells())


def _line(cells: Iterable[str]) -> str:
    return "\t".join(_quoted(_BREAKS.sub(" ", cell)) for cell in cells) + "\n"


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.fullmatch(cell) else cell


def _unquoted(cell: str) -> str:
    return cell.strip()[1:-1].replace('""', '"') if _QUOTED.fullmatch(cell.strip()) else cell
