"""Indicators: one figure over time, with what it counts, where it comes from and who answers for it."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from content.formats import Period, Unit
from content.indicators.charting import Drawing
from content.indicators.tables import as_csv, as_json
from content.indicators.values import Roughness
from content.models.base import PortalPage
from content.models.figures import DatedFigures


class IndicatorPage(DatedFigures, PortalPage):
    """An indicator: its definition, its values by period, a chart, a table and files."""

    definition = models.TextField(
        _("definition"), blank=True, help_text=_("What is counted, where, and by which rule.")
    )
    counted = models.CharField(
        _("what is counted"),
        max_length=80,
        blank=True,
        help_text=_("Stands after the number where the unit is a count, such as: species of birds."),
    )
    remarks = models.TextField(
        _("remarks"), blank=True, help_text=_("What a reader must know to compare the values with others.")
    )
    unit = models.CharField(_("unit"), max_length=40, choices=Unit.choices, default=Unit.COUNT)
    period = models.CharField(
        _("a value stands for"), max_length=12, choices=Period.choices, default=Period.YEAR
    )
    drawing = models.CharField(_("chart"), max_length=8, choices=Drawing.choices, default=Drawing.LINE)
    is_key_figure = models.BooleanField(
        _("key figure"), default=False, help_text=_("The newest value stands on the home page.")
    )

    template = "content/indicator.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    companion_files: ClassVar[Mapping[str, Callable[[Any], bytes]]] = {
        "data.csv": as_csv,
        "data.json": as_json,
    }
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldPanel("definition_vi", widget=AdminAutoHeightTextInput),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("unit"), FieldPanel("counted_vi")]),
                FieldRowPanel([FieldPanel("period"), FieldPanel("drawing")]),
                FieldPanel("is_key_figure"),
            ],
            heading=_("Measure"),
        ),
        InlinePanel("figures", heading=_("Values"), label=_("Value")),
        FieldPanel("remarks_vi", widget=AdminAutoHeightTextInput),
        *DatedFigures.figure_panels,
    ]

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")


class IndicatorValue(models.Model):
    """The value of one period."""

    page = ParentalKey(IndicatorPage, on_delete=models.CASCADE, related_name="figures")
    start = models.DateField(_("period"), help_text=_("The first day of the period, such as 1 January."))
    value = models.DecimalField(_("value"), max_digits=24, decimal_places=4)
    roughness = models.CharField(_("known"), max_length=8, choices=Roughness.choices, default=Roughness.EXACT)
    is_provisional = models.BooleanField(_("provisional"), default=False)
    as_of = models.DateField(
        _("as of"), null=True, blank=True, help_text=_("Where it differs from the page's own.")
    )

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("start"), FieldPanel("value"), FieldPanel("roughness")]),
        FieldRowPanel([FieldPanel("is_provisional"), FieldPanel("as_of")]),
    ]

    class Meta:
        verbose_name = _("value")
        verbose_name_plural = _("values")
        ordering = ["start", "pk"]
        constraints = [models.UniqueConstraint(fields=["page", "start"], name="one_value_a_period")]

    def __str__(self) -> str:
        return f"{self.start}: {self.value}"


IndicatorPage.edit_handler = IndicatorPage.editing_tabs()
