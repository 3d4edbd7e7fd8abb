"""A park's page and its sheet are sound in every language, with everything and with nearly nothing."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from content.models import ParkPage
from content.parks.enums import ParkStatus
from content.surroundings import rendering_in
from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings
from tests.content.markup import Markup, document_problems
from tests.content.parks.samples import bare_park, full_park, site
from tests.content.samples import rendered

HOSTILE = "\"><script>alert('1')</script>"


@pytest.fixture(autouse=True)
def _content_types(db: None) -> None:
    """Kinds of pages are told apart by content type, which is a table."""


def page(park: ParkPage, surroundings: FakeSurroundings | None = None) -> str:
    return rendered("park.html", surroundings or site("vi", park), page=park)


def sheet(park: ParkPage, surroundings: FakeSurroundings | None = None) -> str:
    found = surroundings or site("vi", park)
    with translation.override(found.language), rendering_in(found):
        return park.companion("sheet/index.html").decode()


def facts(markup: Markup) -> dict[str, str]:
    return {dt.text: dd.text for dt, dd in zip(markup.all("dt"), markup.all("dd"), strict=True)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [full_park, bare_park])
@pytest.mark.parametrize("show", [page, sheet])
def test_a_park_is_sound(show: Any, make: Any, language: str) -> None:
    park = make()
    for surroundings in (site(language, park), FakeSurroundings(language)):
        markup = Markup(show(park, surroundings))

        assert document_problems(markup) == []
        assert markup.one("html").attributes == {"lang": language}


@pytest.mark.parametrize("show", [page, sheet])
def test_hostile_words_stay_words(show: Any) -> None:
    park = full_park(price_currency=HOSTILE[:3], power_unit=HOSTILE[:3], status=HOSTILE[:12])
    for column in ("title_vi", "summary_vi", "developer_vi", "measured_from_vi", "figure_source_vi"):
        setattr(park, column, HOSTILE)
    park.figure_url = "javascript:alert(1)"
    assert park.contact is not None
    park.contact.name_vi = park.contact.phone = park.contact.email = HOSTILE
    for row in park.distances.all():
        row.place.name_vi = HOSTILE
    for row in park.decisions.all():
        row.document.number = row.document.name_vi = HOSTILE
        row.document.url = "javascript:alert(1)"

    output = show(park)

    assert "<script>alert" not in output
    assert 'href="javascript' not in output
    assert document_problems(Markup(output)) == []


def test_a_page_asks_the_database_for_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    park = full_park()
    found = site("ja", park)

    with django_assert_num_queries(0):
        page(park, found)


def test_available_area_and_occupancy_are_computed_from_the_leased_area() -> None:
    before, after = (Markup(page(full_park(leased_area=Decimal(leased)))) for leased in ("96.36", "99"))

    assert (facts(before)["Diện tích còn trống"], facts(before)["Tỷ lệ lấp đầy"]) == ("13,64 ha", "87,6%")
    assert (facts(after)["Diện tích còn trống"], facts(after)["Tỷ lệ lấp đầy"]) == ("11 ha", "90%")


@pytest.mark.parametrize(
    "fields", [{"leased_area": Decimal(110)}, {"status": ParkStatus.FULL, "leased_area": None}]
)
def test_a_park_without_land_says_so_plainly(fields: dict[str, Any]) -> None:
    markup = Markup(page(full_park(**fields)))

    badges = [span.text for span in markup.all("span") if "badge" in span.attributes.get("class", "")]
    assert "Không còn đất trống" in badges
    assert facts(markup)["Diện tích còn trống"] == "Không còn đất trống"


def test_what_is_unknown_is_no_zero_and_said_to_be_unpublished() -> None:
    output = page(bare_park())

    said = " ".join(p.text for p in Markup(output).all("p") if p.attributes.get("class") == "unpublished")
    assert "Diện tích đã cho thuê" in said
    assert "Tỷ lệ lấp đầy" in said
    assert "Giá thuê đất" in said
    assert not re.search(r">\s*0([,.]\d+)?\s*(ha|%|USD|MW|m³)", output)
    assert 'class="figures"' not in output
    assert "None" not in Markup(output).one("main").text


def test_no_park_said_to_have_gas_is_not_one_of_which_nothing_is_known() -> None:
    assert facts(Markup(page(full_park(gas=False))))["Khí đốt"] == "Không"
    assert "Khí đốt" not in facts(Markup(page(full_park(gas=None))))


@pytest.mark.parametrize(
    ("language", "price", "fee", "water", "area"),
    [
        ("vi", "70-80 USD/m²", "0,5 USD/m²/năm", "20.000 m³/ngày", "193,2 ha"),
        ("en", "70–80 USD/m²", "0.5 USD/m²/year", "20,000 m³/day", "193.2 ha"),
        ("ja", "70～80 USD/m²", "0.5 USD/m²/年", "20,000 m³/日", "193.2 ha"),
        ("ko", "70~80 USD/m²", "0.5 USD/m²/년", "20,000m³/일", "193.2ha"),
    ],
)
def test_values_are_written_as_the_language_writes_them(
    language: str, price: str, fee: str, water: str, area: str
) -> None:
    park = full_park()
    shown = Markup(page(park, site(language, park))).one("main").text

    for value in (price, fee, water, area, "126 MVA"):
        assert value in shown


def test_every_figure_stands_with_its_day_and_its_source() -> None:
    park = full_park()
    tiles = [li for li in Markup(page(park)).all("li") if li.attributes.get("class") == "figure"]

    assert len(tiles) == 4
    for tile in tiles:
        assert "28 tháng 2 năm 2026" in tile.text
        assert park.figure_source_vi in tile.text


def test_a_superseded_decision_names_its_successor_and_that_it_ended() -> None:
    text = Markup(page(full_park())).one("main").text

    assert "1245/QĐ-TTg (23 tháng 10 năm 2024)" in text
    assert "90/2026/NĐ-CP" in text
    assert "hết hiệu lực" in text


def test_sectors_are_links_to_pages_that_are_public() -> None:
    park = full_park()
    alone = FakeSurroundings("vi", addresses={park.pk: "/vi/50/"}, others=[park])

    assert 'href="/vi/901/"' in page(park)
    assert "/901/" not in page(park, alone)


def test_a_document_that_is_not_cleared_does_not_show() -> None:
    park = full_park()

    assert "/media/3.pdf" in page(park)
    assert "/media/3.pdf" not in page(park, site("vi", park, files_are_lost=True))


def test_the_sheet_names_the_address_of_the_page_and_is_found_by_no_search_engine() -> None:
    park = full_park()
    output = sheet(park)

    assert ">https://portal.example/vi/50/<" in output
    assert '<meta name="robots" content="noindex">' in output
