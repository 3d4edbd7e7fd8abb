"""A term as files hold it, and the columns of the tables that hold terms."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from translations.exchange.text_lines import BROKEN

LANGUAGES = ("en", "ja", "ko")
NEEDED_COLUMNS = ("vi", *LANGUAGES, "note")
FORBIDDEN_COLUMNS = tuple(f"forbidden_{language}" for language in LANGUAGES)
DATE_COLUMNS = ("valid_from", "valid_to")
COLUMNS = (*NEEDED_COLUMNS, "kind", "locked", *FORBIDDEN_COLUMNS, *DATE_COLUMNS, "approved")
"""Every column of a table, in the order of an export; those after the note may be missing."""

YES, NO = "yes", "no"
_YES_AND_NO = {
    **dict.fromkeys(("yes", "true", "1", "x", "có"), True),
    **dict.fromkeys(("no", "false", "0", "không"), False),
}
_BETWEEN_NAMES = "|"
# A question mark that stands alone: "? ko also 공단", "ja attested; ko ?".
_DOUBT = re.compile(r"(?<!\S)\?(?!\S)")
_DOUBT_AT_START = re.compile(r"\A\?(?:\s+|\Z)")

Value = str | bool | date | None


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term of a file; *number* is its row or line, from 1.

    *values* are what the file says of it, by the names of a term's fields (``en``,
    ``forbidden_ja`` with one name a line, ``valid_from``); a field it does not speak of is
    left out. Texts are NFC without white space at their ends. *doubtful* says that nobody
    stands behind it: the file says so, or does not speak of it and the note bears a question
    mark that stands alone (one at its beginning is then left out).
    """

    number: int
    vi: str
    values: Mapping[str, Value]
    doubtful: bool = False

    def text(self, name: str) -> str:
        """Return a text of it, empty where the file has none."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that gives no term; *reason* is a whole sentence."""

    number: int
    reason: str
    vi: str = ""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A term in a *language* that the portal does not have."""

    language: str


Found = TermRow | BadRow | PassedOver


class BadTable(ValueError):
    """The file is no glossary; *row* counts from 1, the text is a whole sentence."""

    def __init__(self, row: int, reason: str) -> None:
        super().__init__(reason)
        self.row = row


@dataclass(frozen=True, slots=True)
class StoredTerm:
    """A term on its way into a file; *forbidden* by language."""

    vi: str
    translations: Mapping[str, str]
    note: str = ""
    kind: str = ""
    locked: bool = False
    forbidden: Mapping[str, Sequence[str]] = field(default_factory=dict)
    valid_from: date | None = None
    valid_to: date | None = None
    approved: bool = False

    def cells(self) -> list[str]:
        """Return its texts in the order of `COLUMNS`."""
        return [
            self.vi,
            *(self.translations.get(language, "") for language in LANGUAGES),
            self.note,
            self.kind,
            YES if self.locked else NO,
            *(_BETWEEN_NAMES.join(self.forbidden.get(language, ())) for language in LANGUAGES),
            *(day.isoformat() if day else "" for day in (self.valid_from, self.valid_to)),
            YES if self.approved else NO,
        ]


class Heading:
    """The first row of a table, which says what stands in the others."""

    def __init__(self, cells: Sequence[str], number: int) -> None:
        """Raises: BadTable: a column is missing, unknown or stands twice."""
        names = [_tidy(cell).lower() for cell in cells]
        while names and not names[-1]:
            names.pop()
        missing = [column for column in NEEDED_COLUMNS if column not in names]
        unknown = [name for name in names if name not in COLUMNS]
        if missing or unknown or len(set(names)) < len(names):
            raise BadTable(
                number,
                f"The columns must be {', '.join(NEEDED_COLUMNS)}, and may be "
                f"{', '.join(COLUMNS[len(NEEDED_COLUMNS) :])}, each once.",
            )
        self._names = names

    def row(self, number: int, cells: Sequence[str]) -> TermRow | BadRow | None:
        """Return the term of a row, or why there is none; None for an empty row."""
        tidy = [_tidy(cell) for cell in cells]
        if not any(tidy):
            return None
        if len(tidy) < len(self._names) or any(tidy[len(self._names) :]):
            return BadRow(number, f"It has {len(tidy)} columns instead of {len(self._names)}.")
        said = dict(zip(self._names, tidy, strict=False))
        if BROKEN in "".join(said.values()):
            return BadRow(number, "It holds bytes that are no text. Save the table as UTF-8.", said["vi"])
        try:
            return _term(number, said)
        except ValueError as error:
            return BadRow(number, str(error), said["vi"])


def is_doubtful(note: str) -> bool:
    """Tell whether a note bears a question mark that stands alone."""
    return _DOUBT.search(note) is not None


def _tidy(cell: str) -> str:
    return unicodedata.normalize("NFC", cell).strip()


def _term(number: int, said: Mapping[str, str]) -> TermRow:
    approved = _yes_or_no(said.get("approved", ""), "approved")
    note = said["note"]
    if approved is None:
        note = _DOUBT_AT_START.sub("", note)
    doubtful = is_doubtful(said["note"]) if approved is None else not approved
    values: dict[str, Value] = {language: said[language] for language in LANGUAGES}
    values["note"] = note
    if said.get("kind"):
        values["kind"] = said["kind"].lower()
    if "locked" in said:
        values["locked"] = bool(_yes_or_no(said["locked"], "locked"))
    for column in FORBIDDEN_COLUMNS:
        if column in said:
            values[column] = lines(said[column].split(_BETWEEN_NAMES))
    for column in DATE_COLUMNS:
        if column in said:
            values[column] = day(said[column], column)
    return TermRow(number, said["vi"], values, doubtful)


def lines(names: Sequence[str]) -> str:
    """Return forbidden names as a term keeps them: one a line."""
    return "\n".join(filter(None, (" ".join(name.split()) for name in names)))


def day(written: str, column: str) -> date | None:
    """Return the date of a cell, None for none.

    Raises:
        ValueError: it is no ISO date.
    """
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise ValueError(f"{written!r} in {column} is no date; write it as 2025-07-01.") from error


def _yes_or_no(written: str, column: str) -> bool | None:
    if not written:
        return None
    if written.lower() not in _YES_AND_NO:
        raise ValueError(f"{written!r} in {column} is neither {YES} nor {NO}.")
    return _YES_AND_NO[written.lower()]
