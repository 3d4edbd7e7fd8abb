"""The desk's figures: effort of post-editing, where texts came from, what was spent, what is behind."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import zip_longest
from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from media.multilingual import TARGET_LANGUAGES
from translations.enums import Origin
from translations.glossary import Glossary
from translations.measures.effort import Effort, effort
from translations.models import EngineRequest, MachineText, Term, Unit
from translations.models.unit import UnitQuerySet
from translations.sections import Key, sections_of

MOST_SEGMENTS = 2_000
"""Of each language, the segments whose effort is measured: the last to be approved."""

_SLICE = 500
_NOT_EDITED = (Origin.MEMORY, Origin.REPAIR)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from *since* to *until*, both included; None is open."""

    since: date | None = None
    until: date | None = None

    def of(self, column: str) -> Q:
        """Return the condition that *column*, a moment, lies in the period."""
        wanted = Q()
        if self.since is not None:
            wanted &= Q(**{f"{column}__gte": _midnight(self.since)})
        if self.until is not None:
            wanted &= Q(**{f"{column}__lt": _midnight(self.until + timedelta(days=1))})
        return wanted


@dataclass(frozen=True, slots=True)
class Edited:
    """An approved segment that an engine had translated."""

    pk: int
    edition_id: int
    subject: Key
    language: str
    source: str
    source_hash: str
    machine: str
    approved: str
    engine: str


@dataclass
class EffortTables:
    """Added-up effort by language, and by language and section, engine, and Vietnamese term.

    *measured* of *chosen* segments are in it, which are the last of *existing* ones.
    """

    by_language: dict[tuple[str, str], Effort] = field(default_factory=dict)
    by_section: dict[tuple[str, str], Effort] = field(default_factory=dict)
    by_engine: dict[tuple[str, str], Effort] = field(default_factory=dict)
    by_term: dict[tuple[str, str], Effort] = field(default_factory=dict)
    measured: int = 0
    chosen: int = 0
    existing: int = 0


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))


def machine_translated(period: Period) -> UnitQuerySet:
    """Return the approved units that an engine translated in their present wording.

    Those filled from the memory or repaired are left out: nobody edited the machine's text.
    """
    approved = Unit.objects.approved().filter(period.of("approved_at"))
    served = approved.filter(machine_hash=F("approved_source_hash")).exclude(machine_text="")
    return served.exclude(origin__in=_NOT_EDITED)


def edited_segments(language: str, period: Period, most: int | None = MOST_SEGMENTS) -> list[Edited]:
    """Return the segments in *language* that `machine_translated` names, the last approved first."""
    units = machine_translated(period).filter(edition__language=language).order_by("-approved_at", "-pk")
    rows = units.values_list(
        "pk",
        "edition_id",
        "edition__content_type_id",
        "edition__object_id",
        "source",
        "source_hash",
        "machine_text",
        "target",
        "engine",
    )[:most]
    return [
        Edited(pk, edition_id, (kind, object_id), language, source, source_hash, machine, target, engine)
        for pk, edition_id, kind, object_id, source, source_hash, machine, target, engine in rows
    ]


def measure_effort(
    *,
    period: Period,
    most: int | None = MOST_SEGMENTS,
    seconds: float | None = None,
    now: Callable[[], float] = time.monotonic,
) -> EffortTables:
    """Return how much people changed of what engines said.

    Args:
        most: of each language, how many segments to look at, the last approved first.
        seconds: when to stop at the latest; what was measured is remembered by the process,
            so asking again goes on from there.
    """
    by_language = [edited_segments(language, period, most) for language in TARGET_LANGUAGES]
    # In turns, so that every language has its share of the time.
    turns = (one for turn in zip_longest(*by_language) for one in turn if one is not None)
    chosen = sum(map(len, by_language))
    tables = EffortTables(chosen=chosen, existing=machine_translated(period).count() if most else chosen)
    measured: list[tuple[Edited, Effort]] = []
    begun = now()
    for segment in turns:
        if measured and seconds is not None and now() - begun > seconds:
            break
        measured.append((segment, effort(segment.machine, segment.approved)))
    tables.measured = len(measured)
    _add_up(tables, measured)
    return tables


def _add_up(tables: EffortTables, measured: Sequence[tuple[Edited, Effort]]) -> None:
    segments = [segment for segment, _effort in measured]
    sections = sections_of(segment.subject for segment in segments)
    engines = _engines_of(segments)
    terms = _Terms()
    for segment, one in measured:
        language = segment.language
        _add(tables.by_language, (language, ""), one)
        _add(tables.by_section, (language, sections[segment.subject]), one)
        _add(tables.by_engine, (language, engines[segment.pk]), one)
        for term in terms.of(segment.source):
            _add(tables.by_term, (language, term), one)


def _add(table: dict[tuple[str, str], Effort], key: tuple[str, str], one: Effort) -> None:
    table[key] = table.get(key, Effort()) + one


class _Terms:
    """The approved terms of the glossary, looked up once for each text."""

    def __init__(self) -> None:
        terms = Term.objects.approved().values_list("vi", flat=True)
        self._glossary = Glossary((vi, vi) for vi in terms)
        self._found: dict[str, list[str]] = {}

    def of(self, source: str) -> list[str]:
        """Return the terms in *source*."""
        if source not in self._found:
            self._found[source] = self._glossary.found_in(source)
        return self._found[source]


def _engines_of(segments: Sequence[Edited]) -> dict[int, str]:
    """Return the engine of each segment by its primary key.

    A unit forgets its engine when a person edits its text; what was paid for does not, and
    for older texts an edition that only one engine ever served tells.
    """
    paid = _paid_engines(segments)
    requested: dict[int, set[str]] = defaultdict(set)
    for some in _slices(sorted({segment.edition_id for segment in segments if not segment.engine})):
        asked = EngineRequest.objects.filter(edition__in=some).order_by()
        for edition_id, engine in asked.values_list("edition_id", "engine").distinct():
            requested[edition_id or 0].add(engine)
    unknown = _("unknown")
    found = {}
    for segment in segments:
        only = requested.get(segment.edition_id, set())
        text = (segment.language, segment.source_hash, segment.machine)
        found[segment.pk] = segment.engine or paid.get(text) or (min(only) if len(only) == 1 else unknown)
    return found


def _paid_engines(segments: Sequence[Edited]) -> dict[tuple[str, str, str], str]:
    hashes = sorted({segment.source_hash for segment in segments if not segment.engine})
    found: dict[tuple[str, str, str], str] = {}
    for some in _slices(hashes):
        texts = MachineText.objects.filter(source_hash__in=some).exclude(engine="")
        for language, source_hash, target, engine in texts.values_list(
            "language", "source_hash", "target", "engine"
        ):
            found[language, source_hash, target] = engine
    return found


def _slices(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    # SQLite binds a limited number of values in one statement.
    return (values[start : start + _SLICE] for start in range(0, len(values), _SLICE))
