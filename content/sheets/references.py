"""Columns that name other things by their code: an agency, sectors, laws."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.sheets.cells import Cell
from content.sheets.columns import BETWEEN, Column, Known, Surrounding, Value, listed, matched, words
from content.sheets.sentences import BadCell, gettext_noop

UNKNOWN = gettext_noop(
    "Cell %(cell)s names “%(name)s”, which is not known as a code or a name: write one of %(choices)s."
)
NONE_KNOWN = gettext_noop("Cell %(cell)s names “%(name)s”, but there is nothing to name yet: enter it first.")


@dataclass(frozen=True, kw_only=True)
class Reference(Column):
    """The code of something of the *kind*; its name may be written instead."""

    kind: str

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return the code."""
        return self.code_of(words(cell), around)

    def code_of(self, text: str, around: Surrounding) -> str:
        """Return the code that *text* means.

        Raises:
            BadCell: none is known under that code or name, or several are.
        """
        known = around.known.get(self.kind, {})
        found = matched(text, known)
        if found is not None:
            return found
        shown = text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - what fits into a sentence
        if not known:
            raise BadCell(NONE_KNOWN, name=shown)
        raise BadCell(UNKNOWN, name=shown, choices=listed(list(known)))

    def rule(self) -> str:
        """Return what may be written."""
        return "Một mã trong bảng Danh mục (hoặc đúng tên của nó)."

    def options(self, known: Known) -> Sequence[str]:
        """Return the codes."""
        return tuple(known.get(self.kind, ()))


@dataclass(frozen=True, kw_only=True)
class References(Reference):
    """Codes of several, with ``;`` between them."""

    width: int = 30

    @property
    def empty(self) -> Value:
        """No reference."""
        return ()

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return the codes, each once, in their order."""
        names = words(cell).replace("\n", BETWEEN).split(BETWEEN)
        if len(names) == 1 and matched(names[0], around.known.get(self.kind, {})) is None:
            # Names may hold commas, codes cannot: a list of codes with commas can only be meant so.
            names = names[0].split(",")
        codes = [self.code_of(name.strip(), around) for name in names if name.strip()]
        return tuple(dict.fromkeys(codes))

    def written(self, value: Value) -> object:
        """Return the codes as one text."""
        return f"{BETWEEN} ".join(value) if isinstance(value, tuple) and value else None

    def rule(self) -> str:
        """Return what may be written."""
        return "Các mã trong bảng Danh mục, cách nhau bằng dấu chấm phẩy (;)."

    def options(self, known: Known) -> Sequence[str]:
        """Return nothing: Excel's lists choose one."""
        return ()
