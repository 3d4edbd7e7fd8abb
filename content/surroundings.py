"""What a page needs from the site around it while it is rendered.

Templates, blocks and rich-text links never ask the database for addresses, menus or
listings themselves: they ask the surroundings. The bake brings surroundings that know
which editions are public; the preview brings ones that show an editor everything.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from content.models import OrganisationSettings, PortalPage
    from media.models import PortalDocument, PortalImage


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file ready to be shown; sizes in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One language of the switch. *url* is the same page, or the nearest public page above it."""

    language: str
    name: str
    url: str
    is_current: bool
    is_same_page: bool


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of the main menu."""

    label: str
    url: str
    is_current: bool


class Surroundings(Protocol):
    """The site as one rendering in one language sees it."""

    @property
    def language(self) -> str:
        """Code of the language being rendered."""
        ...

    def organisation(self) -> "OrganisationSettings":
        """Return the organisation behind the site."""
        ...

    def home_url(self) -> str:
        """Return the address of the front page in this language."""
        ...

    def page_url(self, page_id: int) -> str | None:
        """Return the address of a page in this language, or None where it has no public edition."""
        ...

    def absolute_url(self, path: str) -> str:
        """Return *path* with the portal's origin."""
        ...

    def asset_url(self, name: str) -> str:
        """Return the address of a file from ``content/static``, by name such as ``portal/site.css``."""
        ...

    def picture(self, image: "PortalImage", spec: str) -> Picture | None:
        """Return a rendition of *image* by Wagtail filter spec, or None where its file is missing."""
        ...

    def document_url(self, document: "PortalDocument") -> str | None:
        """Return the address of a document's file, or None where it may not or cannot be shown."""
        ...

    def menu(self, page: "PortalPage | None") -> Sequence[MenuItem]:
        """Return the main menu: the children of home that show in menus and are public here."""
        ...

    def children(self, page: "PortalPage") -> Sequence["PortalPage"]:
        """Return the public children of *page* in this language, in the order of the tree."""
        ...

    def ancestors(self, page: "PortalPage") -> Sequence["PortalPage"]:
        """Return the public pages above *page*, home first."""
        ...

    def latest_articles(self, count: int) -> Sequence["PortalPage"]:
        """Return the newest public articles in this language."""
        ...

    def language_links(self, page: "PortalPage | None") -> Sequence[LanguageLink]:
        """Return the language switch, one entry for each of the four languages."""
        ...

    def alternates(self, page: "PortalPage") -> Sequence[tuple[str, str]]:
        """Return (hreflang, absolute address) of each public edition, x-default last; empty if not public."""
        ...

    def feed_url(self) -> str:
        """Return the address of this language's feed."""
        ...


_current: ContextVar[Surroundings] = ContextVar("surroundings")


@contextmanager
def rendering_in(surroundings: Surroundings) -> Iterator[None]:
    """Make *surroundings* those that templates, blocks and links ask."""
    token = _current.set(surroundings)
    try:
        yield
    finally:
        _current.reset(token)


def current() -> Surroundings:
    """Return the surroundings of the rendering under way.

    Raises:
        LookupError: nothing is being rendered.
    """
    return _current.get()
