"""One page as a card on another body's portal: where it stands, and the code that shows it there."""

from dataclasses import dataclass

from django.utils.html import format_html

from content import directories
from content.models import PortalPage
from content.surroundings import Surroundings

FOLDER = "embed"
"""Below each language; a web server lets pages in it, and only these, be framed (docs/found.md)."""

HEIGHT = 320
"""Pixels of the frame in the code that is copied: enough for a card at the width of a telephone."""


@dataclass(frozen=True, slots=True)
class EmbedCode:
    """The address of a card for other portals, and the HTML that shows it there."""

    url: str
    html: str


def is_embeddable(kind: str) -> bool:
    """Whether pages of a kind have such a card: all that a directory lists."""
    return directories.of_kind(kind) is not None


def embed_address(address: str) -> str:
    """Return where the card of the page at a public address stands: ``/en/embed/a/`` for ``/en/a/``."""
    _root, language, *rest = address.split("/")
    return "/".join(["", language, FOLDER, *rest])


def embed_code(page: PortalPage, site: Surroundings) -> EmbedCode | None:
    """Return the code for *page*; None for a kind without cards, and for what is not public."""
    card = site.card(page.pk) if is_embeddable(page._meta.label_lower) else None
    if card is None or not site.alternates(page):
        return None
    url = site.absolute_url(embed_address(card.url))
    html = format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>',
        url,
        card.title,  # bare: of a card
        HEIGHT,
    )
    return EmbedCode(url, html)
