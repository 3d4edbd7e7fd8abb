"""The cost of doing business: the same basket each year, in two currencies."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from content.formats import DENOMINATORS, Unit
from content.indicators.costs import CostGroup, as_csv, as_json
from content.models.base import PortalPage
from content.models.figures import DatedFigures
from media.multilingual import SourceLanguageMixin, SourceQuerySet

_PER = [(unit.value, unit.label) for unit in Unit if unit in DENOMINATORS]
_PRICE: dict[str, Any] = {"max_digits": 18, "decimal_places": 4, "null": True, "blank": True}
_AT_LEAST_NOTHING = [MinValueValidator(0)]


@register_snippet
class CostItem(SourceLanguageMixin, index.Indexed, models.Model):
    """One thing of the basket. It stays the same over the years, so that its prices can be compared."""

    name = models.CharField(_("name"), max_length=255)
    coverage = models.CharField(
        _("what the price includes"),
        max_length=255,
        blank=True,
        help_text=_("What the price includes, and what it does not."),
    )
    code = models.SlugField(_("code"), unique=True, help_text=_("A short Latin code, such as office-rent."))
    group = models.CharField(_("group"), max_length=12, choices=CostGroup.choices, default=CostGroup.OTHER)
    per = models.CharField(_("for each"), max_length=40, choices=_PER, blank=True)
    per_also = models.CharField(_("and each"), max_length=40, choices=_PER, blank=True)
    position = models.PositiveSmallIntegerField(_("position in the basket"), default=0)

    objects = SourceQuerySet.as_manager()

    panels = [
        FieldPanel("name_vi"),
        FieldPanel("coverage_vi"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("group"), FieldPanel("position")]),
        FieldRowPanel([FieldPanel("per"), FieldPanel("per_also")]),
    ]
    search_fields = [index.SearchField("name_vi"), index.AutocompleteField("name_vi")]

    class Meta:
        verbose_name = _("item of the cost basket")
        verbose_name_plural = _("items of the cost basket")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name_vi or self.code

    @property
    def denominators(self) -> tuple[str, ...]:
        """What the price is for each of, as codes of units."""
        return tuple(one for one in (self.per, self.per_also) if one)


class CostPage(DatedFigures, PortalPage):
    """The costs of one year."""

    year = models.PositiveSmallIntegerField(_("year"))
    remarks = models.TextField(_("remarks"), blank=True)

    template = "content/costs.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    companion_files: ClassVar[Mapping[str, Callable[[Any], bytes]]] = {
        "data.csv": as_csv,
        "data.json": as_json,
    }
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldPanel("year"),
        InlinePanel("costs", heading=_("Costs"), label=_("Cost")),
        FieldPanel("remarks_vi"),
        *DatedFigures.figure_panels,
    ]

    class Meta:
        verbose_name = _("cost of doing business")
        verbose_name_plural = _("costs of doing business")


class Cost(Orderable):
    """The price of one thing of the basket; a thing without a price is said to have none yet."""

    page = ParentalKey(CostPage, on_delete=models.CASCADE, related_name="costs")
    item = models.ForeignKey(
        CostItem, on_delete=models.PROTECT, related_name="costs", verbose_name=_("item of the cost basket")
    )
    vnd_low = models.DecimalField(_("VND from"), validators=_AT_LEAST_NOTHING, **_PRICE)
    vnd_high = models.DecimalField(_("VND to"), validators=_AT_LEAST_NOTHING, **_PRICE)
    usd_low = models.DecimalField(_("USD from"), validators=_AT_LEAST_NOTHING, **_PRICE)
    usd_high = models.DecimalField(_("USD to"), validators=_AT_LEAST_NOTHING, **_PRICE)
    as_of = models.DateField(
        _("as of"), null=True, blank=True, help_text=_("Where it differs from the page's own.")
    )

    panels: ClassVar[list[Any]] = [
        FieldPanel("item"),
        FieldRowPanel([FieldPanel("vnd_low"), FieldPanel("vnd_high")]),
        FieldRowPanel([FieldPanel("usd_low"), FieldPanel("usd_high")]),
        FieldPanel("as_of"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("cost")
        verbose_name_plural = _("costs")
        constraints = [models.UniqueConstraint(fields=["page", "item"], name="one_price_a_thing")]

    def __str__(self) -> str:
        return str(self.item)

    def clean(self) -> None:
        """Check that prices run from low to high.

        Raises:
            ValidationError: one does not.
        """
        super().clean()
        for low, high in (("vnd_low", "vnd_high"), ("usd_low", "usd_high")):
            first, last = getattr(self, low), getattr(self, high)
            if first is not None and last is not None and last < first:
                raise ValidationError(
                    {high: _("The price ends below its beginning. Correct one of the two numbers.")}
                )


CostPage.edit_handler = CostPage.editing_tabs()
