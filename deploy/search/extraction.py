"""What a reader sees of a baked page, as text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from deploy.search.exceptions import UnreadablePage

_PUBLISHED = re.compile(rb'<meta property="article:published_time" content="([0-9-]+)"')
_NOT_A_PAGE = (
    'meta[name="robots"][content*="noindex"], meta[name="search"][content="none"], meta[http-equiv="refresh"]'
)
# The outline repeats the headings; the rest is not read.
_SKIPPED = "nav, script, style, template, noscript, svg, form, [hidden], [data-again]"
_SPACE = re.compile(r"\s+")
_HEADINGS = "h2, h3, h4, h5, h6"
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb ruby s samp small span strong "
    "sub sup time u var wbr -text".split()
)


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page; *body* holds those of the title and of the headings once more.

    *facets* are (name, value) by which readers narrow a search.
    What does not stand in one line with what comes before it starts a line of its own.
    """

    title: str
    headings: str
    body: str
    facets: tuple[tuple[str, str], ...] = ()


def published(data: bytes) -> str:
    """Return the day an article says it was published, such as 2026-03-04, or nothing."""
    found = _PUBLISHED.search(data)
    return found[1].decode() if found else ""


def page_text(data: bytes, name: str) -> PageText | None:
    """Return the text of a baked page, or None for one that is not to be found: moved, missing, noindex.

    Raises:
        UnreadablePage: the bytes are not UTF-8; *name* is what the sentence calls them.
    """
    try:
        html = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadablePage(f"{name} is not a page in UTF-8. Bake the site anew, then search.") from error
    tree = LexborHTMLParser(html)
    main = tree.css_first("main#content")
    if main is None or tree.css_first(_NOT_A_PAGE) is not None:
        return None
    for skipped in main.css(_SKIPPED):
        skipped.decompose()
    title = main.css_first("h1") or tree.css_first("title")
    return PageText(
        title=_lines(title) if title else "",
        headings="\n".join(_lines(heading) for heading in main.css(_HEADINGS)),
        body=_lines(main),
        facets=tuple(_facets(tree)),
    )


def _facets(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for meta in tree.css('head meta[name^="search-"]'):
        value = (meta.attributes.get("content") or "").strip()
        if value:
            yield (meta.attributes["name"] or "").removeprefix("search-"), value


def _lines(node: LexborNode) -> str:
    """Return the text below *node*: a word half in bold stays one word, two cells do not become one."""
    parts: list[str] = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            parts.append(_SPACE.sub(" ", child.text_content or ""))
        elif child.tag in _INLINE:
            parts.append(_lines(child))
        else:
            parts.extend(("\n", _lines(child), "\n"))
    return "".join(parts)
