"""Parks in the hands of readers: facets in place, comparison, the diagram by keyboard, paper."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from django.utils import translation
from playwright.sync_api import Browser, Page, expect

from content.models import ComparisonPage, ParkPage
from content.parks.enums import ParkKind, ParkStatus
from content.surroundings import rendering_in
from tests.browser.search_site import served
from tests.content.fakes import FakeSurroundings, organisation
from tests.content.parks.samples import directory, full_park, site
from tests.content.samples import rendered, streams, words

pytestmark = pytest.mark.django_db

STATIC = Path(__file__).parents[2] / "content" / "static" / "portal"
LIST, COMPARISON = "/vi/60/", "/vi/61/"


def parks() -> list[ParkPage]:
    """Six parks: three operate, two of these are clusters; one is planned, two are full."""
    states = ["operating", "operating", "operating", "planned", "full", "full"]
    kinds = [ParkKind.PARK, ParkKind.CLUSTER, ParkKind.CLUSTER, ParkKind.PARK, ParkKind.PARK, ParkKind.ZONE]
    made = []
    for number, (state, kind) in enumerate(zip(states, kinds, strict=True)):
        leased = Decimal(110) if state == ParkStatus.FULL else Decimal(50)
        position = {"map_x": Decimal(number * 15 + 5), "map_y": Decimal(number * 12 + 5)}
        names = words("title", **dict.fromkeys(("vi", "en", "ja", "ko"), f"Khu {number}"))
        made.append(
            full_park(50 + number, status=state, park_kind=kind, leased_area=leased, **position, **names)
        )
    return made


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    listing, comparison = directory(), ComparisonPage(pk=61, **words("title"), **streams("body", []))
    found = site("vi", *parks(), others=[listing, comparison])
    copytree(STATIC, tmp_path / "assets" / "portal")
    for unused in ("assets/portal/colours.css", "favicon.ico"):
        (tmp_path / unused).touch()
    put(tmp_path, LIST, rendered("directory.html", found, page=listing))
    put(tmp_path, COMPARISON, rendered("comparison.html", found, page=comparison))
    with translation.override("vi"), rendering_in(found):
        for facet in found.facets("content.parkpage"):
            made = listing.companion(f"{facet.path}/index.html").decode()
            put(tmp_path, f"{LIST}{facet.path}/", made)
    for park in parks():
        put(tmp_path, f"/vi/{park.pk}/", rendered("park.html", found, page=park))
    with served(tmp_path) as served_at:
        yield served_at


def put(folder: Path, address: str, html: str) -> None:
    path = folder / address.strip("/") / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")


def shown(tab: Page) -> list[str]:
    return tab.locator(".record:visible h3").all_inner_texts()


def facet(tab: Page, key: str) -> Any:
    return tab.locator(f'a[data-facet="{key}"]')


def count(tab: Page, key: str) -> str:
    return str(facet(tab, key).locator(".filter-count").inner_text())


def test_facets_combine_in_place_and_their_counts_follow(address: str, tab: Page, console: list[str]) -> None:
    tab.goto(address + LIST)
    assert len(shown(tab)) == 6
    assert (count(tab, "status-operating"), count(tab, "kind-cluster")) == ("3", "2")

    facet(tab, "status-operating").click()
    expect(tab.locator("#records")).to_have_text("3 mục")
    assert (count(tab, "kind-park"), count(tab, "status-full")) == ("1", "2")

    facet(tab, "kind-park").click()
    expect(tab.locator("#records")).to_have_text("1 mục")
    assert shown(tab) == ["Khu 0"]
    assert tab.url == f"{address}{LIST}?kind=park&status=operating" or tab.url.endswith(
        "?status=operating&kind=park"
    )
    assert facet(tab, "kind-park").get_attribute("aria-current") == "true"
    assert tab.locator(".diagram-park:visible").count() == 1
    assert console == []


def test_the_address_holds_what_was_chosen_and_back_takes_it_back(address: str, tab: Page) -> None:
    tab.goto(f"{address}{LIST}?status=full&kind=nothing&land=%3Cscript%3E")
    assert shown(tab) == ["Khu 5", "Khu 4"]

    facet(tab, "kind-zone").click()
    assert shown(tab) == ["Khu 5"]
    tab.go_back()
    expect(tab.locator("#records")).to_have_text("2 mục")

    facet(tab, "status-full").click()
    expect(tab.locator("#records")).to_have_text("6 mục")
    assert tab.url == f"{address}{LIST}"


def test_the_number_of_entries_is_said_aloud(address: str, tab: Page) -> None:
    tab.goto(address + LIST)

    assert tab.locator("#records").get_attribute("aria-live") == "polite"


def test_show_all_takes_every_facet_off(address: str, tab: Page) -> None:
    tab.goto(f"{address}{LIST}?status=full&parks=khu-50")
    tab.locator(".filter-all a").click()

    expect(tab.locator("#records")).to_have_text("6 mục")
    assert tab.url == f"{address}{LIST}?parks=khu-50"


def test_a_baked_page_of_a_facet_leads_on_to_the_whole_list_with_both(address: str, tab: Page) -> None:
    tab.goto(f"{address}{LIST}status-operating/")
    assert len(shown(tab)) == 3

    facet(tab, "kind-cluster").click()

    expect(tab.locator("#records")).to_have_text("2 mục")
    assert "status=operating" in tab.url
    assert "kind=cluster" in tab.url


def test_without_a_program_every_facet_is_a_page(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + LIST)
    assert len(shown(tab)) == 6
    assert not tab.locator(".compare-choice").first.is_visible()

    facet(tab, "status-full").click()

    assert tab.url == f"{address}{LIST}status-full/"
    assert shown(tab) == ["Khu 5", "Khu 4"]
    tab.goto(address + COMPARISON)
    assert tab.locator("thead th:visible").count() == 6
    assert not tab.locator(".compare-parks").is_visible()
    context.close()


def test_up_to_four_parks_are_chosen_and_compared_and_a_fifth_is_refused_in_words(
    address: str, tab: Page, console: list[str]
) -> None:
    tab.goto(address + LIST)
    boxes = tab.locator(".compare-choice input")
    for number in range(4):
        boxes.nth(number).check()
    boxes.nth(4).click()

    assert not boxes.nth(4).is_checked()
    expect(tab.locator(".compare-bar [role=status]")).to_have_text(re.compile("Chỉ so sánh được tối đa bốn"))
    chosen = [box.get_attribute("value") for box in boxes.all()[:4]]
    tab.locator(".compare-bar a").click()

    assert set(tab.url.partition("parks=")[2].split(",")) == set(chosen)
    assert tab.locator("thead th:visible").count() == 4
    first = tab.locator(".compare-parks input:checked").first
    first.uncheck()
    assert tab.locator("thead th:visible").count() == 3
    assert tab.locator("tbody tr").first.locator("td:visible").count() == 3
    assert console == []


def test_an_address_with_five_parks_shows_four_and_says_so(address: str, tab: Page) -> None:
    codes = ",".join(f"khu-{number}" for number in range(50, 56))
    tab.goto(f"{address}{COMPARISON}?parks={codes},%3Cscript%3E")

    assert tab.locator("thead th:visible").count() == 4
    expect(tab.locator(".compare-parks [role=status]")).to_have_text(
        re.compile("Chỉ so sánh được tối đa bốn")
    )


def test_a_choice_stays_while_facets_change(address: str, tab: Page) -> None:
    tab.goto(address + LIST)
    tab.locator(".compare-choice input[value=khu-50]").check()
    facet(tab, "status-full").click()

    assert "parks=khu-50" in tab.url
    assert tab.locator(".compare-bar a").get_attribute("href") == f"{COMPARISON}?parks=khu-50"


def test_the_diagram_is_used_by_keyboard_and_no_label_covers_another(address: str, tab: Page) -> None:
    tab.goto(address + LIST)
    marks = tab.locator(".diagram-park")
    marks.first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/vi/5\d/$"))

    tab.go_back()
    boxes = [text.bounding_box() for text in tab.locator(".diagram text").all()]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert one is not None
            assert other is not None
            apart = (
                one["x"] + one["width"] <= other["x"] + 1
                or other["x"] + other["width"] <= one["x"] + 1
                or one["y"] + one["height"] <= other["y"] + 4
                or other["y"] + other["height"] <= one["y"] + 4
            )
            assert apart, (one, other)


@pytest.mark.parametrize("language", ["vi", "en", "ja", "ko"])
def test_the_sheet_of_a_full_park_prints_on_one_page_of_paper(
    language: str, tmp_path: Path, tab: Page
) -> None:
    park = full_park()
    found: FakeSurroundings = site(language, park, owner=organisation(notice_vi="Mẫu", notice_ja="見本"))
    copytree(STATIC, tmp_path / "assets" / "portal")
    (tmp_path / "assets/portal/colours.css").touch()
    with translation.override(language), rendering_in(found):
        put(tmp_path, "/sheet/", park.companion("sheet/index.html").decode())
    with served(tmp_path) as at:
        tab.goto(f"{at}/sheet/")
        printed = tab.pdf(format="A4")

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
