"""What the refusals of an S3 store mean for a person, by error code or HTTP status."""

from http import HTTPStatus
from types import MappingProxyType

_CREDENTIALS = (
    "the store does not accept the credentials. Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY "
    "and, when one is needed, AWS_SESSION_TOKEN."
)
_NOT_ALLOWED = (
    "these credentials may not do that. Give them the permissions listed in the page on publishing targets."
)
_NO_BUCKET = "the bucket does not exist. Create it, or correct PUBLISH_TARGET."
_WRONG_REGION = "the bucket is in another region. Set AWS_DEFAULT_REGION to the region of the bucket."
_BUSY = "the store is busy or failing. Nothing has to be repaired; publish again in a few minutes."
_DAMAGED = "the bytes were damaged on the way. Publish again; if it recurs, check the network."
_FULL = "the file or the whole store has reached its size limit. Make room, or leave the file out."

_BY_CODE = MappingProxyType(
    {
        "AccessDenied": _NOT_ALLOWED,
        "AllAccessDisabled": _NOT_ALLOWED,
        "AuthorizationHeaderMalformed": _WRONG_REGION,
        "BadDigest": _DAMAGED,
        "EntityTooLarge": _FULL,
        "ExpiredToken": _CREDENTIALS,
        "IllegalLocationConstraintException": _WRONG_REGION,
        "InternalError": _BUSY,
        "InvalidAccessKeyId": _CREDENTIALS,
        "InvalidDigest": _DAMAGED,
        "InvalidToken": _CREDENTIALS,
        "NoSuchBucket": _NO_BUCKET,
        "PermanentRedirect": _WRONG_REGION,
        "QuotaExceeded": _FULL,
        "RequestTimeTooSkewed": "the clock of this machine is wrong. Set it by a time server.",
        "ServiceUnavailable": _BUSY,
        "SignatureDoesNotMatch": _CREDENTIALS,
        "SlowDown": _BUSY,
    }
)
_BY_STATUS = MappingProxyType({301: _WRONG_REGION, 401: _CREDENTIALS, 403: _NOT_ALLOWED, 429: _BUSY})


def meaning_of(code: str, status: int = 0) -> str:
    """Return the end of a sentence: what the refusal means, and what to do.

    *code* is the store's own word (``NoSuchBucket``), *status* the HTTP status or 0.
    """
    if code in _BY_CODE:
        return _BY_CODE[code]
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"{_BUSY} If it lasts, check S3_ENDPOINT_URL."
    unknown = f"the store answered {code or status}. Ask whoever runs it what this means."
    return _BY_STATUS.get(status, unknown)
