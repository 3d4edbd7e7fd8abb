"""What a page needs from the site around it while it is rendered.

Templates, blocks and rich-text links never ask the database for addresses, menus or
listings themselves: they ask the surroundings. The bake brings surroundings that know
which editions are public; the preview brings ones that show an editor everything.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
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


@dataclass(frozen=True, slots=True)
class Crumb:
    """One page above another: what a trail shows of it."""

    pk: int
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class PageCard:
    """What a listing shows of a page, in the language being rendered.

    *kind* is the model's label, such as ``content.articlepage``; *lead_image* the primary
    key of the image; *pillar* the code of a section's `content.enums.Pillar`, empty for most.
    """

    pk: int
    kind: str
    url: str
    title: str
    summary: str
    lead_image: int | None
    first_published_at: datetime | None
    translation_key: str
    pillar: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A page as a directory or a block shows it: its card, and the page itself for its values.

    *facets* are (name, value) pairs by which directories divide such pages.
    """

    card: PageCard
    page: "PortalPage"
    facets: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet of a directory: how many records have it, and where these are listed.

    *page* is the primary key of the page that the value stands for, where it stands for one.
    """

    name: str
    value: str
    count: int
    path: str
    page: int | None = None


class Surroundings(Protocol):
    """The site as one rendering in one language sees it."""

    @property
    def language(self) -> str:
        """Code of the language being rendered."""
        ...

    def organisation(self) -> "OrganisationSettings":
        """Return the organisation behind the site."""
        ...

    def site_name(self) -> str:
        """Return the organisation's name in this language; the Vietnamese one where there is none."""
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

    def picture(self, image: "PortalImage | int", spec: str) -> Picture | None:
        """Return a rendition of *image*, or of the one with this primary key, by Wagtail filter spec.

        None where its file is missing.
        """
        ...

    def document_url(self, document: "PortalDocument | int") -> str | None:
        """Return the address of the file of a document, or of the one with this primary key.

        None where it may not or cannot be shown.
        """
        ...

    def menu(self, page: "PortalPage | None") -> Sequence[MenuItem]:
        """Return the main menu: the children of home that show in menus and are public here."""
        ...

    def children(self, page: "PortalPage | int") -> Sequence[PageCard]:
        """Return the public children of *page*, or of the one with this primary key, in the tree's order."""
        ...

    def card(self, page_id: int) -> PageCard | None:
        """Return what a listing shows of a page, or None where it has no public edition in this language."""
        ...

    def record(self, page_id: int) -> Record | None:
        """Return a page with its values, or None where it has no public edition in this language."""
        ...

    def records(self, kind: str) -> Sequence[Record]:
        """Return the public pages of a kind in this language with their values, in the order of the tree."""
        ...

    def facets(self, kind: str) -> Sequence[FacetCount]:
        """Return the values by which the public pages of a kind are divided, by name and value."""
        ...

    def has_passed(self, day: date) -> bool:
        """Whether *day* lies before today where the site is at home; the only way to ask for today."""
        ...

    def companion_url(self, page_id: int, name: str) -> str | None:
        """Return the address of a file beside a page, such as ``data.csv``; None where the page has none."""
        ...

    def ancestors(self, page: "PortalPage") -> Sequence[Crumb]:
        """Return the public pages above *page*, home first."""
        ...

    def latest(self, kind: str, count: int) -> Sequence[PageCard]:
        """Return the newest public pages of a kind, such as ``content.articlepage``, in this language."""
        ...

    def updated(self, page: "PortalPage") -> date | None:
        """Return the day on which this edition of *page* was last published, if that is known."""
        ...

    def edition_days(self, page: "PortalPage") -> Sequence[tuple[str, str, date | None]]:
        """Return (language, address, day of publication) of each public edition of *page*."""
        ...

    def language_links(
        self, page: "PortalPage | None", addresses: Mapping[str, str] | None = None
    ) -> Sequence[LanguageLink]:
        """Return the language switch, one entry for each of the four languages.

        What is no page of the tree brings its own *addresses*, by language.
        """
        ...

    def alternates(self, page: "PortalPage") -> Sequence[tuple[str, str]]:
        """Return (hreflang, absolute address) of each public edition, x-default last; empty if not public."""
        ...

    def search_url(self) -> str:
        """Return the address of this language's search."""
        ...

    def feed_url(self) -> str:
        """Return the address of this language's feed."""
        ...

    def shared(self, key: tuple[object, ...], render: Callable[[], str]) -> str:
        """Return what *render* makes, which is the same on every page for the same *key* in this language."""
        ...

    def part(self, name: str, render: Callable[[], str]) -> str:
        """Return a part of the file that may be kept: what *render* makes, or what was kept of it."""
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
