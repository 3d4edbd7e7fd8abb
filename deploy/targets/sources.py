"""Making sure that what is sent is what the manifest describes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from deploy.digests import Digests
from deploy.exceptions import PublishError
from deploy.manifest import FileEntry


@contextmanager
def opened(entry: FileEntry, source: Path) -> Iterator[BinaryIO]:
    """Open *source* for reading.

    Raises:
        PublishError: it cannot be opened.
    """
    try:
        stream = source.open("rb")
    except OSError as error:
        reason = f"The baked file cannot be read ({error.strerror}). Bake the site again."
        raise PublishError({entry.key: reason}) from error
    with stream:
        yield stream


def require_match(entry: FileEntry, found: Digests) -> None:
    """Refuse bytes other than those of *entry*.

    Raises:
        PublishError: the size or the hash differs.
    """
    if (found.sha256, found.size) != (entry.sha256, entry.size):
        reason = "The baked file is not the one in the manifest; it changed since. Bake the site again."
        raise PublishError({entry.key: reason})
