"""Charts to draw."""

from datetime import date
from decimal import Decimal
from typing import Any

from content.charts import Chart, Kind, Point, Series
from content.formats import Period, Unit


def year(number: int, value: str, *, provisional: bool = False) -> Point:
    return Point(date(number, 1, 1), Decimal(value), provisional)


AREAS = Series("Hòa Xá", (year(2003, "285.37"), year(2007, "439.87"), year(2025, "819.87", provisional=True)))
OTHERS = Series("Bảo Minh", (year(2003, "185.37"), year(2007, "539.87"), year(2025, "719.87")))
QUARTERS = Series(
    "",
    tuple(
        Point(date(2017 + at // 4, at % 4 * 3 + 1, 1), Decimal(2_000_000_000_000 + at * 37_000_000_000))
        for at in range(36)
    ),
)


def chart(*series: Series, **fields: Any) -> Chart:
    """Return a line of areas by year in Vietnamese, unless *fields* say otherwise."""
    settings: dict[str, Any] = {
        "key": "chart-7",
        "kind": Kind.LINE,
        "title": "Diện tích",
        "description": "Từ 2003 đến 2025",
        "unit": Unit.HECTARE,
        "period": Period.YEAR,
        "language": "vi",
    }
    return Chart(series=series or (AREAS,), **(settings | fields))
