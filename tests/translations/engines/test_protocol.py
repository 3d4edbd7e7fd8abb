import re

import pytest

from translations.engines import exceptions
from translations.engines.protocol import Job, Refused, Result


def test_a_job_into_another_language_is_an_error() -> None:
    with pytest.raises(ValueError, match=re.escape("No engine translates into 'fr'; use one of en, ja, ko.")):
        Job(("Đền Trần",), "fr")  # type: ignore[arg-type] # the mistake under test


def test_a_failure_keeps_results_and_refusals_apart() -> None:
    done, refused = Result("done", "echo"), Refused("It will not do.", "empty")
    error = exceptions.QuotaUsedUp("No more.").keeping({3: done, 1: refused})
    assert error.finished == {3: done}
    assert error.refused == {1: refused}


def test_two_failures_share_nothing() -> None:
    exceptions.QuotaUsedUp("No more.").keeping({0: Result("done", "echo")})
    assert exceptions.QuotaUsedUp("No more.").finished == {}


@pytest.mark.parametrize(
    ("error", "code", "wait"),
    [
        (exceptions.QuotaUsedUp, "quota", 1800),
        (exceptions.KeyRejected, "auth", 1800),
        (exceptions.RateLimited, "rate", 1800),
        (exceptions.RequestTooLarge, "too_large", None),
        (exceptions.Unreachable, "unreachable", 300),
        (exceptions.ServerFailed, "server", 300),
        (exceptions.RequestRejected, "server", None),
        (exceptions.ReplyGarbled, "garbled", 300),
    ],
)
def test_every_failure_has_its_code_and_its_wait(
    error: type[exceptions.EngineError], code: str, wait: int | None
) -> None:
    raised = error("No more.")
    assert (raised.code, raised.retry_after_seconds) == (code, wait)
