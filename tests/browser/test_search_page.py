"""The search page in the hands of readers: addresses, keys, and what may go wrong."""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from deploy.search.folding import fold, plain, tokens
from tests.browser.search_site import Reader, add_search, served
from tests.deploy.search.baked import published, write_page

pytestmark = pytest.mark.django_db

SEVERAL = 14
SPELLINGS = [
    "Nam Định – Đền Trần, 2.300 m² QĐ-BVHTTDL",
    normalize("NFD", "Phổ Minh và グエン・ヒエン ở 쑤언투이"),
    "ﾗﾑｻｰﾙ条約湿地 約72kmの海岸線 〆切 々",
    "국가무형문화유산, ＡＢＣ １２３ Ⅳ ½ ﬁn",
    "Dupré Ångström naïve İstanbul straße",
    "𠮷野家 塔 の ー ヽ ゝ",
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for number in range(SEVERAL):
        write_page(tmp_path, f"/vi/le-hoi-{number}/", f"<h1>Lễ hội {number}</h1><p>Ngày hội ở làng.</p>")
    write_page(tmp_path, "/vi/ma-so/", "<h1>Mã số thuế</h1><p>Tra cứu mã số. Mã số là gì?</p>")
    write_page(
        tmp_path,
        "/vi/cay-ma/",
        "<h1>Ruộng lúa</h1><p>Mùa gieo mạ trên đồng.</p>",
        head=published("2026-01-01"),
    )
    write_page(
        tmp_path, "/en/invest/", "<h1>Investment</h1><p>For investors from abroad &amp; from <b>here</b>.</p>"
    )
    write_page(tmp_path, "/ja/kanko/", "<h1>観光</h1><p>塔の寺へ。</p>")
    write_page(tmp_path, "/ko/tap/", "<h1>관광</h1><p>쌀국수와 탑.</p>")
    add_search(tmp_path)
    return tmp_path


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def test_a_search_can_be_linked_to_and_gone_back_to(address: str, tab: Page, console: list[str]) -> None:
    reader = Reader(tab, address, "vi", "gieo mạ")
    reader.wait()
    assert reader.found == ["/vi/cay-ma/"]

    reader.ask("thue")
    assert reader.found == ["/vi/ma-so/"]
    assert "q=thue" in tab.url

    tab.go_back()
    expect(tab.get_by_role("searchbox")).to_have_value("gieo mạ")
    expect(tab.locator(".search-results a")).to_have_attribute("href", "/vi/cay-ma/")
    assert console == []


def test_the_words_as_they_are_spelled_come_first(address: str, tab: Page) -> None:
    reader = Reader(tab, address, "vi")
    reader.ask("mạ")
    assert (reader.found[0], reader.marked[0]) == ("/vi/cay-ma/", "mạ")

    reader.ask("mã")
    assert (reader.found[0], {word.lower() for word in reader.marked[:2]}) == ("/vi/ma-so/", {"mã"})


def test_an_english_word_is_found_by_its_beginning_and_by_its_plural(address: str, tab: Page) -> None:
    reader = Reader(tab, address, "en")
    for words in ("inves", "investments", "investor"):
        reader.ask(words)
        assert reader.found == ["/en/invest/"]


@pytest.mark.parametrize(("language", "letter"), [("ja", "塔"), ("ko", "탑")])
def test_a_single_letter_that_is_a_word_is_found(language: str, letter: str, address: str, tab: Page) -> None:
    reader = Reader(tab, address, language)
    reader.ask(letter)

    assert reader.marked == [letter]


def test_more_pages_come_when_asked_for_and_the_keyboard_stays_with_them(
    address: str, tab: Page, console: list[str]
) -> None:
    reader = Reader(tab, address, "vi")
    reader.ask("lễ hội")
    assert reader.status == f"Tìm thấy {SEVERAL} trang cho “lễ hội”."
    assert len(reader.found) == 10

    tab.get_by_role("button", name="Xem thêm trang").press("Enter")
    expect(tab.locator(".search-results a")).to_have_count(SEVERAL)
    expect(tab.locator(".search-results a").nth(10)).to_be_focused()
    expect(tab.get_by_role("button", name="Xem thêm trang")).to_be_hidden()
    assert len(set(reader.found)) == SEVERAL
    assert console == []


def test_a_page_that_was_withdrawn_is_gone_before_the_index_knows(
    site: Path, address: str, tab: Page
) -> None:
    (site / "vi" / "ma-so" / "index.html").unlink()
    reader = Reader(tab, address, "vi")
    reader.ask("mã số thuế")

    assert "/vi/ma-so/" not in reader.found


def test_what_a_page_says_now_is_what_is_quoted(site: Path, address: str, tab: Page) -> None:
    write_page(site, "/ko/tap/", "<h1>관광</h1><p>쌀국수를 파는 집.</p>")
    reader = Reader(tab, address, "ko")
    reader.ask("국수")

    assert reader.excerpts == ["쌀국수를 파는 집."]


def test_nothing_found_is_said_in_the_readers_language(address: str, tab: Page) -> None:
    reader = Reader(tab, address, "ja")
    reader.ask("寿司")

    assert (
        reader.status
        == "「寿司」に一致するページは見つかりませんでした。語を減らすか、別の語でお試しください。"
    )
    assert reader.found == []


@pytest.mark.parametrize("words", ["!?…", "フ", "a" * 200, "%", "__proto__ constructor"])
def test_what_is_no_word_finds_nothing_and_breaks_nothing(
    words: str, address: str, tab: Page, console: list[str]
) -> None:
    reader = Reader(tab, address, "en")
    reader.ask(words)

    assert reader.found == []
    assert reader.status.startswith("Nothing was found")
    assert console == []


def test_what_is_typed_is_never_markup(address: str, tab: Page, console: list[str]) -> None:
    typed = "<img src=x onerror=alert(1)> $& {count}"
    reader = Reader(tab, address, "en")
    reader.ask(typed)

    assert typed in reader.status
    assert tab.locator(".search-box img").count() == 0
    assert console == []


def test_an_index_that_cannot_be_reached_is_said_and_can_be_tried_again(address: str, tab: Page) -> None:
    def refuse(route: Route, _request: Request) -> None:
        route.abort()

    tab.route("**/search/en/**", refuse)
    reader = Reader(tab, address, "en")
    reader.ask("investors")
    assert reader.status.startswith("The search cannot be reached at the moment.")

    tab.unroute("**/search/en/**", refuse)
    tab.get_by_role("button", name="Search").click()
    expect(tab.get_by_role("status")).to_have_text("One page was found for “investors”.")


def test_without_javascript_a_sentence_says_so(address: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/ko/search/?q=1")

        expect(page.locator("noscript p")).to_contain_text("JavaScript가 필요합니다")


@pytest.mark.parametrize("text", SPELLINGS)
def test_the_browser_reads_words_as_the_index_does(text: str, address: str, tab: Page) -> None:
    tab.goto(f"{address}/vi/search/")
    asked = tab.evaluate(
        """async (text) => {
            const search = await import("/assets/portal/search.js");
            const index = { pairs: true, prefix: 4 };
            return search.read(text, index, "vi").tokens.map(({ token }) => [token, search.fold(token)]);
        }""",
        text,
    )

    indexed = tokens(plain(text), pairs=True)
    assert {token for token, _folded in asked} <= set(indexed)
    assert [folded for _token, folded in asked] == [fold(token) for token, _folded in asked]
    alone = {token for token in indexed if len(token) == 1 and not token.isascii()}
    assert set(indexed) - alone <= {token for token, _folded in asked}
