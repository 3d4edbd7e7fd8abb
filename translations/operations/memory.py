"""Remembering what was approved, and filling units with what is remembered."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils import timezone

from translations.candidates import alike
from translations.enums import MemoryOrigin, Origin, UnitState
from translations.models import Edition, MemoryEntry, Unit
from translations.penalties import MINIMUM_SCORE, PREFILL_SCORE, Standing, score
from translations.segments import placeholders
from translations.segments.segment import digest, normalise
from translations.similarity import fewest_syllables, folded, likeness

_RECALLED_FIELDS = ("target", "state", "origin", "engine", "score", "version")
_REMEMBERED_FIELDS = ("source", "target", "words", "origin", "person", "sample", "changed_at")
_IDENTITY = ("language", "source_hash", "target_hash", "context_key", "only_for")
_WEIGHED = 20
"""Entries whose figures and markup are compared: reading figures takes longer than comparing words."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A translation from the memory for a unit; *source* is what it translates, in segment form.

    Attributes:
        score: 100 for the same source, else at least `MINIMUM_SCORE` and below 100.
        person: who approved it here; None for an import, and when the account is gone.
        uses: how often a unit was filled from it.
    """

    entry_id: int
    source: str
    target: str
    score: float
    origin: MemoryOrigin
    person: str | None
    context_key: str
    uses: int


@dataclass(frozen=True, slots=True)
class _Found:
    entry: MemoryEntry
    score: float
    rank: tuple[bool, ...]


def context_key(unit: Unit) -> str:
    """Return what tells two uses of the same words apart: the kind of object and the field."""
    return f"{unit.edition.content_type.model}.{unit.field}"


def subject_key(edition: Edition) -> str:
    """Return what names the object of an edition in ``only_for``: ``app.model:pk``."""
    kind = edition.content_type
    return f"{kind.app_label}.{kind.model}:{edition.object_id}"


_BATCH = 400

# --- filling units


def recall(*, edition: Edition, only_same: bool = False) -> int:
    """Fill the empty units of *edition* from the memory; return how many were filled.

    First with translations of the same source, then with those of one so alike that a reviewer
    is faster with them. A filled unit waits for a person: only words are copied, no approvals.

    Args:
        only_same: leave out the search for what is alike, which costs a query for each unit.
    """
    empty = list(edition.units.filter(state=UnitState.EMPTY))
    found: dict[int, _Found] = {}
    searches = (_same_sources,) if only_same else (_same_sources, _same_words, _alike_sources)
    for search in searches:
        lacking = [unit for unit in empty if unit.pk not in found]
        found.update(_best_matches(edition, lacking, search))
    filled = [unit for unit in empty if unit.pk in found]
    for unit in filled:
        _fill(unit, found[unit.pk])
    Unit.objects.bulk_update(filled, _RECALLED_FIELDS, batch_size=200)
    count_uses(entries=[found[unit.pk].entry.pk for unit in filled])
    return len(filled)


_Search = Callable[[Edition, Sequence[Unit]], Mapping[str, Iterable[MemoryEntry]]]
"""Returns the entries that may serve some units, by the source of the unit."""


def _best_matches(edition: Edition, units: Sequence[Unit], search: _Search) -> Iterator[tuple[int, _Found]]:
    entries = search(edition, units)
    for unit in units:
        unit.edition = edition
        ranked = _ranked(unit, entries.get(unit.source, ()))
        best = next((one for one in ranked if _fits(unit, one.entry.target)), None)
        if best is not None and best.score >= PREFILL_SCORE:
            yield unit.pk, best


def _fill(unit: Unit, found: _Found) -> None:
    unit.target, unit.state = found.entry.target, UnitState.NEEDS_REVIEW
    unit.origin, unit.engine, unit.score = Origin.MEMORY, "memory", round(found.score, 1)
    unit.version += 1


def _fits(unit: Unit, target: str) -> bool:
    """Whether *target* can stand in the unit's place as it is, whatever the memory was fed with."""
    one_line = "\n" not in target or "\n" in unit.source
    return bool(target.strip()) and one_line and not placeholders.problems(unit.source, target)


def _same_sources(edition: Edition, units: Sequence[Unit]) -> Mapping[str, Iterable[MemoryEntry]]:
    hashes = {unit.source_hash for unit in units}
    found = defaultdict(list)
    for batch in _batches(hashes):
        for entry in _usable(edition).filter(source_hash__in=batch):
            found[entry.source_hash].append(entry)
    return {unit.source: found[unit.source_hash] for unit in units}


def _same_words(edition: Edition, units: Sequence[Unit]) -> Mapping[str, Iterable[MemoryEntry]]:
    """Find what differs in capitals, punctuation or markup alone, however short it is."""
    words = {unit.source: folded(unit.source) for unit in units}
    found = defaultdict(list)
    for batch in _batches(set(words.values()) - {""}):
        for entry in _usable(edition).saying(batch):
            found[entry.words].append(entry)
    return {source: found[said] for source, said in words.items()}


def _alike_sources(edition: Edition, units: Sequence[Unit]) -> Mapping[str, Iterable[MemoryEntry]]:
    """Find what differs in a word or two; a shorter text would differ by too much."""
    fewest = fewest_syllables(PREFILL_SCORE)
    words = {unit.source: folded(unit.source) for unit in units}
    keys = {
        source: [key for key, _score in _alike(edition, said, PREFILL_SCORE)]
        for source, said in words.items()
        if len(said.split()) >= fewest
    }
    entries: dict[int, MemoryEntry] = {}
    for batch in _batches({key for some in keys.values() for key in some}):
        entries.update(_usable(edition).in_bulk(batch))
    return {source: [entries[key] for key in some if key in entries] for source, some in keys.items()}


