"""The look in a real browser: menus without a program, nothing wider than a narrow screen."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, expect

from content.models import SectionPage
from content.surroundings import MenuItem
from media.multilingual import LANGUAGES
from tests.browser.search_site import served
from tests.content.fakes import FakeSurroundings
from tests.content.samples import busy_site, full_article, home, rendered, section

pytestmark = pytest.mark.django_db

STATIC = Path(__file__).parents[2] / "content" / "static" / "portal"
NARROWEST = 320
LONG = {
    "vi": "Phát triển nguồn nhân lực chất lượng cao",
    "en": "Internationalisation of telecommunications infrastructure",
    "ja": "ナムディン省における産業人材育成センター",
    "ko": "남딘지역산업인력양성센터",
}


def pillars() -> list[SectionPage]:
    found = []
    for pk, pillar in enumerate(("invest", "visit", "taste", "people", "live", "visit"), 20):
        page = section(pk)
        page.pillar = pillar
        for language, words in LONG.items():
            setattr(page, f"title_{language}", words)
        found.append(page)
    return found


def site_of(language: str) -> FakeSurroundings:
    sections = pillars()
    return busy_site(
        language,
        below=sections,
        above=[],
        addresses={pk: f"/{language}/{pk}/" for pk in (1, 5, 10, 12, 13, *range(20, 26))},
        entries=[MenuItem(LONG[language], f"/{language}/{pk}/", False) for pk in range(20, 29)],
    )


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    copytree(STATIC, tmp_path / "assets" / "portal")
    for unused in ("assets/portal/colours.css", "favicon.ico"):
        (tmp_path / unused).touch()
    for language in LANGUAGES:
        pages = {
            "home": ("home.html", home()),
            "section": ("section.html", section()),
            "article": ("article.html", full_article()),
        }
        for name, (template, page) in pages.items():
            target = tmp_path / language / name / "index.html"
            target.parent.mkdir(parents=True)
            # No picture files are there, and none are needed for the measure of a page.
            site = site_of(language)
            site.files_are_lost = True
            target.write_text(rendered(template, site, page=page), encoding="utf-8")
    with served(tmp_path) as found:
        yield found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_a_narrow_screen(
    language: str, address: str, tab: Page, console: list[str]
) -> None:
    tab.set_viewport_size({"width": NARROWEST, "height": 640})
    widths = {}
    for name in ("home", "section", "article"):
        tab.goto(f"{address}/{language}/{name}/")
        widths[name] = tab.evaluate("document.documentElement.scrollWidth")

    assert set(widths.values()) == {NARROWEST}
    assert console == []


def test_the_folded_menu_opens_without_a_program_and_never_covers_the_focus(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 700}, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/vi/home/")
    menu = tab.locator(".menu-fold nav")
    expect(menu).to_be_hidden()

    tab.locator(".menu-fold summary").press("Enter")
    expect(menu).to_be_visible()
    for _link in range(10):
        tab.keyboard.press("Tab")
        expect(menu).to_be_visible()
    tab.keyboard.press("Tab")

    expect(menu).to_be_hidden()
    context.close()


def test_what_the_bar_has_no_room_for_opens_under_its_last_entry(address: str, tab: Page) -> None:
    tab.goto(f"{address}/en/home/")
    rest = tab.locator(".menu-more ul")
    expect(rest).to_be_hidden()

    tab.locator(".menu-more summary").press("Enter")

    expect(rest.get_by_role("link")).to_have_count(3)
    box = rest.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_to_be_pressed_is_large_enough(width: int, address: str, tab: Page) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(f"{address}/ja/home/")

    heights = tab.evaluate(
        "[...document.querySelectorAll('header a, header summary, main a, footer a')]"
        ".filter(each => each.getClientRects().length && getComputedStyle(each).display !== 'inline')"
        ".map(each => [each.textContent.trim(), each.getBoundingClientRect().height])"
    )

    assert heights
    assert [each for each in heights if each[1] < 24 and each[0]] == []
