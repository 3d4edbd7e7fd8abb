"""The files that are no page of the tree: feeds, sitemaps, root, 404, robots.txt, redirects."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from django.utils import translation

from content.models import DirectoryPage, HomePage, SectionPage
from content.pictures import SHAPES
from content.surroundings import rendering_in
from deploy.bake.embeds import embeds
from deploy.bake.films import films
from deploy.bake.llms import llms
from deploy.bake.output import page_key
from deploy.bake.rendering import render_in
from deploy.bake.site_index import SiteIndex, SitemapPage, search_address
from deploy.bake.sitemap import sitemap, sitemap_index, sitemap_key
from deploy.bake.surroundings import BakeSurroundings
from deploy.headers import FEED_NAME
from deploy.models import PublishedAddress
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE

_WITH_FEED = frozenset({SectionPage._meta.label_lower, DirectoryPage._meta.label_lower})
FEED_ENTRIES = 20
PICTURE_IN_SITEMAPS = SHAPES["wide"][-2]
"""The rendition by which search engines are told of a page's picture; pages show it too."""

Render = Callable[[BakeSurroundings], bytes]


@dataclass(frozen=True, slots=True)
class Extra:
    """A file beside the pages: its key, its language if it has one, and how it is made."""

    key: str
    language: str | None
    render: Render


def extras(index: SiteIndex, home: HomePage) -> Iterator[Extra]:
    """Yield every file that is no page of the tree."""
    searches = {language: search_address(language) for language in LANGUAGES}
    search = _template("content/search.html", page=None, addresses=searches)
    for language, address in searches.items():
        yield Extra(f"{language}/feed.xml", language, _template("content/feed.xml"))
        yield Extra(f"{language}/404.html", language, _template("content/404.html", page=None))
        yield Extra(page_key(address), language, search)
    yield from _feeds(index)
    yield Extra("llms.txt", None, partial(llms, home.pk))
    # The same choice of languages serves a reader without a language and one who is lost.
    yield Extra("index.html", None, _template("content/root.html", page=home))
    yield Extra("404.html", None, _template("content/root.html", page=home))
    yield Extra("robots.txt", None, _robots)
    yield from _sitemaps(index)
    yield from _companions(index)
    yield from (Extra(*made) for made in embeds(index))
    yield from _redirects(index)


def _template(name: str, **context: object) -> Render:
    return lambda site: render_in(site, name, context).data


def _robots(site: BakeSurroundings) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute_url('/sitemap.xml')}\n".encode()


def _feeds(index: SiteIndex) -> Iterator[Extra]:
    """Yield the feed of every section and of every directory."""
    for pk, page in index.pages.items():
        if page.facts.kind in _WITH_FEED:
            for language, address in page.addresses.items():
                key = f"{address.strip('/')}/{FEED_NAME}"
                yield Extra(key, language, partial(_feed, pk, page.facts.lists))


def _feed(pk: int, listed: str, site: BakeSurroundings) -> bytes:
    """Return the feed of a section: what was published below it, or of the kind that it lists."""
    section = site.card(pk)
    newest = ("latest", listed) if listed else ("newest_below", pk)
    entries = site.ask(*newest, FEED_ENTRIES, site.language)
    return render_in(site, "content/feed.xml", {"section": section, "entries": entries}).data


def _sitemaps(index: SiteIndex) -> Iterator[Extra]:
    numbers = index.sitemaps()
    if len(numbers) <= 1:
        yield Extra("sitemap.xml", None, partial(_sitemap, numbers[0] if numbers else 0))
        return
    yield Extra("sitemap.xml", None, _sitemap_index)
    for number in numbers:
        yield Extra(sitemap_key(number), None, partial(_sitemap, number))


def _sitemap(number: int, site: BakeSurroundings) -> bytes:
    # Asked for in any case: a second sitemap turns this file into their list.
    site.ask("sitemaps")
    pages = _pictured(site.ask("sitemap", number), site)
    return sitemap(pages, site.absolute_url(""), films(site)).encode()


def _pictured(pages: Iterable[SitemapPage], site: BakeSurroundings) -> Iterator[tuple[SitemapPage, str]]:
    for page in pages:
        picture = site.picture(page.lead_image, PICTURE_IN_SITEMAPS) if page.lead_image else None
        yield page, picture.url if picture else ""


def _sitemap_index(site: BakeSurroundings) -> bytes:
    return sitemap_index(site.ask("sitemaps"), site.absolute_url("")).encode()


def _companions(index: SiteIndex) -> Iterator[Extra]:
    """Yield the files beside pages, such as a table as CSV; a page's own address wins."""
    taken = {page_key(address) for page in index.pages.values() for address in page.addresses.values()}
    for pk, page in index.pages.items():
        if not (page.facts.companions or page.facts.lists):
            continue
        for language, address in page.addresses.items():
            for name in index.companions(page, language):
                key = f"{address.strip('/')}/{name}"
                if key not in taken:
                    yield Extra(key, language, partial(_companion, pk, name))


def _companion(pk: int, name: str, site: BakeSurroundings) -> bytes:
    record = site.record(pk)
    if record is None:
        raise LookupError("Its page was deleted during the bake.")
    with translation.override(site.language), rendering_in(site):
        return record.page.companion(name)


def _redirects(index: SiteIndex) -> Iterator[Extra]:
    """Lead from the old addresses of pages that moved; a page's own address wins."""
    taken = {address for page in index.pages.values() for address in page.addresses.values()}
    known = PublishedAddress.objects.order_by("path").values_list("path", "language", "page_id")
    for path, language, page_id in known.iterator():
        if path not in taken and index.url(page_id, language) is not None:
            yield Extra(page_key(path), language, partial(_redirect, page_id))


def _redirect(page_id: int, site: BakeSurroundings) -> bytes:
    return render_in(site, "content/redirect.html", {"url": site.page_url(page_id)}).data


def surroundings_language(extra: Extra) -> str:
    """Return the language that a file is rendered in."""
    return extra.language or SOURCE_LANGUAGE
