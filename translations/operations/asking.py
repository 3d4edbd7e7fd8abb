"""Asking one engine for what a round has claimed, request by request."""

from collections.abc import Mapping, Sequence
from itertools import chain

from django.db import transaction
from django.utils.translation import gettext

from translations.agencies import agency_id_of
from translations.engines.exceptions import EngineError, GlossaryGone
from translations.engines.protocol import Batch, Engine, Job, Outcome, Refused
from translations.exceptions import OverBudget
from translations.models import Edition, EngineRequest, TranslationJob, Unit
from translations.operations.glossary_sync import forget_glossary, synced_glossary
from translations.operations.glossary_version import engine_dictionaries, glossary_version
from translations.operations.paid_texts import TextKey, renew, settle_texts
from translations.operations.plans import budget_of
from translations.operations.requests import break_request, close_request, fail_request, open_request
from translations.operations.rounds import Round, count_progress, keep
from translations.segments.placeholders import plain


class Cancelled(Exception):
    """The job is no longer to be worked on by this worker."""


class Asking:
    """The texts of one round, and those of them that still have no answer."""

    def __init__(self, job: TranslationJob, turn: Round) -> None:
        self.job = job
        self._turn = turn
        self._agency_id = agency_id_of(turn.edition.target)
        self._glossary_version = ""
        self._left: dict[TextKey, Sequence[Unit]] = dict(turn.mine)

    def ask(self, engine: Engine) -> None:
        """Have *engine* answer what is left, and keep each answer as it comes.

        Raises:
            EngineError: a request failed; what came before it is kept.
            OverBudget: the month's budget does not take the whole; nothing more was sent.
            Cancelled: a person stopped the job.
        """
        keys = list(self._left)
        self._glossary_version, glossary = synced_glossary(
            engine=engine, version=glossary_version(), dictionaries=engine_dictionaries()
        )
        job = Job(
            tuple(self._left[key][0].source for key in keys),
            self._turn.edition.language,  # type: ignore[arg-type]  # choices of the column
            self._turn.context,
            self._turn.options.instructions,
            glossary,
        )
        split = engine.split(job)
        self._keep(engine, {keys[position]: outcome for position, outcome in split.settled.items()})
        if engine.is_billed:
            self._check_budget(job, split.batches)
        for batch in split.batches:
            if not count_progress(job=self.job):
                raise Cancelled
            renew(worker=self.job.worker)
            request = self._opened(engine, job, batch)
            answers = _answers(engine, job, batch, request)
            # The ledger says done in the moment in which the answer is kept: a killed worker loses both.
            with transaction.atomic():
                if request.outcome == "":
                    close_request(request=request, outcomes=answers)
                self._keep(engine, {keys[position]: outcome for position, outcome in answers.items()})

    def _check_budget(self, job: Job, batches: Sequence[Batch]) -> None:
        wanted = sum(_characters(job, batch) for batch in batches)
        budget = budget_of(self._agency_id)
        if not budget.takes(wanted):
            raise OverBudget(wanted=wanted, left=budget.left or 0)

    def _opened(self, engine: Engine, job: Job, batch: Batch) -> EngineRequest:
        return open_request(
            request=EngineRequest(
                edition=self._turn.edition,
                job=self.job,
                agency_id=self._agency_id,
                clearance=self._turn.clearance,
                requested_by=self.job.requested_by,
                engine=engine.name,
                glossary_version=self._glossary_version,
                language=job.language,
                texts=len(batch.texts),
                characters=_characters(job, batch),
                billed_characters=None if engine.is_billed else 0,
            )
        )

    @transaction.atomic
    def _keep(self, engine: Engine, outcomes: Mapping[TextKey, Outcome]) -> None:
        # Whoever publishes the Vietnamese meanwhile rewrites the units under this lock.
        Edition.objects.select_for_update(of=("self",)).get(pk=self.job.edition_id)
        settle_texts(language=self._turn.edition.language, outcomes=outcomes, engine=engine.name)
        for key, outcome in outcomes.items():
            keep(units=self._left.pop(key), outcome=outcome, engine=engine.name)


def _answers(engine: Engine, job: Job, batch: Batch, request: EngineRequest) -> Mapping[int, Outcome]:
    try:
        return engine.send(job, batch)
    except EngineError as error:
        fail_request(request=request, error=error)
        if isinstance(error, GlossaryGone):
            forget_glossary(engine=engine.name, remote_id=job.glossary)
        if not (error.may_be_paid and error.code == "garbled"):
            raise
    except Exception:
        break_request(request=request)
        raise
    # Asking again by itself would pay again: a person decides.
    said = gettext(
        "The engine's answer did not fit the question, and may be paid for. "
        "Write this translation by hand, or have the segment sent again."
    )
    return {position: Refused(said, "garbled") for position in chain(*batch.positions)}


def _characters(job: Job, batch: Batch) -> int:
    """Return what an engine bills for a request: the letters of each distinct text."""
    return sum(len(plain(job.texts[positions[0]])) for positions in batch.positions)
