"""Sitemaps name every edition with its alternates, and stay within what search engines take."""

from datetime import UTC, datetime

from defusedxml import ElementTree

from deploy.bake.site_index import SITEMAP_PAGES, SitemapPage
from deploy.bake.sitemap import Film, sitemap, sitemap_index
from media.multilingual import LANGUAGES

SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "video": "http://www.google.com/schemas/sitemap-video/1.1",
}
LATE_IN_LONDON = datetime(2026, 3, 3, 20, 30, tzinfo=UTC)


def test_a_sitemap_names_every_edition_of_an_address() -> None:
    page = SitemapPage((("vi", "/vi/a&b/", LATE_IN_LONDON), ("ja", "/ja/ab/", None)))

    first, second = ElementTree.fromstring(sitemap([(page, "")], "https://portal.example")).findall(
        "s:url", SPACES
    )

    assert first.findtext("s:loc", namespaces=SPACES) == "https://portal.example/vi/a&b/"
    assert first.findtext("s:lastmod", namespaces=SPACES) == "2026-03-04"
    assert second.findtext("s:lastmod", namespaces=SPACES) is None
    for url in (first, second):
        assert [link.get("hreflang") for link in url.findall("x:link", SPACES)] == ["vi", "ja"]


def test_a_sitemap_shows_the_picture_of_a_page_with_each_edition() -> None:
    page = SitemapPage((("vi", "/vi/a/", None), ("ja", "/ja/a/", None)), 7)

    tree = ElementTree.fromstring(sitemap([(page, "/media/a&b.webp")], "https://portal.example"))

    pictures = [place.text for place in tree.iterfind("s:url/image:image/image:loc", SPACES)]
    assert pictures == ["https://portal.example/media/a&b.webp"] * 2


def test_a_sitemap_shows_a_film_with_the_edition_that_speaks_of_it() -> None:
    page = SitemapPage((("vi", "/vi/phim/", None), ("ja", "/ja/film/", None)))
    film = Film("Phim <1>", "Một phim", "https://portal.example/p.jpg", "https://films.example/p.mp4", 65)

    tree = ElementTree.fromstring(sitemap([(page, "")], "https://portal.example", {"/vi/phim/": film}))

    (url,) = [one for one in tree.iterfind("s:url", SPACES) if one.find("video:video", SPACES) is not None]
    assert url.findtext("s:loc", namespaces=SPACES) == "https://portal.example/vi/phim/"
    said = {part.tag.rpartition("}")[2]: part.text for part in url.iterfind("video:video/*", SPACES)}
    assert said == {
        "thumbnail_loc": "https://portal.example/p.jpg",
        "title": "Phim <1>",
        "description": "Một phim",
        "content_loc": "https://films.example/p.mp4",
        "duration": "65",
    }


def test_many_sitemaps_are_listed_in_one() -> None:
    listed = ElementTree.fromstring(sitemap_index([0, 3], "https://portal.example"))

    assert [place.text for place in listed.iterfind("s:sitemap/s:loc", SPACES)] == [
        "https://portal.example/sitemap-0.xml",
        "https://portal.example/sitemap-3.xml",
    ]


def test_no_sitemap_holds_more_addresses_than_search_engines_take() -> None:
    assert SITEMAP_PAGES * len(LANGUAGES) <= 50_000