def _alike(edition: Edition, words: str, least: float) -> list[tuple[int, float]]:
    return alike(
        language=edition.language, words=words, only_for=subject_key(edition), least=least, limit=_WEIGHED
    )


def _usable(edition: Edition) -> Any:
    return MemoryEntry.objects.filter(language=edition.language).usable_in(subject_key(edition))


def _batches(wanted: Iterable[Any]) -> Iterator[list[Any]]:
    # SQLite may bind no more than 999 values in one statement, and `saying` binds two for each.
    values = sorted(wanted)
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]


# --- ranking


def _ranked(unit: Unit, entries: Iterable[MemoryEntry]) -> list[_Found]:
    """Return what is worth showing, the best first."""
    words, context = folded(unit.source), context_key(unit)
    found = [_weighed(unit.source, words, context, entry) for entry in entries]
    found.sort(key=lambda one: (one.entry.changed_at, one.entry.pk), reverse=True)
    found.sort(key=lambda one: (-one.score, one.rank))
    return [one for one in found if one.score >= MINIMUM_SCORE]


def _weighed(source: str, words: str, context: str, entry: MemoryEntry) -> _Found:
    imported = entry.origin != MemoryOrigin.PERSON
    standing = Standing(imported, entry.sample, entry.context_key == context)
    worth = score(likeness(words, entry.words), normalise(source), normalise(entry.source), standing)
    rank = (not entry.only_for, imported, entry.context_key != context, bool(entry.context_key), entry.sample)
    return _Found(entry, worth, rank)


def suggestions(*, unit: Unit, limit: int = 5) -> list[Suggestion]:
    """Return what the memory knows for a unit, the best first and no text twice.

    A text whose placeholders are not the unit's is among them, for a person to mend; one that
    never fitted its own source is not.
    """
    words = folded(unit.source)
    usable = _usable(unit.edition).select_related("person")
    known = list(usable.filter(source_hash=unit.source_hash))
    if words:
        near = [key for key, _score in _alike(unit.edition, words, MINIMUM_SCORE)]
        known += usable.filter(pk__in=near).exclude(source_hash=unit.source_hash)
    sound = [entry for entry in known if not placeholders.problems(entry.source, entry.target)]
    texts: dict[str, Suggestion] = {}
    for found in _ranked(unit, sound):
        texts.setdefault(found.entry.target, _suggested(found))
    return list(texts.values())[:limit]


def _suggested(found: _Found) -> Suggestion:
    entry = found.entry
    person = entry.person if entry.origin == MemoryOrigin.PERSON else None
    return Suggestion(
        entry_id=entry.pk,
        source=entry.source,
        target=entry.target,
        score=found.score,
        origin=MemoryOrigin(entry.origin),
        person=(person.get_full_name() or person.get_username()) if person is not None else None,
        context_key=entry.context_key,
        uses=entry.uses,
    )


def count_uses(*, entries: Iterable[int]) -> None:
    """Record that units were filled from *entries* (primary keys), as often as each stands there."""
    by_times = defaultdict(list)
    for key, times in Counter(entries).items():
        by_times[times].append(key)
    now = timezone.now()
    for times, keys in by_times.items():
        for batch in _batches(keys):
            MemoryEntry.objects.filter(pk__in=batch).update(uses=F("uses") + times, used_at=now)


# --- remembering


def remember(*, unit: Unit, person: Any) -> MemoryEntry:
    """Keep an approved unit as a person's translation: for every object, or for its own alone.

    What the unit's object kept to itself for these words before is given up when the unit is
    no longer to be used only here; and the entry for all when it is from now on, unless another
    object stands behind it.
    """
    subject = subject_key(unit.edition)
    entry = MemoryEntry(
        language=unit.edition.language,
        source=unit.source,
        source_hash=unit.source_hash,
        target=unit.target,
        target_hash=digest(unit.target),
        context_key=context_key(unit),
        only_for=subject if unit.only_here else "",
        origin=MemoryOrigin.PERSON,
        person=person,
    )
    if unit.only_here:
        _withdraw(unit, entry)
    else:
        _entries_like(entry).filter(only_for=subject).delete()
    MemoryEntry.objects.bulk_create(
        [entry], update_conflicts=True, unique_fields=_IDENTITY, update_fields=_REMEMBERED_FIELDS
    )
    return entry


def _entries_like(entry: MemoryEntry) -> Any:
    return MemoryEntry.objects.filter(
        language=entry.language, source_hash=entry.source_hash, context_key=entry.context_key
    )


def _withdraw(unit: Unit, entry: MemoryEntry) -> None:
    """Take back what the unit once gave to all, unless an approved unit elsewhere says the same."""
    others = Unit.objects.approved().filter(
        source_hash=unit.source_hash,
        approved_target_hash=entry.target_hash,
        edition__language=entry.language,
        only_here=False,
    )
    if not others.exclude(edition=unit.edition_id).exists():
        given = _entries_like(entry).filter(target_hash=entry.target_hash, only_for="")
        given.filter(origin=MemoryOrigin.PERSON).delete()
