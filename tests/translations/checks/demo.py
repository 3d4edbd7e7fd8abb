"""The approved translations of the demonstration, segment by segment."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translations.exchange.tmx import Entry, read

MEMORY = Path(__file__).resolve().parents[3] / "demo" / "memory.tmx"


@dataclass(frozen=True)
class DemoPair:
    language: str
    source: str
    target: str


@cache
def demo_pairs() -> tuple[DemoPair, ...]:
    """Return every pair of the memory that the demonstration comes with."""
    with MEMORY.open("rb") as file:
        entries = [entry for entry in read(file) if isinstance(entry, Entry)]
    return tuple(
        DemoPair(language, entry.source, target) for entry in entries for language, target in entry.targets
    )
