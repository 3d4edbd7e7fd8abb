"""One round of a job: what is there already is filled in, the rest is claimed for this worker."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from translations import sources
from translations.engines.protocol import Outcome, Refused, Result
from translations.enums import Origin, UnitState
from translations.exceptions import NotCleared
from translations.models import Clearance, Edition, MachineText, TranslationJob, Unit
from translations.operations.clearance import clearance_of
from translations.operations.jobs import wanted_units
from translations.operations.memory import recall
from translations.operations.options import OptionsOf
from translations.operations.paid_texts import TextKey, claim
from translations.registry import model_of
from translations.segments.placeholders import plain

_CONTEXT_SEGMENTS = 3


@dataclass(frozen=True)
class Round:
    """What one round has to ask for; *mine* and *elsewhere* hold the units of each text."""

    edition: Edition
    clearance: Clearance
    options: OptionsOf
    context: str
    mine: Mapping[TextKey, Sequence[Unit]]
    elsewhere: Mapping[TextKey, Sequence[Unit]]


@transaction.atomic
def begin_round(*, job: TranslationJob) -> Round:
    """Fill what the memory and earlier answers have, and claim what nobody is asking for.

    Raises:
        NotCleared: the edition's Vietnamese is not cleared.
    """
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=job.edition_id)
    version = edition.working_version
    clearance = clearance_of(version) if version is not None else None
    if version is None or clearance is None:
        raise NotCleared
    # What was alike was put in when the edition opened; what was approved since is looked for again.
    recall(edition=edition, only_same=True)
    # Hashed again at the door: only text of the cleared version passes.
    cleared = sources.segments(model_of(version.content_type), version.data)
    options = OptionsOf(edition)
    wanted = _by_text(edition, options, {segment.hash for segment in cleared})
    claims = claim(language=edition.language, keys=wanted, worker=job.worker)
    for key, row in claims.settled.items():
        keep(units=wanted[key], outcome=_as_outcome(row), engine=row.engine)
    return Round(
        edition,
        clearance,
        options,
        " ".join(plain(segment.source) for segment in cleared[:_CONTEXT_SEGMENTS]),
        {key: units for key, units in wanted.items() if key in claims.mine},
        {key: units for key, units in wanted.items() if key in claims.elsewhere},
    )


def _by_text(edition: Edition, options: OptionsOf, cleared: set[str]) -> dict[TextKey, list[Unit]]:
    units: dict[TextKey, list[Unit]] = defaultdict(list)
    for unit in wanted_units(edition):
        if unit.source_hash in cleared:
            units[TextKey(unit.source_hash, options.hash_for(unit.source))].append(unit)
    return dict(units)


def _as_outcome(row: MachineText) -> Outcome:
    if row.refusal:
        return Refused(row.refusal, "garbled")
    return Result(row.target, row.engine, row.score, 0)


def keep(*, units: Sequence[Unit], outcome: Outcome, engine: str) -> None:
    """Store an answer with the units of its text, as they were read; inside a transaction.

    What a person changed meanwhile is newer than the machine and stays.
    """
    for unit in units:
        row = Unit.objects.filter(pk=unit.pk, version=unit.version)
        if isinstance(outcome, Refused):
            row.update(refusal=outcome.reason, version=unit.version + 1)
        else:
            row.update(version=unit.version + 1, **_kept_fields(unit, outcome, engine))


def _kept_fields(unit: Unit, result: Result, engine: str) -> dict[str, Any]:
    machine = {"machine_text": result.text, "machine_hash": unit.source_hash}
    if unit.target:
        return machine
    return {
        **machine,
        "target": result.text,
        "state": UnitState.MACHINE,
        "origin": Origin.ENGINE,
        "engine": engine,
        "score": result.score,
    }


def count_progress(*, job: TranslationJob) -> bool:
    """Say that the worker is at it, and how far; return False where it is to stop.

    It is to stop when a person cancelled the job, or another worker has taken it over.
    """
    edition = Edition.objects.get(pk=job.edition_id)
    left = wanted_units(edition).count()
    total = max(TranslationJob.objects.values_list("total", flat=True).get(pk=job.pk), left)
    going_on = TranslationJob.objects.filter(pk=job.pk, worker=job.worker, cancel_requested=False)
    return bool(going_on.update(alive_at=timezone.now(), total=total, done=total - left))
