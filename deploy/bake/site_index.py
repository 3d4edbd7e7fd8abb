"""Which page is public in which language, and where: read once, in bulk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from content.models import HomePage, PortalPage
from content.paths import SlugTree, public_path
from deploy.exceptions import DeployError
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE, localized, translated_fields
from translations.operations.release import cleared_now, public_editions

_CHUNK = 200


class NothingToPublish(DeployError):
    """The site has no home page, or it is not public in any language."""


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """What listings, links and addresses need to know of a public page.

    ``page`` is the base page with its columns in four languages; ``updated`` says when the
    edition in a language was last published.
    """

    page: PortalPage
    model: type[PortalPage]
    addresses: dict[str, str]
    updated: dict[str, datetime]


@dataclass
class SiteIndex:
    """The public pages by primary key, in tree order, and sentences about what is left out."""

    home: PortalPage
    pages: dict[int, IndexedPage]
    notices: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._by_path = {entry.page.path: entry for entry in self.pages.values()}
        self._children: dict[str, list[IndexedPage]] = {}
        for entry in self.pages.values():
            self._children.setdefault(entry.page.path[: -PortalPage.steplen], []).append(entry)

    def address(self, page_id: int, language: str) -> str | None:
        """Return the public address of a page in *language*, or None where it has none."""
        entry = self.pages.get(page_id)
        return entry.addresses.get(language) if entry else None

    def children(self, page: PortalPage, language: str) -> list[PortalPage]:
        """Return the public children of *page* in *language*, in tree order."""
        return [one.page for one in self._children.get(page.path, []) if language in one.addresses]

    def ancestors(self, page: PortalPage, language: str) -> list[PortalPage]:
        """Return the public pages above *page* in *language*, home first."""
        step = PortalPage.steplen
        paths = [page.path[:end] for end in range(len(self.home.path), len(page.path), step)]
        above = [self._by_path[path] for path in paths if path in self._by_path]
        return [one.page for one in above if language in one.addresses]

    def articles(self, language: str) -> Iterator[IndexedPage]:
        """Yield the public articles in *language*, newest first."""
        found = [
            one for one in self.pages.values() if language in one.addresses and one.model.subpage_types == []
        ]
        yield from sorted(found, key=lambda one: (_first_published(one.page), one.page.pk), reverse=True)

    def languages(self, page_id: int) -> list[str]:
        """Return the languages a page is public in, in the portal's order."""
        entry = self.pages.get(page_id)
        return [language for language in LANGUAGES if entry and language in entry.addresses]


def _first_published(page: PortalPage) -> datetime:
    return page.first_published_at or page.last_published_at or timezone.now()


def load() -> SiteIndex:
    """Read which pages are public.

    Raises:
        NothingToPublish: there is no home page.
    """
    site = Site.objects.filter(is_default_site=True).first()
    home = HomePage.objects.filter(pk=site.root_page_id).first() if site else None
    if home is None:
        raise NothingToPublish(
            "The site has no home page. Create one and make it the root of the default site."
        )
    notices: list[str] = []
    languages = _languages_by_page(notices)
    pages = _indexed(home, languages, notices)
    return SiteIndex(home, pages, notices)


def _live_pages() -> Any:
    now = timezone.now()
    expired = models.Q(expire_at__isnull=False, expire_at__lte=now)
    pages = PortalPage.objects.live().exclude(expired)
    for restriction in PageViewRestriction.objects.select_related("page"):
        pages = pages.not_descendant_of(restriction.page, inclusive=True)
    return pages


def _languages_by_page(notices: list[str]) -> dict[int, tuple[type[PortalPage], dict[str, datetime]]]:
    """Return for each live page its model and when each public language was last published."""
    found: dict[int, tuple[type[PortalPage], dict[str, datetime]]] = {}
    live = set(_live_pages().values_list("pk", flat=True))
    for model in _page_models():
        cleared, corrupt = cleared_now(_texts_of(model))
        notices.extend(
            f"{model.__name__} {pk} is left out. {said}" for pk, said in corrupt.items() if pk in live
        )
        editions = public_editions(model)
        for pk, published in model.objects.order_by().values_list("pk", "last_published_at"):
            if pk not in live:
                continue
            updated = {SOURCE_LANGUAGE: published or timezone.now()} if pk in cleared else {}
            for language, edition in editions.get(pk, {}).items():
                updated[language] = edition.approved_at or timezone.now()
            if pk not in cleared and pk not in corrupt:
                notices.append(f"{model.__name__} {pk} is not public in Vietnamese: its text is not cleared.")
            found[pk] = (model, updated)
    return found


def _page_models() -> Iterable[type[PortalPage]]:
    return [model for model in PortalPage.__subclasses__() if not model._meta.abstract]


def _texts_of(model: type[PortalPage]) -> Iterator[PortalPage]:
    columns = [localized(name, SOURCE_LANGUAGE) for name in translated_fields(model)]
    yield from model.objects.order_by("pk").only("pk", *columns).iterator(chunk_size=_CHUNK)


def _indexed(
    home: PortalPage,
    languages: dict[int, tuple[type[PortalPage], dict[str, datetime]]],
    notices: list[str],
) -> dict[int, IndexedPage]:
    tree = SlugTree.load()
    taken: dict[str, int] = {}
    pages: dict[int, IndexedPage] = {}
    below_home = (
        PortalPage.objects.filter(path__startswith=home.path).select_related("lead_image").order_by("path")
    )
    for page in below_home.iterator(chunk_size=_CHUNK):
        if page.pk not in languages:
            continue
        model, updated = languages[page.pk]
        addresses: dict[str, str] = {}
        for language in updated:
            address = public_path(page, language, tree)
            if taken.setdefault(address, page.pk) == page.pk:
                addresses[language] = address
            else:
                notices.append(
                    f"Page {page.pk} is left out of {address}, where page {taken[address]} already is."
                )
        if addresses:
            pages[page.pk] = IndexedPage(page, model, addresses, updated)
    return pages
