"""The index of one language: its files, made of its baked pages.

- ``index.json``: how many pages there are, and how the rest is divided;
- ``pages/<n>.json``: the addresses of 256 pages, in the order of their numbers;
- ``facets.json``: ``{facet: {value: postings}}``, by which readers narrow what was found;
- ``words/<shard>.json``: ``{folded token: {token as written: postings}}``, or only the
  postings where a token is written as it is folded.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from deploy.search.exceptions import NothingBaked
from deploy.search.extraction import PageText, page_text, published
from deploy.search.folding import fold, plain, tokens
from deploy.search.postings import posting, score

VERSION = 1
PAGES_A_FILE = 256
SHARD_BYTES = 16_384
"""About how large a file of words is: what a reader loads for one word."""
PREFIX = 4
"""Words with the same first letters, this many, lie in the same file, so beginnings can be searched."""

_SPACED_SYLLABLES = frozenset({"vi"})
_IN_HEADING = 2
_IN_TITLE = 16


@lru_cache(maxsize=65_536)
def _posting(distance: int, weight: int) -> bytes:
    return posting(distance, score(weight)).encode()


class _Entry:
    """The postings of one token so far, and the page the last of them names."""

    __slots__ = ("last", "written")

    def __init__(self, last: int, written: bytes) -> None:
        self.last = last
        self.written = bytearray(written)


class LanguageIndex:
    """Collects the words of pages that are added in the order of their numbers."""

    def __init__(self, language: str) -> None:
        self._pairs = language in _SPACED_SYLLABLES
        self._addresses: list[str] = []
        self._entries: dict[str, _Entry] = {}
        self._facets: dict[str, dict[str, _Entry]] = {}

    def add(self, address: str, text: PageText) -> None:
        """Add a page; it takes the next number."""
        self._addresses.append(address)
        number = len(self._addresses)
        for token, weight in self._weights(text).items():
            _note(self._entries, token, number, weight)
        for facet, value in dict.fromkeys(text.facets):
            _note(self._facets.setdefault(facet, {}), value, number, 1)

    def _weights(self, text: PageText) -> Counter[str]:
        weights = Counter(tokens(plain(text.body), pairs=self._pairs))
        for part, weight in ((text.headings, _IN_HEADING), (text.title, _IN_TITLE)):
            for token in set(tokens(plain(part), pairs=self._pairs)):
                weights[token] += weight
        return weights

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield (key below the language's folder, content)."""
        size = sum(len(token) + len(entry.written) for token, entry in self._entries.items())
        count = _power_of_two(size // SHARD_BYTES)
        for number, words in enumerate(self._shards(count)):
            yield f"words/{number}.json", _json(words)
        for start in range(0, len(self._addresses), PAGES_A_FILE):
            yield f"pages/{start // PAGES_A_FILE}.json", _json(self._addresses[start : start + PAGES_A_FILE])
        facets = {facet: _values(entries) for facet, entries in self._facets.items()}
        yield "facets.json", _json(facets)
        yield (
            "index.json",
            _json(
                {
                    "version": VERSION,
                    "pages": len(self._addresses),
                    "pagesAFile": PAGES_A_FILE,
                    "shards": count,
                    "prefix": PREFIX,
                    "pairs": self._pairs,
                }
            ),
        )

    def _shards(self, count: int) -> list[dict[str, dict[str, str] | str]]:
        grouped: list[dict[str, dict[str, str]]] = [{} for _ in range(count)]
        for token, entry in self._entries.items():
            folded = fold(token)
            grouped[shard(folded, count)].setdefault(folded, {})[token] = entry.written.decode()
        return [{folded: _shortest(folded, forms) for folded, forms in words.items()} for words in grouped]


def _note(entries: dict[str, _Entry], token: str, number: int, weight: int) -> None:
    """Write down that *token* stands in page *number*, which comes after all before it."""
    entry = entries.get(token)
    if entry is None:
        entries[token] = _Entry(number, _posting(number, weight))
    else:
        entry.written += _posting(number - entry.last, weight)
        entry.last = number


def _values(entries: dict[str, _Entry]) -> dict[str, str]:
    return {value: entry.written.decode() for value, entry in entries.items()}


def shard(folded: str, count: int) -> int:
    """Return which of *count* files holds a folded token."""
    key = folded if " " in folded else folded[:PREFIX]
    return crc32(key.encode()) % count


def index_language(site: Path, language: str) -> tuple[int, dict[str, bytes]]:
    """Return how many pages below ``site/<language>/`` can be found, and the files of their index.

    Articles are numbered by the day they were published, so that a new one leaves the
    numbers of the others as they are.

    Raises:
        NothingBaked: there is no such folder.
        UnreadablePage: a page is not UTF-8.
    """
    if not (site / language).is_dir():
        raise NothingBaked(f"There are no baked pages in {site / language}. Bake the site first.")
    index = LanguageIndex(language)
    found = 0
    for _day, folder in sorted(_pages(site, language)):
        name = f"{folder}/index.html"
        text = page_text((site / name).read_bytes(), name)
        if text is not None:
            index.add(f"/{folder}/", text)
            found += 1
    return found, dict(index.files())


def _pages(site: Path, language: str) -> Iterator[tuple[str, str]]:
    for folder, _folders, files in os.walk(site / language):
        if "index.html" in files:
            path = Path(folder)
            yield published((path / "index.html").read_bytes()), path.relative_to(site).as_posix()


def _shortest(folded: str, forms: dict[str, str]) -> dict[str, str] | str:
    return forms[folded] if forms.keys() == {folded} else forms


def _power_of_two(least: int) -> int:
    return 1 << max(0, least - 1).bit_length()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
