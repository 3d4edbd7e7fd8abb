"""Public pages are sound, in every language, full or nearly empty."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from defusedxml import ElementTree
from django.template.loader import render_to_string
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from content.models import Agency, ArticlePage, HomePage, PageTag, PortalPage, SectionPage, Tag
from content.surroundings import MenuItem, rendering_in
from media.models import PortalImage
from media.multilingual import LANGUAGES
from tests.architecture.source import ROOT
from tests.content.fakes import FakeSurroundings, organisation
from tests.content.markup import Markup, document_problems

TEMPLATES = ROOT / "content" / "templates" / "content"
PUBLISHED = datetime(2026, 3, 4, 2, tzinfo=UTC)
WORDS = {"vi": "Đền Trần", "en": "Tran Temple", "ja": "チャン祠", "ko": "쩐 사당"}


def words(field: str, **values: str) -> dict[str, str]:
    return {f"{field}_{language}": value for language, value in (values or WORDS).items()}


def picture() -> PortalImage:
    return PortalImage(pk=7, collection_id=1, width=1600, height=1067, credit="Nguyễn An", **words("alt"))


def body(*kinds: str) -> list[dict[str, Any]]:
    values = {
        "heading": {"text": "Quần thể", "level": "h2"},
        "paragraph": "<p>Ở phía bắc.</p>",
        "quote": {"text": "Cây có cội.", "attribution": ""},
    }
    return [{"type": kind, "value": values[kind]} for kind in kinds]


def streams(field: str, data: list[dict[str, Any]]) -> dict[str, Any]:
    return {f"{field}_{language}": data for language in LANGUAGES}


def full_article(pk: int = 10) -> ArticlePage:
    page = ArticlePage(
        pk=pk,
        lead_image=picture(),
        agency=Agency(code="so", **words("name", vi="Sở", en="Department", ja="局", ko="국")),
        first_published_at=PUBLISHED,
        last_published_at=datetime(2026, 3, 9, 2, tzinfo=UTC),
        **words("title"),
        **words("summary"),
        **streams("body", body("heading", "paragraph", "heading", "quote", "heading")),
        **streams("sources", [{"type": "source", "value": {"label": "Báo", "url": "https://example.org"}}]),
    )
    topics = (Tag(pk=2, name="b", **words("label")), Tag(pk=1, name="a", label_vi="di sản"))
    page.tagged_items.set([PageTag(pk=tag.pk, tag=tag) for tag in topics])
    return page


def bare_article() -> ArticlePage:
    return ArticlePage(pk=11, **words("title"), **streams("body", []))


def home() -> HomePage:
    return HomePage(
        pk=1, lead_image=picture(), **words("title"), **streams("body", body("heading", "paragraph"))
    )


def section(pk: int = 5) -> SectionPage:
    return SectionPage(pk=pk, **words("title"), **words("summary"))


@pytest.fixture(autouse=True)
def _content_types(db: None) -> None:
    """Kinds of pages are told apart by content type, which is a table."""


def rendered(template: str, site: FakeSurroundings, **context: Any) -> str:
    with translation.override(site.language), rendering_in(site):
        return render_to_string(f"content/{template}", {**context, "site": site})


def shown(page: PortalPage, site: FakeSurroundings | None = None) -> Markup:
    return Markup(rendered(page.template.removeprefix("content/"), site or FakeSurroundings(), page=page))


def described(markup: Markup, name: str) -> str | None:
    """Return the content of one <meta>."""
    named = (meta.attributes for meta in markup.all("meta"))
    return next((each["content"] for each in named if name in {each.get("name"), each.get("property")}), None)


def linked(markup: Markup, rel: str) -> list[dict[str, str]]:
    return [link.attributes for link in markup.all("link") if link.attributes["rel"] == rel]


def busy_site(language: str = "vi", **fields: Any) -> FakeSurroundings:
    below = [section(5), section(6), full_article(12), full_article(13)]
    return FakeSurroundings(
        **{
            "language": language,
            "addresses": {pk: f"/{language}/{pk}/" for pk in (1, 5, 6, 10, 11, 12, 13)},
            "below": below,
            "above": [home(), section(5)],
            "latest": below[2:],
            "entries": [MenuItem("Đầu tư", "/5/", True), MenuItem("Du lịch", "/6/", False)],
            "owner": organisation(
                notice_vi="Mẫu", email="a@example.org", phone="+84 (0) 1", address_vi="a\nb"
            ),
            **fields,
        }
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [home, section, full_article, bare_article])
def test_a_page_is_sound(page: Any, language: str) -> None:
    for site in (busy_site(language), FakeSurroundings(language)):
        markup = shown(page(), site)

        assert document_problems(markup) == []
        assert markup.one("html").attributes == {"lang": language}


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


def test_a_hostile_title_stays_text() -> None:
    page = full_article()
    page.title_vi = page.summary_vi = '"><script>alert(1)</script>'

    output = rendered("article.html", busy_site(), page=page)

    assert "<script" not in output
    assert document_problems(Markup(output)) == []


def test_a_page_names_itself_and_the_organisation() -> None:
    page = full_article()

    assert shown(page, busy_site("en")).one("title").text == "Tran Temple – Portal en"

    page.seo_title_en = "Visit Tran Temple"
    assert shown(page, busy_site("en")).one("title").text == "Visit Tran Temple – Portal en"


def test_a_page_has_one_address_and_names_its_other_editions() -> None:
    markup = shown(full_article(), busy_site("ja", untranslated=frozenset({"ko"})))

    assert linked(markup, "canonical") == [{"rel": "canonical", "href": "https://portal.example/ja/10/"}]
    editions = [link for link in linked(markup, "alternate") if "hreflang" in link]
    assert [link["hreflang"] for link in editions] == ["vi", "en", "ja", "x-default"]
    assert all(link["href"].startswith("https://portal.example/") for link in editions)


def test_a_page_without_an_address_has_no_canonical_link() -> None:
    assert linked(shown(full_article()), "canonical") == []


def test_other_sites_are_told_what_a_page_is() -> None:
    markup = shown(full_article(), busy_site("ja"))

    assert described(markup, "og:type") == "article"
    assert described(markup, "og:title") == "チャン祠"
    assert described(markup, "og:locale") == "ja_JP"
    assert described(markup, "og:image") == "https://portal.example/media/7.1200.webp"
    assert described(markup, "description") == "チャン祠"
    assert described(shown(home(), busy_site("ja")), "og:type") == "website"


def test_the_switch_marks_the_language_and_says_what_is_missing() -> None:
    markup = shown(full_article(), busy_site("vi", untranslated=frozenset({"ko"})))

    switch = [a for a in markup.all("a") if a.attributes.get("hreflang")]
    assert [(a.attributes["lang"], a.attributes["hreflang"]) for a in switch] == [
        (code, code) for code in LANGUAGES
    ]
    assert [a.attributes.get("aria-current") for a in switch] == ["true", None, None, None]
    assert [a.text for a in switch[:3]] == ["Tiếng Việt", "English", "日本語"]
    assert "한국어판은 아직 없습니다" in switch[3].text
    assert markup.all("dd")[-1].text == "한국어"


def test_a_lost_page_does_not_apologise_for_missing_editions() -> None:
    site = busy_site("vi", untranslated=frozenset({"ko"}))

    switch = [a.text for a in Markup(rendered("404.html", site)).all("a") if a.attributes.get("hreflang")]

    assert switch == ["Tiếng Việt", "English", "日本語", "한국어"]


def test_search_engines_leave_a_lost_page_alone() -> None:
    assert described(Markup(rendered("404.html", busy_site())), "robots") == "noindex"


@pytest.mark.parametrize(("language", "said"), [("vi", False), ("en", True), ("ja", True), ("ko", True)])
def test_a_translated_page_says_how_it_was_made(language: str, said: bool) -> None:
    made = [
        p
        for p in shown(full_article(), busy_site(language)).all("p")
        if p.attributes.get("class") == "provenance"
    ]

    assert bool(made) is said


def test_the_words_of_the_interface_are_those_of_the_language() -> None:
    assert [heading.text for heading in Markup(rendered("404.html", busy_site("ja"))).all("h1")] == [
        "ページが見つかりません"
    ]


def test_an_article_shows_who_wrote_it_when_and_on_what() -> None:
    markup = shown(full_article(), busy_site("ko"))

    times = [(time.attributes["datetime"], time.text) for time in markup.all("time")]
    assert times[0] == ("2026-03-04", "2026년 3월 4일")
    assert ("2026-03-09", "2026년 3월 9일") in times
    assert "국" in [span.text for span in markup.all("span")]


@pytest.mark.parametrize(("language", "labels"), [("vi", ["di sản", "Đền Trần"]), ("ko", ["쩐 사당"])])
def test_topics_with_a_name_stand_in_the_order_they_were_given(language: str, labels: list[str]) -> None:
    markup = shown(full_article(), FakeSurroundings(language))

    (topics,) = [ul for ul in markup.all("ul") if ul.attributes.get("class") == "topics"]
    assert [topic.text for topic in topics.children] == labels


def test_an_article_asks_the_database_for_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    page, site = full_article(), busy_site("ja")

    with django_assert_num_queries(0):
        shown(page, site)


def test_the_lead_image_comes_first_and_the_others_when_needed() -> None:
    images = [img.attributes for img in shown(home(), busy_site()).all("img") if "srcset" in img.attributes]

    assert images[0]["fetchpriority"] == "high"
    assert "loading" not in images[0]
    assert images[0]["alt"] == "Đền Trần"
    assert {img["loading"] for img in images[1:]} == {"lazy"}
    assert {img["alt"] for img in images[1:]} == {""}


def test_headings_of_a_long_article_are_listed_beside_it() -> None:
    markup = shown(full_article(), busy_site())

    targets = [
        a.attributes["href"][1:] for a in markup.all("a") if a.attributes.get("href", "").startswith("#")
    ]
    assert targets == ["content", "quan-the", "quan-the-2", "quan-the-3"]
    assert set(targets) <= {element.attributes.get("id") for element in markup.elements}


def test_a_section_lists_sections_apart_from_articles() -> None:
    lists = {ul.attributes.get("class"): ul for ul in shown(section(), busy_site()).all("ul")}

    assert len(lists["cards"].children) == 2
    assert len(lists["stories"].children) == 2


def test_an_empty_section_says_so() -> None:
    (said,) = [
        p for p in shown(section(), FakeSurroundings()).all("p") if "empty" in p.attributes.get("class", "")
    ]

    assert said.text


def test_a_page_that_is_not_public_is_not_listed() -> None:
    lists = [
        ul.attributes.get("class")
        for ul in shown(section(), busy_site(addresses={5: "/5/", 12: "/12/"})).all("li")
    ]

    assert lists.count("card") == 1
    assert lists.count("story") == 1


def test_the_menu_works_on_a_narrow_screen_without_a_program() -> None:
    markup = shown(home(), busy_site())

    fold = markup.one("details")
    assert fold.children[0].tag == "summary"
    assert [a.text for a in markup.all("a") if a.attributes.get("href") == "/5/"] == ["Đầu tư", "Đầu tư"]


def test_an_organisation_without_a_translated_name_goes_by_its_own() -> None:
    site = busy_site("ja", owner=organisation(name_vi="Cổng", name_ja=""))

    markup = shown(home(), site)

    assert markup.one("title").text.endswith("– Cổng")
    assert {span.text for span in markup.all("span") if span.attributes.get("lang") == "vi"} == {"Cổng"}


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

    feed = ElementTree.fromstring(rendered("feed.xml", busy_site("ja", latest=[page, full_article(99)])))

    (item,) = feed.findall("channel/item")
    assert feed.findtext("channel/language") == "ja"
    assert item.findtext("title") == "塔 & <祠>"
    assert item.findtext("link") == "https://portal.example/ja/12/"
    assert item.findtext("guid") == f"{page.translation_key}/ja"
    assert item.findtext("pubDate") == "Wed, 04 Mar 2026 09:00:00 +0700"


def test_a_sitemap_names_every_edition_of_an_address() -> None:
    entry = SimpleNamespace(
        loc="https://portal.example/vi/?a&b",
        lastmod=PUBLISHED,
        alternates=[("vi", "https://portal.example/vi/"), ("x-default", "https://portal.example/")],
    )
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

    sitemap = ElementTree.fromstring(rendered("sitemap.xml", FakeSurroundings(), entries=[entry]))

    (url,) = sitemap.findall("s:url", spaces)
    assert url.findtext("s:loc", namespaces=spaces) == "https://portal.example/vi/?a&b"
    assert url.findtext("s:lastmod", namespaces=spaces) == "2026-03-04"
    assert [link.get("hreflang") for link in url.findall("x:link", spaces)] == ["vi", "x-default"]


def test_every_template_of_a_page_is_there() -> None:
    for model in (HomePage, SectionPage, ArticlePage):
        assert (ROOT / "content" / "templates" / model.template).exists()


def test_the_look_is_light_and_brings_no_strangers() -> None:
    css = (ROOT / "content" / "static" / "portal" / "site.css").read_text(encoding="utf-8")

    assert len(css.encode()) < 25_000
    assert "url(" not in css
    assert "@import" not in css
    assert list(TEMPLATES.parent.rglob("*.js")) == []
