"""The rows of a file, each as typed values or with everything that is wrong with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from content.sheets.amounts import Style, common_style
from content.sheets.cells import Cell, Line
from content.sheets.columns import Known, Surrounding, Value
from content.sheets.quantities import Number
from content.sheets.sentences import BadCell, BadSheet, Sentence, gettext_noop
from content.sheets.sheet import HEADING_WITHIN, Places, Sheet, find_heading

MOST_ROWS = 10_000

TOO_MANY = gettext_noop("The table has more than %(most)s rows. Divide it into several files.")
NO_ROWS = gettext_noop("The table has a heading and no rows.")
HIDDEN = gettext_noop("Row %(row)s is hidden: show it and check it, or delete it.")
MERGED = gettext_noop(
    "Cell %(cell)s is merged with others (%(range)s): divide them and write the value into each row "
    "it belongs to."
)
SAME_KEY = gettext_noop("Cell %(cell)s holds “%(found)s” as rows %(rows)s do: each stands once.")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell, or with a row, where *cell* is the row's number."""

    cell: str
    sentence: Sentence

    def __str__(self) -> str:
        return str(self.sentence)


@dataclass(frozen=True, slots=True)
class Row:
    """A good row: its number in the file, its key and the values of the columns that the file has."""

    number: int
    key: str
    values: Mapping[str, Value]
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row of which nothing is taken; *cells* by the names of their columns, as they were found."""

    number: int
    key: str
    faults: tuple[Fault, ...]
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds. *unknown* are the headings nobody knows, *names* the columns that were read."""

    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...]
    unknown: tuple[Fault, ...]
    names: tuple[str, ...]


def read_lines(sheet: Sheet, lines: Iterable[Line], known: Known) -> Found:
    """Return the rows among *lines*, good and bad; empty ones are passed over.

    Raises:
        BadSheet: there is no heading, or no row or too many below it.
    """
    places, body = _divided(sheet, lines)
    readers = _Columns(places, body, known)
    twice = _keys_of_several(sheet, places, body)
    good: list[Row] = []
    bad: list[BadRow] = []
    for line in body:
        row = readers.row(sheet, line, twice)
        if isinstance(row, Row):
            good.append(row)
        else:
            bad.append(row)
    unknown = tuple(Fault(cell, sentence) for cell, sentence in places.unknown)
    return Found(tuple(good), tuple(bad), unknown, tuple(column.name for column in places.columns.values()))


def _divided(sheet: Sheet, lines: Iterable[Line]) -> tuple[Places, list[Line]]:
    rest = iter(lines)
    first: list[Line] = []
    for line in rest:
        first.append(line)
        if line.number >= HEADING_WITHIN:
            break
    places = find_heading(sheet, first)
    body: list[Line] = []
    for line in _after(places.row, [*first], rest):
        if line.is_empty or _is_numbering(line, places):
            continue
        body.append(line)
        if len(body) > MOST_ROWS:
            raise BadSheet(TOO_MANY, most=MOST_ROWS)
    if not body:
        raise BadSheet(NO_ROWS)
    return places, body


def _after(row: int, first: Sequence[Line], rest: Iterator[Line]) -> Iterator[Line]:
    yield from (line for line in first if line.number > row)
    yield from rest


def _is_numbering(line: Line, places: Places) -> bool:
    """Whether the line under the heading only counts the columns, as paper forms do: (1), (2), (3)."""
    written = [cell.text.strip("() ") for cell in line.cells if not cell.is_empty]
    counted = [str(number) for number in range(1, len(written) + 1)]
    return line.number == places.row + 1 and len(written) > 1 and written == counted


def _keys_of_several(sheet: Sheet, places: Places, body: Sequence[Line]) -> dict[str, list[int]]:
    number = next(place for place, column in places.columns.items() if column.name == sheet.key)
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for line in body:
        cell = line.cell(number)
        if not cell.is_empty:
            rows[cell.text.lower()].append(line.number)
    return {key: numbers for key, numbers in rows.items() if len(numbers) > 1}


class _Columns:
    """The columns of a file, with what each cell of them needs to be understood."""

    def __init__(self, places: Places, body: Sequence[Line], known: Known) -> None:
        self._columns = places.columns
        self._around = {
            place: Surrounding(_style(place, column, body) if isinstance(column, Number) else None, known)
            for place, column in places.columns.items()
        }

    def row(self, sheet: Sheet, line: Line, twice: Mapping[str, list[int]]) -> Row | BadRow:
        """Return what a line says; every fault in it is told, not only the first."""
        cells = {column.name: line.cell(place) for place, column in self._columns.items()}
        faults = self._faults_of_line(line)
        values: dict[str, Value] = {}
        for place, column in self._columns.items():
            cell = line.cell(place)
            if place in line.merged:
                continue
            try:
                values[column.name] = column.read(cell, self._around[place])
            except BadCell as error:
                faults.append(_fault(cell, error))
        key = cells[sheet.key]
        if rows := twice.get(key.text.lower()):
            others = ", ".join(str(number) for number in rows if number != line.number)
            faults.append(_fault(key, BadCell(SAME_KEY, rows=others)))
        if faults:
            return BadRow(line.number, key.text, tuple(faults), cells)
        return Row(line.number, str(values[sheet.key]), values, cells)

    def _faults_of_line(self, line: Line) -> list[Fault]:
        faults = []
        if line.is_hidden:
            faults.append(Fault(str(line.number), Sentence(HIDDEN, {"row": line.number})))
        for place, area in line.merged.items():
            if place in self._columns:
                faults.append(_fault(line.cell(place), BadCell(MERGED, range=area)))
        return faults


def _style(place: int, column: Number, body: Sequence[Line]) -> Style | None:
    cells = (line.cell(place) for line in body)
    return common_style(column.numeral(cell.value) for cell in cells if isinstance(cell.value, str))


def _fault(cell: Cell, error: BadCell) -> Fault:
    values = {"cell": cell.name, "found": cell.shown, **error.values}
    return Fault(cell.name, Sentence(error.template, values))
