"""Opening editions, keeping them in step with the Vietnamese, and making them public."""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from wagtail.log_actions import log

from media.multilingual import TARGET_LANGUAGES
from translations import sources
from translations.enums import ENGINE_WAITS, NEWER_TEXT_WAITS, EditionState, UnitState, Waiting
from translations.exceptions import NotCleared
from translations.models import Edition, SourceVersion, Unit
from translations.operations.clearance import capture, clearance_of
from translations.operations.expected_terms import ExpectedTerms
from translations.operations.memory import recall
from translations.operations.repairs import Repairs, approved_text, leave_repair
from translations.reconcile import Match, reconcile
from translations.registry import model_of
from translations.segments.segment import Segment, normalise
from translations.segments.shapes import CorruptValue
from translations.signals import edition_published

_MATCHED_FIELDS = (
    "source",
    "source_hash",
    "previous_source",
    "refusal",
    "version",
    "state",
    "field",
    "key",
    "position",
)
_PATCHED_FIELDS = ("target", "origin", "score")


def open_editions(*, instance: models.Model) -> list[Edition]:
    """Bring the three editions of *instance* in step with its Vietnamese.

    Unchanged segments keep their approval, changed ones wait with their old text, repaired
    where only facts and names changed, new ones are filled from the memory. What readers see
    changes only where every segment is approved. Text that is not cleared, or that cannot be
    read, leaves the units as they are and says why on the edition.
    """
    editions = [_edition(instance, language) for language in TARGET_LANGUAGES]
    try:
        version = capture(instance=instance)
    except CorruptValue as error:
        _wait(editions, Waiting.CORRUPT, str(error))
        return editions
    if clearance_of(version) is None:
        _wait(editions, Waiting.CLEARANCE, "")
        return editions
    terms = ExpectedTerms()
    return [
        _bring_in_step(edition.pk, version, Repairs(edition.language, terms))  # type: ignore[arg-type]  # choices of the column
        for edition in editions
    ]


def _edition(instance: models.Model, language: str) -> Edition:
    edition, _created = Edition.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(instance), object_id=instance.pk, language=language
    )
    return edition


def _wait(editions: Sequence[Edition], reason: Waiting, detail: str) -> None:
    for edition in editions:
        edition.waiting, edition.waiting_detail = reason, detail
        edition.state = settled_state(edition)
        edition.save(update_fields=["waiting", "waiting_detail", "state", "updated_at"])


@transaction.atomic
def _bring_in_step(edition_id: int, version: SourceVersion, repairs: Repairs) -> Edition:
    edition = Edition.objects.select_for_update().get(pk=edition_id)
    segments = sources.segments(model_of(version.content_type), version.data)
    # Where several units carry the same words, the approved one is to stay.
    units = sorted(edition.units.all(), key=lambda unit: (unit.state != UnitState.APPROVED, not unit.target))
    matches, left_over = reconcile(segments, units)
    _delete(left_over)
    _store_matches(edition, matches, repairs)
    edition.working_version = version
    edition.waiting, edition.waiting_detail = Waiting.NOTHING, ""
    edition.save(update_fields=["working_version", "waiting", "waiting_detail", "updated_at"])
    recall(edition=edition)
    settle(edition=edition)
    return edition


def _store_matches(edition: Edition, matches: Sequence[Match[Unit]], repairs: Repairs) -> None:
    kept = [match.unit for match in matches if match.unit is not None]
    # Keys may swap between units, and each is unique in its edition: free them all first.
    edition.units.update(key=Concat(Value("~"), Cast("pk", models.CharField())))
    new, patched = [], []
    for position, match in enumerate(matches):
        unit = match.unit or Unit(edition=edition)
        if not match.is_same_text and _change_source(unit, match.segment, repairs):
            patched.append(unit)
        unit.field, unit.key, unit.position = match.segment.field, match.segment.key, position
        if match.unit is None:
            new.append(unit)
    Unit.objects.bulk_update(kept, _MATCHED_FIELDS, batch_size=200)
    # These alone: an engine may be filling the other units at this moment.
    Unit.objects.bulk_update(patched, _PATCHED_FIELDS, batch_size=200)
    Unit.objects.bulk_create(new, batch_size=200)


