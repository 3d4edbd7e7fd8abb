"""Which pages are looked at: of every kind and language one, found from what the bake knows of its files.

Nothing is listed by name, so that a new kind of page is looked at as soon as the demonstration holds one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from deploy.bake.state import FileRecord
from media.multilingual import LANGUAGES

NO_LANGUAGE = "–"
"""Stands for the language of a page that leads into all of them."""

_INDEX = "index.html"


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
        kinds: the model of each page, such as ``content.articlepage``, by primary key.
    """
    groups: dict[str, dict[str, list[FileRecord]]] = {}
    for kind, record in _by_kind(files, kinds):
        groups.setdefault(kind, {}).setdefault(record.language or NO_LANGUAGE, []).append(record)
    return [
        Sample(kind, language, record.key)
        for kind, editions in sorted(groups.items())
        for language, record in _chosen(editions)
    ]


def _by_kind(files: Iterable[FileRecord], kinds: Mapping[int, str]) -> Iterator[tuple[str, FileRecord]]:
    seen: set[str] = set()
    owned: dict[tuple[int, str | None], list[FileRecord]] = {}
    for record in sorted(files, key=_own_before_further):
        if record.page is not None:
            owned.setdefault((record.page, record.language), []).append(record)
        elif record.sha256 not in seen:
            yield _name_of(record), record
        seen.add(record.sha256)
    for (page, _language), records in owned.items():
        kind = _plain(kinds.get(page, ""))
        yield kind, records[0]
        # Further files of a page are pages of their own look, such as a list that is narrowed down.
        yield from ((f"{kind}, part", record) for record in records[1:])


def _own_before_further(record: FileRecord) -> tuple[bool, int, str]:
    return PurePosixPath(record.key).name != _INDEX, len(record.key), record.key


def _plain(model: str) -> str:
    return model.rpartition(".")[2].removesuffix("page")


def _name_of(record: FileRecord) -> str:
    if record.key == _INDEX:
        return "root"
    parts = PurePosixPath(record.key).parts
    return parts[1 if record.language else 0].removesuffix(".html")


def _chosen(editions: Mapping[str, list[FileRecord]]) -> Iterator[tuple[str, FileRecord]]:
    languages = [language for language in (*LANGUAGES, NO_LANGUAGE) if language in editions]
    first = _largest(editions[languages[0]])
    for language in languages:
        same = [one for one in editions[language] if one.page == first.page]
        yield language, _largest(same or editions[language])


def _largest(records: list[FileRecord]) -> FileRecord:
    return max(records, key=lambda one: (one.size, one.key))
