"""Asking an engine, and keeping what it says.

Three steps, so that no transaction is open while a vendor is waited for: read what is
wanted and record the request, call the engine, write what came back. A unit that a
person touched meanwhile keeps the person's text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from translations import sources
from translations.engines.exceptions import EngineError
from translations.engines.protocol import Engine, Job, Outcome, Refused, Result, translate
from translations.enums import NEWER_TEXT_WAITS, Origin, UnitState, Waiting
from translations.exceptions import NotCleared
from translations.models import Edition, EngineRequest, Unit
from translations.operations.clearance import clearance_of
from translations.operations.editions import settle
from translations.registry import model_of
from translations.segments.placeholders import plain

_CONTEXT_SEGMENTS = 3


@dataclass(frozen=True)
class _Order:
    """What one edition wants from an engine, and the request row that records it."""

    edition: Edition
    units: list[Unit]
    job: Job
    request: EngineRequest


def ask_engine(*, edition_id: int, engine: Engine | None, person: Any = None) -> Edition:
    """Have *engine* translate what the edition still lacks; say on the edition why it waits.

    Segments without any text get the machine's; segments whose source changed keep their
    text and get the machine's beside it. Nothing approved or edited is touched.

    Raises:
        NotCleared: the edition's Vietnamese is not cleared; nothing was sent.
    """
    edition = Edition.objects.get(pk=edition_id)
    if not wanted_units(edition):
        return _report(edition, Waiting.NOTHING, "")
    if engine is None:
        missing = edition.units.filter(state=UnitState.EMPTY).exists()
        return _report(edition, Waiting.NO_ENGINE if missing else Waiting.NOTHING, "")
    order = _place_order(edition_id, engine, person)
    try:
        outcomes = dict(enumerate(translate(engine, order.job)))
    except EngineError as error:
        _close(order.request, error.code, str(error), {})
        return _report(edition, Waiting.ENGINE_FAILED, str(error))
    except Exception:
        # Whatever it was, the edition must not say for ever that the engine is at work.
        _close(order.request, "broken", "", {})
        _report(edition, Waiting.ENGINE_FAILED, gettext("The translation broke off. Start it again."))
        raise
    _keep(order, outcomes)
    _close(order.request, "done", "", outcomes)
    return _report(edition, Waiting.NOTHING, "")


def wanted_units(edition: Edition) -> list[Unit]:
    """Return the units an engine has not seen in their present wording and nobody settled."""
    return list(edition.units.unserved().filter(refusal=""))


@transaction.atomic
def _place_order(edition_id: int, engine: Engine, person: Any) -> _Order:
    edition = Edition.objects.select_for_update().get(pk=edition_id)
    version = edition.working_version
    clearance = clearance_of(version) if version is not None else None
    if version is None or clearance is None:
        raise NotCleared
    # Hashed again at the door: only text of the cleared version passes.
    cleared = sources.segments(model_of(version.content_type), version.data)
    hashes = {segment.hash for segment in cleared}
    units = [unit for unit in wanted_units(edition) if unit.source_hash in hashes]
    texts = tuple(unit.source for unit in units)
    context = " ".join(plain(segment.source) for segment in cleared[:_CONTEXT_SEGMENTS])
    request = EngineRequest.objects.create(
        edition=edition,
        clearance=clearance,
        requested_by=person,
        engine=engine.name,
        language=edition.language,
        texts=len(texts),
        characters=sum(len(plain(text)) for text in set(texts)),
    )
    if edition.waiting not in NEWER_TEXT_WAITS:
        edition.waiting = Waiting.ENGINE_RUNNING
        edition.save(update_fields=["waiting", "updated_at"])
    return _Order(edition, units, Job(texts, edition.language, context), request)  # type: ignore[arg-type]  # choices of the column


@transaction.atomic
def _keep(order: _Order, outcomes: Mapping[int, Outcome]) -> None:
    for index, outcome in outcomes.items():
        unit = order.units[index]
        # Only the row as it was sent: what a person changed meanwhile is newer than the machine.
        row = Unit.objects.filter(pk=unit.pk, version=unit.version)
        if isinstance(outcome, Refused):
            row.update(refusal=outcome.reason, version=unit.version + 1)
        else:
            row.update(version=unit.version + 1, **_kept_fields(unit, outcome))


def _kept_fields(unit: Unit, result: Result) -> dict[str, Any]:
    machine = {"machine_text": result.text, "machine_hash": unit.source_hash}
    if unit.target:
        return machine
    return {
        **machine,
        "target": result.text,
        "state": UnitState.MACHINE,
        "origin": Origin.ENGINE,
        "engine": result.engine,
        "score": result.score,
    }


def _close(request: EngineRequest, outcome: str, detail: str, outcomes: Mapping[int, Outcome]) -> None:
    billed = [one.billed_characters for one in outcomes.values() if isinstance(one, Result)]
    known = [characters for characters in billed if characters is not None]
    request.outcome, request.detail = outcome, detail
    request.billed_characters = sum(known) if known else None
    request.answered_at = timezone.now()
    request.save(update_fields=["outcome", "detail", "billed_characters", "answered_at"])


@transaction.atomic
def _report(edition: Edition, waiting: Waiting, detail: str) -> Edition:
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    if waiting == Waiting.NOTHING:
        waiting, detail = _refused(edition)
    if edition.waiting not in NEWER_TEXT_WAITS:
        edition.waiting, edition.waiting_detail = waiting, detail
        edition.save(update_fields=["waiting", "waiting_detail", "updated_at"])
    settle(edition=edition)
    return edition


def _refused(edition: Edition) -> tuple[Waiting, str]:
    refused = edition.units.unserved().exclude(refusal="").count()
    if not refused:
        return Waiting.NOTHING, ""
    return Waiting.ENGINE_FAILED, ngettext(
        "Its answer for %(count)d segment could not be used; write that one by hand.",
        "Its answers for %(count)d segments could not be used; write those by hand.",
        refused,
    ) % {"count": refused}