def _delete(units: Sequence[Unit]) -> None:
    # SQLite binds at most 32,766 values in one statement; a huge page stays well below with slices.
    for start in range(0, len(units), 500):
        Unit.objects.filter(pk__in=[unit.pk for unit in units[start : start + 500]]).delete()


def _change_source(unit: Unit, segment: Segment, repairs: Repairs) -> bool:
    """Give *unit* the source of *segment*; return whether its target is another one with it."""
    known, before = approved_text(unit, repairs), unit.target
    if unit.target and not unit.previous_source:
        unit.previous_source = unit.source
    unit.source, unit.source_hash = normalise(segment.source), segment.hash
    unit.refusal = ""
    unit.version += 1
    if not unit.target:
        return False
    unit.state = UnitState.NEEDS_REVIEW
    if known is None:
        return leave_repair(unit)
    if unit.approved_source_hash == unit.source_hash:
        # The words are back to what was approved; the approval was for exactly these two texts.
        unit.state, unit.previous_source, unit.target = UnitState.APPROVED, "", known.target
        return leave_repair(unit) or unit.target != before
    unit.previous_source = known.source
    return repairs.mend(unit, known) or unit.target != before


def settled_state(edition: Edition) -> EditionState:
    """Return the state that an edition's units and its public text amount to."""
    states = set(edition.units.values_list("state", flat=True))
    if edition.public_version_id is not None:
        up_to_date = (
            states <= {UnitState.APPROVED}
            and edition.public_version_id == edition.working_version_id
            and edition.waiting not in NEWER_TEXT_WAITS
        )
        return EditionState.APPROVED if up_to_date else EditionState.OUTDATED
    if states and states <= {UnitState.MACHINE}:
        return EditionState.MACHINE_DRAFT
    if states - {UnitState.EMPTY}:
        return EditionState.IN_REVIEW
    return EditionState.MISSING


@transaction.atomic
def settle(*, edition: Edition, person: Any = None) -> None:
    """Record the state of *edition*; when every unit is approved, make its text public."""
    version = edition.working_version
    if version is not None and not edition.units.pending().exists():
        _make_public(edition, version, person)
    if edition.waiting in ENGINE_WAITS and not edition.units.unserved().exists():
        edition.waiting, edition.waiting_detail = Waiting.NOTHING, ""
    edition.state = settled_state(edition)
    edition.save(update_fields=["waiting", "waiting_detail", "state", "updated_at"])


def _make_public(edition: Edition, version: SourceVersion, person: Any) -> None:
    if clearance_of(version) is None:
        raise NotCleared
    targets = dict(edition.units.values_list("key", "target"))
    if edition.public_version_id == version.pk and edition.public_targets == targets:
        return
    instance = edition.target
    if instance is None:
        return
    sources.write(instance, edition.language, sources.composed(type(instance), version.data, targets))
    edition.public_version, edition.public_targets = version, targets
    edition.approved_at = timezone.now()
    edition.approved_by = person or edition.approved_by
    edition.save()
    log(
        instance=instance,
        action="translations.publish_edition",
        user=person,
        data={"language": edition.language},
    )
    transaction.on_commit(lambda: edition_published.send(Edition, edition=edition, instance=instance))


def drop_editions(*, instance: models.Model) -> None:
    """Remove the editions of an object that is being deleted; clearances stay on record."""
    Edition.objects.of(instance).delete()


def columns_match_units(*, edition: Edition) -> bool:
    """Whether the stored derived columns are what the edition's public units compose to."""
    model = model_of(edition.content_type)
    instance = model._base_manager.filter(pk=edition.object_id).first()
    if instance is None:
        return False
    try:
        stored = sources.read(instance, edition.language)
    except CorruptValue:
        return False
    if edition.public_version is None:
        return not any(stored.values())
    return stored == sources.composed(model, edition.public_version.data, edition.public_targets)
