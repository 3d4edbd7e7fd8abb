"""Cards for other portals: one page each, bare, not to be found by itself, and always as its page is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from content.directories import Column, Directory, registry
from content.embeds import embed_address
from content.models import ArticlePage, SectorPage
from deploy.bake.bake import Bake, bake_site
from deploy.bake.verify import differences
from deploy.headers import frame_ancestors
from tests import factories

pytestmark = pytest.mark.django_db

KIND = ArticlePage._meta.label_lower
LISTED = Directory("articles", "Articles", KIND, (Column("name", "Name", lambda record: record.card.title),))


@pytest.fixture(autouse=True)
def _articles_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards are made of what directories list."""
    monkeypatch.setitem(registry._directories, LISTED.name, LISTED)
    monkeypatch.setitem(registry._by_kind, KIND, LISTED)


@pytest.fixture
def bake(tmp_path: Path) -> Callable[[], Bake]:
    return lambda: bake_site(tmp_path / "baked")


@pytest.fixture
def article() -> ArticlePage:
    factories.cleared(factories.home())
    section = factories.section(slug="muc", title_vi="Mục")
    factories.cleared(section)
    page = factories.article(slug="bai", title_vi='Bài "một"', summary_vi="Tóm tắt.", parent=section)
    factories.cleared(page)
    return page


class Opened:
    """A baked page."""

    def __init__(self, html: str | bytes) -> None:
        self._tree = LexborHTMLParser(html)

    def first(self, selector: str) -> LexborNode:
        found = self._tree.css_first(selector)
        assert found is not None, selector
        return found

    def all(self, selector: str) -> list[LexborNode]:
        return self._tree.css(selector)


def opened(baked: Bake, key: str) -> Opened:
    return Opened((baked.folder / key).read_bytes())


def test_an_article_has_a_card_that_leads_to_it_in_the_whole_window(
    article: ArticlePage, bake: Callable[[], Bake]
) -> None:
    card = opened(bake(), "vi/embed/muc/bai/index.html")

    assert card.first("base").attributes["target"] == "_top"
    assert card.first("h3 a").attributes["href"] == "/vi/muc/bai/"
    assert card.first("h3").text() == 'Bài "một"'
    canonical = card.first('link[rel="canonical"]').attributes["href"]
    assert canonical == "https://portal.example/vi/muc/bai/"
    assert card.first('meta[name="robots"]').attributes["content"] == "noindex"
    assert card.all("header, nav, footer, script") == []


def test_a_page_of_a_directory_shows_itself_as_the_directory_does(bake: Callable[[], Bake]) -> None:
    factories.cleared(factories.home())
    section = factories.section(slug="muc")
    sector = SectorPage(title_vi="Dệt may", slug="det", summary_vi="Sợi và vải.")
    section.add_child(instance=sector)
    for page in (section, sector):
        factories.cleared(page)

    card = opened(bake(), "vi/embed/muc/det/index.html")

    assert card.first(".record h3").text() == "Dệt may"
    assert "Sợi và vải." in card.first(".record").text()


def test_a_section_has_no_card(article: ArticlePage, bake: Callable[[], Bake]) -> None:
    assert "vi/embed/muc/index.html" not in bake().files


def test_the_code_to_copy_stands_on_the_page_and_names_the_card(
    article: ArticlePage, bake: Callable[[], Bake]
) -> None:
    page = opened(bake(), "vi/muc/bai/index.html")
    frame = Opened(page.first("details.embed-code textarea").text()).first("iframe")

    assert frame.attributes["src"] == "https://portal.example/vi/embed/muc/bai/"
    assert frame.attributes["title"] == 'Bài "một"'


def test_a_card_follows_its_page(article: ArticlePage, bake: Callable[[], Bake], tmp_path: Path) -> None:
    bake()
    article.title_vi = "Khác"
    article.save_revision().publish()
    factories.cleared(ArticlePage.objects.get())
    assert opened(bake(), "vi/embed/muc/bai/index.html").first("h3").text() == "Khác"

    ArticlePage.objects.get().unpublish()
    assert "vi/embed/muc/bai/index.html" not in bake().files
    assert differences(tmp_path / "baked") == []


def test_no_page_takes_the_place_of_the_cards(bake: Callable[[], Bake]) -> None:
    factories.cleared(factories.home())
    page = factories.article(slug="embed")
    factories.cleared(page)
    baked = bake()

    assert "vi/embed/index.html" not in baked.files
    assert any("/vi/embed/" in said for said in baked.notices)


def test_the_card_of_a_page_stands_below_its_language() -> None:
    assert embed_address("/en/invest/parks/") == "/en/embed/invest/parks/"
    assert embed_address("/vi/bai/") == "/vi/embed/bai/"


@pytest.mark.parametrize("path", ["/en/embed/invest/", "/vi/embed/a/b/index.html"])
def test_cards_may_be_framed_by_anybody(path: str) -> None:
    assert frame_ancestors(path) == "frame-ancestors *"


@pytest.mark.parametrize(
    "path",
    ["/", "/en/", "/en/invest/embed/", "/embed/", "/en/embed", "/en/embed/../invest/", "/en/embed/%2e%2e/x/"],
)
def test_nothing_else_may_be_framed(path: str) -> None:
    assert frame_ancestors(path) == "frame-ancestors 'none'"
