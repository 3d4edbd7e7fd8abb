"""Sitemaps with the languages of each page, as sitemaps.org and Google define them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from content.formats import local_day
from deploy.bake.site_index import SitemapPage

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(pages: Iterable[SitemapPage], origin: str) -> str:
    """Return the sitemap of some pages: every edition with its alternates."""
    entries = "".join(entry for page in pages for entry in _entries(page, origin))
    return f'{_HEAD}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="{_XHTML}">\n{entries}</urlset>\n'


def _entries(page: SitemapPage, origin: str) -> Iterator[str]:
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(origin + address)}/>\n'
        for code, address, _moment in page.editions
    )
    for _code, address, moment in page.editions:
        yield f"<url>\n<loc>{escape(origin + address)}</loc>\n{_changed(moment)}{alternates}</url>\n"


def _changed(moment: datetime | None) -> str:
    return f"<lastmod>{local_day(moment).isoformat()}</lastmod>\n" if moment else ""


def sitemap_index(numbers: Iterable[int], origin: str) -> str:
    """Return the list of the sitemaps."""
    entries = "".join(
        f"<sitemap>\n<loc>{escape(f'{origin}/{sitemap_key(number)}')}</loc>\n</sitemap>\n"
        for number in numbers
    )
    return f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">\n{entries}</sitemapindex>\n'


def sitemap_key(number: int) -> str:
    """Return the key of one of several sitemaps."""
    return f"sitemap-{number}.xml"
