"""The difference between two manifests, in an order in which no page links to a missing file.

New files come first and changed ones after them: until a changed page is put, nothing a
reader can reach links to a new one. Among equals, what is linked to goes before what
links to it. Removals follow at the end, in the opposite order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain, groupby

from deploy.headers import ASSET_FOLDERS, HTML
from deploy.manifest import FileEntry, Manifest


class Kind(IntEnum):
    """What a file is to its readers; a greater kind links to smaller ones."""

    ASSET = 1
    PAGE = 2
    LISTING = 3
    HOME = 4
    FEED = 5
    SITEMAP = 6
    SITEMAP_INDEX = 7
    ENTRANCE = 8


class _Phase(IntEnum):
    NEW = 1
    CHANGED = 2
    REMOVED = 3


@dataclass(frozen=True, slots=True)
class Put:
    """Write this file, whether it exists or not."""

    entry: FileEntry


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove the file at this key."""

    key: str


Step = Put | Delete


@dataclass(frozen=True, slots=True)
class Plan:
    """What turns the old site into the new one.

    The stages follow one another; the steps of one stage may run in any order or at
    once. A stage holds either puts or deletes, never both.
    """

    stages: tuple[tuple[Step, ...], ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order."""
        return tuple(chain.from_iterable(self.stages))

    @property
    def puts(self) -> tuple[FileEntry, ...]:
        """The files to write, in order."""
        return tuple(step.entry for step in self.steps if isinstance(step, Put))

    @property
    def deletes(self) -> tuple[str, ...]:
        """The keys to remove, in order."""
        return tuple(step.key for step in self.steps if isinstance(step, Delete))

    @property
    def is_empty(self) -> bool:
        """True when the site is already as it should be."""
        return not self.stages


def plan(old: Manifest | None, new: Manifest) -> Plan:
    """Return the steps from *old* (None: nothing published yet) to *new*.

    A file whose bytes and headers stay is not touched, even when the page it came from
    is another one.
    """
    before = old if old is not None else Manifest(())
    ranked = [*_puts(before, new), *_deletes(before, new)]
    ranked.sort(key=lambda pair: (pair[0], _key(pair[1])))
    stages = groupby(ranked, key=lambda pair: pair[0])
    return Plan(tuple(tuple(step for _, step in stage) for _, stage in stages))


_Rank = tuple[_Phase, int, int]


def _puts(old: Manifest, new: Manifest) -> Iterator[tuple[_Rank, Step]]:
    parents = _parents(new)
    for key, entry in new.items():
        known = old.get(key)
        if known is None or not entry.served_like(known):
            phase = _Phase.NEW if known is None else _Phase.CHANGED
            kind = _kind(entry, parents)
            yield (phase, kind, _height(key, kind)), Put(entry)


def _deletes(old: Manifest, new: Manifest) -> Iterator[tuple[_Rank, Step]]:
    parents = _parents(old)
    for key in old.keys() - new.keys():
        kind = _kind(old[key], parents)
        yield (_Phase.REMOVED, -kind, -_height(key, kind)), Delete(key)


def _height(key: str, kind: Kind) -> int:
    # A listing of listings links to the ones below it, so the deepest goes first.
    return -key.count("/") if kind is Kind.LISTING else 0


def _kind(entry: FileEntry, parents: frozenset[str]) -> Kind:
    folder, _, name = entry.key.rpartition("/")
    if entry.key.split("/", 1)[0] in ASSET_FOLDERS:
        return Kind.ASSET
    if entry.content_type == HTML:
        return _kind_of_page(folder, name, parents)
    return _kind_of_data(name)


def _kind_of_page(folder: str, name: str, parents: frozenset[str]) -> Kind:
    if name != "index.html":
        return Kind.PAGE
    if not folder:
        return Kind.ENTRANCE
    if "/" not in folder:
        return Kind.HOME
    return Kind.LISTING if folder in parents else Kind.PAGE


def _kind_of_data(name: str) -> Kind:
    if not name.endswith((".xml", ".rss", ".json", ".txt")):
        return Kind.ASSET
    if name.startswith("sitemap"):
        return Kind.SITEMAP_INDEX if name == "sitemap.xml" else Kind.SITEMAP
    return Kind.ENTRANCE if name.endswith(".txt") else Kind.FEED


def _parents(manifest: Iterable[str]) -> frozenset[str]:
    folders = (key.rpartition("/")[0] for key in manifest)
    return frozenset(folder.rpartition("/")[0] for folder in folders)


def _key(step: Step) -> str:
    return step.entry.key if isinstance(step, Put) else step.key
