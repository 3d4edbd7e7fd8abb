"""A folder on this machine as a publishing target.

The public tree is the folder itself; private documents and half-written files live in a
sibling, ``<folder>.state``, on the same file system, so a finished file is moved into
place in one step.
"""

import os
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Self

from deploy.digests import digests
from deploy.exceptions import InvalidKey, PublishError, TargetError
from deploy.keys import check_location, is_location
from deploy.manifest import FileEntry
from deploy.targets import StoredObject
from deploy.targets.sources import opened, require_match

_INCOMING = ".incoming"
_ABANDONED_AFTER = 3600  # seconds


class FolderTarget:
    """Publishes into the folder *site*; use :meth:`open`."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._state = site.with_name(site.name + ".state")
        self._incoming = self._state / _INCOMING

    @classmethod
    def open(cls, site: Path) -> Self:
        """Return the target at *site*, making its folders when they are missing.

        Raises:
            TargetError: they cannot be made, or a file cannot be moved between them.
        """
        target = cls(site.resolve())
        with target._sentences("cannot be used"):
            target._site.mkdir(parents=True, exist_ok=True)
            target._state.mkdir(mode=0o700, exist_ok=True)
            target._incoming.mkdir(exist_ok=True)
            if target._site.stat().st_dev != target._state.stat().st_dev:
                raise TargetError(
                    f"{target._site} and {target._state} are on two file systems, so files cannot be moved "
                    f"into place at once. Publish to a folder inside the mount, such as {target._site}/site."
                )
        return target

    def describe(self) -> str:
        """See :class:`deploy.targets.Target`."""
        return f"the folder {self._site}"

    def read(self, key: str) -> bytes | None:
        """See :class:`deploy.targets.Target`."""
        return self._read(self._path(self._site, key))

    def keys(self) -> Iterator[StoredObject]:
        """See :class:`deploy.targets.Target`; links are listed, not followed."""
        with self._sentences("cannot be listed"):
            yield from (found for found in self._listed(self._site, "") if is_location(found.key))

    def put(self, entry: FileEntry, source: Path) -> None:
        """See :class:`deploy.targets.Target`."""

        def copy(into: BinaryIO) -> None:
            with opened(entry, source) as stream:
                require_match(entry, digests(stream, into))

        self._replace(self._path(self._site, entry.key), copy)

    def delete(self, keys: Sequence[str]) -> None:
        """See :class:`deploy.targets.Target`; folders left empty go too."""
        paths = {key: self._path(self._site, key) for key in keys}
        failures: dict[str, str] = {}
        for key, path in paths.items():
            try:
                with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
                    path.unlink()
            except OSError as error:
                failures[key] = f"The file cannot be removed ({error.strerror}). Check who owns it."
            else:
                self._prune(path.parent)
        if failures:
            raise PublishError(failures)

    def read_state(self, name: str) -> bytes | None:
        """See :class:`deploy.targets.Target`."""
        return self._read(self._state_path(name))

    def write_state(self, name: str, data: bytes) -> None:
        """See :class:`deploy.targets.Target`; also clears what killed runs left half-written."""
        self._replace(self._state_path(name), lambda into: into.write(data))
        self._sweep()

    def _path(self, root: Path, key: str) -> Path:
        check_location(key)
        path = root / key
        with self._sentences(f"cannot hold {key!r}"):
            if not path.parent.resolve().is_relative_to(root):
                raise InvalidKey(f"{key!r} leads out of {root} through a link. Remove the link.")
        return path

    def _state_path(self, name: str) -> Path:
        if name.startswith("."):
            raise InvalidKey(f"{name!r} cannot name a private document. Begin it with a letter.")
        return self._path(self._state, name)

    def _read(self, path: Path) -> bytes | None:
        with self._sentences(f"does not let {path.name} be read"):
            try:
                with open(path, "rb", opener=_without_following) as stream:
                    return stream.read()
            except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
                return None

    def _listed(self, folder: Path, prefix: str) -> Iterator[StoredObject]:
        with os.scandir(folder) as found:
            for item in found:
                if item.is_dir(follow_symlinks=False):
                    yield from self._listed(Path(item.path), f"{prefix}{item.name}/")
                else:
                    yield StoredObject(prefix + item.name, item.stat(follow_symlinks=False).st_size)

    def _replace(self, path: Path, write: Callable[[BinaryIO], object]) -> None:
        incoming = self._incoming / secrets.token_hex(16)
        with self._sentences(f"cannot take {path.name}"):
            try:
                with incoming.open("xb") as stream:
                    write(stream)
                    stream.flush()
                    os.fsync(stream.fileno())
                path.parent.mkdir(parents=True, exist_ok=True)
                incoming.replace(path)
            except BaseException:
                incoming.unlink(missing_ok=True)
                raise
            _settle(path.parent)

    def _prune(self, folder: Path) -> None:
        with suppress(OSError):
            while folder != self._site:
                folder.rmdir()
                folder = folder.parent

    def _sweep(self) -> None:
        oldest = time.time() - _ABANDONED_AFTER
        for path in self._incoming.iterdir():
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    @contextmanager
    def _sentences(self, what: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise TargetError(
                f"The folder {self._site} {what} ({error.strerror}). "
                "Check that it exists, has room, and belongs to the user who publishes."
            ) from error


def _without_following(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW)


def _settle(folder: Path) -> None:
    # A rename survives a power cut only once its folder is written too.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
