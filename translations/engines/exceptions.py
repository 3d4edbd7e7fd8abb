"""Why an engine could not finish a job."""

from typing import ClassVar, Literal

Code = Literal["quota", "auth", "rate", "too_large", "unreachable", "server", "garbled"]

HALF_AN_HOUR = 30 * 60
FIVE_MINUTES = 5 * 60


class EngineError(Exception):
    """The message is a whole sentence or two: what happened and what to do.

    *code* is the slug the database keeps. *retry_after_seconds* is how long to leave the
    engine alone, None when waiting alone does not help. *may_be_paid* tells whether the
    vendor may have billed the request although nothing of it can be kept: to send it
    again may then pay twice, so a person decides.
    """

    code: ClassVar[Code] = "server"
    may_be_paid: bool = False
    retry_after_seconds: int | None = None


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
    """No connection came about: nothing was sent."""

    code = "unreachable"
    retry_after_seconds = FIVE_MINUTES


class AnswerLost(Unreachable):
    """The request may have arrived, and no whole answer came back in time."""

    may_be_paid = True


class ServerFailed(EngineError):
    code = "server"
    retry_after_seconds = FIVE_MINUTES


class RequestRejected(EngineError):
    """The engine understood the request and will not serve it; only a person can change that."""

    code = "server"


class GlossaryGone(EngineError):
    """The vendor does not hold the job's glossary any more; have it kept again, then send the job again."""

    code = "server"
    retry_after_seconds = FIVE_MINUTES


class ReplyGarbled(EngineError):
    code = "garbled"
    retry_after_seconds = FIVE_MINUTES
    may_be_paid = True
