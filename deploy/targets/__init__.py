"""Places a site is published to: one Protocol, one contract test, one module for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from deploy.manifest import FileEntry


@dataclass(frozen=True, slots=True)
class StoredObject:
    """One file as a target lists it; *size* in bytes."""

    key: str
    size: int


class Target(Protocol):
    """A public tree of files by key, and beside it a few private documents by name.

    Every method raises TargetError when the target cannot be reached or refuses, and
    InvalidKey for a key or name that leaves the tree. Methods may be called from several
    threads at once.
    """

    def read(self, key: str) -> bytes | None:
        """Return the bytes at *key*; None when there is no such file."""

    def keys(self) -> Iterator[StoredObject]:
        """List every file of the public tree, in no promised order.

        Whatever is listed can be deleted; an object that no key can name is left out.
        """

    def put(self, entry: FileEntry, source: Path) -> None:
        """Publish the bytes of *source* as *entry*; readers see the old file or the new one, whole.

        Raises:
            PublishError: *source* cannot be read, or is not what *entry* describes; the
                file at the target stays as it was.
        """

    def delete(self, keys: Sequence[str]) -> None:
        """Remove the files at *keys*; one that is not there counts as removed.

        Raises:
            PublishError: names each key that is still there, after all others were removed.
        """

    def read_state(self, name: str) -> bytes | None:
        """Return the private document *name*; None when there is none."""

    def write_state(self, name: str, data: bytes) -> None:
        """Replace the private document *name*, at once and durably."""

    def describe(self) -> str:
        """Name the target for a person, such as ``the folder /srv/site``; holds no secret."""
