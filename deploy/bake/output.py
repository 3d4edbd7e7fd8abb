"""The folder a bake writes to, and the hashed files in it."""

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from deploy.bake.state import FileRecord
from deploy.keys import check_key

_HASH_LENGTH = 16
_UNSAFE = re.compile(r"[^a-z0-9]+")


class Output:
    """Writes files under *root*, but not one that is there already, byte for byte.

    Args:
        earlier: the files that lie there, by key.
    """

    def __init__(self, root: Path, earlier: Mapping[str, FileRecord]) -> None:
        self.root = root
        self._place = f"{root}{os.sep}"
        self._earlier = earlier
        self.hashed: dict[str, FileRecord] = {}
        root.mkdir(parents=True, exist_ok=True)

    def write(self, key: str, data: bytes) -> tuple[str, int]:
        """Write *data* as the file *key*; return its SHA-256 and size.

        Raises:
            InvalidKey: the key leaves the folder.
        """
        digest = hashlib.sha256(data).hexdigest()
        earlier = self._earlier.get(key)
        if earlier is None or earlier.sha256 != digest or self._size(key) != len(data):
            if earlier is None:
                check_key(key)
            self._put(self._place + key, data)
        return digest, len(data)

    # Plain strings: with forty thousand files the making of Path objects can be measured.
    def _put(self, path: str, data: bytes) -> None:
        try:
            stream = open(path, "wb")  # noqa: PTH123, SIM115 - plain strings; closed below
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - plain strings
            stream = open(path, "wb")  # noqa: PTH123, SIM115 - plain strings; closed below
        with stream:
            stream.write(data)

    def _size(self, key: str) -> int | None:
        try:
            return os.stat(self._place + key).st_size  # noqa: PTH116 - a plain string
        except OSError:
            return None

    def write_hashed(self, folder: str, name: str, data: bytes) -> str:
        """Write *data* under a name that changes with it; return its address, /folder/name.hash.ext."""
        stem, dot, suffix = name.rpartition(".")
        digest = hashlib.sha256(data).hexdigest()
        safe = _UNSAFE.sub("-", stem.lower()).strip("-") or "file"
        key = f"{folder}/{safe}.{digest[:_HASH_LENGTH]}{dot}{suffix}"
        if key not in self.hashed:
            self.write(key, data)
            self.hashed[key] = FileRecord(key, digest, len(data))
        return f"/{key}"

    def parts_of(self, record: FileRecord) -> dict[str, bytes]:
        """Return the marked parts of a file as it lies there; none where the file is not what it was."""
        try:
            data = (self.root / record.key).read_bytes()
        except OSError:
            return {}
        if hashlib.sha256(data).hexdigest() != record.sha256:
            return {}
        return {name: data[start : start + size] for name, start, size in record.spans}

    def remove(self, keys: Collection[str]) -> None:
        """Remove files, and the folders that they leave empty."""
        for key in keys:
            path = self.root / key
            path.unlink(missing_ok=True)
            for folder in path.parents:
                if folder == self.root or not folder.is_dir() or any(folder.iterdir()):
                    break
                folder.rmdir()

    def sweep(self, keep: Collection[str]) -> None:
        """Remove everything that is not a plain file of *keep*."""
        self.remove([key for key in _plain_files(self.root) if key not in keep])


def page_key(address: str) -> str:
    """Return the key of the page at a public address: ``/en/invest/`` is ``en/index.html`` in its folder."""
    return f"{address.strip('/')}/index.html"


def _plain_files(root: Path) -> Iterator[str]:
    """Yield the keys of the files below *root*; what a bake never makes, such as a link, is removed."""
    pending = [""]
    while pending:
        folder = pending.pop()
        for entry in os.scandir(root / folder):
            key = f"{folder}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                pending.append(f"{key}/")
            elif entry.is_file(follow_symlinks=False):
                yield key
            else:
                Path(entry.path).unlink()
