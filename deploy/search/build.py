"""The verb: bring the search index in step with what was baked."""

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from deploy.search.index import index_language

FOLDER = "search"


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What came of it: how many pages can be found in each language, and the keys that changed or went."""

    pages: Mapping[str, int]
    written: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Language:
    pages: int
    written: list[str]
    removed: list[str]


def build_search(
    site: Path, output: Path, languages: Iterable[str], *, processes: int | None = None
) -> SearchIndex:
    """Write the index of the pages below ``site/<language>/`` to ``output/search/<language>/``.

    Only files whose bytes change are written, and those no longer needed are removed. The
    same pages give the same files, whatever was there before. Other languages, and one
    that cannot be read, stay as they are.

    Args:
        processes: how many languages are read at a time; as many as there are cores. With
            one, everything happens in this process.

    Raises:
        SearchError: a language has no folder, or one of its pages cannot be read.
    """
    wanted = list(dict.fromkeys(languages))
    built = dict(zip(wanted, _in_turn(site, output, wanted, processes), strict=True))
    return SearchIndex(
        pages={language: one.pages for language, one in built.items()},
        written=tuple(sorted(key for one in built.values() for key in one.written)),
        removed=tuple(sorted(key for one in built.values() for key in one.removed)),
    )


def _in_turn(site: Path, output: Path, languages: list[str], processes: int | None) -> list[_Language]:
    build = partial(_build_language, site, output)
    at_a_time = min(processes or os.cpu_count() or 1, len(languages))
    if at_a_time <= 1:
        return [build(language) for language in languages]
    # A process that is forked would share this one's connections and locks.
    with ProcessPoolExecutor(at_a_time, mp_context=get_context("spawn")) as pool:
        return list(pool.map(build, languages))


def _build_language(site: Path, output: Path, language: str) -> _Language:
    pages, files = index_language(site, language)
    root = output / FOLDER / language
    earlier = frozenset(_files(root))
    written = [name for name, data in files.items() if _write(root / name, data, known=name in earlier)]
    removed = sorted(earlier - files.keys())
    for name in removed:
        (root / name).unlink()
    prefix = f"{FOLDER}/{language}/"
    return _Language(pages, [prefix + name for name in written], [prefix + name for name in removed])


def _write(path: Path, data: bytes, *, known: bool) -> bool:
    """Write a file unless it holds *data* already; say whether it was written."""
    if known and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _files(root: Path) -> Iterator[str]:
    for folder, _folders, files in os.walk(root):
        yield from (Path(folder, name).relative_to(root).as_posix() for name in files)
