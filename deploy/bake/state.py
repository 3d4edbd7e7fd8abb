"""What the last bake made and why, beside the baked folder: files, the questions they asked, the answers.

An SQLite file of its own, so that it lives and dies with the folder it describes.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Self

from deploy.bake.facts import PageFacts
from deploy.bake.questions import Question, read, written

_FORMAT = "1"
_SCHEMA = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE page (pk INTEGER PRIMARY KEY, facts TEXT NOT NULL);
CREATE TABLE question (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, answer BLOB NOT NULL, output TEXT);
CREATE TABLE file (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    page INTEGER, language TEXT, body_start INTEGER NOT NULL, body_size INTEGER NOT NULL
);
CREATE TABLE asked (
    question INTEGER NOT NULL, file INTEGER NOT NULL, by_body INTEGER NOT NULL,
    PRIMARY KEY (question, file, by_body)
) WITHOUT ROWID;
CREATE INDEX asked_by_file ON asked (file);
CREATE TABLE notice (key TEXT PRIMARY KEY, said TEXT NOT NULL, failed INTEGER NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One baked file. *page* and *language* say whose; the page's own part lies at *body_start*, in bytes."""

    key: str
    sha256: str
    size: int
    page: int | None = None
    language: str | None = None
    body_start: int = 0
    body_size: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions behind a file: of its frame, and of its body (None: the body was kept)."""

    frame: tuple[Question, ...]
    body: tuple[Question, ...] | None

    def all(self) -> tuple[Question, ...]:
        """Return the questions of both."""
        return (*self.frame, *(self.body or ()))


class State:
    """The store. Everything written between two `commit` happens whole or not at all."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._ids: dict[str, int] = {}

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

    def clear(self) -> None:
        """Forget the files, their questions and the pages."""
        for table in ("page", "question", "file", "asked", "notice"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above

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

    def asked_by(self, questions: Collection[Question]) -> dict[str, bool]:
        """Return the files that asked any of *questions*, and whether their bodies did."""
        rows = self._db.execute(
            "SELECT file.key, MAX(by_body) FROM question JOIN asked ON asked.question = question.id "
            "JOIN file ON file.id = asked.file "
            "WHERE question.text IN (SELECT value FROM json_each(?)) GROUP BY file.key",
            (json.dumps([written(question) for question in questions]),),
        )
        return {key: bool(by_body) for key, by_body in rows}

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
            text = written(question)
            (self._ids[text],) = self._db.execute(
                "INSERT INTO question (text, answer, output) VALUES (?, ?, ?) ON CONFLICT (text) "
                "DO UPDATE SET answer = excluded.answer, output = excluded.output RETURNING id",
                (text, answer, output),
            ).fetchone()

    def _id(self, question: Question) -> int:
        text = written(question)
        if text not in self._ids:
            row = self._db.execute("SELECT id FROM question WHERE text = ?", (text,)).fetchone()
            self._ids[text] = row[0]
        return self._ids[text]

    def drop_unasked(self) -> None:
        """Forget the questions that no file asks any more."""
        self._db.execute("DELETE FROM question WHERE id NOT IN (SELECT question FROM asked)")
        self._ids.clear()

    # --- files

    def files(self) -> dict[str, FileRecord]:
        """Return every file by key."""
        rows = self._db.execute("SELECT key, sha256, size, page, language, body_start, body_size FROM file")
        return {row[0]: FileRecord(*row) for row in rows}

    def file(self, key: str) -> FileRecord | None:
        """Return one file."""
        row = self._db.execute(
            "SELECT key, sha256, size, page, language, body_start, body_size FROM file WHERE key = ?", (key,)
        ).fetchone()
        return FileRecord(*row) if row else None

    def keep_file(self, record: FileRecord, asked: Asked | None = None) -> None:
        """Remember a file and what it asked; the questions must be known (`keep_answers`)."""
        (number,) = self._db.execute(
            "INSERT INTO file (key, sha256, size, page, language, body_start, body_size) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET sha256 = excluded.sha256, "
            "size = excluded.size, page = excluded.page, language = excluded.language, "
            "body_start = excluded.body_start, body_size = excluded.body_size RETURNING id",
            astuple(record),
        ).fetchone()
        if asked is not None:
            self._keep_asked(number, asked)

    def _keep_asked(self, number: int, asked: Asked) -> None:
        parts = [(0, asked.frame)] if asked.body is None else [(0, asked.frame), (1, asked.body)]
        for by_body, questions in parts:
            self._db.execute("DELETE FROM asked WHERE file = ? AND by_body = ?", (number, by_body))
            rows = [(self._id(question), number, by_body) for question in questions]
            self._db.executemany("INSERT INTO asked VALUES (?, ?, ?)", rows)

    def forget_files(self, keys: Iterable[str]) -> None:
        """Forget files and what they asked."""
        for key in keys:
            self._db.execute("DELETE FROM asked WHERE file = (SELECT id FROM file WHERE key = ?)", (key,))
            self._db.execute("DELETE FROM file WHERE key = ?", (key,))

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
