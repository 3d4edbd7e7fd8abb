"""Which page is public in which language, where, and what lists it. Pure: made of facts and a moment.

Every public method without a leading underscore that takes plain arguments and returns
plain values is a question that renderings ask (`deploy.bake.answers`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from content.embeds import FOLDER as EMBEDS
from content.formats import local_day
from content.paths import HOME_DEPTH, STEP, public_address
from content.surroundings import Crumb, PageCard
from deploy.bake.facts import PageFacts
from deploy.bake.listings import Listings, PublicPage, card
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE

SECTIONS = frozenset({"content.homepage", "content.sectionpage", "content.directorypage"})
"""Kinds of pages that list others; feeds name none of them."""

_NEVER = datetime.min.replace(tzinfo=UTC)
SITEMAP_PAGES = 1000
"""Pages in one sitemap: at most 50,000 addresses are allowed, and one changed page rewrites its sitemap."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page's address in one language, or the nearest above it that is public."""

    language: str
    url: str
    is_same_page: bool


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One entry of the main menu."""

    pk: int
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """What a sitemap says of a page: (language, address, last change) of each edition, and its lead image."""

    editions: tuple[tuple[str, str, datetime | None], ...]
    lead_image: int | None = None


class SiteIndex(Listings):
    """The public pages at one moment.

    Args:
        facts: of every page of the tree, by primary key.
        home: primary key of the front page.
        closed: treebeard paths of pages that are restricted, with all below them.
        withdrawn: (page, language) that cannot be shown.
    """

    def __init__(
        self,
        facts: Mapping[int, PageFacts],
        *,
        home: int,
        now: datetime,
        closed: Iterable[str] = (),
        withdrawn: Iterable[tuple[int, str]] = (),
    ) -> None:
        self.facts = facts
        self.home_pk = home
        self.now = now
        self.notices: list[str] = []
        self.closed = tuple(closed)
        self.withdrawn = frozenset(withdrawn)
        self.pages = self._public_pages()
        self._by_path = {page.facts.path: page for page in self.pages.values()}
        self._children: dict[str, list[PublicPage]] = {}
        for page in self.pages.values():
            self._children.setdefault(page.facts.path[:-STEP], []).append(page)

    def _public_pages(self) -> dict[int, PublicPage]:
        root = self.facts[self.home_pk].path if self.home_pk in self.facts else "-"
        slugs = {one.path: (one.slug, one.slug_intl) for one in self.facts.values()}
        # The portal's own places in every language, which no page may take.
        taken = {search_address(language): 0 for language in LANGUAGES}
        taken |= {f"/{language}/{EMBEDS}/": 0 for language in LANGUAGES}
        found: dict[int, PublicPage] = {}
        below = (one for one in self.facts.values() if one.path.startswith(root))
        for one in sorted(below, key=lambda one: one.path):
            if not self._may_be_seen(one):
                continue
            if SOURCE_LANGUAGE not in one.updated:
                why = one.corrupt or "its text is not cleared."
                self.notices.append(f"{one.kind} {one.pk} is not public in Vietnamese: {why}")
            addresses = self._addresses(one, slugs, taken)
            if addresses:
                found[one.pk] = PublicPage(one, addresses)
        return found

    def _may_be_seen(self, one: PageFacts) -> bool:
        is_expired = one.expire_at is not None and one.expire_at <= self.now
        return one.live and not is_expired and not one.path.startswith(self.closed)

    def _addresses(
        self, one: PageFacts, slugs: Mapping[str, tuple[str, str]], taken: dict[str, int]
    ) -> dict[str, str]:
        addresses = {}
        for language in LANGUAGES:
            if language not in one.updated or (one.pk, language) in self.withdrawn:
                continue
            address = public_address(one.path, language, slugs)
            holder = taken.setdefault(address, one.pk)
            if holder == one.pk:
                addresses[language] = address
            else:
                self.notices.append(
                    f"Page {one.pk} is left out of {address}, where page {holder} already is."
                )
        return addresses

    @cached_property
    def next_change(self) -> datetime | None:
        """The next moment at which the index says something else without anybody's doing."""
        return min(
            (one.expire_at for one in self.facts.values() if one.expire_at and one.expire_at > self.now),
            default=None,
        )

    # --- the questions

    def url(self, pk: int, language: str) -> str | None:
        """Return the address of a page, or None where it has no public edition."""
        page = self.pages.get(pk)
        return page.addresses.get(language) if page else None

    def editions(self, pk: int) -> tuple[Entry, ...]:
        """Return where each language of the switch leads from a page."""
        page = self.pages.get(pk)
        return tuple(self._entry(page, language) for language in LANGUAGES)

    def _entry(self, page: PublicPage | None, language: str) -> Entry:
        same = page.addresses.get(language) if page else None
        return Entry(language, same or self._nearest(page, language), same is not None)

    def _nearest(self, page: PublicPage | None, language: str) -> str:
        above = self._above(page.facts.path, language) if page else []
        return above[-1].addresses[language] if above else self.url(self.home_pk, language) or "/"

    def _above(self, path: str, language: str) -> list[PublicPage]:
        paths = (path[:end] for end in range(STEP * HOME_DEPTH, len(path), STEP))
        return [page for one in paths if (page := self._by_path.get(one)) and language in page.addresses]

    def updated(self, pk: int, language: str) -> date | None:
        """Return the day on which an edition was last published."""
        page = self.pages.get(pk)
        moment = page.facts.updated.get(language) if page else None
        return local_day(moment) if moment else None

    def ancestors(self, pk: int, language: str) -> tuple[Crumb, ...]:
        """Return the public pages above a page, home first."""
        page = self.pages.get(pk)
        above = self._above(page.facts.path, language) if page else []
        return tuple(Crumb(one.facts.pk, _label(one, language), one.addresses[language]) for one in above)

    def menu(self, language: str) -> tuple[MenuEntry, ...]:
        """Return the children of home that show in menus."""
        return tuple(
            MenuEntry(one.facts.pk, _label(one, language), one.addresses[language])
            for one in self._below(self.home_pk, language)
            if one.facts.in_menus
        )

    def _below(self, pk: int, language: str) -> list[PublicPage]:
        page = self.facts.get(pk)
        return [one for one in self._children.get(page.path, ()) if language in one.addresses] if page else []

    def children(self, pk: int, language: str) -> tuple[PageCard, ...]:
        """Return the public pages right below a page, in the order of the tree."""
        return tuple(card(one, language) for one in self._below(pk, language))

    def latest(self, kind: str, count: int, language: str) -> tuple[PageCard, ...]:
        """Return the newest pages of a kind, such as ``content.articlepage``."""
        newest = (one for one in self._newest if one.facts.kind == kind and language in one.addresses)
        return tuple(card(one, language) for _number, one in zip(range(count), newest, strict=False))

    def newest_below(self, pk: int, count: int, language: str) -> tuple[PageCard, ...]:
        """Return the newest pages below a section, however deep, that are no sections themselves."""
        page = self.facts.get(pk)
        below = self._newest_by_branch.get(page.path, ()) if page else ()
        found = (one for one in below if language in one.addresses)
        return tuple(card(one, language) for _number, one in zip(range(count), found, strict=False))

    @cached_property
    def _newest_by_branch(self) -> dict[str, list[PublicPage]]:
        found: dict[str, list[PublicPage]] = {}
        for page in self._newest:
            path = page.facts.path
            if page.facts.kind not in SECTIONS:
                for end in range(STEP * HOME_DEPTH, len(path), STEP):
                    found.setdefault(path[:end], []).append(page)
        return found

    @cached_property
    def _newest(self) -> list[PublicPage]:
        return sorted(
            self.pages.values(), key=lambda one: (one.facts.published or _NEVER, one.facts.pk), reverse=True
        )

    def sitemaps(self) -> tuple[int, ...]:
        """Return the numbers of the sitemaps that there are."""
        return tuple(sorted({pk // SITEMAP_PAGES for pk in self.pages}))

    def sitemap(self, number: int) -> tuple[SitemapPage, ...]:
        """Return the pages of one sitemap, by primary key."""
        span = range(number * SITEMAP_PAGES, (number + 1) * SITEMAP_PAGES)
        return tuple(_in_sitemap(self.pages[pk]) for pk in span if pk in self.pages)


def _in_sitemap(page: PublicPage) -> SitemapPage:
    return SitemapPage(
        tuple((code, address, page.facts.updated[code]) for code, address in page.addresses.items()),
        page.facts.lead_image,
    )


def search_address(language: str) -> str:
    """Return the address of the page with the search."""
    return f"/{language}/search/"


def _label(page: PublicPage, language: str) -> str:
    title, menu_title, _summary = page.facts.words[language]
    return menu_title or title
