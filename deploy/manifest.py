"""The manifest: every public file of one release, by its path, with the hash of its bytes."""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

from deploy.digests import digests
from deploy.exceptions import CorruptManifest, InvalidEntry, InvalidKey, UnsafeFolder
from deploy.headers import cache_control, content_type
from deploy.keys import check_key

FORMAT = 1

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_HEADER = re.compile(r"[!-~](?:[ -~]*[!-~])?")


class Origin(NamedTuple):
    """The page and language a file was baked from; None for a file that has neither."""

    page: int | None
    language: str | None


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One public file.

    *key* is relative to the root of the site (``en/index.html``), *sha256* in lower-case
    hex, *size* in bytes, *page* the primary key of the page it shows.

    Raises:
        InvalidEntry: a field cannot be right; InvalidKey when it is the key.
    """

    key: str
    sha256: str
    size: int
    content_type: str
    cache_control: str
    page: int | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        check_key(self.key)
        for name, sound in (
            ("sha256", _SHA256.fullmatch(self.sha256)),
            ("size", self.size >= 0),
            ("content_type", _HEADER.fullmatch(self.content_type)),
            ("cache_control", _HEADER.fullmatch(self.cache_control)),
            ("page", self.page is None or self.page > 0),
            ("language", self.language is None or _LANGUAGE.fullmatch(self.language)),
        ):
            if not sound:
                raise InvalidEntry(f"The {name} of {self.key!r} cannot be {getattr(self, name)!r}.")

    def served_like(self, other: "FileEntry") -> bool:
        """Tell whether a reader gets the same bytes and headers from both."""
        mine = (self.key, self.sha256, self.size, self.content_type, self.cache_control)
        return mine == (other.key, other.sha256, other.size, other.content_type, other.cache_control)


class Manifest(Mapping[str, FileEntry]):
    """All files of one release by key, in the order of their keys; never changes."""

    def __init__(self, entries: Iterable[FileEntry]) -> None:
        """Collect *entries*.

        Raises:
            InvalidKey: a key comes twice, or is a file and a folder at once.
        """
        files: dict[str, FileEntry] = {}
        for entry in sorted(entries, key=lambda entry: entry.key):
            if entry.key in files:
                raise InvalidKey(f"{entry.key!r} is in the manifest twice.")
            files[entry.key] = entry
        for key in files:
            clash = next((folder for folder in _folders(key) if folder in files), None)
            if clash:
                raise InvalidKey(f"{clash!r} is a file, so {key!r} cannot be a file inside it.")
        self._files = files

    def __getitem__(self, key: str) -> FileEntry:
        return self._files[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __repr__(self) -> str:
        return f"<Manifest {self.sha256[:12]}: {len(self)} files>"

    @cached_property
    def sha256(self) -> str:
        """The hash of the canonical form: equal manifests, and only those, have equal hashes."""
        return hashlib.sha256(self.to_json()).hexdigest()

    def to_json(self) -> bytes:
        """Return the canonical form: UTF-8 JSON, sorted, without spaces, ending in a newline."""
        document = {"format": FORMAT, "files": {key: _packed(entry) for key, entry in self.items()}}
        text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return text.encode() + b"\n"

    @classmethod
    def from_json(cls, data: bytes) -> Self:
        """Read what :meth:`to_json` wrote.

        Raises:
            CorruptManifest: *data* is anything else.
        """
        files = _files(_parsed(data))
        try:
            return cls(_unpacked(key, packed) for key, packed in files.items())
        except InvalidEntry as error:
            raise CorruptManifest(f"The stored manifest cannot be trusted. {error}") from error


def build(folder: Path, *, origins: Mapping[str, Origin] | None = None) -> Manifest:
    """Describe every file of a baked *folder*, reading each once; *origins* is by key.

    Raises:
        UnsafeFolder: *folder* is not a folder, or holds a link, a device or a socket.
        InvalidEntry: a file's name or suffix has no place on the site.
    """
    known = origins or {}
    if not folder.is_dir():
        raise UnsafeFolder(f"There is no baked folder at {folder}. Bake the site first.")
    return Manifest(_described(path, key, known.get(key)) for path, key in _walk(folder, ""))


def _walk(folder: Path, prefix: str) -> Iterator[tuple[Path, str]]:
    with os.scandir(folder) as found:
        for item in sorted(found, key=lambda item: item.name):
            key = prefix + item.name
            if item.is_dir(follow_symlinks=False):
                yield from _walk(Path(item.path), key + "/")
            elif item.is_file(follow_symlinks=False):
                yield Path(item.path), key
            else:
                raise UnsafeFolder(
                    f"{key!r} in the baked folder is not a plain file. Links and devices are never published."
                )


def _described(path: Path, key: str, origin: Origin | None) -> FileEntry:
    page, language = origin or (None, None)
    check_key(key)
    kind = content_type(key)
    with path.open("rb") as stream:
        found = digests(stream)
    return FileEntry(key, found.sha256, found.size, kind, cache_control(key), page, language)


def _folders(key: str) -> Iterator[str]:
    while "/" in key:
        key = key.rpartition("/")[0]
        yield key


def _packed(entry: FileEntry) -> dict[str, Any]:
    return {name: value for name, value in asdict(entry).items() if name != "key" and value is not None}


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data.decode(), object_pairs_hook=_without_duplicates, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise CorruptManifest(
            "The stored manifest is not readable JSON. Publish the whole site again to replace it."
        ) from error


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise ValueError("a name comes twice in one object")
    return document


def _refused(constant: str) -> object:
    raise ValueError(f"{constant} is not JSON")


def _files(document: object) -> dict[str, Any]:
    if not isinstance(document, dict) or "format" not in document:
        raise CorruptManifest("The stored document is JSON but not a manifest. Publish the whole site again.")
    if document["format"] is not FORMAT:
        raise CorruptManifest(
            f"The stored manifest has format {document['format']!r}; this version reads {FORMAT}. "
            "Publish with the version that wrote it, or publish the whole site again."
        )
    files = document.get("files")
    if not isinstance(files, dict) or document.keys() != {"format", "files"}:
        raise CorruptManifest("The stored manifest has no list of files. Publish the whole site again.")
    return files


_TYPES: dict[str, type] = {
    "sha256": str,
    "size": int,
    "content_type": str,
    "cache_control": str,
    "page": int,
    "language": str,
}
_REQUIRED = {field.name for field in fields(FileEntry)} - {"key", "page", "language"}


def _unpacked(key: str, packed: object) -> FileEntry:
    if not isinstance(packed, dict) or not _REQUIRED <= packed.keys() <= _TYPES.keys():
        raise InvalidEntry(f"The entry of {key!r} does not have the fields of a file.")
    for name, value in packed.items():
        if type(value) is not _TYPES[name]:
            raise InvalidEntry(f"The {name} of {key!r} cannot be {value!r}.")
    return FileEntry(key=key, **packed)
