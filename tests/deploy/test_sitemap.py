"""Sitemaps name every edition with its alternates, and stay within what search engines take."""

from datetime import UTC, datetime

from defusedxml import ElementTree

from deploy.bake.site_index import SITEMAP_PAGES, SitemapPage
from deploy.bake.sitemap import sitemap, sitemap_index
from media.multilingual import LANGUAGES

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LATE_IN_LONDON = datetime(2026, 3, 3, 20, 30, tzinfo=UTC)


def test_a_sitemap_names_every_edition_of_an_address() -> None:
    page = SitemapPage((("vi", "/vi/a&b/", LATE_IN_LONDON), ("ja", "/ja/ab/", None)))

    first, second = ElementTree.fromstring(sitemap([page], "https://portal.example")).findall("s:url", SPACES)

    assert first.findtext("s:loc", namespaces=SPACES) == "https://portal.example/vi/a&b/"
    assert first.findtext("s:lastmod", namespaces=SPACES) == "2026-03-04"
    assert second.findtext("s:lastmod", namespaces=SPACES) is None
    for url in (first, second):
        assert [link.get("hreflang") for link in url.findall("x:link", SPACES)] == ["vi", "ja"]


def test_many_sitemaps_are_listed_in_one() -> None:
    listed = ElementTree.fromstring(sitemap_index([0, 3], "https://portal.example"))

    assert [place.text for place in listed.iterfind("s:sitemap/s:loc", SPACES)] == [
        "https://portal.example/sitemap-0.xml",
        "https://portal.example/sitemap-3.xml",
    ]


def test_no_sitemap_holds_more_addresses_than_search_engines_take() -> None:
    assert SITEMAP_PAGES * len(LANGUAGES) <= 50_000
