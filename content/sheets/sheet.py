"""A sheet: what a table of a department holds, and finding its columns in a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from content.sheets.cells import Cell, Line
from content.sheets.columns import Column
from content.sheets.folding import folded, without_unit
from content.sheets.sentences import BadSheet, Sentence, gettext_noop

HEADING_WITHIN = 10
"""The heading stands in one of the first so many rows."""

RESULT_HEADING = "Kết quả nhập"
"""The last column of a report, which is passed over where a report is read again."""

_NUMBERING = frozenset({"stt", "tt", "so thu tu", "so tt", "no"})
_PASSED_OVER = _NUMBERING | {folded(RESULT_HEADING)}
_FEWEST = 2

NO_HEADING = gettext_noop(
    "No heading was found in the first %(rows)s rows: one row must hold “%(key)s” and the other headings of "
    "this table. Download the empty table and copy your rows into it."
)
TWICE = gettext_noop(
    "The heading “%(heading)s” stands twice, in %(first)s and %(second)s: delete one column."
)
MISSING = gettext_noop("The column “%(heading)s” is missing: it is needed in every row.")
UNKNOWN = gettext_noop(
    "Cell %(cell)s has the heading “%(found)s”, which this table does not have; its column was not read."
)


@dataclass(frozen=True)
class Sheet:
    """A table: its *title*, the column that tells its rows apart, and the others.

    Raises:
        ValueError: two columns have the same name or heading, or the key is no column.
    """

    title: str
    key: str
    columns: tuple[Column, ...]
    _by_heading: Mapping[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Check the declaration, which is code."""
        names = [column.name for column in self.columns]
        if self.key not in names or len(set(names)) < len(names):
            raise ValueError(f"The columns of {self.title} must hold {self.key} and be named once each.")
        object.__setattr__(self, "_by_heading", self._headings())

    def _headings(self) -> dict[str, Column]:
        known: dict[str, Column] = {}
        for column in self.columns:
            for heading in {_form(text) for text in (column.heading, *column.aliases)}:
                if heading in known:
                    raise ValueError(f"Two columns of {self.title} have the heading {heading}.")
                known[heading] = column
        # Without its unit a heading says less; it must still mean one column.
        short = [(_form(without_unit(column.heading)), column) for column in self.columns]
        for heading, column in short:
            if sum(heading == other for other, _column in short) == 1:
                known.setdefault(heading, column)
        return known

    @property
    def key_column(self) -> Column:
        """The column that tells rows apart."""
        return self.column(self.key)

    def column(self, name: str) -> Column:
        """Return a column by its name."""
        return next(column for column in self.columns if column.name == name)

    def for_heading(self, text: str) -> Column | None:
        """Return the column that a heading means, None for none of this sheet's."""
        return self._by_heading.get(_form(text))


@dataclass(frozen=True)
class Places:
    """Where the columns of a sheet stand in a file; *columns* by their number in it, from 1."""

    row: int
    columns: Mapping[int, Column]
    unknown: tuple[tuple[str, Sentence], ...] = ()


def find_heading(sheet: Sheet, lines: Sequence[Line]) -> Places:
    """Return where the columns stand, by the row with most headings among the first of *lines*.

    Raises:
        BadSheet: there is no such row, a heading stands twice, or a needed one is missing.
    """
    best, most = None, 0
    for line in (line for line in lines if line.number <= HEADING_WITHIN):
        found = [sheet.for_heading(cell.text) for cell in line.cells if not cell.is_empty]
        count = sum(column is not None for column in found)
        if sheet.key_column in found and count > most:
            best, most = line, count
    if best is None or most < min(_FEWEST, len(sheet.columns)):
        raise BadSheet(NO_HEADING, rows=HEADING_WITHIN, key=sheet.key_column.heading)
    return _places(sheet, best)


def _places(sheet: Sheet, line: Line) -> Places:
    placed: dict[int, Column] = {}
    unknown: list[tuple[str, Sentence]] = []
    names: dict[str, str] = {}
    for cell in (cell for cell in line.cells if not cell.is_empty):
        column = sheet.for_heading(cell.text)
        if column is None:
            if folded(cell.text) not in _PASSED_OVER:
                unknown.append((cell.name, _unknown(cell)))
            continue
        if column.name in names:
            raise BadSheet(TWICE, heading=column.heading, first=names[column.name], second=cell.name)
        names[column.name] = cell.name
        placed[cell.column] = column
    for column in sheet.columns:
        if column.required and column.name not in names:
            raise BadSheet(MISSING, heading=column.heading)
    return Places(line.number, placed, tuple(unknown))


def _unknown(cell: Cell) -> Sentence:
    return Sentence(UNKNOWN, {"cell": cell.name, "found": cell.shown})


def _form(heading: str) -> str:
    # The per-cent sign is a unit like others, and folding drops signs.
    return folded(heading.replace("%", " phan tram ").replace("/", " tren "))
