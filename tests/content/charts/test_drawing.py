"""A chart is small, safe to stand in a page, the same each time, and can be read without seeing it."""

import re
import subprocess
import sys
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from content.charts import Chart, Kind, Series, draw
from content.charts.drawing import svg
from content.formats import Period, Unit
from tests.content.charts.samples import AREAS, OTHERS, QUARTERS, chart, year

LONGEST = 12_000
# The pages' policy and the style sheet decide these.
FORBIDDEN = re.compile(r"style=|<style|<script|<\?xml|<!DOCTYPE|<metadata|xlink|font-family|#[0-9a-f]{6}\b")

CHARTS = [
    chart(),
    chart(kind=Kind.BAR),
    chart(AREAS, OTHERS),
    chart(AREAS, OTHERS, kind=Kind.BAR),
    chart(AREAS, OTHERS, kind=Kind.MULTIPLES, language="ja"),
    chart(QUARTERS, unit=Unit.DONG, period=Period.QUARTER, language="ja"),
    chart(QUARTERS, unit=Unit.DONG, period=Period.QUARTER, kind=Kind.BAR),
    chart(Series("", (year(1924, "6000"),)), unit=Unit.COUNT, unit_words="công nhân"),
    chart(Series("", (year(2001, "-3"), year(2002, "0"))), unit=Unit.PERCENT, language="ko"),
]


def texts(drawn: str) -> list[str]:
    return [element.text or "" for element in fromstring(drawn).iter("text")]


def classes(element: Element) -> list[str]:
    return element.get("class", "").split()


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: f"{one.kind} {len(one.series)} {one.unit}")
def test_a_chart_may_stand_in_a_page(one: Chart) -> None:
    drawn = draw(one)

    assert fromstring(drawn).tag == "svg"
    assert FORBIDDEN.search(drawn) is None
    assert len(drawn.encode()) < LONGEST


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: f"{one.kind} {len(one.series)} {one.unit}")
def test_a_chart_is_drawn_the_same_each_time(one: Chart) -> None:
    assert svg(one) == svg(one)


def test_a_chart_is_the_same_in_another_process() -> None:
    code = (
        "from content.charts.drawing import svg\n"
        "from tests.content.charts.samples import chart\n"
        "print(svg(chart()), end='')"
    )
    again = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert again.stdout == svg(chart())


def test_a_chart_is_an_image_with_a_name_and_a_description() -> None:
    root = fromstring(draw(chart(key="chart-9", title="A & B", description="<up>")))
    named = [root.find(f"*[@id='{name}']") for name in root.get("aria-labelledby", "").split()]

    assert root.get("role") == "img"
    assert [one is not None and one.text for one in named] == ["A & B", "<up>"]


def test_charts_of_one_page_share_no_id() -> None:
    drawn = [draw(chart(key=key, kind=kind)) for key in ("a", "b") for kind in (Kind.LINE,)]
    found = [re.findall(r' id="([^"]+)"', one) for one in drawn]

    assert not set(found[0]) & set(found[1])
    assert all(len(one) == len(set(one)) for one in found)


def test_every_marker_that_is_used_is_there() -> None:
    drawn = draw(chart(AREAS, OTHERS))

    assert set(re.findall(r'href="#([^"]+)"', drawn)) <= set(re.findall(r'id="([^"]+)"', drawn))
    assert drawn.count("<use") == len(AREAS.points) + len(OTHERS.points) + 2


@pytest.mark.parametrize("kind", [Kind.LINE, Kind.BAR])
def test_a_provisional_value_is_hollow(kind: Kind) -> None:
    hollow = [one for one in fromstring(draw(chart(kind=kind))).iter() if "f-paper" in classes(one)]
    settled = draw(chart(Series("", AREAS.points[:2]), kind=kind))

    assert [classes(one) for one in hollow] == [["f-paper", "s-1"]]
    assert "f-paper" not in settled


def test_series_differ_in_more_than_colour() -> None:
    root = fromstring(draw(chart(AREAS, OTHERS)))
    lines = [one for one in root.iter("path") if one.get("stroke-width") == "2"]
    markers = {one.get("href") for one in root.iter("use")}

    assert len({one.get("stroke-dasharray") for one in lines}) == len(lines) == 2
    assert len(markers) > 2


@pytest.mark.parametrize(
    ("language", "written"),
    [("vi", "439,87"), ("en", "439.87"), ("ja", "439.87"), ("ko", "439.87")],
)
def test_values_are_written_in_the_language(language: str, written: str) -> None:
    assert written in texts(draw(chart(language=language)))


def test_money_is_written_in_words() -> None:
    drawn = texts(draw(chart(QUARTERS, unit=Unit.DONG, period=Period.QUARTER, language="ja")))

    assert drawn[-1] == "VND"
    assert "2兆5,000億" in drawn


def test_what_is_counted_stands_above_the_axis() -> None:
    assert texts(draw(chart(unit=Unit.COUNT, unit_words="công nhân")))[-1] == "công nhân"


def test_bars_begin_at_zero() -> None:
    high = Series("", (year(2024, "1000"), year(2025, "1001")))

    assert "0" in texts(draw(chart(high, kind=Kind.BAR)))
    assert "0" not in texts(draw(chart(high, kind=Kind.LINE)))


def test_a_line_keeps_the_distances_of_time() -> None:
    root = fromstring(draw(chart()))
    across = [float(one.get("x", "")) for one in root.iter("use")]

    assert (across[2] - across[1]) / (across[1] - across[0]) == pytest.approx(18 / 4, abs=0.05)


def test_a_chart_without_values_is_refused() -> None:
    with pytest.raises(ValueError, match="The chart chart-7 has no values"):
        draw(chart(Series("", ())))


def test_the_library_is_not_imported_before_a_chart_is_drawn() -> None:
    code = (
        "import sys, django; django.setup()\n"
        "from django.template import engines\n"
        "engines['django'].from_string('')\n"
        "import content.charts\n"
        "assert 'content.templatetags.portal' in sys.modules\n"
        "assert 'matplotlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
