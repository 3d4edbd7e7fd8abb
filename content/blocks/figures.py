"""Blocks that show an indicator wherever it is written about: the figure changes everywhere at once."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


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


class ChartBlock(blocks.StructBlock):
    """The chart of an indicator with its table."""

    indicator = blocks.PageChooserBlock(page_type="content.IndicatorPage", label=_("Indicator"))

    class Meta:
        icon = "history"
        label = _("Chart")
        description = _("The values of an indicator over time, as a chart and a table.")
        template = "content/blocks/chart.html"
