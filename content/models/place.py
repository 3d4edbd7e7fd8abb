"""Places that pages name: where something is, and what distances are measured to."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from media.multilingual import SourceLanguageMixin, SourceQuerySet


class PlaceKind(models.TextChoices):
    """What a place is to a reader."""

    CITY = "city", _("city or town")
    AIRPORT = "airport", _("airport")
    SEAPORT = "seaport", _("seaport")
    STATION = "station", _("railway station")
    ROAD = "road", _("road")
    HERITAGE = "heritage", _("heritage site")
    NATURE = "nature", _("nature reserve")
    VENUE = "venue", _("venue")
    AREA = "area", _("area")


@register_snippet
class Place(SourceLanguageMixin, index.Indexed, models.Model):
    """A named place; its position in degrees (WGS 84), where it was measured."""

    name = models.CharField(_("name"), max_length=255)
    address = models.CharField(_("address"), max_length=255, blank=True)
    code = models.SlugField(_("code"), unique=True, help_text=_("A short Latin code, such as noi-bai."))
    kind = models.CharField(_("kind"), max_length=12, choices=PlaceKind.choices, default=PlaceKind.VENUE)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(-90)), MaxValueValidator(Decimal(90))],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(-180)), MaxValueValidator(Decimal(180))],
    )

    objects = SourceQuerySet.as_manager()

    panels = [
        FieldPanel("name_vi"),
        FieldPanel("address_vi"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
    ]
    search_fields = [index.SearchField("name_vi"), index.AutocompleteField("name_vi")]

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name_vi"]

    def __str__(self) -> str:
        return self.name_vi or self.code
