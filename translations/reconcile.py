"""Matching the segments of a changed text with the units there are. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from translations.segments.segment import Segment

_K = TypeVar("_K", bound=Any)
"""A unit, or whatever has its ``key`` and ``source_hash``."""


@dataclass(frozen=True)
class Match(Generic[_K]):
    """A segment and the unit that carries on for it; *unit* is None for a new text."""

    segment: Segment
    unit: _K | None

    @property
    def is_same_text(self) -> bool:
        """Whether the text did not change, so that an approval holds."""
        return self.unit is not None and bool(self.unit.source_hash == self.segment.hash)


def reconcile(segments: Sequence[Segment], units: Iterable[_K]) -> tuple[list[Match[_K]], list[_K]]:
    """Return a match per segment, in order, and the units left without a segment.

    Same place and text first; then the same text elsewhere in the object (a moved block
    keeps its approval); then the same place with another text (it waits with its old one).
    """
    free = list(units)
    found: dict[int, _K] = {}
    rules: tuple[tuple[Callable[[Segment], object], Callable[[_K], object]], ...] = (
        (lambda segment: (segment.key, segment.hash), lambda unit: (unit.key, unit.source_hash)),
        (lambda segment: segment.hash, lambda unit: unit.source_hash),
        (lambda segment: segment.key, lambda unit: unit.key),
    )
    for of_segment, of_unit in rules:
        shelf: dict[object, list[_K]] = defaultdict(list)
        for unit in reversed(free):
            shelf[of_unit(unit)].append(unit)
        for index, segment in enumerate(segments):
            if index not in found and shelf[of_segment(segment)]:
                found[index] = shelf[of_segment(segment)].pop()
        taken = {id(unit) for unit in found.values()}
        free = [unit for unit in free if id(unit) not in taken]
    return [Match(segment, found.get(index)) for index, segment in enumerate(segments)], free
