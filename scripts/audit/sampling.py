"""Which pages are looked at: of every kind and language one, found from what the bake knows of its files.

Nothing is listed by name, so that a new kind of page is looked at as soon as the demonstration holds one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from content.embeds import FOLDER as EMBEDS
from deploy.bake.facts import PageFacts
from deploy.bake.state import FileRecord
from media.multilingual import LANGUAGES

NO_LANGUAGE = "–"
"""Stands for the language of a page that leads into all of them."""

_INDEX = "index.html"
_NARROWED = "narrowed"


@dataclass(frozen=True, slots=True)
class Sample:
    """One page that is looked at; *key* is its file in the baked folder."""

    kind: str
    language: str
    key: str

    @property
    def path(self) -> str:
        """The address on the site, from the first slash on."""
        return "/" + (self.key.removesuffix(_INDEX) if PurePosixPath(self.key).name == _INDEX else self.key)


def samples(files: Iterable[FileRecord], kinds: Mapping[int, str]) -> list[Sample]:
    """Return one page of every kind in every language: the largest, and that page's other editions.

    Args:
        files: the HTML files of the site, without those that lead elsewhere.
        kinds: the kind of each page by primary key, as `kind_of` names it.
    """
    groups: dict[str, dict[str, list[FileRecord]]] = {}
    for kind, record in _by_kind(list(files), kinds):
        groups.setdefault(kind, {}).setdefault(record.language or NO_LANGUAGE, []).append(record)
    return [
        Sample(kind, language, record.key)
        for kind, editions in sorted(groups.items())
        for language, record in _chosen(editions)
    ]


def kind_of(facts: PageFacts) -> str:
    """Return the kind of a page in words: its model, and for a directory what it lists."""
    return f"{_plain(facts.kind)} of {_plain(facts.lists)}" if facts.lists else _plain(facts.kind)


def _by_kind(files: list[FileRecord], kinds: Mapping[int, str]) -> Iterator[tuple[str, FileRecord]]:
    folders: dict[PurePosixPath, int] = {}
    for record in files:
        if record.page is not None:
            folders[PurePosixPath(record.key).parent] = record.page
            yield kinds.get(record.page, "page"), record
    seen: set[str] = set()
    # An entrance before the same page under another name.
    for record in sorted(files, key=lambda one: (PurePosixPath(one.key).name != _INDEX, one.key)):
        if record.page is None and record.sha256 not in seen and not _is_card(record.key):
            seen.add(record.sha256)
            yield _kind_beside(record, folders, kinds), record


def _is_card(key: str) -> bool:
    """Whether a file is a card for a frame on another site: no page by itself, without heading or menu."""
    return PurePosixPath(key).parts[1:2] == (EMBEDS,)


def _kind_beside(record: FileRecord, folders: Mapping[PurePosixPath, int], kinds: Mapping[int, str]) -> str:
    """Return the kind of a file that is no page of the tree: after the page beside it, or after its name."""
    path = PurePosixPath(record.key)
    for folder in path.parents:
        # What lies below the home page in a language belongs to the whole site.
        if folder in folders and len(folder.parts) > 1:
            name = path.relative_to(folder).parts[0]
            # The pages of a facet are called after its name and a value.
            return f"{kinds[folders[folder]]}, {_NARROWED if '-' in name else name}"
    if record.key == _INDEX:
        return "root"
    return path.parts[1 if record.language else 0].removesuffix(".html")


def _plain(model: str) -> str:
    return model.rpartition(".")[2].removesuffix("page")


def _chosen(editions: Mapping[str, list[FileRecord]]) -> Iterator[tuple[str, FileRecord]]:
    languages = [language for language in (*LANGUAGES, NO_LANGUAGE) if language in editions]
    first = _largest(editions[languages[0]])
    for language in languages:
        same = [one for one in editions[language] if one.page == first.page]
        yield language, _largest(same or editions[language])


def _largest(records: list[FileRecord]) -> FileRecord:
    return max(records, key=lambda one: (one.size, one.key))
