"""What a worksheet says beside its values: rows that are hidden, cells that are merged, formulas."""

import re
import zipfile
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from openpyxl.utils import column_index_from_string, range_boundaries

from content.sheets.archives import DAMAGED, FAULTS, pieces, refuse_definitions
from content.sheets.sentences import BadSheet, gettext_noop

MOST_LINES = 50_000
"""Empty ones among them; Excel keeps lines that were only coloured."""

MOST_COLUMNS = 200
MOST_CELLS = 2_000_000
MOST_MERGED = 500

TOO_LONG = gettext_noop("The sheet has more than %(most)s lines. Delete the empty ones below the table.")
TOO_MANY_MERGED = gettext_noop(
    "The table has more than %(most)s merged cells. Divide them, and write each value into its row."
)

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells; all numbers count from 1 and belong to it."""

    name: str
    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(slots=True)
class Marks:
    """Of one worksheet."""

    hidden: set[int] = field(default_factory=set)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0

    def merged_in(self, row: int) -> dict[int, str]:
        """Return for each column of a row the range that its cell is merged into."""
        return {
            column: area.name
            for area in self.merged
            if area.first_row <= row <= area.last_row
            for column in range(area.first_column, min(area.last_column, MOST_COLUMNS) + 1)
        }


def read_marks(file: IO[bytes], part: str) -> Marks:
    """Return the marks of the worksheet that is stored as *part* of a checked workbook.

    Raises:
        BadSheet: the part is not there, is no XML, or is beyond the limits.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    refuse_definitions(parser)
    parser.StartElementHandler = reader.start
    try:
        with zipfile.ZipFile(file) as archive:
            for piece in pieces(archive, part.lstrip("/")):
                parser.Parse(piece, False)
            parser.Parse(b"", True)
    except (*FAULTS, KeyError, ValueError, expat.ExpatError) as error:
        if isinstance(error, BadSheet):
            raise
        raise BadSheet(DAMAGED) from error
    return _bounded(reader.marks)


def _bounded(marks: Marks) -> Marks:
    marks.last_column = min(marks.last_column, MOST_COLUMNS)
    if marks.last_row > MOST_LINES or marks.last_row * marks.last_column > MOST_CELLS:
        raise BadSheet(TOO_LONG, most=MOST_LINES)
    return marks


class _Reader:
    """Follows the rows and cells of a worksheet; both may leave out where they stand."""

    def __init__(self) -> None:
        self.marks = Marks()
        self._row = 0
        self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note what an element says."""
        local = name.rpartition(":")[2]
        if local == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
            self.marks.last_row = max(self._row, self.marks.last_row)
            if attributes.get("hidden") in {"1", "true"}:
                self.marks.hidden.add(self._row)
        elif local == "c":
            placed = _PLACE.match(attributes.get("r", ""))
            self._column = column_index_from_string(placed.group(1)) if placed else self._column + 1
            self.marks.last_column = max(self._column, self.marks.last_column)
        elif local == "f":
            self.marks.formulas.add((self._row, self._column))
        elif local == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _merge(self, name: str) -> None:
        if len(self.marks.merged) == MOST_MERGED:
            raise BadSheet(TOO_MANY_MERGED, most=MOST_MERGED)
        first_column, first_row, last_column, last_row = range_boundaries(name)
        if first_column and first_row and last_column and last_row:
            self.marks.merged.append(Area(name, first_row, last_row, first_column, last_column))
