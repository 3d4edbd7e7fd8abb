"""What DeepL's refusals mean for a job. The vendor's own words may hold the key or a text; ours do not."""

from collections.abc import Iterator

from translations.engines.exceptions import (
    AnswerLost,
    EngineError,
    GlossaryGone,
    KeyRejected,
    QuotaUsedUp,
    RateLimited,
    RequestRejected,
    RequestTooLarge,
    ServerFailed,
    Unreachable,
)
from translations.sentences import gettext_noop

_CHECK_KEY = gettext_noop("DeepL did not accept the key; check DEEPL_AUTH_KEY.")
_CHECK_ADDRESS = gettext_noop("There is no DeepL at this address; check DEEPL_SERVER_URL.")
_TOO_LARGE = gettext_noop(
    "DeepL found the request too large; split the longest paragraphs and publish again."
)
_TOO_MANY = gettext_noop("DeepL received too many requests; translation goes on when it accepts them again.")
_OVERLOADED = gettext_noop("DeepL is overloaded; translation goes on when it accepts requests again.")
_QUOTA = gettext_noop(
    "The DeepL quota of this billing period is used up; raise the limit in the DeepL account "
    "or wait for the next period."
)
_UNREACHABLE = gettext_noop(
    "DeepL could not be reached; check the network and DEEPL_SERVER_URL, then translate again."
)
_LOST = gettext_noop(
    "DeepL did not answer in time, or its answer broke off, so the request may have been billed; "
    "check the network, then translate again."
)
_GLOSSARY_GONE = gettext_noop(
    "DeepL does not hold our glossary any more; it is sent again with the next translation."
)
_REJECTED = (
    "DeepL rejected the request with HTTP status {}; check that the plan of DEEPL_AUTH_KEY "
    "covers Vietnamese to English, Japanese and Korean."
)
GARBLED = (
    "DeepL's reply to a request did not fit the question and was thrown away, although it may "
    "have been billed; translate again."
)
REORDERED = (
    "DeepL's reply to a request seems to hold its texts in another order and was thrown away, although "
    "it was billed; translate again."
)
TOO_MANY_INSTRUCTIONS = (
    "DeepL takes at most {most} instructions of at most {longest} characters, and this page has others; "
    "shorten or delete some of its instructions for engines, then translate again."
)
_NOT_FOUND = 404
_SERVER_ERRORS = 500
_FAILURES: dict[int, tuple[type[EngineError], str]] = {
    401: (KeyRejected, _CHECK_KEY),
    403: (KeyRejected, _CHECK_KEY),
    404: (RequestRejected, _CHECK_ADDRESS),
    413: (RequestTooLarge, _TOO_LARGE),
    429: (RateLimited, _TOO_MANY),
    456: (QuotaUsedUp, _QUOTA),
    529: (RateLimited, _OVERLOADED),
}
# urllib3's and requests' names for what happens before a request is written. They are known
# by name because this product imports neither.
_BEFORE_SENDING = frozenset(
    {
        "ConnectTimeout",
        "ConnectTimeoutError",
        "InvalidSchema",
        "InvalidURL",
        "LocationParseError",
        "MissingSchema",
        "NameResolutionError",
        "NewConnectionError",
        "ProxyError",
        "SSLCertVerificationError",
    }
)


def of_status(status: int, *, glossary: bool) -> EngineError:
    """Return what an HTTP *status* means; *glossary* tells whether DeepL missed one of ours."""
    if glossary:
        return GlossaryGone(_GLOSSARY_GONE)
    if status in _FAILURES:
        kind, sentence = _FAILURES[status]
        return kind(sentence)
    if status >= _SERVER_ERRORS:
        return ServerFailed(f"DeepL failed with HTTP status {status}; translate again later.")
    return RequestRejected(_REJECTED.format(status))


def of_connection(error: BaseException) -> EngineError:
    """Return what the client's *error* without any HTTP status means.

    Without a sign that nothing was sent, it may have been, and paid.
    """
    if any(type(one).__name__ in _BEFORE_SENDING for one in _chain(error)):
        return Unreachable(_UNREACHABLE)
    return AnswerLost(_LOST)


def is_worth_another_try(status: int) -> bool:
    """Tell whether the same request may be served soon: too many requests, or a fault of the server."""
    return status == 429 or status >= _SERVER_ERRORS  # noqa: PLR2004 (HTTP's "too many requests")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield *error* and what it wraps; not its context, which may belong to an earlier try."""
    yield error
    for inner in (error.__cause__, getattr(error, "reason", None), *error.args):
        if isinstance(inner, BaseException):
            yield from _chain(inner)
