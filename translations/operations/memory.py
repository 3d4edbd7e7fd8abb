"""Remembering what was approved, and filling units with what is remembered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from translations.enums import MemoryOrigin, Origin, UnitState
from translations.models import Edition, MemoryEntry, Unit
from translations.segments import placeholders
from translations.segments.segment import digest

_RECALLED_FIELDS = ("target", "state", "origin", "engine", "score", "version")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A remembered translation for a unit; *score* is 100 where its source is the same."""

    entry_id: int
    source: str
    target: str
    score: float
    origin: MemoryOrigin
    person: str | None
    context_key: str
    uses: int


def context_key(unit: Unit) -> str:
    """Return what tells two uses of the same words apart: the kind of object and the field."""
    return f"{unit.edition.content_type.model}.{unit.field}"


def suggestions(*, unit: Unit, limit: int = 5) -> list[Suggestion]:
    """Return what the memory has for the source of *unit*, the best first."""
    entries = MemoryEntry.objects.exact(language=unit.edition.language, source_hash=unit.source_hash)
    return [
        Suggestion(
            entry_id=entry.pk,
            source=entry.source,
            target=entry.target,
            score=100.0,
            origin=MemoryOrigin(entry.origin),
            person=(entry.person.get_full_name() or entry.person.get_username()) if entry.person else None,
            context_key=entry.context_key,
            uses=entry.uses,
        )
        for entry in entries.select_related("person")[:limit]
    ]


def recall(*, edition: Edition) -> int:
    """Fill the empty units of *edition* from the exact memory; return how many were filled.

    A filled unit waits for a person: approvals are not copied, only words.
    """
    empty = list(edition.units.filter(state=UnitState.EMPTY).select_related("edition__content_type"))
    remembered = _by_hash(edition.language, {unit.source_hash for unit in empty})
    filled = []
    for unit in empty:
        entry = _best(remembered.get(unit.source_hash, []), context_key(unit))
        if entry is None or placeholders.problems(unit.source, entry.target):
            continue
        unit.target, unit.state = entry.target, UnitState.NEEDS_REVIEW
        unit.origin, unit.engine, unit.score = Origin.MEMORY, "memory", 100.0
        unit.version += 1
        filled.append(unit)
    Unit.objects.bulk_update(filled, _RECALLED_FIELDS, batch_size=200)
    return len(filled)


def _by_hash(language: str, hashes: Iterable[str]) -> dict[str, list[MemoryEntry]]:
    found: dict[str, list[MemoryEntry]] = {}
    wanted = sorted(hashes)
    # SQLite binds at most 32,766 values in one statement; a huge page stays well below with slices.
    for start in range(0, len(wanted), 500):
        batch = wanted[start : start + 500]
        entries = MemoryEntry.objects.filter(language=language, source_hash__in=batch)
        for entry in entries.order_by("-changed_at", "-pk"):
            found.setdefault(entry.source_hash, []).append(entry)
    return found


def _best(entries: list[MemoryEntry], context: str) -> MemoryEntry | None:
    """Return a person's text before an import, the same context before another, new before old."""
    ranked = sorted(
        entries, key=lambda entry: (entry.origin != MemoryOrigin.PERSON, entry.context_key != context)
    )
    return ranked[0] if ranked else None


def remember(*, unit: Unit, person: Any) -> MemoryEntry:
    """Keep an approved unit as a person's translation, for every object from now on."""
    entry, _created = MemoryEntry.objects.update_or_create(
        language=unit.edition.language,
        source_hash=unit.source_hash,
        target_hash=digest(unit.target),
        context_key=context_key(unit),
        defaults={
            "source": unit.source,
            "target": unit.target,
            "origin": MemoryOrigin.PERSON,
            "person": person,
            "sample": False,
        },
    )
    return entry
