"""Looking up edited sentences in a memory of generated ones, and how good and fast that was."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import Indel

from translations.bench.corpus import Writer
from translations.candidates import alike
from translations.enums import MemoryOrigin
from translations.exchange import tmx
from translations.models import Edition, MemoryEntry, Unit
from translations.operations.memory import suggestions
from translations.penalties import MINIMUM_SCORE
from translations.segments.placeholders import plain
from translations.segments.segment import digest
from translations.similarity import folded

LANGUAGE = "ja"
MOST_CHANGES = 3
UNLIKE = 10
"""Every so many-th query is of random words and like nothing in the memory."""

_SEED = 20_261_123
_BATCH = 2_000
_WORDS_OF_UNLIKE = 20

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Spread:
    """How long lookups took, in milliseconds."""

    median: float
    p95: float
    longest: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Spread":
        """Summarise at least two times."""
        cuts = quantiles(seconds, n=100, method="inclusive")
        return cls(*(round(1000 * value, 2) for value in (cuts[49], cuts[94], max(seconds))))


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of it.

    Attributes:
        naive: the same for RapidFuzz over every source, held in memory.
        compared: queries whose best match was also looked for that way, and has at least 75 %.
        found: those of them for which the memory found one as good.
    """

    ours: Spread
    naive: Spread
    compared: int
    found: int


def sample_texts(memory: Path) -> list[str]:
    """Return the Vietnamese of a TMX file, without markup."""
    with memory.open("rb") as file:
        return [plain(unit.source) for unit in tmx.read(file) if isinstance(unit, tmx.Entry)]


class Lookups:
    """A memory filled with generated sources; the same texts and sizes give the same memory."""

    def __init__(self, texts: Sequence[str], say: Say) -> None:
        """Take the *texts* that sources are put together from."""
        self._random = Random(_SEED)  # noqa: S311 - a repeatable sample, no secret
        self._writer = Writer(texts, self._random)
        self._say = say
        self._sources: list[str] = []

    def fill(self, entries: int) -> None:
        """Remember *entries* sources in one language, each distinct."""
        self._sources = list(self._writer.sources(entries))
        remaining = iter(self._sources)
        begun = perf_counter()
        while batch := list(islice(remaining, _BATCH)):
            MemoryEntry.objects.bulk_create(_entry(source) for source in batch)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # What autovacuum does within a minute.
                cursor.execute("ANALYZE translations_memoryentry")
        self._say(f"  {entries} entries remembered in {perf_counter() - begun:.0f} s")

    def measure(self, queries: int, compared: int) -> Measured:
        """Look up *queries* texts, and the first *compared* of them in the slow way too."""
        texts = [self._query(number) for number in range(queries)]
        ours = [_timed(suggestions, unit=_unit(text)) for text in texts]
        words = [folded(source).split() for source in self._sources]
        naive, judged, found = [], 0, 0
        for text in texts[:compared]:
            begun = perf_counter()
            best = _best(folded(text), words)
            naive.append(perf_counter() - begun)
            if best >= MINIMUM_SCORE:
                judged += 1
                found += _found(folded(text)) >= best
        return Measured(Spread.of(ours), Spread.of(naive), judged, found)

    def _query(self, number: int) -> str:
        if number % UNLIKE == UNLIKE - 1:
            return " ".join(self._random.choice(self._any_source().split()) for _ in range(_WORDS_OF_UNLIKE))
        return self._writer.edited(self._any_source(), self._random.randint(1, MOST_CHANGES))

    def _any_source(self) -> str:
        return self._random.choice(self._sources)


def _entry(source: str) -> MemoryEntry:
    target = f"訳 {source}"
    return MemoryEntry(
        language=LANGUAGE,
        source=source,
        source_hash=digest(source),
        target=target,
        target_hash=digest(target),
        origin=MemoryOrigin.PERSON,
    )


def _unit(source: str) -> Unit:
    subject = ContentType.objects.get_for_model(MemoryEntry)
    edition = Edition(content_type=subject, object_id=1, language=LANGUAGE)
    return Unit(edition=edition, field="body", source=source, source_hash=digest(source))


def _timed(act: Callable[..., object], **arguments: object) -> float:
    begun = perf_counter()
    act(**arguments)
    return perf_counter() - begun


def _best(words: str, all_words: Iterable[Sequence[str]]) -> float:
    found = process.extractOne(
        words.split(), all_words, scorer=Indel.normalized_similarity, score_cutoff=MINIMUM_SCORE / 100
    )
    return 100 * found[1] if found is not None else 0.0


def _found(words: str) -> float:
    best = alike(language=LANGUAGE, words=words, only_for="", least=MINIMUM_SCORE, limit=1)
    return best[0][1] if best else 0.0
