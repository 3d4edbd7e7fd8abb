"""Parks in directories, comparisons, tables inside texts, and on the front page."""

import csv
import json
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from content import directories
from content.blocks import BodyBlock
from content.models import ComparisonPage, MapOutline, MapPlace
from content.parks.enums import ParkStatus
from content.surroundings import rendering_in
from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings
from tests.content.markup import Markup, document_problems, problems
from tests.content.parks.samples import bare_park, directory, full_park, place, site
from tests.content.samples import rendered, streams, words


@pytest.fixture(autouse=True)
def _content_types(db: None) -> None:
    """Kinds of pages are told apart by content type, which is a table."""


def compare_page() -> ComparisonPage:
    return ComparisonPage(pk=61, **words("title"), **streams("body", []))


def block(value: dict[str, Any], found: FakeSurroundings) -> str:
    one = BodyBlock().child_blocks["parks"]
    with translation.override(found.language), rendering_in(found):
        return str(one.render(one.normalize(value), {"site": found}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_directory_is_sound_full_and_empty(language: str) -> None:
    for parks in ((), (full_park(),), (full_park(50), bare_park(51), full_park(52, map_x=None))):
        others = [directory(), compare_page()]
        markup = Markup(rendered("directory.html", site(language, *parks, others=others), page=directory()))

        assert document_problems(markup) == []


def test_the_directory_divides_parks_by_status_kind_sector_and_land() -> None:
    found = dict.fromkeys(name for name, _value in directories.facet_values(full_park()))

    assert list(found) == ["kind", "land", "sector", "status"]
    assert ("land", "10-50") in directories.facet_values(full_park())
    assert directories.facet_values(bare_park()) == (("kind", "park"),)


def test_a_record_names_its_facets_for_the_program() -> None:
    park = full_park()
    markup = Markup(rendered("directory.html", site("vi", park), page=directory()))

    (record,) = [li for li in markup.all("li") if li.attributes.get("class", "").startswith("record")]
    assert {"status-operating", "kind-park", "land-10-50", "sector-901"} <= set(
        record.attributes["data-facets"].split()
    )


def test_the_table_of_a_directory_keeps_numbers_for_machines() -> None:
    park, unknown = full_park(), bare_park()
    found = site("ja", park, unknown)
    with translation.override("ja"), rendering_in(found):
        rows = list(csv.DictReader(StringIO(directory().companion("data.csv").decode("utf-8-sig"))))
        data = json.loads(directory().companion("data.json"))

    by_name = {one["code"]: one for one in data["records"]}
    assert by_name["khu-50"]["available_area"] == 13.64
    assert by_name["khu-50"]["occupancy"] == 87.6
    assert by_name[None]["leased_area"] is None
    assert len(rows) == 2


def test_the_diagram_says_that_it_is_not_to_scale_and_links_every_park() -> None:
    one, other, nowhere = full_park(50), full_park(52, map_x=Decimal(42)), bare_park(51)
    page = directory(sea_side="southeast")
    page.map_places.set([MapPlace(place=place(1), map_x=Decimal(10), map_y=Decimal(10))])
    markup = Markup(rendered("directory.html", site("ja", one, other, nowhere), page=page))

    links = [a for a in markup.all("a") if a.attributes.get("class") == "diagram-park"]
    assert {a.attributes["href"] for a in links} == {"/ja/50/", "/ja/52/"}
    assert all(a.attributes["aria-label"] for a in links)
    assert "略図（縮尺なし）" in [h2.text for h2 in markup.all("h2")]
    assert [path for path in markup.all("path") if path.attributes["class"] == "diagram-sea"]


def test_lengths_in_the_diagram_are_written_for_svg_in_every_language() -> None:
    park = full_park(map_x=Decimal("33.33"))
    markup = Markup(rendered("directory.html", site("vi", park), page=directory()))

    (mark,) = markup.all("rect")
    assert mark.attributes["x"] == "160"
    assert "," not in mark.attributes["y"]


APPROVED = {"approval_number": "12/QĐ", "approved_on": date(2026, 1, 1)}


def outline(**fields: Any) -> MapOutline:
    shapes = [["path", "M0 0L9 9"], ["polygon", "0,0 1,1 2,0"]]
    geometry = {"view_box": [0.0, 0.0, 100.0, 80.0], "shapes": shapes}
    edges = {"north": Decimal(21), "south": Decimal(20), "west": Decimal(106), "east": Decimal(107)}
    return MapOutline(pk=1, geometry=geometry, **edges, **words("name"), **fields)


def test_borders_are_drawn_of_an_approved_outline_only() -> None:
    park = full_park()
    plain, approved, waiting = (
        rendered("directory.html", site("vi", park), page=directory(map_outline=one))
        for one in (None, outline(**APPROVED), outline(approval_number="12/QĐ"))
    )

    assert 'd="M0 0L9 9"' in approved
    assert "Bản đồ đã được phê duyệt" in approved
    assert "12/QĐ" in approved
    for other in (plain, waiting):
        assert "diagram-outline" not in other
        assert "Bản đồ đã được phê duyệt" not in other


def test_degrees_place_a_park_in_an_outline_with_edges() -> None:
    park = full_park(map_x=None, map_y=None, latitude=Decimal("20.5"), longitude=Decimal("106.5"))
    outside = full_park(52, map_x=None, map_y=None, latitude=Decimal(10), longitude=Decimal(106))
    markup = Markup(
        rendered(
            "directory.html",
            site("vi", park, outside),
            page=directory(map_outline=outline(**APPROVED)),
        )
    )

    (mark,) = markup.all("rect")
    assert (mark.attributes["x"], mark.attributes["y"]) == ("240", "192")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_is_sound_and_shows_every_park(language: str) -> None:
    page = compare_page()
    for parks in ((), (full_park(), bare_park()), tuple(full_park(pk) for pk in range(50, 56))):
        markup = Markup(rendered("comparison.html", site(language, *parks), page=page))

        assert document_problems(markup) == []
        columns = [th for th in markup.all("th") if th.attributes.get("scope") == "col"]
        assert len(columns) == len(parks)


def test_what_is_known_of_no_park_is_no_row_of_the_comparison() -> None:
    markup = Markup(rendered("comparison.html", site("vi", bare_park()), page=compare_page()))

    assert [th.text for th in markup.all("th") if th.attributes["scope"] == "row"] == ["Loại"]


def test_a_table_in_a_text_shows_the_chosen_parks_in_their_order_or_all() -> None:
    first, second = full_park(50), full_park(52, leased_area=Decimal(110))
    found = site("vi", first, second)
    columns = ["occupancy", "available_area", "unknown"]

    chosen = Markup(block({"heading": "", "parks": [second], "columns": columns}, found))
    everything = Markup(block({"heading": "Bảng", "parks": [], "columns": columns}, found))

    assert [td.text for td in chosen.all("td")] == ["100%", "Không còn đất trống"]
    assert len(everything.all("td")) == 4
    assert everything.one("caption").text == "Bảng"
    assert problems(chosen) == problems(everything) == []


def test_a_hostile_heading_or_column_of_a_table_stays_text() -> None:
    hostile = "<script>alert('1')</script>"
    park = full_park(title_vi=hostile)

    output = block({"heading": hostile, "parks": [park], "columns": ["status", hostile]}, site("vi", park))

    assert "<script" not in output
    assert output.count("&lt;script&gt;") >= 2
    assert problems(Markup(output)) == []


def test_a_table_of_parks_that_are_gone_shows_nothing() -> None:
    gone = full_park(99)

    assert block({"heading": "Bảng", "parks": [gone], "columns": ["status"]}, site("vi")).strip() == ""
    assert block({"heading": "Bảng", "parks": [], "columns": []}, site("vi", gone)).strip() == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_page_shows_parks_with_land_first(language: str) -> None:
    full = full_park(49, status=ParkStatus.FULL, leased_area=None)
    parks = [full, *(full_park(pk) for pk in range(50, 54))]
    found = site(language, *parks, others=[directory()])
    with translation.override(language), rendering_in(found):
        markup = Markup(render_to_string("content/includes/home_parks.html", {"site": found}))

    links = [a.attributes["href"] for a in markup.all("a")]
    assert [f"/{language}/{pk}/" for pk in range(50, 54)] == [one for one in links if "/5" in one]
    assert f"/{language}/60/" in links
    assert problems(markup) == []


def test_a_front_page_without_parks_has_no_band_for_them() -> None:
    found = site("vi")
    with rendering_in(found):
        assert render_to_string("content/includes/home_parks.html", {"site": found}).strip() == ""
