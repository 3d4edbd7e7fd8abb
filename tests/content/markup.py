"""What a rendered page is made of, and what is wrong with it, read with the standard library."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import urlsplit

_ALONE = frozenset({"br", "hr", "img", "input", "link", "meta", "source"})
_NEVER_EMPTY = frozenset({"p", "li", "ul", "ol", "figcaption", "figure", "h1", "h2", "h3", "th", "caption"})
_LOADED = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "srcset",
    "embed": "src",
    "object": "data",
}
_LOADED_LINKS = frozenset({"stylesheet", "icon", "preload", "preconnect", "manifest"})


@dataclass
class Element:
    """One element with its words, those of its descendants included."""

    tag: str
    attributes: dict[str, str]
    words: list[str] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


class Markup(HTMLParser):
    """A parsed document or fragment; *faults* says where tags do not match."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.faults: list[str] = []
        self._open: list[Element] = []
        self.feed(source)
        self.close()
        self.faults += [f"<{element.tag}> is never closed" for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if len(element.attributes) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.elements.append(element)
        if self._open:
            self._open[-1].children.append(element)
        if tag not in _ALONE:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].tag != tag:
            self.faults.append(f"</{tag}> closes nothing")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.words.append(data)

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def one(self, tag: str) -> Element:
        (found,) = self.all(tag)
        return found


def problems(markup: Markup) -> list[str]:
    """Return what keeps any piece of the public site from being sound."""
    found = list(markup.faults)
    ids = [element.attributes["id"] for element in markup.elements if "id" in element.attributes]
    found += [f"the id {name} stands twice" for name in set(ids) if ids.count(name) > 1]
    for element in markup.elements:
        found += _element_problems(element, ids)
    return found


def document_problems(markup: Markup) -> list[str]:
    """Return what keeps a whole page from being sound."""
    found = problems(markup)
    if len(markup.all("h1")) != 1:
        found.append(f"{len(markup.all('h1'))} h1")
    if not markup.one("html").attributes.get("lang"):
        found.append("no language")
    if not markup.one("title").text:
        found.append("no title")
    levels = [int(element.tag[1]) for element in markup.elements if element.tag in {"h1", "h2", "h3", "h4"}]
    found += [f"h{low} is followed by h{high}" for low, high in pairwise(levels) if high > low + 1]
    return found


def _element_problems(element: Element, ids: list[str]) -> Iterator[str]:
    is_data = element.attributes.get("type") == "application/ld+json"
    own_script = element.tag == "script" and "src" not in element.attributes and not is_data
    if "style" in element.attributes or element.tag == "style" or own_script:
        yield f"<{element.tag}> brings its own style or script"
    if element.tag == "img" and not {"alt", "width", "height"} <= element.attributes.keys():
        yield "an image without alt, width or height"
    if element.tag in _NEVER_EMPTY and not element.text and not element.children:
        yield f"<{element.tag}> is empty"
    if element.attributes.get("aria-labelledby") not in [None, *ids]:
        yield "aria-labelledby names nothing"
    if urlsplit(_loads(element)).netloc:
        yield f"<{element.tag}> loads from elsewhere: {_loads(element)}"


def _loads(element: Element) -> str:
    if element.tag == "link":
        return element.attributes.get("href", "") if element.attributes.get("rel") in _LOADED_LINKS else ""
    return element.attributes.get(_LOADED.get(element.tag, ""), "")
