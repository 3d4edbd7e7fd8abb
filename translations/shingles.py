"""Which stretches of a text to look for, so that few texts have them and a similar one does. Pure.

A text that is 75 % like another keeps most of its pairs and triples of syllables. Looking for
a few of them that do not overlap finds it, unless each was changed; looking for rare ones
finds little else. Frequencies come from a sample of the memory: *trên địa bàn* is rare in one office and
stands in every second sentence of the next.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translations.similarity import in_spaces

SAMPLE = 2_000
"""Texts that frequencies are taken from: one in it stands for a hundred in a memory of 200,000."""

MOST = 5
"""Stretches looked for. With up to three words changed at random, one text in 190 keeps none of
them."""

FEWEST = 2
"""Stretches looked for in a text of nothing but common ones."""

COMMON = 0.012
"""Share of all texts from which on a stretch is too common to look for: 2,400 of 200,000."""

LONG = 15
"""Syllables from which on a text has enough stretches of three, which are much rarer than pairs."""

_SIZES = (2, 3, 4)
_SIZES_OF_LONG = (3, 4, 2)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """*size* syllables from *start*, which *share* of the sample has."""

    start: int
    size: int
    letters: int
    share: float

    def overlaps(self, other: "_Stretch") -> bool:
        return self.start < other.start + other.size and other.start < self.start + self.size


class Frequencies:
    """How common stretches of two to four syllables are."""

    def __init__(self, sample: Iterable[str]) -> None:
        """Count the stretches of folded texts."""
        self._texts = 0
        self._counts: Counter[str] = Counter()
        for words in sample:
            syllables = words.split()
            self._texts += 1
            self._counts.update({text for size in _SIZES for _start, text in _stretches(syllables, size)})
        # Most stand once, which is as good as never and takes the most room.
        self._counts = Counter({text: count for text, count in self._counts.items() if count > 1})

    def picked(self, words: str, *, most: int = MOST) -> list[str]:
        """Return up to *most* rare stretches of a folded text, apart from each other if it is long enough.

        Half of them are known to the sample where that can be: one that is not may be just what
        was changed. Without numbers where there is a choice, as these are what a notice changes
        from one time to the next. Common ones are made longer until they are rare.
        """
        syllables = words.split()
        chosen: list[_Stretch] = []
        sizes = _SIZES_OF_LONG if len(syllables) >= LONG else _SIZES
        rare = [one for size in sizes for one in self._ranked(syllables, size) if one.share <= COMMON]
        unseen = [one for one in rare if not one.share and one.size == sizes[0]]
        _add_apart(chosen, unseen, most // 2)
        _add_apart(chosen, (one for one in rare if one.share), most)
        _add_apart(chosen, unseen, most)
        chosen += self._spare(syllables, chosen)[: most - len(chosen)]
        pieces = (in_spaces(syllables[one.start : one.start + one.size]) for one in chosen)
        return list(dict.fromkeys(pieces))

    def _spare(self, syllables: Sequence[str], chosen: Sequence[_Stretch]) -> list[_Stretch]:
        """Return what a short text has besides: stretches that overlap, have a number, or are common."""
        size = min(len(syllables), _SIZES[0])
        more = [*self._ranked(syllables, size), *self._ranked(syllables, size, numbers=True)]
        rare = [one for one in dict.fromkeys(more) if one.share <= COMMON and one not in chosen]
        if rare or len(chosen) >= FEWEST:
            return rare
        return self._ranked(syllables, min(len(syllables), _SIZES[-1]), numbers=True)[:FEWEST]

    def _ranked(self, syllables: Sequence[str], size: int, *, numbers: bool = False) -> list[_Stretch]:
        texts = max(self._texts, 1)
        ranked = [
            _Stretch(start, size, len(text), self._counts[text] / texts)
            for start, text in _stretches(syllables, size)
            if numbers or not any(sign.isdigit() for sign in text)
        ]
        # Long syllables have more trigrams, and an index finds them with less to throw away.
        return sorted(ranked, key=lambda one: (one.share, -one.letters, one.start))


def _stretches(syllables: Sequence[str], size: int) -> Iterable[tuple[int, str]]:
    for start in range(len(syllables) - size + 1 if size else 0):
        yield start, " ".join(syllables[start : start + size])


def _add_apart(chosen: list[_Stretch], more: Iterable[_Stretch], most: int) -> None:
    for one in more:
        if len(chosen) >= most:
            return
        if not any(one.overlaps(other) for other in chosen):
            chosen.append(one)
