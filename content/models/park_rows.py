"""The rows of a park's sheet: decisions, sectors, distances and documents. Values and keys only."""

from decimal import Decimal
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from content.models.park import ParkPage
from content.parks.enums import DecisionRole


class ParkDecision(Orderable):
    """A legal document, and what it did for the park."""

    page = ParentalKey(ParkPage, on_delete=models.CASCADE, related_name="decisions")
    role = models.CharField(
        _("role"), max_length=16, choices=DecisionRole.choices, default=DecisionRole.ESTABLISHMENT
    )
    document = models.ForeignKey(
        "content.LegalDocument", on_delete=models.CASCADE, related_name="+", verbose_name=_("legal document")
    )

    panels = [FieldRowPanel([FieldPanel("role"), FieldPanel("document")])]

    class Meta(Orderable.Meta):
        verbose_name = _("legal decision")


class ParkSector(Orderable):
    """A sector that may settle in the park."""

    page = ParentalKey(ParkPage, on_delete=models.CASCADE, related_name="sectors")
    sector = models.ForeignKey(
        "content.SectorPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("sector")
    )

    panels = [PageChooserPanel("sector", "content.SectorPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("permitted sector")


class ParkDistance(Orderable):
    """How far a place is from the park, by road, in kilometres."""

    page = ParentalKey(ParkPage, on_delete=models.CASCADE, related_name="distances")
    place = models.ForeignKey(
        "content.Place", on_delete=models.CASCADE, related_name="+", verbose_name=_("place")
    )
    kilometres = models.DecimalField(
        _("kilometres"), max_digits=6, decimal_places=1, validators=[MinValueValidator(Decimal(0))]
    )

    panels = [FieldRowPanel([FieldPanel("place"), FieldPanel("kilometres")])]

    class Meta(Orderable.Meta):
        verbose_name = _("distance")


class ParkDocument(Orderable):
    """A document to download. Readers see it once it is cleared."""

    page = ParentalKey(ParkPage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "media.PortalDocument", on_delete=models.CASCADE, related_name="+", verbose_name=_("document")
    )

    panels: list[Any] = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("document")
