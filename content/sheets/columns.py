"""What a column of a sheet holds: words, codes, choices. Amounts and dates have modules of their own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar

from content.sheets.amounts import Style
from content.sheets.cells import Cell
from content.sheets.folding import folded, tidy
from content.sheets.sentences import BadCell, gettext_noop

LONGEST_CELL = 32_767
"""Characters; Excel's own limit."""

BETWEEN = ";"
"""What stands between the entries of a list; Excel's own lists use commas, and so do names."""

ERROR = gettext_noop("Cell %(cell)s holds Excel's error %(found)s: write the value itself.")
NO_RESULT = gettext_noop(
    "Cell %(cell)s holds a formula without a result: open the file in Excel and save it, or write the value."
)
EMPTY = gettext_noop("Cell %(cell)s is empty: “%(heading)s” is needed.")
A_DATE = gettext_noop(
    "Cell %(cell)s was turned into the date %(found)s by Excel: make the cell text and write it again."
)
TOO_LONG = gettext_noop("Cell %(cell)s holds %(length)s characters; at most %(most)s are kept.")
CONTROL = gettext_noop("Cell %(cell)s holds a control character, which no text needs: write the text again.")
ONE_LINE = gettext_noop("Cell %(cell)s has several lines; “%(heading)s” takes one.")
BAD_CODE = gettext_noop(
    "Cell %(cell)s holds “%(found)s”, which is no code: write small Latin letters, digits and hyphens, "
    "such as %(example)s."
)
NO_CHOICE = gettext_noop("Cell %(cell)s holds “%(found)s”: write one of %(choices)s.")
NO_YES = gettext_noop("Cell %(cell)s holds “%(found)s”: write có or không.")

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
# Tab and line feed are white space; half of a character is no character.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]|_x000[0-8BCEF]_")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with the ISO code of its currency."""

    amount: Decimal
    currency: str


Value = str | int | Decimal | bool | date | Money | tuple[str, ...] | None
Known = Mapping[str, Mapping[str, str]]
"""For each kind of reference the codes that exist, with their names."""


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What the rest of the file and of the house tells about a cell.

    *style* is how the other numbers of the column are written.
    """

    style: Style | None = None
    known: Known = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Column:
    """Words of one line. *heading* and *note* are Vietnamese, as the department's paper has them."""

    name: str
    heading: str
    note: str = ""
    required: bool = False
    aliases: tuple[str, ...] = ()
    width: int = 20
    longest: int = 255

    number_format: ClassVar[str] = "@"

    def read(self, cell: Cell, around: Surrounding) -> Value:
        """Return the value of *cell*, None where it is empty.

        Raises:
            BadCell: it holds something else than the column takes.
        """
        if cell.is_error:
            raise BadCell(ERROR)
        if cell.is_formula and cell.value is None:
            raise BadCell(NO_RESULT)
        if not cell.is_empty:
            return self.value_of(cell, around)
        if self.required:
            raise BadCell(EMPTY, heading=self.heading)
        return self.empty

    @property
    def empty(self) -> Value:
        """What an empty cell means."""
        return None

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return the value of a cell that is not empty; see :meth:`read`."""
        text = words(cell)
        if "\n" in text:
            raise BadCell(ONE_LINE, heading=self.heading)
        self.check_length(text)
        return text

    def check_length(self, text: str) -> None:
        """Raise BadCell where a text is longer than the column keeps."""
        if len(text) > self.longest:
            raise BadCell(TOO_LONG, length=len(text), most=self.longest)

    def written(self, value: Value) -> object:
        """Return what a cell holds for *value*: text, a number or a date."""
        return value

    def rule(self) -> str:
        """Return what may be written, in Vietnamese, for the guide."""
        return f"Chữ, một dòng, nhiều nhất {self.longest} ký tự."

    def options(self, known: Known) -> Sequence[str]:
        """Return what Excel offers in a list; empty where anything may be written."""
        return ()


@dataclass(frozen=True, kw_only=True)
class Prose(Column):
    """Words of as many lines as wanted."""

    width: int = 45
    longest: int = LONGEST_CELL

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return the text with its lines."""
        text = words(cell)
        self.check_length(text)
        return text

    def rule(self) -> str:
        """Return what may be written."""
        return "Chữ, có thể nhiều dòng (Alt + Enter để xuống dòng)."


