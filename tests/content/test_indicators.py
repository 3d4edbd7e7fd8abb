"""Indicators and costs as readers see them, in each language, with their dates and sources."""

import csv
import json
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import override

from content.indicators import costs, tables, values
from content.indicators.charting import Drawing, chart
from content.indicators.values import Roughness
from content.models import Cost, IndicatorPage
from content.surroundings import rendering_in
from content.templatetags.indicators import figures_of, key_figures
from tests import indicator_pages
from tests.content.fakes import FakeSurroundings

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> IndicatorPage:
    return indicator_pages.indicator()


def surroundings(*pages: Any, language: str = "vi", **fields: Any) -> FakeSurroundings:
    addresses = {one.pk: f"/{language}/{one.slug}/" for one in pages}
    return FakeSurroundings(language=language, addresses=addresses, others=pages, **fields)


def rendered(page: Any, language: str = "vi", **fields: Any) -> str:
    site = surroundings(page, language=language, **fields)
    with override(language), rendering_in(site):
        return render_to_string(page.template, {"page": page, "site": site})


def test_an_indicator_shows_its_newest_value_its_chart_and_its_table(page: IndicatorPage) -> None:
    html = rendered(page)

    assert '<span class="figure-value">819,87 <small>ha</small></span>' in html
    assert 'role="img"' in html
    assert html.count("<tr>") == 4
    assert "30 tháng 6 năm 2026" in html
    assert "Quyết định thành lập" in html


def test_values_follow_the_language(page: IndicatorPage) -> None:
    page.title_ja = "工業団地の面積"

    assert "819.87 <small>ha</small>" in rendered(page, "ja")
    assert "2025年" in rendered(page, "ja")


def test_a_provisional_value_is_marked_in_table_and_chart(page: IndicatorPage) -> None:
    html = rendered(page)

    assert html.count("f-paper") == 1
    assert "badge-quiet" in html.partition("<tbody>")[2]


def test_figures_past_their_review_are_marked_for_the_reader(page: IndicatorPage) -> None:
    assert 'class="stale"' not in rendered(page, today=date(2027, 6, 30))
    assert 'class="stale"' in rendered(page, today=date(2027, 7, 1))


def test_one_value_is_no_chart() -> None:
    alone = indicator_pages.indicator(((1924, "6000"),))

    assert "<svg" not in rendered(alone)
    assert "6.000" in rendered(alone)


def test_an_editor_may_want_no_chart(page: IndicatorPage) -> None:
    page.drawing = Drawing.NONE

    with rendering_in(surroundings(page)):
        assert chart(page, "", "key") is None


def test_an_indicator_without_values_says_so() -> None:
    empty = indicator_pages.indicator(())

    assert 'class="empty"' in rendered(empty)


@pytest.mark.parametrize(
    ("roughness", "written"),
    [(Roughness.EXACT, "72 km"), (Roughness.ABOUT, "about 72 km"), (Roughness.OVER, "more than 72 km")],
)
def test_how_exactly_a_value_is_known_is_said(roughness: Roughness, written: str) -> None:
    coast = indicator_pages.indicator(((2026, "72"),), unit="length-kilometer")
    value = coast.figures.get()
    value.roughness = roughness

    with override("en"), rendering_in(surroundings(coast, language="en")):
        assert strip_tags(values.written(coast, value)) == written


def test_what_is_counted_stands_after_the_number() -> None:
    birds = indicator_pages.indicator(((2026, "220"),), unit="count", counted_vi="loài chim")

    assert "220 <small>loài chim</small>" in rendered(birds)


def test_the_files_are_for_machines(page: IndicatorPage) -> None:
    with override("vi"), rendering_in(surroundings(page)):
        rows = list(csv.reader(StringIO(tables.as_csv(page).decode("utf-8-sig"))))
        data = json.loads(tables.as_json(page))

    assert rows[1] == ["2003", "285.37", "ha", "0", "2026-06-30", "Quyết định thành lập"]
    assert data["values"][-1] == {
        "period": "2025",
        "value": 819.87,
        "known": "exact",
        "provisional": True,
        "as_of": "2026-06-30",
    }
    assert data["review_by"] == "2027-06-30"


def test_the_home_page_shows_what_editors_chose(page: IndicatorPage) -> None:
    chosen = indicator_pages.indicator(is_key_figure=True)

    with rendering_in(surroundings(page, chosen)):
        assert [one.label for one in key_figures()] == [chosen.title_vi]


def test_an_indicator_that_is_not_public_here_leaves_nothing_in_a_text(page: IndicatorPage) -> None:
    with rendering_in(surroundings()):
        assert figures_of([page, None]) == []
    with rendering_in(surroundings(page)):
        assert len(figures_of([page, None])) == 1


def test_costs_stand_in_two_currencies_by_group() -> None:
    labour = indicator_pages.item(
        group="labour", name_vi="Lương công nhân", per="duration-month", per_also=""
    )
    page = indicator_pages.costs(
        Cost(item=labour, vnd_low=Decimal(7_000_000), vnd_high=Decimal(9_000_000)),
        Cost(item=indicator_pages.item(), usd_low=Decimal(3), usd_high=Decimal("4.5")),
    )

    with override("vi"), rendering_in(surroundings(page)):
        shelves = costs.shelves(page)

    assert [row.name for shelf in shelves for row in shelf.rows][1] == "Lương công nhân"
    assert shelves[0].rows[0].dollars == "3-4,5 USD/m²/tháng"
    assert shelves[1].rows[0].dong == "7.000.000-9.000.000 đồng/tháng"


def test_a_cost_without_a_price_is_said_to_have_none() -> None:
    page = indicator_pages.costs(Cost(item=indicator_pages.item()))

    assert 'colspan="3"' in rendered(page)


def test_the_files_of_costs_hold_every_price() -> None:
    page = indicator_pages.costs(Cost(item=indicator_pages.item(code="rent"), usd_low=Decimal("3.5")))

    with override("en"), rendering_in(surroundings(page)):
        rows = list(csv.reader(StringIO(costs.as_csv(page).decode("utf-8-sig"))))
        data = json.loads(costs.as_json(page))

    assert rows[1][3:8] == ["area-square-meter/duration-month", "", "", "3.5", ""]
    assert data["costs"][0]["usd_from"] == 3.5
    assert data["year"] == 2026


def test_a_price_runs_from_low_to_high() -> None:
    with pytest.raises(ValidationError, match="usd_high"):
        Cost(item=indicator_pages.item(), usd_low=Decimal(5), usd_high=Decimal(4)).clean()
