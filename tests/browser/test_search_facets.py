"""Narrowing a search by kind, sector and year: with the keyboard, on a telephone, and by its address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.search_site import Reader, add_search, served
from tests.deploy.search.baked import published, write_page

pytestmark = pytest.mark.django_db

PAGES = [
    # address, kind, sector, year
    ("det-1", "Bài viết", "Dệt may", "2025"),
    ("det-2", "Bài viết", "Dệt may", "2026"),
    ("cang", "Bài viết", "Cảng biển", "2026"),
    ("khu", "Khu công nghiệp", "Dệt may", "2026"),
]


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    for name, kind, sector, year in PAGES:
        facets = {"kind": kind, "sector": sector, "year": year}
        head = published(f"{year}-01-01") + "".join(
            f'<meta name="search-{facet}" content="{value}">' for facet, value in facets.items()
        )
        write_page(tmp_path, f"/vi/{name}/", "<h1>Nhà máy</h1><p>Nhà máy ở làng.</p>", head=head)
    write_page(tmp_path, "/vi/rieng/", "<h1>Chợ</h1><p>Một cái chợ.</p>")
    add_search(tmp_path)
    with served(tmp_path) as address:
        yield address


def filters(tab: Page) -> dict[str, dict[str, str]]:
    """Return what can be chosen: for each facet its values with their counts."""
    return {
        box.locator(".filter-title").inner_text(): {
            link.inner_text().removesuffix(_count(link)).strip(): _count(link)
            for link in box.locator("a").all()
        }
        for box in tab.locator(".filters .filter").all()
    }


def _count(link: Locator) -> str:
    return link.locator(".filter-count").inner_text()


def link(tab: Page, words: str) -> Locator:
    return tab.locator(".filters a", has_text=words)


def test_what_was_found_is_counted_by_kind_sector_and_year(
    address: str, tab: Page, console: list[str]
) -> None:
    reader = Reader(tab, address, "vi")
    reader.ask("nhà máy")

    kinds, sectors, years = filters(tab).values()
    assert kinds == {"Bài viết": "3", "Khu công nghiệp": "1"}
    assert sectors == {"Dệt may": "3", "Cảng biển": "1"}
    assert list(years.items()) == [("2026", "3"), ("2025", "1")]
    assert console == []


def test_a_choice_narrows_what_is_shown_and_counts_the_others_anew(address: str, tab: Page) -> None:
    reader = Reader(tab, address, "vi")
    reader.ask("nhà máy")
    link(tab, "Khu công nghiệp").click()
    expect(tab.locator(".search-results li")).to_have_count(1)

    assert reader.found == ["/vi/khu/"]
    # Of its own facet the other values still say what they would bring; of the others one is left.
    assert list(filters(tab).values()) == [{"Bài viết": "3", "Khu công nghiệp": "1"}]
    assert reader.status == "Tìm thấy một trang cho “nhà máy”."


def test_a_choice_is_kept_in_the_address_and_can_be_gone_back_from(address: str, tab: Page) -> None:
    reader = Reader(tab, address, "vi")
    reader.ask("nhà máy")
    link(tab, "2025").click()
    expect(tab.locator(".search-results li")).to_have_count(1)
    assert "year=2025" in tab.url

    tab.reload()
    reader.wait()
    assert reader.found == ["/vi/det-1/"]
    expect(link(tab, "2025")).to_have_attribute("aria-current", "true")

    tab.go_back()
    expect(tab.locator(".search-results li")).to_have_count(4)


def test_the_keyboard_chooses_stays_and_leaves_the_choice_again(address: str, tab: Page) -> None:
    reader = Reader(tab, address, "vi")
    reader.ask("nhà máy")
    link(tab, "Cảng biển").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".search-results li")).to_have_count(1)
    expect(link(tab, "Cảng biển")).to_be_focused()

    tab.keyboard.press("Enter")
    expect(tab.locator(".search-results li")).to_have_count(4)
    expect(link(tab, "Cảng biển")).to_be_focused()


def test_another_search_begins_without_choices(address: str, tab: Page) -> None:
    reader = Reader(tab, address, "vi")
    reader.ask("nhà máy")
    link(tab, "2025").click()
    expect(tab.locator(".search-results li")).to_have_count(1)
    reader.ask("nhà")

    assert len(reader.found) == 4
    assert "year" not in tab.url


def test_nothing_to_choose_between_shows_no_filters(address: str, tab: Page) -> None:
    reader = Reader(tab, address, "vi")
    reader.ask("chợ")
    expect(tab.locator("nav.filters")).to_be_hidden()

    reader.ask("sushi")
    expect(tab.locator("nav.filters")).to_be_hidden()


def test_a_choice_that_the_next_year_no_longer_knows_finds_nothing_and_breaks_nothing(
    address: str, tab: Page, console: list[str]
) -> None:
    reader = Reader(tab, address, "vi")
    tab.goto(f"{address}/vi/search/?q=nhà&kind=<b>x")
    reader.wait()

    assert reader.found == []
    assert reader.status.startswith("Không tìm thấy")
    link(tab, "<b>x").click()
    expect(tab.locator(".search-results li")).to_have_count(4)
    assert console == []


def test_filters_fit_on_a_telephone(address: str, tab: Page) -> None:
    tab.set_viewport_size({"width": 390, "height": 800})
    reader = Reader(tab, address, "vi")
    reader.ask("nhà máy")

    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    for one in tab.locator(".filters a").all():
        box = one.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 390
