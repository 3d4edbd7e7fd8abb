"""Values in templates follow the language being rendered; a value nobody knows leaves nothing."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.template import Context, Template

from content.surroundings import rendering_in
from tests.content.fakes import FakeSurroundings


def written(source: str, language: str = "vi", **values: Any) -> str:
    with rendering_in(FakeSurroundings(language=language)):
        return Template("{% load figures %}" + source).render(Context(values))


@pytest.mark.parametrize(
    ("source", "value", "vi", "ja"),
    [
        ("{{ value|number }}", Decimal("1668.57"), "1.668,57", "1,668.57"),
        ("{{ value|number:1 }}", Decimal(3), "3,0", "3.0"),
        ("{{ value|percent }}", Decimal("87.6"), "87,6%", "87.6%"),
        ("{{ value|area }}", Decimal("285.37"), "285,37 ha", "285.37 ha"),
        ("{{ value|distance }}", Decimal("27.6"), "27,6 km", "27.6 km"),
        ('{{ value|quantity:"power-megawatt" }}', 40, "40 MW", "40 MW"),
        ("{{ value|ordinal }}", 7, "thứ 7", "7 番目"),
        ('{% money value "VND" %}', 2_249_000_000_000, "2.249 tỷ đồng", "2兆2,490億ドン"),
        ('{% price value 80 "USD" "area-square-meter" %}', 70, "70-80 USD/m²", "70～80 USD/m²"),
        ('{% rate value "volume-cubic-meter" "duration-day" %}', 9, "9 m³/ngày", "9 m³/日"),
        ("{% days value %}", date(2026, 3, 4), "4 tháng 3 năm 2026", "2026年3月4日"),
        ("{{ value|month }}", date(2026, 3, 4), "tháng 3 năm 2026", "2026年3月"),
        ("{{ value|quarter }}", date(2026, 3, 4), "Quý 1 năm 2026", "2026年第1四半期"),
        ("{{ value|year }}", date(2026, 3, 4), "2026", "2026年"),
    ],
)
def test_a_value_is_written_in_the_language_being_rendered(source: str, value: Any, vi: str, ja: str) -> None:
    assert written(source, value=value) == vi
    assert written(source, "ja", value=value) == ja


@pytest.mark.parametrize(
    "source",
    [
        "{{ value|number }}",
        "{{ value|percent }}",
        "{{ value|area }}",
        "{{ value|distance }}",
        '{{ value|quantity:"power-megawatt" }}',
        "{{ value|ordinal }}",
        '{% money value "VND" %}',
        '{% price value value "USD" %}',
        '{% rate value "volume-cubic-meter" "duration-day" %}',
        "{% days value %}",
        "{{ value|month }}",
        "{{ value|quarter }}",
        "{{ value|year }}",
    ],
)
def test_a_value_nobody_knows_leaves_nothing(source: str) -> None:
    assert written(source, value=None) == ""
    assert written(source) == ""


def test_a_price_with_one_end_is_that_price() -> None:
    assert written('{% price low high "USD" %}', low=None, high=80) == "80 USD"


def test_two_days_are_a_range() -> None:
    first, last = date(2026, 9, 15), date(2026, 9, 20)

    assert written("{% days first last %}", "en", first=first, last=last) == "15–20 September 2026"
