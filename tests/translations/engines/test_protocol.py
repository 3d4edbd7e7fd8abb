import re

import pytest

from translations.engines import exceptions
from translations.engines.protocol import Batch, Job, Outcome, Refused, Result, Split, translate


def test_a_job_into_another_language_is_an_error() -> None:
    with pytest.raises(ValueError, match=re.escape("No engine translates into 'fr'; use one of en, ja, ko.")):
        Job(("Đền Trần",), "fr")  # type: ignore[arg-type] # the mistake under test


class TwoRequests:
    """An engine whose every text takes a request of its own, and whose second one fails."""

    name = "two"
    is_billed = True

    def __init__(self, error: exceptions.EngineError | None = None) -> None:
        self.error = error
        self.sent: list[Batch] = []

    def split(self, job: Job) -> Split:
        settled: dict[int, Outcome] = {0: Refused("It will not do.", "control")}
        return Split(settled, [Batch((text,), ((n,),)) for n, text in enumerate(job.texts) if n])

    def send(self, job: Job, batch: Batch) -> dict[int, Outcome]:
        self.sent.append(batch)
        if self.error and len(self.sent) == 2:
            raise self.error
        return {place: Result(f"done {place}", self.name) for (place,) in batch.positions}


def test_a_whole_job_comes_back_in_its_order_with_what_was_settled() -> None:
    outcomes = translate(TwoRequests(), Job(("a", "b", "c"), "en"))
    refused = Refused("It will not do.", "control")
    assert outcomes == [refused, Result("done 1", "two"), Result("done 2", "two")]


def test_nothing_more_is_sent_after_a_failure() -> None:
    engine = TwoRequests(exceptions.QuotaUsedUp("No more."))
    with pytest.raises(exceptions.QuotaUsedUp):
        translate(engine, Job(("a", "b", "c", "d"), "en"))
    assert len(engine.sent) == 2


@pytest.mark.parametrize(
    ("error", "code", "wait", "may_be_paid"),
    [
        (exceptions.QuotaUsedUp, "quota", 1800, False),
        (exceptions.KeyRejected, "auth", 1800, False),
        (exceptions.RateLimited, "rate", 1800, False),
        (exceptions.RequestTooLarge, "too_large", None, False),
        (exceptions.Unreachable, "unreachable", 300, False),
        (exceptions.AnswerLost, "unreachable", 300, True),
        (exceptions.ServerFailed, "server", 300, False),
        (exceptions.RequestRejected, "server", None, False),
        (exceptions.GlossaryGone, "server", 300, False),
        (exceptions.ReplyGarbled, "garbled", 300, True),
    ],
)
def test_every_failure_has_its_code_its_wait_and_its_doubt_about_the_bill(
    error: type[exceptions.EngineError], code: str, wait: int | None, may_be_paid: bool
) -> None:
    raised = error("No more.")
    assert (raised.code, raised.retry_after_seconds, raised.may_be_paid) == (code, wait, may_be_paid)
