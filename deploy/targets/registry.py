"""From the address of a target to the target itself."""

import re
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from deploy.exceptions import TargetError
from deploy.targets import Target
from deploy.targets.folder import FolderTarget
from deploy.targets.s3 import S3Target

_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]")
_PREFIX_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
_MAX_PREFIX = 100


def open_target(address: str, *, s3_endpoint_url: str = "") -> Target:
    """Open the target at *address*: ``file:///folder`` or ``s3://bucket/prefix``.

    *s3_endpoint_url* is the address of a store other than AWS.

    Raises:
        TargetError: the address cannot be right, or the target is not there or refuses.
    """
    parts = _split(address)
    if parts.scheme == "file":
        return FolderTarget.open(_folder(parts))
    if parts.scheme == "s3":
        return S3Target.open(_bucket(parts), _prefix(parts), endpoint_url=_endpoint(s3_endpoint_url))
    raise TargetError(
        "The address of the publishing target must begin with file:/// or s3://, "
        "such as file:///srv/portal/site or s3://bucket/prefix."
    )


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise TargetError(
            "The address of the publishing target cannot be read. Write it like s3://bucket/prefix."
        ) from error
    if "@" in parts.netloc:
        raise TargetError(
            "The address of the publishing target holds credentials. "
            "Give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead."
        )
    if parts.query or parts.fragment:
        raise TargetError("The address of the publishing target has a '?' or '#' part. Leave it out.")
    return parts


def _folder(parts: SplitResult) -> Path:
    path = Path(unquote(parts.path))
    if parts.netloc or not path.name or not path.is_absolute() or "\0" in str(path):
        raise TargetError(
            "A folder is written with three slashes and a full path, such as file:///srv/portal/site."
        )
    return path


def _bucket(parts: SplitResult) -> str:
    if not _BUCKET.fullmatch(parts.netloc):
        raise TargetError(
            f"{parts.netloc!r} cannot be the name of a bucket. Write the target like s3://bucket/prefix."
        )
    return parts.netloc


def _prefix(parts: SplitResult) -> str:
    prefix = parts.path.removeprefix("/").removesuffix("/")
    sound = all(_PREFIX_PART.fullmatch(part) for part in prefix.split("/")) and len(prefix) <= _MAX_PREFIX
    if prefix and not sound:
        raise TargetError(
            f"{prefix!r} cannot be a prefix: use letters, digits, '-', '_' and '.', "
            f"single slashes, and at most {_MAX_PREFIX} characters."
        )
    return prefix


def _endpoint(url: str) -> str:
    if "@" in url:
        raise TargetError(
            "S3_ENDPOINT_URL holds credentials. "
            "Give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead."
        )
    return url
