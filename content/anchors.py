"""Anchors of the headings in a body, and the outline made of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify
from wagtail.blocks import StreamValue

from media.names import ascii_slug

_TAKEN_BY_THE_PAGE = ("content", "sources")
_SHORTEST_OUTLINE = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a body; *anchor* is empty for everything but headings."""

    block: Any
    anchor: str

    @property
    def is_section(self) -> bool:
        """Whether a section of the text starts here."""
        return bool(self.anchor) and self.block.value.get("level") == "h2"

    @property
    def text(self) -> str:
        """The words of a heading."""
        return str(self.block.value.get("text") or "")


def parts(body: Iterable[Any] | None) -> list[Part]:
    """Return the blocks of *body*, each heading with an anchor that is unique on the page."""
    # The outline and the body both ask for those of the same stream.
    known: list[Part] | None = getattr(body, "parts_with_anchors", None)
    if known is None:
        taken = set(_TAKEN_BY_THE_PAGE)
        known = [Part(block, _anchor(block, taken)) for block in body or ()]
        if isinstance(body, StreamValue):
            body.parts_with_anchors = known
    return known


def outline(body: Iterable[Any] | None) -> list[Part]:
    """Return the headings that divide *body*; none where there are too few to need a guide."""
    found = list(_sections(parts(body)))
    return found if len(found) >= _SHORTEST_OUTLINE else []


def _sections(all_parts: Iterable[Part]) -> Iterator[Part]:
    return (part for part in all_parts if part.is_section)


def _anchor(block: Any, taken: set[str]) -> str:
    if block.block_type != "heading" or not (text := str(block.value.get("text") or "").strip()):
        return ""
    # Latin letters where the language has them, else the words themselves.
    wanted = _latin(text) or slugify(text, allow_unicode=True) or "section"
    anchor, number = wanted, 2
    while anchor in taken:
        anchor, number = f"{wanted}-{number}", number + 1
    taken.add(anchor)
    return anchor


def _latin(text: str) -> str:
    slug = ascii_slug(text)
    letters = sum(character.isalpha() for character in text)
    return slug if sum(character.isalpha() for character in slug) * 2 > letters else ""
