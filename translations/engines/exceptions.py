"""Why an engine could not finish a job."""

from typing import ClassVar, Literal

Code = Literal["quota", "auth", "rate", "too_large", "unreachable", "server", "garbled"]

HALF_AN_HOUR = 30 * 60
FIVE_MINUTES = 5 * 60


class EngineError(Exception):
    """The message is a whole sentence or two: what happened and what to do.

    *code* is the slug the database keeps. *retry_after_seconds* is how long to leave the
    engine alone, None when waiting alone does not help. *may_be_paid*: the engine may have
    translated and billed what did not arrive, so that asking again may pay again.
    """

    code: ClassVar[Code] = "server"
    retry_after_seconds: int | None = None
    may_be_paid: ClassVar[bool] = False


class QuotaUsedUp(EngineError):
    code = "quota"
    retry_after_seconds = HALF_AN_HOUR


class KeyRejected(EngineError):
    code = "auth"
    retry_after_seconds = HALF_AN_HOUR


class RateLimited(EngineError):
    code = "rate"
    retry_after_seconds = HALF_AN_HOUR


class RequestTooLarge(EngineError):
    code = "too_large"


class Unreachable(EngineError):
    code = "unreachable"
    retry_after_seconds = FIVE_MINUTES


class ServerFailed(EngineError):
    code = "server"
    retry_after_seconds = FIVE_MINUTES


class RequestRejected(EngineError):
    """The engine understood the request and will not serve it; only a person can change that."""

    code = "server"


class ReplyGarbled(EngineError):
    code = "garbled"
    may_be_paid = True
    retry_after_seconds = FIVE_MINUTES
