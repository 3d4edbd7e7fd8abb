"""Blocks that show an indicator wherever it is written about: the figure changes everywhere at once."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.charts import Chart, Kind, Point, Series, draw
from content.formats import Period, Unit

_NEWEST = 2024
_VALUES = {2020: 4, 2021: 5, 2022: 8, 2023: 13, _NEWEST: 20}
_EXAMPLE = Chart(
    key="chart-example",
    kind=Kind.LINE,
    title="Chỉ số mẫu",
    description="",
    unit=Unit.COUNT,
    period=Period.YEAR,
    series=(
        Series(
            "", tuple(Point(date(at, 1, 1), Decimal(value), at == _NEWEST) for at, value in _VALUES.items())
        ),
    ),
    language="vi",
)


class FigureBlock(blocks.StructBlock):
    """The newest values of up to four indicators."""

    indicators = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="content.IndicatorPage", label=_("Indicator")),
        label=_("Indicators"),
        min_num=1,
        max_num=4,
    )

    class Meta:
        icon = "order"
        label = _("Figures")
        description = _("The newest values of indicators, with their dates and sources.")
        template = "content/blocks/figures.html"
        preview_template = "content/blocks/figures_preview.html"
        preview_value: ClassVar[dict[str, Any]] = {"indicators": []}


class ChartBlock(blocks.StructBlock):
    """The chart of an indicator with its table."""

    indicator = blocks.PageChooserBlock(page_type="content.IndicatorPage", label=_("Indicator"))

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Return a drawn example: the preview has no indicator of its own."""
        context: dict[str, Any] = super().get_preview_context(value, parent_context)
        # ElementTree wrote it, and escaped what is in it.
        return {**context, "drawing": mark_safe(draw(_EXAMPLE))}  # noqa: S308 - nobody's input is in it

    class Meta:
        icon = "history"
        label = _("Chart")
        description = _("The values of an indicator over time, as a chart and a table.")
        template = "content/blocks/chart.html"
        preview_template = "content/blocks/chart_preview.html"
        preview_value: ClassVar[dict[str, Any]] = {"indicator": None}
