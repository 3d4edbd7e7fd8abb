"""Which stretches of a text to look for, so that few texts have them and a similar one does. Pure.

A text that is 75 % like another keeps most of its pairs of syllables. Looking for a few of
them that do not overlap finds it, unless each was changed; looking for rare ones finds little
else. Frequencies come from a sample of the memory: *trên địa bàn* is rare in one office and
stands in every second sentence of the next.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SAMPLE = 2_000
"""Texts that frequencies are taken from: one in it stands for a hundred in a memory of 200,000."""

MOST = 6
"""Stretches looked for: of eight more candidates come and no better ones."""

FEWEST = 2
"""Stretches looked for in a text of nothing but common ones."""

COMMON = 0.006
"""Share of all texts from which on a stretch is too common to look for: 1,200 of 200,000."""

_SIZES = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """*size* syllables from *start*, which *share* of the sample has."""

    start: int
    size: int
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
        """Return up to *most* rare stretches of a folded text, none overlapping another.

        Without numbers where there is a choice: they are the rarest of all, and what a notice
        changes from one time to the next. Common ones are made longer until they are rare.
        """
        syllables = words.split()
        chosen: list[_Stretch] = []
        for size in _SIZES:
            known = [one for one in self._ranked(syllables, size) if one.share <= COMMON]
            _add(chosen, known, most)
            if len(chosen) >= FEWEST:
                break
        if syllables and len(chosen) < FEWEST:
            _add(chosen, self._ranked(syllables, min(len(syllables), _SIZES[-1])), FEWEST)
        return [" ".join(syllables[one.start : one.start + one.size]) for one in chosen]

    def _ranked(self, syllables: Sequence[str], size: int) -> list[_Stretch]:
        found = list(_stretches(syllables, size))
        wordy = [(start, text) for start, text in found if not any(sign.isdigit() for sign in text)]
        texts = max(self._texts, 1)
        ranked = [_Stretch(start, size, self._counts[text] / texts) for start, text in wordy or found]
        return sorted(ranked, key=lambda one: (one.share, one.start))


def _stretches(syllables: Sequence[str], size: int) -> Iterable[tuple[int, str]]:
    for start in range(len(syllables) - size + 1):
        yield start, " ".join(syllables[start : start + size])


def _add(chosen: list[_Stretch], more: Iterable[_Stretch], most: int) -> None:
    for one in more:
        if len(chosen) >= most:
            return
        if not any(one.overlaps(other) for other in chosen):
            chosen.append(one)
