"""Generated articles: what a reader of such a portal meets, about 5 kB of Vietnamese each."""

from collections.abc import Iterator, Sequence
from html import escape
from random import Random
from typing import Any
from uuid import UUID

from deploy.bench.words import Prose

RawBlock = dict[str, Any]
"""A StreamField child as stored: ``type``, ``value``, ``id``."""

_CHAPTERS = 4
_LINKS_IN_TEN = 6


class ArticleWriter:
    """Writes bodies; the same seed gives the same articles."""

    def __init__(self, words: list[str], random: Random) -> None:
        self.prose = Prose(words, random)
        self._random = random

    def body(self, images: Sequence[int], pages: Sequence[int]) -> list[RawBlock]:
        """Return a body that shows some of *images* and links to some of *pages* (primary keys)."""
        return [self._raw(kind, value) for kind, value in self._blocks(images, pages)]

    def sources(self) -> list[RawBlock]:
        """Return two sources."""
        return [
            self._raw("source", {"label": self.prose.phrase(4, 9), "url": f"https://example.org/{number}"})
            for number in range(2)
        ]

    def _blocks(self, images: Sequence[int], pages: Sequence[int]) -> Iterator[tuple[str, Any]]:
        yield "paragraph", self._paragraph(pages)
        for chapter in range(_CHAPTERS):
            yield "heading", {"text": self.prose.phrase(4, 9), "level": "h2"}
            yield "paragraph", self._paragraph(pages)
            yield from self._special(chapter, images, pages)
            yield "paragraph", self._paragraph(pages)
        yield "quote", {"text": self.prose.sentences(1), "attribution": self.prose.phrase(2, 3)}

    def _special(
        self, chapter: int, images: Sequence[int], pages: Sequence[int]
    ) -> Iterator[tuple[str, Any]]:
        match chapter:
            case 0:
                yield "image", self._image(images)
            case 1:
                yield "list", {"style": "bulleted", "items": [self._item(pages) for _ in range(4)]}
            case 2:
                yield "table", self._table()
            case 3:
                yield "heading", {"text": self.prose.phrase(3, 6), "level": "h3"}
                yield "callout", {"tone": "note", "title": "Lưu ý", "text": self._paragraph(pages)}

    def _paragraph(self, pages: Sequence[int]) -> str:
        text = escape(self.prose.sentences(1), quote=False)
        bold = f"<b>{self.prose.phrase(2, 4)}</b>"
        return f"<p>{text} {bold} {self._link(pages)}. {self.prose.sentences(2)}</p>"

    def _link(self, pages: Sequence[int]) -> str:
        words = self.prose.phrase(2, 5)
        if self._random.randrange(10) >= _LINKS_IN_TEN:
            return words
        return f'<a linktype="page" id="{self._random.choice(pages)}">{words}</a>'

    def _image(self, images: Sequence[int]) -> dict[str, Any]:
        return {
            "image": self._random.choice(images),
            "alt": self.prose.phrase(4, 8),
            "decorative": False,
            "caption": f"{self.prose.phrase(5, 10)}.",
        }

    def _item(self, pages: Sequence[int]) -> RawBlock:
        return self._raw("item", f"<p>{self.prose.phrase(5, 10)} {self._link(pages)}</p>")

    def _table(self) -> dict[str, Any]:
        headings = [self.prose.phrase(1, 2) for _ in range(3)]
        rows = [[f"<p>{self.prose.phrase(1, 4)}</p>" for _ in headings] for _ in range(4)]
        return {
            "caption": self.prose.phrase(4, 7),
            "columns": [{"type": "text", "heading": heading} for heading in headings],
            "rows": [{"values": row} for row in rows],
        }

    def _raw(self, kind: str, value: Any) -> RawBlock:
        return {"type": kind, "value": value, "id": str(UUID(int=self._random.getrandbits(128), version=4))}
