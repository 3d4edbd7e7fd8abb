"""What a page makes a browser fetch by itself, as opposed to where its links lead."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_FETCHED_LINKS = frozenset(
    "stylesheet preload modulepreload prefetch preconnect dns-prefetch icon apple-touch-icon manifest".split()
)
_FETCHING = frozenset({"src", "poster", "data", "background"})
_FETCHED_REFERENCES = frozenset({"image", "use", "feimage"})
_IN_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")
_ADDRESS = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//|^(?!data:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def elsewhere(path: Path, origin: str) -> list[str]:
    """Return the addresses of other hosts that the file at *path* makes a browser fetch."""
    text = path.read_text(encoding="utf-8")
    fetched = _in_style(text) if path.suffix == ".css" else _Fetching(text).addresses
    return [one for one in fetched if _ADDRESS.match(one) and not one.startswith(f"{origin}/")]


def _in_style(text: str) -> list[str]:
    return [first or second for first, second in _IN_STYLE.findall(text)]


class _Fetching(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self._in_style = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        self.addresses += _fetched_by(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.addresses += _in_style(data)


def _fetched_by(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    yield from (attributes[name].strip() for name in _FETCHING if attributes.get(name))
    for name in ("srcset", "imagesrcset"):
        yield from (part.split()[0] for part in attributes.get(name, "").split(",") if part.strip())
    if tag == "link" and _FETCHED_LINKS & set(attributes.get("rel", "").lower().split()):
        yield attributes.get("href", "").strip()
    if tag in _FETCHED_REFERENCES:
        yield from (attributes[name] for name in ("href", "xlink:href") if name in attributes)
    yield from _in_style(attributes.get("style", ""))
