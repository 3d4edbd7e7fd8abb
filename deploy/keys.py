"""The rules of a key: the path of one public file, relative to the root of the site."""

import unicodedata

from deploy.exceptions import InvalidKey

RESERVED_FOLDER = ".portal"
"""Holds the publisher's own documents in a store that has no other place for them."""

MAX_KEY_BYTES = 900
"""S3 allows 1,024 bytes with the prefix of the target."""

MAX_SEGMENT_BYTES = 255
"""The usual limit of file systems for one name."""


def check_location(key: str) -> None:
    """Refuse a key that does not name a place inside the public tree.

    Raises:
        InvalidKey: *key* is empty, absolute, climbs (``..``), has an empty part, or lies
            in the reserved folder.
    """
    segments = key.split("/")
    if not key or key.startswith("/"):
        raise InvalidKey(f"{key!r} is not a relative path. A key looks like en/index.html.")
    if any(segment in ("", ".", "..") for segment in segments) or "\0" in key:
        raise InvalidKey(f"{key!r} does not stay inside the site. Name the file without '.', '..' or '//'.")
    if segments[0] == RESERVED_FOLDER:
        raise InvalidKey(f"{key!r} lies in {RESERVED_FOLDER}/, which is kept for the publisher itself.")


def is_location(key: str) -> bool:
    """Tell whether :func:`check_location` accepts *key*."""
    try:
        check_location(key)
    except InvalidKey:
        return False
    return True


def check_key(key: str) -> None:
    """Refuse a key that some target could not store, or would store under another name.

    Raises:
        InvalidKey: see :func:`check_location`; also not NFC, not printable, with a
            backslash, or too long.
    """
    check_location(key)
    if not key.isprintable() or "\\" in key:
        raise InvalidKey(f"{key!r} has a character that cannot be part of an address. Rename the file.")
    if not unicodedata.is_normalized("NFC", key):
        raise InvalidKey(f"{key!r} is not in Unicode form NFC. Rename the file in that form.")
    longest = max(len(segment.encode()) for segment in key.split("/"))
    if len(key.encode()) > MAX_KEY_BYTES or longest > MAX_SEGMENT_BYTES:
        raise InvalidKey(
            f"{key!r} is too long: {MAX_KEY_BYTES} bytes in all and {MAX_SEGMENT_BYTES} for each part are "
            "the limits. Shorten the address."
        )
