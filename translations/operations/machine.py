"""Working on a job: asking engines, and keeping what they say.

No transaction is open while a vendor is waited for. Each request is recorded before it
leaves, and what it brought is kept before the next one: a worker that is killed loses the
request under way at most. A unit that a person touched meanwhile keeps the person's text.
"""

import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from translations.agencies import agency_id_of
from translations.engines.exceptions import EngineError, GlossaryGone
from translations.engines.protocol import Engine
from translations.enums import JobState, Waiting
from translations.exceptions import NotCleared, OverBudget
from translations.models import Edition, TranslationJob
from translations.operations import jobs
from translations.operations.asking import Asking, Cancelled
from translations.operations.paid_texts import release
from translations.operations.pauses import first_end, pause_engine, pauses_now
from translations.operations.plans import engines_for
from translations.operations.rounds import begin_round, count_progress
from translations.operations.waiting import report
from translations.worker import new_worker

POLL_SECONDS = 0.5
"""How often to look for a text that another worker is asking for."""

BUDGET_REST = timedelta(days=1)
"""How long a job rests that the month's budget does not take."""


def run_job(*, job_id: int) -> TranslationJob | None:
    """Work on a job until it is done, stopped or has to wait; say on the edition which.

    Segments without any text get the machine's; segments whose source changed keep their
    text and get the machine's beside it. Nothing approved or edited is touched. A text that
    was paid for before, on whichever page, is not sent again.

    Returns:
        The job as it ended, or None where another worker is at it or nothing is left of it.

    Raises:
        NotCleared: the edition's Vietnamese is not cleared; nothing was sent.
    """
    worker = new_worker()
    job = jobs.take_job(job_id=job_id, worker=worker)
    if job is None:
        return None
    report(edition_id=job.edition_id, waiting=Waiting.ENGINE_RUNNING)
    try:
        _work(job)
    except NotCleared:
        jobs.stop_job(job=job, state=JobState.FAILED, detail=str(NotCleared()))
        raise
    except Exception:
        # Whatever it was, the edition must not say for ever that the engine is at work.
        said = gettext("The translation broke off. Start it again.")
        jobs.stop_job(job=job, state=JobState.FAILED, detail=said)
        report(edition_id=job.edition_id, waiting=Waiting.ENGINE_FAILED, detail=said)
        raise
    finally:
        release(worker=worker)
    job.refresh_from_db()
    return job


def _work(job: TranslationJob) -> None:
    engines = engines_for(agency_id_of(Edition.objects.get(pk=job.edition_id).target))
    while True:
        turn = begin_round(job=job)
        goes_on = count_progress(job=job)
        if not turn.mine and not turn.elsewhere:
            return _end(job, JobState.DONE, Waiting.NOTHING)
        if not goes_on:
            return _end(job, JobState.CANCELLED, Waiting.NOTHING)
        if not turn.mine:
            time.sleep(POLL_SECONDS)
            continue
        if not _ask_one_of(engines, Asking(job, turn)):
            return None


def _ask_one_of(engines: Sequence[Engine], asking: Asking) -> bool:
    """Ask the first engine that answers; return whether the job goes on."""
    paused = pauses_now()
    failure: EngineError | OverBudget | None = None
    for engine in engines:
        if engine.name in paused:
            continue
        try:
            _ask(engine, asking)
        except EngineError as error:
            failure = error
            pause_engine(engine=engine.name, error=error)
            if error.may_be_paid:
                break
        except OverBudget as error:
            # The next engine may cost nothing.
            failure = error
        except Cancelled:
            _end(asking.job, JobState.CANCELLED, Waiting.NOTHING)
            return False
        else:
            return True
    _rest(asking.job, engines, failure)
    return False


def _ask(engine: Engine, asking: Asking) -> None:
    try:
        asking.ask(engine)
    except GlossaryGone:
        # It was forgotten, so that this sends it again.
        asking.ask(engine)


def _rest(job: TranslationJob, engines: Sequence[Engine], failure: EngineError | OverBudget | None) -> None:
    """Leave the job until an engine is to be asked again; the reason is the last engine's own."""
    now = pauses_now()
    pause = first_end([now[engine.name] for engine in engines if engine.name in now])
    if isinstance(failure, OverBudget):
        _end(job, JobState.PAUSED, Waiting.BUDGET, str(failure), wait=BUDGET_REST)
    elif failure is not None:
        seconds = failure.retry_after_seconds
        # What may be paid for is asked for again by a person alone: Try again, or Have all translated.
        if seconds and not failure.may_be_paid:
            wait = timedelta(seconds=seconds)
            _end(job, JobState.PAUSED, Waiting.ENGINE_FAILED, str(failure), wait=wait)
        else:
            _end(job, JobState.FAILED, Waiting.ENGINE_FAILED, str(failure))
    elif pause is not None:
        wait = pause.until - timezone.now()
        _end(job, JobState.PAUSED, Waiting.ENGINE_PAUSED, pause.reason, wait=wait)
    else:
        _end(job, JobState.FAILED, Waiting.NO_ENGINE)


def _end(job: TranslationJob, state: JobState, waiting: Waiting, detail: str = "", **wait: Any) -> None:
    jobs.stop_job(job=job, state=state, detail=detail, **wait)
    report(edition_id=job.edition_id, waiting=waiting, detail=detail)
