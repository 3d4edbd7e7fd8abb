"""Seeding every kind of error and counting what was caught; and what is said of texts without one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from translations.checks.delivered import check_delivered
from translations.checks.finding import Severity
from translations.checks.pair import Language, Pair
from translations.checks.seeding import (
    endings,
    facts,
    hypertext,
    leftovers,
    markup,
    registers,
    scripts,
    terms,
    wording,
)
from translations.checks.seeding.sample import Deck, Kind

KINDS: tuple[Kind, ...] = (
    *facts.KINDS,
    *markup.KINDS,
    *hypertext.KINDS,
    *terms.KINDS,
    *scripts.KINDS,
    *leftovers.KINDS,
    *wording.KINDS,
    *endings.KINDS,
    *registers.KINDS,
)
MOST_ERRORS, MOST_WARNINGS = 1, 3
"""So many of a hundred good texts may be called wrong, or doubtful."""

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Score:
    """How many seeded errors of a kind were caught by the check that should; *missed* has a few others."""

    kind: str
    language: Language
    seeded: int
    caught: int
    wanted: int
    missed: tuple[Pair, ...] = ()

    @property
    def rate(self) -> float:
        """Percent caught."""
        return 100 * self.caught / self.seeded if self.seeded else 100.0

    @property
    def is_enough(self) -> bool:
        """Whether as many were caught as should be; a kind that no text could have proves nothing."""
        return self.rate >= self.wanted


@dataclass(frozen=True, slots=True)
class Precision:
    """What the checks say of the approved texts themselves; *said* are the findings."""

    language: Language
    segments: int
    with_errors: int
    with_warnings: int
    said: tuple[str, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Whether few enough good texts are spoken ill of."""
        return (
            100 * self.with_errors <= MOST_ERRORS * self.segments
            and 100 * self.with_warnings <= MOST_WARNINGS * self.segments
        )


def recall(decks: Mapping[Language, Deck], *, seed: int, most: int | None = None) -> Iterator[Score]:
    """Yield the score of each kind and language; of *most* samples each, which the seed draws."""
    for kind in KINDS:
        for language in kind.languages:
            if language in decks:
                yield _score(kind, decks[language], language, seed=seed, most=most)


def seeded(kind: Kind, deck: Deck, language: Language, *, seed: int, most: int | None = None) -> list[Pair]:
    """Return pairs with one error of *kind* each: the same for the same *seed*, at most *most*."""
    random = Random(f"{seed} {kind.name} {language}")  # noqa: S311 - a repeatable sample
    made: list[Pair] = []
    for sample in random.sample(deck.samples, len(deck.samples)):
        drawn = (kind.make(sample, random, deck) for _draw in range(kind.draws))
        # The same error twice proves nothing more.
        made.extend({pair.target: pair for pair in drawn if pair is not None}.values())
        if most is not None and len(made) >= most:
            break
    return made


def _score(kind: Kind, deck: Deck, language: Language, *, seed: int, most: int | None) -> Score:
    made = seeded(kind, deck, language, seed=seed, most=most)
    missed = [pair for pair in made if not _is_caught(pair, kind)]
    return Score(kind.name, language, len(made), len(made) - len(missed), kind.share, tuple(missed[:_SHOWN]))


def _is_caught(pair: Pair, kind: Kind) -> bool:
    return any(finding.check in kind.checks for finding in check_delivered(pair))


def precision(decks: Mapping[Language, Deck]) -> Iterator[Precision]:
    """Yield what is said of the approved texts of each language."""
    for language, deck in decks.items():
        yield _precision(language, deck)


def _precision(language: Language, deck: Deck) -> Precision:
    found = [(sample.pair, check_delivered(sample.pair)) for sample in deck.samples]
    said = [
        f"{pair.source} | {pair.target} | {one.check}: {one}" for pair, several in found for one in several
    ]
    return Precision(
        language,
        len(found),
        _having(Severity.ERROR, [[one.severity for one in several] for _pair, several in found]),
        _having(Severity.WARNING, [[one.severity for one in several] for _pair, several in found]),
        tuple(said),
    )


def _having(severity: Severity, found: Sequence[Sequence[Severity]]) -> int:
    return sum(severity in several for several in found)
