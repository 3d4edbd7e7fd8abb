"""Finding the entries of the memory that may be like a text, among hundreds of thousands.

Both databases index the trigrams of `MemoryEntry.words`: PostgreSQL with ``pg_trgm``, SQLite
with FTS5. Neither can rank by them in time, as every second Vietnamese word ends in *ng*; so a
few rare stretches are looked for (`translations.shingles`), and what has most of them is
compared word by word.
"""

from collections.abc import Sequence
from functools import lru_cache
from time import monotonic
from typing import Any

from django.db import connections, models, router

from translations.models import MemoryEntry
from translations.shingles import MOST, SAMPLE, Frequencies
from translations.similarity import length_window, most_alike

COMPARED = 300
"""Entries that are compared word by word: with the most stretches, and of these the nearest in length."""

LOOKED_AT = 2_500
"""Entries with one stretch that are looked at; it bounds what an unforeseen boilerplate costs."""

_FETCHED = 10
# SQLite knows language and length only from the row itself: this many times as many rows are fetched.
_KEPT_SECONDS = 600
_SAMPLE_PIECES = 40

_POSTGRESQL = """
    SELECT id, words FROM translations_memoryentry WHERE id IN (
        SELECT id FROM ({pieces}) AS found GROUP BY id, length
        ORDER BY count(*) DESC, abs(length - %s), id DESC LIMIT %s
    )
"""
_POSTGRESQL_PIECE = """
    (SELECT id, length(words) AS length FROM translations_memoryentry
     WHERE words LIKE %s AND language = %s AND only_for IN ('', %s) AND length(words) BETWEEN %s AND %s
     LIMIT %s)
"""
_SQLITE = """
    SELECT entry.id, entry.words FROM (
        SELECT id, count(*) AS pieces FROM ({pieces}) GROUP BY id ORDER BY pieces DESC, id DESC LIMIT %s
    ) AS found CROSS JOIN translations_memoryentry AS entry ON entry.id = found.id
    WHERE entry.language = %s AND entry.only_for IN ('', %s) AND length(entry.words) BETWEEN %s AND %s
    ORDER BY found.pieces DESC, abs(length(entry.words) - %s), entry.id DESC LIMIT %s
"""
_SQLITE_PIECE = """
    SELECT id FROM (
        SELECT rowid AS id FROM translations_memoryentry_words
        WHERE translations_memoryentry_words MATCH %s LIMIT %s
    )
"""


def alike(*, language: str, words: str, only_for: str, least: float, limit: int) -> list[tuple[int, float]]:
    """Return (primary key, likeness) of entries *least* % or more like a folded text, the likest first.

    Args:
        only_for: the object that asks; entries for other objects alone are left out.
        least: over 0 and at most 100.
    """
    database = router.db_for_read(MemoryEntry)
    pieces = frequencies(database).picked(words, most=_stretches_needed(words, least))
    if not pieces:
        return []
    shortest, longest = length_window(len(words), least)
    search = _in_sqlite if connections[database].vendor == "sqlite" else _in_postgresql
    sql, values = search(pieces, (language, only_for, shortest, longest))
    with connections[database].cursor() as cursor:
        cursor.execute(sql, [*values, len(words), COMPARED])
        return most_alike(words, cursor.fetchall(), least=least, limit=limit)


def _stretches_needed(words: str, least: float) -> int:
    """Return one stretch more than a text *least* % alike can have changed."""
    changed = 2 * (1 - least / 100) * len(words.split())
    return min(MOST, int(changed) + 1)


def _in_postgresql(pieces: Sequence[str], narrowed: tuple[str, str, int, int]) -> tuple[str, list[Any]]:
    sql = _POSTGRESQL.format(pieces=" UNION ALL ".join(_POSTGRESQL_PIECE for _ in pieces))
    # Without the spaces around: every word has the trigram of its first letter, and reading the
    # many rows of that one costs more than it spares.
    values = [value for piece in pieces for value in (f"%{piece.strip()}%", *narrowed, LOOKED_AT)]
    return sql, values


def _in_sqlite(pieces: Sequence[str], narrowed: tuple[str, str, int, int]) -> tuple[str, list[Any]]:
    sql = _SQLITE.format(pieces=" UNION ALL ".join(_SQLITE_PIECE for _ in pieces))
    values = [value for piece in pieces for value in (f'"{piece}"', LOOKED_AT)]
    return sql, [*values, _FETCHED * COMPARED, *narrowed]


def frequencies(database: str) -> Frequencies:
    """Return how common stretches are in the memory; counted anew every ten minutes."""
    return _counted(database, int(monotonic() // _KEPT_SECONDS))


@lru_cache(maxsize=2)
def _counted(database: str, period: int) -> Frequencies:
    return Frequencies(_sample(database))


def _sample(database: str) -> list[str]:
    """Return the words of entries from all ages of the memory, read in a few stretches of keys."""
    entries = MemoryEntry.objects.using(database)
    ends = entries.aggregate(first=models.Min("pk"), last=models.Max("pk"))
    if ends["first"] is None:
        return []
    first, size = ends["first"], SAMPLE // _SAMPLE_PIECES
    step = max(size, (ends["last"] - first + 1) // _SAMPLE_PIECES)
    chosen = models.Q()
    for number in range(_SAMPLE_PIECES):
        start = first + number * step
        chosen |= models.Q(pk__range=(start, start + size - 1))
    return list(entries.filter(chosen).values_list("words", flat=True))
