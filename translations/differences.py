"""How the stored text of an object differs from what its approved segments say, and what would cure it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from wagtail.fields import StreamField

from media.multilingual import TARGET_LANGUAGES, localized, translated_fields
from translations import sources
from translations.enums import UnitState
from translations.models import Edition, SourceVersion, Unit
from translations.segments import placeholders
from translations.segments.segment import Segment, digest
from translations.segments.shapes import CorruptValue
from translations.stored_columns import StoredRow, Unreadable

PUBLIC_TEXT = "public text"
"""Names the place of a difference in what the edition keeps of its public segments."""

_EMPTY: tuple[Any, ...] = (None, "", [])


@dataclass(frozen=True, slots=True)
class ColumnCure:
    """Put *value* into *column* of the object."""

    column: str
    value: Any


@dataclass(frozen=True, slots=True)
class PublicTextCure:
    """Keep *targets* as what the public edition was composed from."""

    edition_id: int
    targets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class UnitCure:
    """Give the unit back the text that was approved."""

    unit_id: int
    target: str


Cure = ColumnCure | PublicTextCure | UnitCure


@dataclass(frozen=True, slots=True)
class Difference:
    """One place that does not hold what it should.

    *place* is a column, the key of a segment, or `PUBLIC_TEXT`; *sentence* says what is
    wrong there; *cure* is None where nothing that is kept says what should stand there.
    """

    language: str
    place: str
    sentence: str
    cure: Cure | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """What is kept of one object in one language: its edition, the Vietnamese of that, its units."""

    edition: Edition
    version: SourceVersion | None
    units: Sequence[Unit]

    @property
    def is_settled(self) -> bool:
        """Whether the public text is that of the units as they are now."""
        return self.edition.public_version_id == self.edition.working_version_id and all(
            unit.state == UnitState.APPROVED for unit in self.units
        )

    @property
    def kept(self) -> Mapping[str, Any]:
        """The kept targets of the public text by segment key."""
        targets: object = self.edition.public_targets
        return targets if isinstance(targets, dict) else {}


def differences(
    model: type[models.Model], row: StoredRow, holdings: Mapping[str, Holding]
) -> list[Difference]:
    """Return what is wrong with one object.

    Args:
        holdings: what is kept of it, by language; none where no edition was ever opened.
    """
    found: list[Difference] = []
    read: dict[int, Sequence[Segment] | str] = {}
    for language in TARGET_LANGUAGES:
        holding = holdings.get(language)
        if holding is not None:
            found += _of_units(holding)
        public = holding.edition.public_version_id if holding is not None else None
        if holding is None or public is None:
            found += _of_columns(model, row, language, None)
            continue
        if public not in read:
            # Mostly one Vietnamese for all three languages.
            read[public] = _kept_segments(model, holding.version)
        found += _of_public_text(model, row, holding, read[public])
    return found


def _of_units(holding: Holding) -> Iterator[Difference]:
    language = holding.edition.language
    for unit in holding.units:
        if unit.state != UnitState.APPROVED:
            continue
        if unit.source_hash != digest(unit.source):
            yield Difference(language, unit.key, "The Vietnamese of the segment is not what its hash names.")
        elif unit.approved_source_hash != unit.source_hash:
            yield Difference(language, unit.key, "The segment was approved for another Vietnamese.")
        elif unit.approved_target_hash != digest(unit.target):
            kept = str(holding.kept.get(unit.key, ""))
            cure = UnitCure(unit.pk, kept) if digest(kept) == unit.approved_target_hash else None
            yield Difference(language, unit.key, "The segment is not the text that was approved.", cure)


def _kept_segments(model: type[models.Model], version: SourceVersion | None) -> Sequence[Segment] | str:
    """Return the segments of the kept Vietnamese, or a sentence that says what is wrong with it."""
    if version is None or sources.digest(version.data) != version.hash:
        return "The Vietnamese kept for it is not what its hash names."
    try:
        return sources.segments(model, version.data)
    except CorruptValue as error:
        return f"The Vietnamese kept for it cannot be read: {error}"


def _of_public_text(
    model: type[models.Model], row: StoredRow, holding: Holding, segments: Sequence[Segment] | str
) -> list[Difference]:
    language = holding.edition.language
    if isinstance(segments, str) or holding.version is None:
        return [Difference(language, PUBLIC_TEXT, str(segments))]
    targets, found = _public_targets(holding, segments)
    if targets is not None:
        expected = sources.composed(model, holding.version.data, targets)
        found += _of_columns(model, row, language, expected)
    return found


def _public_targets(
    holding: Holding, segments: Sequence[Segment]
) -> tuple[dict[str, str] | None, list[Difference]]:
    """Return the public target of each segment, or None where one is not to be had, and what is wrong."""
    language = holding.edition.language
    approved = {unit.key: unit for unit in holding.units} if holding.is_settled else {}
    targets: dict[str, str] = {}
    found: list[Difference] = []
    for segment in segments:
        target = _public_target(segment, holding.kept.get(segment.key), approved.get(segment.key))
        said = (
            "It has no text." if target is None else " ".join(placeholders.problems(segment.source, target))
        )
        if said:
            found.append(Difference(language, segment.key, f"The public segment cannot be used. {said}"))
        targets[segment.key] = target or ""
    if found:
        return None, found
    if targets != holding.edition.public_targets:
        said = "The kept public text is not that of the approved segments."
        cure = PublicTextCure(holding.edition.pk, targets)
        found.append(Difference(language, PUBLIC_TEXT, said, cure))
    return targets, found


def _unfit(source: str, target: str | None) -> str:
    """Return why *target* cannot be composed, or nothing."""
    if target is None:
        return "It has no text."
    if "<" not in source and "<" not in target:
        return ""
    return " ".join(placeholders.problems(source, target))


def _public_target(segment: Segment, kept: Any, unit: Unit | None) -> str | None:
    """Return what an approval proves to be the text; without one, what was kept."""
    if unit is not None and unit.approved_source_hash == segment.hash:
        for text in (unit.target, kept):
            if _is_text_of(text, unit.approved_target_hash):
                return str(text)
        return None
    return kept if isinstance(kept, str) and kept.strip() else None


def _is_text_of(text: Any, approved_hash: str) -> bool:
    return isinstance(text, str) and digest(text) == approved_hash


def _of_columns(
    model: type[models.Model], row: StoredRow, language: str, expected: Mapping[str, Any] | None
) -> Iterator[Difference]:
    for name in translated_fields(model):
        column = localized(name, language)
        value = expected[name] if expected is not None else _nothing(model, name)
        said = _fault(row.columns[column], value, is_public=expected is not None)
        if said:
            yield Difference(language, column, said, ColumnCure(column, value))


def _nothing(model: type[models.Model], name: str) -> Any:
    """Return what the column of an object without an edition holds."""
    return [] if isinstance(model._meta.get_field(name), StreamField) else None


def _fault(stored: Any, expected: Any, *, is_public: bool) -> str:
    if isinstance(stored, Unreadable):
        return "The column cannot be read as JSON."
    if _canonical(stored) == _canonical(expected):
        return ""
    if not is_public:
        return "The column holds a text although no edition is public."
    if stored in _EMPTY:
        return "The column is empty although the edition is public."
    return "The column is not what the public segments compose to."


def _canonical(value: Any) -> str:
    # Compared as written: to Python, 1, 1.0 and True are the same.
    return "" if value in _EMPTY else json.dumps(value, sort_keys=True)
