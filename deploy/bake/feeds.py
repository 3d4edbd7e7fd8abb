"""Sitemap, feeds and the pages that belong to no tree: root, 404, redirects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from deploy.bake.output import page_key
from deploy.bake.pages import render_in
from deploy.bake.site_index import SiteIndex
from deploy.bake.surroundings import BakeSurroundings
from media.multilingual import SOURCE_LANGUAGE


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address of the sitemap with its other languages."""

    loc: str
    lastmod: datetime
    alternates: list[tuple[str, str]]


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


def extra_files(
    index: SiteIndex, sites: dict[str, BakeSurroundings], redirects: Iterable[tuple[str, str, str]]
) -> Iterator[tuple[str, str, str | None]]:
    """Yield (key, text, language) of everything that is not a page of the tree.

    Args:
        redirects: (old address, language, new address).
    """
    for language, site in sites.items():
        yield f"{language}/feed.xml", render_in(site, "content/feed.xml", {}), language
        yield f"{language}/404.html", render_in(site, "content/404.html", {"page": None}), language
    source = sites[SOURCE_LANGUAGE]
    entries = sitemap_entries(index, source)
    yield "sitemap.xml", render_in(source, "content/sitemap.xml", {"entries": entries}), None
    # The same choice of languages serves a reader without a language and one who is lost.
    entrance = render_in(source, "content/root.html", {"page": index.home})
    yield "index.html", entrance, None
    yield "404.html", entrance, None
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {source.absolute_url('/sitemap.xml')}\n", None
    for old, language, new in redirects:
        yield page_key(old), render_in(sites[language], "content/redirect.html", {"url": new}), language
