"""Pages of the tree are sound, in every language, full or nearly empty."""

import gzip
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from content.models import ArticlePage, HomePage, SectionPage
from content.surroundings import MenuItem
from media.multilingual import LANGUAGES
from tests.architecture.source import ROOT
from tests.content.fakes import FakeSurroundings, organisation
from tests.content.markup import Markup, document_problems
from tests.content.samples import (
    bare_article,
    busy_site,
    described,
    full_article,
    home,
    linked,
    rendered,
    section,
    shown,
)

TEMPLATES = ROOT / "content" / "templates" / "content"
STATIC = ROOT / "content" / "static" / "portal"


@pytest.fixture(autouse=True)
def _content_types(db: None) -> None:
    """Kinds of pages are told apart by content type, which is a table."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [home, section, full_article, bare_article])
def test_a_page_is_sound(page: Any, language: str) -> None:
    for site in (busy_site(language), FakeSurroundings(language)):
        markup = shown(page(), site)

        assert document_problems(markup) == []
        assert markup.one("html").attributes == {"lang": language}


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


@pytest.mark.parametrize(("language", "said"), [("vi", False), ("en", True), ("ja", True), ("ko", True)])
def test_a_translated_page_says_how_it_was_made(language: str, said: bool) -> None:
    made = [
        p
        for p in shown(full_article(), busy_site(language)).all("p")
        if p.attributes.get("class") == "provenance"
    ]

    assert bool(made) is said


def test_an_article_shows_who_wrote_it_when_and_on_what() -> None:
    markup = shown(full_article(), busy_site("ko"))

    times = [(time.attributes["datetime"], time.text) for time in markup.all("time")]
    assert times[0] == ("2026-03-04", "2026년 3월 4일")
    assert ("2026-03-09", "2026년 3월 9일") in times
    assert "국" in [span.text for span in markup.all("span")]


@pytest.mark.parametrize(("language", "labels"), [("vi", ["Ước lễ", "Đền Trần"]), ("ko", ["쩐 사당"])])
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


def test_the_menu_works_on_a_narrow_screen_without_a_program() -> None:
    markup = shown(home(), busy_site())

    fold = markup.one("details")
    assert fold.children[0].tag == "summary"
    # In the folded menu, in the bar, and in the footer.
    assert [a.text for a in markup.all("a") if a.attributes.get("href") == "/5/"] == ["Đầu tư"] * 3


def test_the_bar_has_seven_entries_at_most_and_keeps_the_rest_in_the_last() -> None:
    entries = [MenuItem(f"Mục {number}", f"/{number}0/", False) for number in range(9)]

    def bar_of(count: int) -> list[str]:
        markup = shown(home(), busy_site(entries=entries[:count]))
        (bar,) = [nav for nav in markup.all("nav") if nav.attributes.get("class") == "menu-bar"]
        (wrap,) = bar.children
        return [entry.text for entry in wrap.children[0].children]

    assert bar_of(7) == [*(entry.label for entry in entries[:7]), "Tìm kiếm"]
    assert len(bar_of(9)) == 8
    assert bar_of(9)[:6] == [entry.label for entry in entries[:6]]
    assert all(entry.label in bar_of(9)[6] for entry in entries[6:])


def test_an_organisation_without_a_translated_name_goes_by_its_own() -> None:
    site = busy_site("ja", owner=organisation(name_vi="Cổng", name_ja=""))

    markup = shown(home(), site)

    assert markup.one("title").text.endswith("– Cổng")
    assert {span.text for span in markup.all("span") if span.attributes.get("lang") == "vi"} == {"Cổng"}


def test_every_template_of_a_page_is_there() -> None:
    for model in (HomePage, SectionPage, ArticlePage):
        assert (ROOT / "content" / "templates" / model.template).exists()


def test_the_look_is_light_and_brings_no_strangers() -> None:
    css = "".join((STATIC / name).read_text(encoding="utf-8") for name in ("site.css", "components.css"))

    # With a page's own 15 kB and the 15 kB of its programs, the first view stays far under 60 kB.
    assert len(gzip.compress(css.encode())) < 15_000
    assert "url(" not in css
    assert "@import" not in css
    assert list(TEMPLATES.parent.rglob("*.js")) == []
