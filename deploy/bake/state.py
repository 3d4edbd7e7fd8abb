"""What the last bake made and why, beside the baked folder: files, the questions they asked, the answers.

An SQLite file of its own, so that it lives and dies with the folder it describes.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import NamedTuple, Self

from deploy.bake.facts import FORM, PageFacts
from deploy.bake.questions import SEPARATOR, Question, read, written

WHOLE = "*"
"""What was asked for all of a file: an answer that changes makes none of its parts worth keeping."""

OUTSIDE = ""
"""What was asked outside the marked parts; it is rendered whenever anything is."""

_FORMAT = f"2 {FORM}"
_SCHEMA = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE page (pk INTEGER PRIMARY KEY, facts TEXT NOT NULL);
CREATE TABLE question (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, answer BLOB NOT NULL, output TEXT);
CREATE TABLE file (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    page INTEGER, language TEXT, parts TEXT NOT NULL
);
CREATE TABLE asked (
    question INTEGER NOT NULL, file INTEGER NOT NULL, part TEXT NOT NULL,
    PRIMARY KEY (question, file, part)
) WITHOUT ROWID;
CREATE INDEX asked_by_file ON asked (file);
CREATE TABLE notice (key TEXT PRIMARY KEY, said TEXT NOT NULL, failed INTEGER NOT NULL) WITHOUT ROWID;
"""


class Span(NamedTuple):
    """Where a part of a file lies, in bytes."""

    name: str
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One baked file. *page* and *language* say whose it is; *parts* is what `packed` wrote."""

    key: str
    sha256: str
    size: int
    page: int | None = None
    language: str | None = None
    parts: str = ""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The marked parts, in order."""
        found = (packed.split(":") for packed in self.parts.split())
        return tuple(Span(name, int(start), int(size)) for name, start, size in found)


