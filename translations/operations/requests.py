"""The ledger: each request to an engine is on record before it leaves."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from translations.engines.exceptions import EngineError
from translations.engines.protocol import Outcome
from translations.exceptions import OverBudget
from translations.models import EngineRequest, TranslationJob
from translations.operations.plans import budget_of


@transaction.atomic
def open_request(*, request: EngineRequest) -> EngineRequest:
    """Record *request* as under way, if the month's budget takes it.

    Its characters count from now on, so two workers cannot spend the same budget. One whose
    bill is known to be nothing is not held against it.

    Raises:
        OverBudget: it would exceed the budget; nothing may be sent.
    """
    budget = budget_of(request.agency_id, locked=True)
    if request.billed_characters is None and not budget.takes(request.characters):
        raise OverBudget(wanted=request.characters, left=budget.left or 0)
    request.save()
    return request


def close_request(*, request: EngineRequest, outcomes: Mapping[int, Outcome]) -> None:
    """Record that the engine answered, and what it billed."""
    billed = [outcome.billed_characters for outcome in outcomes.values()]
    known = [characters for characters in billed if characters is not None]
    _close(request, "done", "", sum(known) if known else None)


def fail_request(*, request: EngineRequest, error: EngineError) -> None:
    """Record why the engine did not answer; what surely was not paid for counts as nothing."""
    _close(request, error.code, str(error), request.billed_characters if error.may_be_paid else 0)


def break_request(*, request: EngineRequest) -> None:
    """Record that our own side broke off."""
    _close(request, "broken", "", request.billed_characters)


def lose_requests(*, job: TranslationJob) -> None:
    """Record of the requests under way that nobody will read their answers: the worker is gone."""
    EngineRequest.objects.filter(job=job, outcome="").update(outcome="lost", answered_at=timezone.now())


def _close(request: EngineRequest, outcome: str, detail: str, billed: int | None) -> None:
    request.outcome, request.detail, request.billed_characters = outcome, detail, billed
    request.answered_at = timezone.now()
    request.save(update_fields=["outcome", "detail", "billed_characters", "answered_at"])
