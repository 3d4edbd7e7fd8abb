"""Read the sample articles (Markdown with front matter) as StreamField data."""

import html
import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

RawBlock = dict[str, Any]
"""A StreamField child as stored: ``type``, ``value``, ``id``."""

LinkTarget = Callable[[str], int | None]
"""Maps an address such as ``/vi/su-kien/`` to a page id, or None where no such page exists."""

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_INLINE = {"strong": "b", "em": "i"}
_NAMESPACE = uuid.UUID("6f0f2c9e-4f0e-5d5e-9b43-2c5f1f2f5a10")


@dataclass(frozen=True)
class SampleArticle:
    """One sample article; *section* is ``Mục`` or ``Mục - Tiểu mục``."""

    slug: str
    title: str
    summary: str
    section: str
    agency: str
    tags: list[str]
    sources: list[str]
    body: str = field(repr=False)

    def blocks(self, page_for: LinkTarget) -> list[RawBlock]:
        """Return the body as StreamField data; block ids are the same on every run."""
        return list(_Blocks(self.slug, page_for).walk(self.body))


def read(path: Path) -> SampleArticle:
    """Parse one sample file.

    Raises:
        ValueError: the file has no front matter.
    """
    found = _FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{path.name} has no front matter between two lines of ---.")
    matter = yaml.safe_load(found[1])
    return SampleArticle(
        **{key: matter[key] for key in ("slug", "title", "summary", "section", "agency", "tags", "sources")},
        body=found[2],
    )


class _Blocks:
    def __init__(self, seed: str, page_for: LinkTarget) -> None:
        self._seed = seed
        self._page_for = page_for
        self._count = 0

    def walk(self, body: str) -> Iterator[RawBlock]:
        root = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(body))
        for node in root.children:
            yield self._block(node)

    def _block(self, node: SyntaxTreeNode) -> RawBlock:
        match node.type:
            case "heading":
                return self._raw("heading", {"text": self._words(node), "level": node.tag})
            case "paragraph":
                return self._raw("paragraph", f"<p>{self._inline(node)}</p>")
            case "bullet_list" | "ordered_list":
                return self._raw("list", self._list(node))
            case "blockquote":
                return self._quote(node)
            case "table":
                return self._raw("table", self._table(node))
        raise ValueError(
            f"The sample article {self._seed} uses Markdown of kind {node.type}, which no block holds."
        )

    def _raw(self, kind: str, value: Any) -> RawBlock:
        self._count += 1
        return {
            "type": kind,
            "value": value,
            "id": str(uuid.uuid5(_NAMESPACE, f"{self._seed}/{self._count}")),
        }

    def _list(self, node: SyntaxTreeNode) -> dict[str, Any]:
        items = [self._raw("item", f"<p>{self._inline(item.children[0])}</p>") for item in node.children]
        return {"style": "ordered" if node.type == "ordered_list" else "bulleted", "items": items}

    def _quote(self, node: SyntaxTreeNode) -> RawBlock:
        words = self._words(node.children[0])
        if words.startswith("Lưu ý:"):
            note = words.removeprefix("Lưu ý:").strip()
            text = f"<p>{html.escape(note[0].upper() + note[1:], quote=False)}</p>"
            return self._raw("callout", {"tone": "note", "title": "Lưu ý", "text": text})
        return self._raw("quote", {"text": words.strip('"'), "attribution": ""})

    def _table(self, node: SyntaxTreeNode) -> dict[str, Any]:
        head, body = node.children
        headings = [self._words(cell) for cell in head.children[0].children]
        rows = [
            {"values": [f"<p>{self._inline(cell)}</p>" for cell in row.children]} for row in body.children
        ]
        return {
            "caption": "",
            "columns": [{"type": "text", "heading": heading} for heading in headings],
            "rows": rows,
        }

    def _words(self, node: SyntaxTreeNode) -> str:
        return "".join(leaf.content for leaf in node.walk() if leaf.type == "text")

    def _inline(self, node: SyntaxTreeNode) -> str:
        if node.type == "text":
            return html.escape(node.content, quote=False)
        if node.type == "softbreak":
            return " "
        inner = "".join(self._inline(child) for child in node.children)
        if node.type in _INLINE:
            tag = _INLINE[node.type]
            return f"<{tag}>{inner}</{tag}>"
        if node.type == "link":
            page = self._page_for(str(node.attrs["href"]))
            # A link to a page that the sample does not hold keeps its words and loses the link.
            return f'<a linktype="page" id="{page}">{inner}</a>' if page else inner
        return inner
