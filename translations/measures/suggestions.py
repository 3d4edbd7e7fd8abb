"""Terms that repeated corrections ask for. Pure.

Corrections that put the same stretch in the place of the same are one group. Where a group is
large enough, its Vietnamese is the run of syllables that stands in all of its sources and
seldom anywhere else.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from translations.measures.corrections import Correction, corrections, glue
from translations.segments.placeholders import plain
from translations.segments.segment import normalise

LEAST_UNITS = 3
"""Segments that have to be corrected alike before anybody is bothered with it."""

# One sentence that stands in many places does not say which of its words the correction was for.
_LEAST_SOURCES = 2

LEAST_PRECISION = 0.5
"""Of the segments with the Vietnamese words, the share in which the machine was corrected so."""

_SYLLABLES = range(2, 7)
_MOST_EXAMPLES = 3
_CLAUSE = re.compile(r"[^\w\s-]+")
_AT_NO_EDGE = frozenset(
    "và với của cho các những một này đó là có được đã đang sẽ sau khi trong ngoài trên dưới tại từ đến về "
    "theo để do bởi vì mà thì cũng còn vẫn như nhưng hoặc hay ở ra vào đạt bị rất hơn mỗi mọi giữa qua "
    "bằng".split()
)
_FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with and or is are was were be been it its this that has have had "
    "as".split()
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A segment: its Vietnamese, what the machine made of it, and what was approved. *number* names it."""

    number: int
    source: str
    machine: str
    approved: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that would have spared reviewers the same correction again and again.

    Attributes:
        vi: the Vietnamese words, as they are mostly written.
        before, after: what the machine said, and what reviewers made of it.
        units: how many segments were corrected so.
        weight: log-likelihood of the words standing in these segments by more than chance.
        examples: the numbers of some of the segments.
    """

    language: str
    vi: str
    before: str
    after: str
    units: int
    weight: float
    examples: tuple[int, ...]


def suggested(
    segments: Sequence[Corrected], language: str, known: Collection[str] = frozenset()
) -> list[Suggestion]:
    """Return the terms that the corrections of *segments* ask for, the best supported first.

    Args:
        segments: approved ones that an engine translated, also those that were left as they
            were: these say where else the Vietnamese words stand.
        known: Vietnamese terms not to be suggested, in lower case.
    """
    by_number = {segment.number: segment for segment in segments}
    groups = _groups(segments, language)
    shared = {members: _shared_runs(by_number[number].source for number in members) for members in groups}
    holders = _holders(segments, frozenset().union(*shared.values()))
    found: dict[str, Suggestion] = {}
    for members, (before, after) in groups.items():
        if len({by_number[number].source for number in members}) < _LEAST_SOURCES:
            continue
        words = _words_of(len(members), {run: holders[run] for run in shared[members]}, len(by_number))
        if words is None or words[0] in known:
            continue
        vi, weight = words
        spelled = _spelling(vi, (by_number[number].source for number in members))
        numbers = tuple(sorted(members, reverse=True))
        new = Suggestion(language, spelled, before, after, len(members), weight, numbers[:_MOST_EXAMPLES])
        if vi not in found or new.units > found[vi].units:
            found[vi] = new
    return sorted(found.values(), key=lambda one: (-one.units, -one.weight, one.vi))


def _shared_runs(sources: Iterable[str]) -> frozenset[str]:
    return frozenset.intersection(*(frozenset(_runs(source)) for source in sources))


def _holders(segments: Iterable[Corrected], wanted: frozenset[str]) -> Counter[str]:
    """Return in how many segments each of the *wanted* runs stands."""
    counted: Counter[str] = Counter()
    for segment in segments if wanted else ():
        counted.update(wanted.intersection(_runs(segment.source)))
    return counted


def _groups(segments: Iterable[Corrected], language: str) -> dict[frozenset[int], tuple[str, str]]:
    """Return what was replaced with what, by the segments in which it was."""
    alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[int, Correction]]] = defaultdict(list)
    for segment in segments:
        if segment.machine == segment.approved:
            continue
        for one in corrections(segment.machine, segment.approved, language):
            alike[_folded(one.before), _folded(one.after)].append((segment.number, one))
    groups: dict[frozenset[int], tuple[str, str]] = {}
    for found in alike.values():
        members = frozenset(number for number, _one in found)
        if len(members) < LEAST_UNITS:
            continue
        sides = _whole(found[0][1], [one for _number, one in found], language)
        # Of two corrections in the same segments the longer one is the term.
        if all(sides) and len("".join(sides)) > len("".join(groups.get(members, ()))):
            groups[members] = sides
    return groups


def _folded(pieces: Sequence[str]) -> tuple[str, ...]:
    return tuple(piece.casefold() for piece in pieces)


def _whole(first: Correction, alike: Sequence[Correction], language: str) -> tuple[str, str]:
    """Return both sides with what stands beside them in each of the alike corrections."""
    left = _shared_start([one.left[::-1] for one in alike])[::-1]
    right = _shared_start([one.right for one in alike])
    sides = []
    for stretch in (first.before, first.after):
        pieces = [*left, *stretch, *right]
        if language == "en":
            pieces = _without_function_words(pieces)
        sides.append(glue(language).value.join(pieces).strip())
    return sides[0], sides[1]


def _shared_start(rows: Sequence[Sequence[str]]) -> list[str]:
    shared: list[str] = []
    for column in zip(*rows, strict=False):
        if len({piece.casefold() for piece in column}) > 1:
            break
        shared.append(column[0])
    return shared


def _without_function_words(words: list[str]) -> list[str]:
    kept = list(words)
    while kept and kept[0].casefold() in _FUNCTION_WORDS:
        kept.pop(0)
    while kept and kept[-1].casefold() in _FUNCTION_WORDS:
        kept.pop()
    return kept


def _words_of(members: int, holders: Mapping[str, int], total: int) -> tuple[str, float] | None:
    """Return the run of syllables that stands seldom outside of the *members*, and its weight.

    Args:
        holders: in how many of *total* segments the runs stand that are in all members.
    """
    ranked = [
        (_log_likelihood(members, count, total), len(run.split()), run)
        for run, count in holders.items()
        if members >= LEAST_PRECISION * count
    ]
    if not ranked:
        return None
    weight, _length, run = max(ranked)
    return run, weight


def _log_likelihood(members: int, holders: int, total: int) -> float:
    """Return Dunning's G² of all *members* being among the *holders* of the words, of *total* segments."""
    outside = total - members
    expected = (
        (members, members * holders / total),
        (holders - members, outside * holders / total),
        (outside - (holders - members), outside * (total - holders) / total),
    )
    return 2 * sum(seen * log(seen / chance) for seen, chance in expected if seen and chance)


def _runs(source: str) -> Iterator[str]:
    """Yield the runs of syllables of a text, in lower case, that could be a term."""
    for clause in _CLAUSE.split(normalise(plain(source)).casefold()):
        syllables = clause.split()
        for start in range(len(syllables)):
            for length in _SYLLABLES:
                run = syllables[start : start + length]
                if len(run) == length and _is_term_like(run):
                    yield " ".join(run)


def _is_term_like(run: Sequence[str]) -> bool:
    if run[0] in _AT_NO_EDGE or run[-1] in _AT_NO_EDGE:
        return False
    return all(any(letter.isalpha() for letter in syllable) for syllable in (run[0], run[-1]))


def _spelling(run: str, sources: Iterable[str]) -> str:
    """Return *run* as it is mostly written in *sources*."""
    pattern = re.compile(r"\s+".join(map(re.escape, run.split())), re.IGNORECASE)
    seen = Counter(
        " ".join(found[0].split())
        for source in sources
        for found in pattern.finditer(normalise(plain(source)))
    )
    return seen.most_common(1)[0][0] if seen else run
