"""Matching the segments of a changed text with the units there are. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rapidfuzz.distance import Indel

from translations.segments.segment import Segment

_K = TypeVar("_K", bound=Any)
"""A unit, or whatever has its ``field``, ``key``, ``source`` and ``source_hash``."""

_ALIKE = 0.5
"""So much of the words of two texts, in order, are the same in a paragraph that was edited, or cut in two."""

_SAME_PLACE = 0.1
"""So much more alike another text has to be than the one in the same place."""

# The comparison takes every pair of what changed; past this the places alone decide.
_MOST_PAIRS = 40_000


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
    keeps its approval); then a text that is much alike, because a paragraph before it shifts
    the places of those behind; then the same place with another text. The last two wait
    with their old text.
    """
    free = list(units)
    found: dict[int, _K] = {}
    _by_rule(segments, free, found, lambda segment: (segment.key, segment.hash), _key_and_hash)
    _by_rule(segments, free, found, lambda segment: segment.hash, lambda unit: unit.source_hash)
    _by_likeness(segments, free, found)
    _by_rule(segments, free, found, lambda segment: segment.key, lambda unit: unit.key)
    return [Match(segment, found.get(index)) for index, segment in enumerate(segments)], free


def _key_and_hash(unit: Any) -> tuple[str, str]:
    return unit.key, unit.source_hash


def _by_rule(
    segments: Sequence[Segment],
    free: list[_K],
    found: dict[int, _K],
    of_segment: Callable[[Segment], object],
    of_unit: Callable[[_K], object],
) -> None:
    """Move each free unit that agrees with a segment without a unit from *free* to *found*."""
    shelf: dict[object, list[_K]] = defaultdict(list)
    for unit in reversed(free):
        shelf[of_unit(unit)].append(unit)
    for index, segment in enumerate(segments):
        if index not in found and shelf[of_segment(segment)]:
            found[index] = shelf[of_segment(segment)].pop()
    _take(free, found)


def _take(free: list[_K], found: dict[int, _K]) -> None:
    taken = {id(unit) for unit in found.values()}
    free[:] = [unit for unit in free if id(unit) not in taken]


def _by_likeness(segments: Sequence[Segment], free: list[_K], found: dict[int, _K]) -> None:
    """Move the free units to the segments of the same field that their texts are most like."""
    left = [(index, segment) for index, segment in enumerate(segments) if index not in found]
    if len(left) * len(free) > _MOST_PAIRS:
        return
    words = [unit.source.split() for unit in free]
    pairs = []
    for index, segment in left:
        own = segment.source.split()
        for place, unit in enumerate(free):
            if unit.field != segment.field:
                continue
            alike = Indel.normalized_similarity(own, words[place], score_cutoff=_ALIKE)
            if alike:
                pairs.append((-alike - _SAME_PLACE * (unit.key == segment.key), index, place))
    taken: set[int] = set()
    for _unlike, index, place in sorted(pairs):
        if index not in found and place not in taken:
            found[index] = free[place]
            taken.add(place)
    _take(free, found)
