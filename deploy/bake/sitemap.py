"""Sitemaps with the languages, pictures and films of each page, as sitemaps.org and Google define them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

from content.formats import local_day
from deploy.bake.site_index import SitemapPage

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_VIDEO = "http://www.google.com/schemas/sitemap-video/1.1"
_LONGEST_DESCRIPTION = 2048
_XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class Film:
    """A film that a page shows: the addresses of its poster and of its file, its length in seconds."""

    title: str
    description: str
    poster: str
    file: str
    seconds: int | None = None


Films = Mapping[str, Film]
"""The films by the address of the edition that shows them."""

NO_FILMS: Films = MappingProxyType({})


def sitemap(pages: Iterable[tuple[SitemapPage, str]], origin: str, films: Films = NO_FILMS) -> str:
    """Return the sitemap of some pages, each with the path of its picture: every edition, its alternates."""
    entries = "".join(entry for page, picture in pages for entry in _entries(page, picture, origin, films))
    spaces = f'xmlns="{_NAMESPACE}" xmlns:xhtml="{_XHTML}" xmlns:image="{_IMAGE}" xmlns:video="{_VIDEO}"'
    return f"{_HEAD}<urlset {spaces}>\n{entries}</urlset>\n"


def _entries(page: SitemapPage, picture: str, origin: str, films: Films) -> Iterator[str]:
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(origin + address)}/>\n'
        for code, address, _moment in page.editions
    )
    for _code, address, moment in page.editions:
        shown = _pictured(picture, origin) + _filmed(films.get(address))
        yield f"<url>\n<loc>{escape(origin + address)}</loc>\n{_changed(moment)}{alternates}{shown}</url>\n"


def _pictured(picture: str, origin: str) -> str:
    if not picture:
        return ""
    return f"<image:image>\n<image:loc>{escape(origin + picture)}</image:loc>\n</image:image>\n"


def _filmed(film: Film | None) -> str:
    if film is None:
        return ""
    said = {
        "thumbnail_loc": film.poster,
        "title": film.title,
        "description": film.description[:_LONGEST_DESCRIPTION],
        "content_loc": film.file,
        "duration": str(film.seconds or ""),
    }
    lines = "".join(
        f"<video:{name}>{escape(value)}</video:{name}>\n" for name, value in said.items() if value
    )
    return f"<video:video>\n{lines}</video:video>\n"


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
