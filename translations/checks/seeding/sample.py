"""Approved translations that errors are seeded into."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import get_args

from translations.checks.consistency import Translations
from translations.checks.pair import ExpectedTerm, Language, Pair
from translations.exchange.tmx import Entry

LANGUAGES: tuple[Language, ...] = get_args(Language)

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_OR_HANGUL = re.compile(r"[A-Za-z]{2,}|[가-힣]{2,}")


@dataclass(frozen=True)
class Sample:
    """A pair that people approved; *others* are the targets of its source in the other languages."""

    pair: Pair
    others: Mapping[str, str]

    @property
    def language(self) -> Language:
        return self.pair.language

    def broken(self, target: str) -> Pair:
        """Return the pair with another target."""
        return Pair(self.language, self.pair.source, target, self.pair.terms)


class Deck:
    """All samples of one language, for errors that borrow from another text."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self.samples = samples
        self.vocabulary = frozenset(
            word for sample in samples for word in _WORD.findall(sample.pair.target.casefold())
        )
        """Words that approved texts have, in small letters: one of them may well be right where it stands."""

    def another(self, random: Random, sample: Sample) -> Sample:
        """Return a sample with another target; the same one where there is none."""
        for _attempt in range(20):
            other = random.choice(self.samples)
            if other.pair.target != sample.pair.target:
                return other
        return sample

    def word(self, random: Random, sample: Sample) -> str:
        """Return a word of another text."""
        words = _LATIN_OR_HANGUL.findall(self.another(random, sample).pair.target)
        return random.choice(words) if words else self.another(random, sample).pair.target[:4]


Break = Callable[[Sample, Random, Deck], Pair | None]
"""Returns a pair with one realistic error, or None where this one cannot have it."""


@dataclass(frozen=True)
class Kind:
    """A kind of error: how it is made, and the ids of the checks of which one has to see it.

    *share* is how many of a hundred have to be caught, *draws* how often one text is tried: it
    may have several places for the error.
    """

    name: str
    checks: frozenset[str]
    make: Break
    languages: tuple[Language, ...] = LANGUAGES
    share: int = 95
    draws: int = 1


def kind(
    name: str,
    checks: str,
    make: Break,
    languages: Iterable[Language] = LANGUAGES,
    share: int = 95,
    draws: int = 1,
) -> Kind:
    """Return a kind of error; *checks* are ids with a space between them."""
    return Kind(name, frozenset(checks.split()), make, tuple(languages), share, draws)


TermsOf = Callable[[str, Language], Iterable[ExpectedTerm]]


def decks(entries: Iterable[Entry], terms: TermsOf) -> dict[Language, Deck]:
    """Return the samples of each language; *terms* says which terms a source has in a language."""
    known = list(entries)
    return {language: Deck(list(_samples(known, language, terms))) for language in LANGUAGES}


def _samples(entries: Sequence[Entry], language: Language, terms: TermsOf) -> Iterator[Sample]:
    pairs = [(entry, target) for entry in entries for code, target in entry.targets if code == language]
    translations = Translations((entry.source, target) for entry, target in pairs)
    for entry, target in pairs:
        also = translations.also(entry.source, target)
        pair = Pair(language, entry.source, target, tuple(terms(entry.source, language)), also=also)
        yield Sample(pair, {code: text for code, text in entry.targets if code != language})
