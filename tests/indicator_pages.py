"""Pages with figures, for tests."""

import itertools
from datetime import date
from decimal import Decimal
from typing import Any

from content.formats import Unit
from content.models import Cost, CostItem, CostPage, IndicatorPage, IndicatorValue, PortalPage
from tests import factories

_numbers = itertools.count(1)
PARKS = ((2003, "285.37"), (2007, "439.87"), (2025, "819.87"))


def indicator(
    values: tuple[tuple[int, str], ...] = PARKS, parent: PortalPage | None = None, **fields: Any
) -> IndicatorPage:
    """Return a new live indicator in hectares with a value for each year; the newest is provisional."""
    number = next(_numbers)
    settings: dict[str, Any] = {
        "title_vi": f"Diện tích khu công nghiệp {number}",
        "slug": f"chi-so-{number}",
        "definition_vi": "Tổng diện tích theo quyết định.",
        "figure_source_vi": "Quyết định thành lập",
        "unit": Unit.HECTARE,
        "as_of": date(2026, 6, 30),
        "review_by": date(2027, 6, 30),
    }
    page = IndicatorPage(**(settings | fields))
    rows = [
        IndicatorValue(start=date(year, 1, 1), value=Decimal(value), is_provisional=year == values[-1][0])
        for year, value in values
    ]
    page.figures.set(rows)
    (parent or factories.home()).add_child(instance=page)
    return page


def item(**fields: Any) -> CostItem:
    """Return a new thing of the basket: a rent for each square metre and month."""
    number = next(_numbers)
    settings: dict[str, Any] = {
        "name_vi": f"Thuê nhà xưởng {number}",
        "code": f"item-{number}",
        "group": "land",
        "per": Unit.SQUARE_METRE,
        "per_also": Unit.MONTH,
    }
    made = CostItem(**(settings | fields))
    made.save()
    return made


def costs(*rows: Cost, parent: PortalPage | None = None, **fields: Any) -> CostPage:
    """Return a new live page of costs."""
    number = next(_numbers)
    settings: dict[str, Any] = {
        "title_vi": f"Chi phí kinh doanh {number}",
        "slug": f"chi-phi-{number}",
        "year": 2026,
        "figure_source_vi": "Sở quản lý",
        "as_of": date(2026, 6, 30),
    }
    page = CostPage(**(settings | fields))
    page.costs.set(rows)
    (parent or factories.home()).add_child(instance=page)
    return page
