"""The folder a bake writes to, and the hashed files in it."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from deploy.keys import check_key
from deploy.manifest import Origin

_HASH_LENGTH = 16
_UNSAFE = re.compile(r"[^a-z0-9]+")


class Output:
    """Writes files under *root* and remembers which page and language each came from.

    What an earlier bake left there is used where it is the same, byte for byte: most pages
    do not change from bake to bake, and removing thousands of files takes as long as
    rendering them. ``finish`` removes the rest.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.origins: dict[str, Origin] = {}
        root.mkdir(parents=True, exist_ok=True)
        self._earlier = frozenset(_plain_files(root))

    def write(self, key: str, data: bytes, *, page: int | None = None, language: str | None = None) -> None:
        """Write *data* as the file *key*.

        Raises:
            InvalidKey: the key leaves the folder.
        """
        check_key(key)
        path = self.root / key
        if key not in self._earlier or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        self.origins[key] = Origin(page, language)

    def finish(self) -> None:
        """Remove what an earlier bake left and this one did not write."""
        for key in self._earlier - self.origins.keys():
            (self.root / key).unlink()
        for folder, _folders, _files in os.walk(self.root, topdown=False):
            if not any(Path(folder).iterdir()):
                Path(folder).rmdir()

    def write_hashed(self, folder: str, name: str, data: bytes) -> str:
        """Write *data* under a name that changes with it; return its address, /folder/name.hash.ext."""
        stem, dot, suffix = name.rpartition(".")
        digest = hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]
        safe = _UNSAFE.sub("-", stem.lower()).strip("-") or "file"
        key = f"{folder}/{safe}.{digest}{dot}{suffix}"
        if key not in self.origins:
            self.write(key, data)
        return f"/{key}"


def page_key(address: str) -> str:
    """Return the key of the page at a public address: ``/en/invest/`` is ``en/index.html`` in its folder."""
    return f"{address.strip('/')}/index.html"


def _plain_files(root: Path) -> Iterator[str]:
    """Yield the keys of the files below *root*; what a bake never makes, such as a link, is removed."""
    for folder, folders, files in os.walk(root):
        for path in (Path(folder, name) for name in (*folders, *files)):
            if path.is_symlink() or not (path.is_dir() or path.is_file()):
                path.unlink()
            elif path.is_file():
                yield path.relative_to(root).as_posix()
