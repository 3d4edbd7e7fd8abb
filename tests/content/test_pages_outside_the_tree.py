"""The entrance, lost pages, redirects, feeds and the sitemap are sound too."""

import pytest
from defusedxml import ElementTree

from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings
from tests.content.markup import Markup, document_problems
from tests.content.samples import busy_site, described, full_article, home, linked, rendered

# Even an unsaved page asks for its content type.
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_outside_the_tree_are_sound(language: str) -> None:
    site = busy_site(language)
    for template, context in (
        ("404.html", {"page": None}),
        ("404.html", {}),
        ("root.html", {"page": home()}),
        ("redirect.html", {"url": "/vi/moi/"}),
    ):
        assert document_problems(Markup(rendered(template, site, **context))) == []


def test_a_lost_page_does_not_apologise_for_missing_editions() -> None:
    site = busy_site("vi", untranslated=frozenset({"ko"}))

    switch = [a.text for a in Markup(rendered("404.html", site)).all("a") if a.attributes.get("hreflang")]

    assert switch == ["Tiếng Việt", "English", "日本語", "한국어"]


def test_search_engines_leave_a_lost_page_alone() -> None:
    assert described(Markup(rendered("404.html", busy_site())), "robots") == "noindex"


def test_the_words_of_the_interface_are_those_of_the_language() -> None:
    assert [heading.text for heading in Markup(rendered("404.html", busy_site("ja"))).all("h1")] == [
        "ページが見つかりません"
    ]


def test_the_entrance_speaks_to_each_reader_and_guesses_nothing() -> None:
    markup = Markup(rendered("root.html", busy_site("vi"), page=home()))

    doors = markup.all("a")
    assert [door.attributes["lang"] for door in doors] == list(LANGUAGES)
    assert "日本語で読む" in doors[2].text
    assert linked(markup, "alternate")[-1]["hreflang"] == "x-default"


def test_the_entrance_has_no_door_to_a_missing_language() -> None:
    site = busy_site("vi", untranslated=frozenset({"ja"}))

    assert [
        door.attributes["lang"] for door in Markup(rendered("root.html", site, page=home())).all("a")
    ] == [
        "vi",
        "en",
        "ko",
    ]


def test_a_redirect_leads_on_without_a_program() -> None:
    markup = Markup(rendered("redirect.html", FakeSurroundings("ja"), url="/ja/new/?a=1&b=2"))

    assert [m.attributes["content"] for m in markup.all("meta") if "http-equiv" in m.attributes] == [
        "0; url=/ja/new/?a=1&b=2"
    ]
    assert markup.one("a").attributes["href"] == "/ja/new/?a=1&b=2"


def test_a_feed_is_rss_with_absolute_links() -> None:
    page = full_article(12)
    page.title_ja = "塔 & <祠>"

    feed = ElementTree.fromstring(rendered("feed.xml", busy_site("ja", newest=[page])))

    (item,) = feed.findall("channel/item")
    assert feed.findtext("channel/language") == "ja"
    assert item.findtext("title") == "塔 & <祠>"
    assert item.findtext("link") == "https://portal.example/ja/12/"
    assert item.findtext("guid") == f"{page.translation_key}/ja"
    assert item.findtext("pubDate") == "Wed, 04 Mar 2026 09:00:00 +0700"
