"""Sitemap, feeds and the pages that belong to no tree: root, 404, redirects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.utils import translation

from content.models import PortalPage
from deploy.bake.pages import render_in
from deploy.bake.site_index import SiteIndex
from deploy.bake.surroundings import BakeSurroundings
from media.multilingual import LANGUAGES, localized

_FEED_LENGTH = 30


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address of the sitemap with its other languages."""

    loc: str
    lastmod: datetime
    alternates: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed; *url* is absolute."""

    title: str
    url: str
    summary: str
    published: datetime


def sitemap_entries(index: SiteIndex, site: BakeSurroundings) -> list[SitemapEntry]:
    """Return every public edition, with its alternates."""
    return [
        SitemapEntry(
            loc=site.absolute_url(address),
            lastmod=entry.updated[language],
            alternates=list(site.alternates(entry.page)),
        )
        for entry in index.pages.values()
        for language, address in entry.addresses.items()
    ]


def feed_items(index: SiteIndex, site: BakeSurroundings) -> list[FeedItem]:
    """Return the newest articles of the language of *site*."""
    return [
        FeedItem(
            title=_words(entry.page, "title", site.language),
            url=site.absolute_url(entry.addresses[site.language]),
            summary=_words(entry.page, "summary", site.language),
            published=entry.page.first_published_at or entry.updated[site.language],
        )
        for entry in islice(index.articles(site.language), _FEED_LENGTH)
    ]


def _words(page: PortalPage, field: str, language: str) -> str:
    return getattr(page, localized(field, language)) or ""


def extra_files(
    index: SiteIndex, sites: dict[str, BakeSurroundings], redirects: Iterable[tuple[str, str, str]]
) -> Iterator[tuple[str, str, str | None]]:
    """Yield (key, text, language) of everything that is not a page of the tree.

    Args:
        redirects: (old address, language, new address).
    """
    source = sites[LANGUAGES[0]]
    for language, site in sites.items():
        items = feed_items(index, site)
        yield f"{language}/feed.xml", render_in(site, "content/feed.xml", {"items": items}), language
        yield f"{language}/404.html", render_in(site, "content/404.html", {"page": None}), language
    entries = sitemap_entries(index, source)
    yield "sitemap.xml", render_in(source, "content/sitemap.xml", {"entries": entries}), None
    homes = source.language_links(index.home)
    with translation.override(None):
        yield "index.html", render_in(source, "content/root.html", {"languages": homes, "missing": False}), None
        yield "404.html", render_in(source, "content/root.html", {"languages": homes, "missing": True}), None
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {source.absolute_url('/sitemap.xml')}\n", None
    for old, language, new in redirects:
        site = sites[language]
        key = f"{old.strip('/')}/index.html"
        yield key, render_in(site, "content/redirect.html", {"url": new}), language
