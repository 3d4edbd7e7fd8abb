"""The folder a bake writes to, and the hashed files in it."""

import hashlib
import re
import shutil
from pathlib import Path

from deploy.keys import check_key
from deploy.manifest import Origin

_HASH_LENGTH = 16
_UNSAFE = re.compile(r"[^a-z0-9]+")


class Output:
    """Writes files under *root* and remembers which page and language each came from."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.origins: dict[str, Origin] = {}
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)

    def write(self, key: str, data: bytes, *, page: int | None = None, language: str | None = None) -> None:
        """Write *data* as the file *key*.

        Raises:
            InvalidKey: the key leaves the folder.
        """
        check_key(key)
        path = self.root / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.origins[key] = Origin(page, language)

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
