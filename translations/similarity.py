"""How alike two Vietnamese texts are, syllable by syllable. Pure.

Vietnamese is written in syllables, and one mark makes another word of one: *bán* sells, *bàn*
is a table. Letter by letter, sentences that differ in this are 99 % the same, and unrelated
ones still share half their letters. Syllable by syllable, one changed word in ten leaves 90 %,
which is about the share of the translation that can stay.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Indel

from translations.segments.placeholders import plain

_SYLLABLE = re.compile(r"\d+(?:[.,/:-]\d+)*|[^\W_]+")
# The tone of an open syllable is written on either vowel: *hoà* is *hòa*. After q the u is no vowel.
_LATE_TONE = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b")


def folded(text: str) -> str:
    """Return the syllables and numbers of a segment's text, small, in NFC, a space around each.

    Placeholders, punctuation, capitals and the two ways to place a tone make no difference. The
    spaces at both ends let a search for whole syllables say so: ``" an "`` is not in ``" ban "``.
    """
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFC", plain(text)).casefold())
    return in_spaces(_SYLLABLE.findall(_LATE_TONE.sub(_moved_tone, small)))


def in_spaces(syllables: Sequence[str]) -> str:
    """Return *syllables* as `folded` writes them."""
    return f" {' '.join(syllables)} " if syllables else ""


def _moved_tone(found: re.Match[str]) -> str:
    late = unicodedata.normalize("NFD", found[0])  # three signs: a vowel, a vowel, its tone
    return unicodedata.normalize("NFC", late[0] + late[2]) + late[1]


def likeness(words: str, others: str) -> float:
    """Return how much two folded texts have in common in the same order, from 0 to 100.

    It is twice the length of their longest common subsequence, divided by their joint length,
    in syllables.
    """
    return 100.0 * Indel.normalized_similarity(words.split(), others.split())


def most_alike(
    words: str, others: Iterable[tuple[int, str]], *, least: float, limit: int
) -> list[tuple[int, float]]:
    """Return (key, likeness) of those of *others*, (key, folded text), that are *least* or more alike.

    The most alike come first, and of those the highest keys; at most *limit*.
    """
    syllables = words.split()
    found = []
    for key, other in others:
        score = 100.0 * Indel.normalized_similarity(syllables, other.split(), score_cutoff=least / 100.0)
        if score >= least:
            found.append((key, score))
    return sorted(found, key=lambda pair: (-pair[1], -pair[0]))[:limit]


def fewest_syllables(least: float) -> int:
    """Return how many syllables a text needs for another to be *least* % alike and not the same.

    The smallest change is one syllable more or less: n of n + 1 have 2n / (2n + 1) in common.
    """
    return next(n for n in range(1, 10_000) if 100.0 * 2 * n / (2 * n + 1) >= least)


def length_window(length: int, least: float) -> tuple[int, int]:
    """Return between which lengths another text must be to be *least* % alike.

    Of two texts with n ≤ m syllables at most 2n / (n + m) is common. Letters follow syllables
    loosely, so the window for letters is a quarter wider on either side.
    """
    reach = (200.0 - least) / least
    return int(length / reach * 0.8), int(length * reach * 1.25) + 1
