"""Ordering the machine translation of an edition, stopping it, and taking up what was left."""

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from translations.agencies import agency_id_of
from translations.enums import ACTIVE_JOB_STATES, NEWER_TEXT_WAITS, JobState, UnitState, Waiting
from translations.exceptions import NotCleared
from translations.models import Edition, TranslationJob, Unit
from translations.operations.clearance import clearance_of
from translations.operations.options import OptionsOf
from translations.operations.paid_texts import LEASE, TextKey, forget_refusals, release
from translations.operations.plans import engines_for
from translations.operations.requests import lose_requests
from translations.operations.waiting import report
from translations.worker import is_gone

_STOPPED_STATES = frozenset({JobState.QUEUED, JobState.PAUSED})
"""Nobody works on the job now."""


def wanted_units(edition: Edition) -> models.QuerySet[Unit]:
    """Return the units an engine has not seen in their present wording and nobody settled."""
    return edition.units.unserved().filter(refusal="")


def wanted_editions() -> models.QuerySet[Edition]:
    """Return the editions with text that an engine owes them and that nobody has ordered."""
    owing = Unit.objects.unserved().filter(refusal="").values("edition")
    cleared = Edition.objects.exclude(waiting__in=NEWER_TEXT_WAITS).exclude(working_version=None)
    ordered = TranslationJob.objects.active().values("edition")
    return cleared.filter(pk__in=owing).exclude(pk__in=ordered).order_by("pk")


def order_job(*, edition_id: int, person: Any = None) -> TranslationJob | None:
    """Order what an engine owes the edition; the same order again gives the same job.

    Returns:
        The job, or None where there is nothing to translate or no engine; the edition says which.

    Raises:
        NotCleared: the edition's Vietnamese is not cleared.
    """
    edition = Edition.objects.select_related("working_version").get(pk=edition_id)
    if not wanted_units(edition).exists():
        report(edition_id=edition_id, waiting=Waiting.NOTHING)
        return None
    if not engines_for(agency_id_of(edition.target)):
        missing = edition.units.filter(state=UnitState.EMPTY).exists()
        report(edition_id=edition_id, waiting=Waiting.NO_ENGINE if missing else Waiting.NOTHING)
        return None
    version = edition.working_version
    if version is None or clearance_of(version) is None:
        raise NotCleared
    try:
        with transaction.atomic():
            job, _created = TranslationJob.objects.active().get_or_create(
                edition=edition, defaults={"version": version, "requested_by": person}
            )
    except IntegrityError:
        # Somebody ordered the same in this moment.
        job = TranslationJob.objects.active().get(edition=edition)
    TranslationJob.objects.filter(pk=job.pk).update(version=version, cancel_requested=False)
    TranslationJob.objects.filter(pk=job.pk, state=JobState.PAUSED).update(
        state=JobState.QUEUED, not_before=None
    )
    job.refresh_from_db()
    return job


def order_refused(*, edition_id: int, person: Any) -> TranslationJob | None:
    """Order again what engines answered and the desk could not use. It may be paid for again."""
    edition = Edition.objects.select_related("content_type").get(pk=edition_id)
    refused = list(edition.units.unserved().exclude(refusal=""))
    options = OptionsOf(edition)
    with transaction.atomic():
        forget_refusals(
            language=edition.language,
            keys=[TextKey(unit.source_hash, options.hash_for(unit.source)) for unit in refused],
        )
        Unit.objects.filter(pk__in=[unit.pk for unit in refused]).update(
            refusal="", version=models.F("version") + 1
        )
    return order_job(edition_id=edition_id, person=person)


def take_job(*, job_id: int, worker: str) -> TranslationJob | None:
    """Make *worker* the one that works on the job; None where it is done or another one is at it."""
    job = TranslationJob.objects.get(pk=job_id)
    if job.state not in ACTIVE_JOB_STATES or (job.state == JobState.RUNNING and not is_left(job)):
        return None
    now = timezone.now()
    taken = TranslationJob.objects.filter(pk=job_id, state=job.state, worker=job.worker).update(
        state=JobState.RUNNING,
        worker=worker,
        alive_at=now,
        started_at=job.started_at or now,
        attempts=models.F("attempts") + 1,
        not_before=None,
        detail="",
    )
    if not taken:
        return None
    if job.worker:
        release(worker=job.worker)
        lose_requests(job=job)
    job.refresh_from_db()
    return job


def is_left(job: TranslationJob) -> bool:
    """Whether the worker of a running job is gone, or has said nothing for longer than any request takes."""
    silent = job.alive_at is None or timezone.now() - job.alive_at > LEASE
    return silent or is_gone(job.worker)


def stop_job(
    *, job: TranslationJob, state: JobState, detail: str = "", wait: timedelta | None = None
) -> None:
    """Record how a run of *job* ended, if it is still this worker's.

    Args:
        wait: how long to leave it alone before it is tried again.
    """
    now = timezone.now()
    finished = None if state in ACTIVE_JOB_STATES else now
    TranslationJob.objects.filter(pk=job.pk, worker=job.worker, state=JobState.RUNNING).update(
        state=state,
        detail=detail,
        finished_at=finished,
        not_before=now + wait if wait is not None else None,
    )


def cancel_job(*, job_id: int) -> None:
    """Stop a job: at once where it waits, after the request under way where it runs."""
    TranslationJob.objects.filter(pk=job_id, state__in=_STOPPED_STATES).update(
        state=JobState.CANCELLED, finished_at=timezone.now()
    )
    TranslationJob.objects.filter(pk=job_id, state=JobState.RUNNING).update(cancel_requested=True)
    job = TranslationJob.objects.get(pk=job_id)
    if job.state == JobState.CANCELLED:
        report(edition_id=job.edition_id, waiting=Waiting.NOTHING)


def jobs_to_take_up() -> list[TranslationJob]:
    """Return the jobs that somebody should work on now: waiting, due again, or left by their worker."""
    due = models.Q(not_before=None) | models.Q(not_before__lte=timezone.now())
    waiting = TranslationJob.objects.filter(due, state__in=_STOPPED_STATES)
    running = TranslationJob.objects.filter(state=JobState.RUNNING)
    left = [job for job in running if is_left(job)]
    return sorted([*waiting, *left], key=lambda job: job.pk)