def packed(spans: Iterable[Span]) -> str:
    """Return *spans* as one line: forty thousand records are read at a time, and few are looked into."""
    return " ".join(f"{span.name}:{span.start}:{span.size}" for span in spans)


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions behind a file: `WHOLE`, `OUTSIDE`, and those of its parts; those *kept* asked before."""

    by_part: Mapping[str, Collection[Question]]
    kept: frozenset[str] = frozenset()

    def all(self) -> set[Question]:
        """Return the questions of every part that was rendered."""
        return {question for questions in self.by_part.values() for question in questions}


class State:
    """The store. Everything written between two `commit` happens whole or not at all."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._ids: dict[Question, int] = {}
        self._files: dict[str, FileRecord] | None = None

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[Self]:
        """Open the store at *path*; one that cannot be read is begun anew."""
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _opened(path)
        try:
            yield cls(connection)
        finally:
            connection.close()

    def commit(self) -> None:
        """Make what was written last."""
        self._db.commit()

    def recall(self, name: str) -> str:
        """Return a remembered word, or an empty string."""
        row = self._db.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def remember(self, name: str, value: str) -> None:
        """Remember a word."""
        self._db.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    # --- pages

    def facts(self) -> dict[int, PageFacts]:
        """Return what was known of every page."""
        rows = self._db.execute("SELECT facts FROM page ORDER BY pk")
        return {one.pk: one for one in (PageFacts.from_json(row[0]) for row in rows)}

    def keep_facts(self, facts: Iterable[PageFacts], gone: Iterable[int] = ()) -> None:
        """Remember what is known of some pages."""
        self._db.executemany("DELETE FROM page WHERE pk = ?", ((pk,) for pk in gone))
        rows = ((one.pk, one.to_json()) for one in facts)
        self._db.executemany("INSERT OR REPLACE INTO page VALUES (?, ?)", rows)

    # --- questions

    def questions(self) -> Iterator[tuple[str, bytes]]:
        """Yield every question that some file asked, as it is written, with its answer's fingerprint."""
        yield from self._db.execute("SELECT text, answer FROM question")

    def questions_named(self, name: str) -> Iterator[Question]:
        """Yield the questions of one name that some file asked."""
        rows = self._db.execute("SELECT text FROM question WHERE text LIKE ?", (f"{name}{SEPARATOR}%",))
        yield from (read(row[0]) for row in rows)

    def asked_by(self, questions: Collection[Question]) -> dict[str, set[str]]:
        """Return the files that asked any of *questions*, and which of their parts did."""
        rows = self._db.execute(
            "SELECT DISTINCT file.key, asked.part FROM question JOIN asked ON asked.question = question.id "
            "JOIN file ON file.id = asked.file "
            "WHERE question.text IN (SELECT value FROM json_each(?))",
            (json.dumps([written(question) for question in questions]),),
        )
        found: dict[str, set[str]] = {}
        for key, part in rows:
            found.setdefault(key, set()).add(part)
        return found

    def questions_of(self, key: str) -> dict[Question, bytes]:
        """Return what one file asked, and the answers it was made with."""
        rows = self._db.execute(
            "SELECT question.text, question.answer FROM file JOIN asked ON asked.file = file.id "
            "JOIN question ON question.id = asked.question WHERE file.key = ?",
            (key,),
        )
        return {read(text): answer for text, answer in rows}

    def keep_answers(self, answers: Mapping[Question, tuple[bytes, str | None]]) -> None:
        """Remember answers: a fingerprint, and the key of the file that it leads to."""
        for question, (answer, output) in answers.items():
            (self._ids[question],) = self._db.execute(
                "INSERT INTO question (text, answer, output) VALUES (?, ?, ?) ON CONFLICT (text) "
                "DO UPDATE SET answer = excluded.answer, output = excluded.output RETURNING id",
                (written(question), answer, output),
            ).fetchone()

    def _id(self, question: Question) -> int:
        known = self._ids.get(question)
        if known is None:
            row = self._db.execute("SELECT id FROM question WHERE text = ?", (written(question),)).fetchone()
            known = self._ids[question] = row[0]
        return known

    def drop_unasked(self) -> None:
        """Forget the questions that no file asks any more."""
        self._db.execute("DELETE FROM question WHERE id NOT IN (SELECT question FROM asked)")
        self._ids.clear()

    # --- files

    @property
    def files(self) -> Mapping[str, FileRecord]:
        """Every file by key, as it is now known."""
        return self._known_files

    @property
    def _known_files(self) -> dict[str, FileRecord]:
        # Read once: with forty thousand files that takes a tenth of a second.
        if self._files is None:
            rows = self._db.execute("SELECT key, sha256, size, page, language, parts FROM file")
            self._files = {row[0]: FileRecord(*row) for row in rows}
        return self._files

    def keep_file(self, record: FileRecord, asked: Asked | None = None) -> None:
        """Remember a file and what it asked; the questions must be known (`keep_answers`)."""
        (number,) = self._db.execute(
            "INSERT INTO file (key, sha256, size, page, language, parts) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET sha256 = excluded.sha256, "
            "size = excluded.size, page = excluded.page, language = excluded.language, "
            "parts = excluded.parts RETURNING id",
            astuple(record),
        ).fetchone()
        self._known_files[record.key] = record
        if asked is not None:
            self._keep_asked(number, asked)

    def _keep_asked(self, number: int, asked: Asked) -> None:
        self._db.execute(
            "DELETE FROM asked WHERE file = ? AND part NOT IN (SELECT value FROM json_each(?))",
            (number, json.dumps(list(asked.kept))),
        )
        rows = [
            (self._id(question), number, part)
            for part, questions in asked.by_part.items()
            for question in questions
        ]
        self._db.executemany("INSERT INTO asked VALUES (?, ?, ?)", rows)

    def forget_files(self, keys: Iterable[str]) -> None:
        """Forget files and what they asked."""
        for key in keys:
            self._db.execute("DELETE FROM asked WHERE file = (SELECT id FROM file WHERE key = ?)", (key,))
            self._db.execute("DELETE FROM file WHERE key = ?", (key,))
            self._known_files.pop(key, None)

    def outputs(self) -> set[str]:
        """Return the keys of the pictures, documents and assets that some file shows."""
        return {row[0] for row in self._db.execute("SELECT output FROM question WHERE output IS NOT NULL")}

    # --- notices

    def notices(self, *, failed: bool) -> dict[str, str]:
        """Return what was said of files: of those that could not be made, or of the others."""
        return dict(self._db.execute("SELECT key, said FROM notice WHERE failed = ?", (failed,)))

    def keep_notices(self, notices: Mapping[str, str], *, failed: bool) -> None:
        """Remember what is said of files, in place of what was."""
        self._db.execute("DELETE FROM notice WHERE failed = ?", (failed,))
        rows = ((key, said, failed) for key, said in notices.items())
        self._db.executemany("INSERT OR REPLACE INTO notice VALUES (?, ?, ?)", rows)


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _connected(path)
    except sqlite3.DatabaseError:
        path.unlink()
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        known = (
            connection.execute("SELECT value FROM fact WHERE name = 'format'").fetchone() if tables else None
        )
        if tables and known != (_FORMAT,):
            raise sqlite3.DatabaseError("The store is of another version.")
        if not tables:
            connection.executescript(_SCHEMA)
            connection.execute("INSERT INTO fact VALUES ('format', ?)", (_FORMAT,))
            connection.commit()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