@dataclass(frozen=True, kw_only=True)
class Code(Column):
    """A short Latin code, such as the key of a row."""

    longest: int = 50
    example: str = "hoa-xa"

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return the code in small letters."""
        text = words(cell).lower()
        if not _CODE.match(text):
            raise BadCell(BAD_CODE, example=self.example)
        self.check_length(text)
        return text

    def rule(self) -> str:
        """Return what may be written."""
        return f"Mã không dấu: chữ thường, chữ số và gạch nối, ví dụ {self.example}. Mỗi mã một dòng."


@dataclass(frozen=True, kw_only=True)
class Choice(Column):
    """One of a few; *choices* gives the Vietnamese label for each code. Either may be written."""

    choices: Mapping[str, str]

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return the code."""
        found = matched(words(cell), self.choices)
        if found is None:
            raise BadCell(NO_CHOICE, choices=listed(list(self.choices.values())))
        return found

    def written(self, value: Value) -> object:
        """Return the label."""
        return self.choices.get(str(value), value) if value else None

    def rule(self) -> str:
        """Return what may be written."""
        return f"Chọn một: {'; '.join(self.choices.values())}."

    def options(self, known: Known) -> Sequence[str]:
        """Return the labels."""
        return tuple(self.choices.values())


_YES = frozenset({"co", "x", "yes", "true", "1", "dung"})
_NO = frozenset({"khong", "no", "false", "0", "sai"})


@dataclass(frozen=True, kw_only=True)
class YesNo(Column):
    """Có or không. An empty cell says không, or nothing where *may_be_unknown*."""

    width: int = 12
    may_be_unknown: bool = False

    @property
    def empty(self) -> Value:
        """Không, or nothing."""
        return None if self.may_be_unknown else False

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return what the cell says."""
        said = folded(cell.text)
        if said in _YES:
            return True
        if said in _NO:
            return False
        raise BadCell(NO_YES)

    def written(self, value: Value) -> object:
        """Return the word."""
        return None if value is None else "có" if value else "không"

    def rule(self) -> str:
        """Return what may be written."""
        return f"Ghi có hoặc không; để trống là {'chưa rõ' if self.may_be_unknown else 'không'}."

    def options(self, known: Known) -> Sequence[str]:
        """Return both words."""
        return ("có", "không")


@dataclass(frozen=True, kw_only=True)
class Computed(Column):
    """What is worked out of other columns: written for those who read, never read."""

    width: int = 14

    number_format: ClassVar[str] = "#,##0.##"

    def read(self, cell: Cell, around: Surrounding) -> Value:
        """Return nothing, whatever stands there."""
        return None

    def rule(self) -> str:
        """Return that nothing is to be written."""
        return "Tính tự động từ các cột khác; ghi gì ở đây cũng không được nhập."


def words(cell: Cell) -> str:
    """Return the text of a cell.

    Raises:
        BadCell: Excel made a date of it, or it holds what is no text.
    """
    if isinstance(cell.value, date):
        raise BadCell(A_DATE)
    text = str(cell.value) if isinstance(cell.value, str) else cell.text
    if _CONTROLS.search(text.replace("\r\n", "\n")):
        raise BadCell(CONTROL)
    return tidy(text)


def matched(text: str, choices: Mapping[str, str]) -> str | None:
    """Return the code that *text* means, by code or label; None where it means none or several."""
    if text in choices:
        return text
    exact = [code for code, label in choices.items() if label == text]
    found = exact or [
        code for code, label in choices.items() if folded(text) in {folded(code), folded(label)}
    ]
    return found[0] if len(set(found)) == 1 else None


def listed(names: Sequence[str], most: int = 8) -> str:
    """Return names for a sentence; a long list is cut."""
    shown = ", ".join(f"“{name}”" for name in names[:most])
    return shown if len(names) <= most else f"{shown}…"
