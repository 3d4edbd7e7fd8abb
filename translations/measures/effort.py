"""The effort of post-editing, measured between the machine's text and the approved one. Pure.

The measures are sacrebleu's: TER (how many words or, in Japanese, characters were inserted,
deleted, replaced or moved) and chrF (how many runs of characters the two share). Counts can be
added up, so that the score of a language, a section or a term is that of its texts together
and not a mean of scores. sacrebleu is imported here alone.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from translations.segments.placeholders import plain


class _Ter(TER):
    def counts(self, machine: str, approved: str) -> tuple[int, int]:
        """Return the number of edits, and of words in the approved text."""
        hypothesis, reference = self._preprocess_segment(machine), self._preprocess_segment(approved)
        # sacrebleu takes the approved text apart twice, and so do we: the scores are to be its own.
        info = self._extract_reference_info([reference])
        if hypothesis.split() == reference.split():
            # Most texts; sacrebleu would look for words that moved in each, and find some in “..1”.
            return 0, len(info["ref_words"][0])
        edits, length = self._compute_segment_statistics(hypothesis, info)
        return int(edits), int(length)


class _ChrF(CHRF):
    def counts(self, machine: str, approved: str) -> tuple[int, ...]:
        """Return three numbers for each length of run: those of either text, and the shared ones."""
        runs = self._extract_reference_info([self._preprocess_segment(approved)])
        return tuple(self._compute_segment_statistics(self._preprocess_segment(machine), runs))

    def score(self, counts: tuple[int, ...]) -> float:
        """Return the score of added-up counts, from 0 to 100."""
        return float(self._compute_score_from_stats(list(counts)).score)


_TER = _Ter(normalized=True, asian_support=True)
_CHRF = _ChrF()
_NO_RUNS = (0,) * (3 * _CHRF.order)


@dataclass(frozen=True, slots=True)
class Effort:
    """The counts of some segments, which can be added to those of others.

    *edits* and *words* are TER's, *runs* chrF's; *unchanged* counts the segments that were
    approved just as the machine wrote them.
    """

    segments: int = 0
    unchanged: int = 0
    edits: int = 0
    words: int = 0
    runs: tuple[int, ...] = _NO_RUNS

    def __add__(self, other: Self) -> "Effort":
        """Return the counts of both."""
        return Effort(
            self.segments + other.segments,
            self.unchanged + other.unchanged,
            self.edits + other.edits,
            self.words + other.words,
            tuple(mine + theirs for mine, theirs in zip(self.runs, other.runs, strict=True)),
        )

    @property
    def ter(self) -> float:
        """Edits for 100 words of the approved text; 0 is no change, and more than 100 is possible."""
        if self.words:
            return 100 * self.edits / self.words
        return 100.0 if self.edits else 0.0

    @property
    def chrf(self) -> float:
        """How much the texts share, from 0 to 100; 100 is no change."""
        return _CHRF.score(self.runs)

    @property
    def unchanged_share(self) -> float:
        """Per cent of the segments that were approved unchanged."""
        return 100 * self.unchanged / self.segments if self.segments else 0.0


# A score takes some milliseconds, and pages ask for those of the same texts again and again.
@lru_cache(maxsize=20_000)
def effort(machine: str, approved: str) -> Effort:
    """Return the counts of one segment; placeholders are no words.

    Args:
        machine: what the engine said, in placeholder form.
        approved: what was approved of it.
    """
    before, after = plain(machine), plain(approved)
    edits, words = _TER.counts(before, after)
    return Effort(1, int(machine == approved), edits, words, _CHRF.counts(before, after))
