"""Marks at the end of a sentence: lost, added, those of another language."""

import re
from random import Random

from translations.checks.pair import Pair
from translations.checks.seeding.sample import Deck, Kind, Sample, kind

_MARKS = {"en": (".", "!", "…"), "ja": ("。", "！"), "ko": (".", "!", "…")}
_ENDS = ".!?…。！？"
_OTHER_ENDS = ":;,：；、"
_SHORT = 4
_SENTENCE = {
    "en": re.compile(r"."),
    "ja": re.compile(r"(?:です|ます|ました|ません|でした|ください|ましょう|でしょう)か?[。！？]$"),
    "ko": re.compile(r"(?:니다|니까|세요|시오)[.!?]$"),
}
"""Where the mark has to stand: what ends with a noun or is noted down may do without."""


def _lost(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    source, target = sample.pair.source.rstrip(), sample.pair.target.rstrip()
    # A short text with a full stop may be a name with a mark of its own.
    if source[-1] not in ".!?" or target[-1] not in _ENDS or len(source.split()) < _SHORT:
        return None
    if not _SENTENCE[sample.language].search(target):
        return None
    return sample.broken(
        target.rstrip(_ENDS) + random.choice(["", " ", "," if sample.language == "en" else ""])
    )


def _added(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    source, target = sample.pair.source.rstrip(), sample.pair.target.rstrip()
    if source[-1] in _ENDS + _OTHER_ENDS or target[-1] in _ENDS + _OTHER_ENDS:
        return None
    return sample.broken(target + random.choice(_MARKS[sample.language]))


def _western(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    source, target = sample.pair.source.rstrip(), sample.pair.target.rstrip()
    if source[-1] not in ".!?…" or target[-1] != "。":
        return None
    return sample.broken(target[:-1] + random.choice([".", "．", ". "]))


KINDS: tuple[Kind, ...] = (
    kind("the mark at the end lost", "ending.missing", _lost),
    kind("a mark at the end added", "ending.added", _added),
    kind("a western full stop", "ending.western", _western, ("ja",)),
)
