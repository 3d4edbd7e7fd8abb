"""The sheet of an industrial park, a cluster or an economic zone."""

from decimal import Decimal
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from content.blocks import BodyBlock
from content.fields import StreamField
from content.models.base import PortalPage
from content.models.columns import NOT_NEGATIVE, amount, degrees, hectares, hundredths, year
from content.models.figures import DatedFigures
from content.parks import checks, land
from content.parks.enums import Availability, Currency, ParkKind, ParkStatus, PowerUnit, PriceBasis
from content.parks.panels import PARK_PANELS
from content.parks.sheet import one_page_sheet
from content.slugs import page_slug

_BANDS = ((Decimal(10), Availability.UNDER_10), (Decimal(50), Availability.UNDER_50))


class ParkPage(DatedFigures, PortalPage):
    """A park with its land, prices and supplies. What is not known stays empty; nothing unknown is 0.

    Areas in hectares, capacities of water in cubic metres a day, the position on the diagram in
    hundredths from its upper left corner, and in degrees (WGS 84).
    """

    code = models.SlugField(
        _("code"),
        max_length=60,
        unique=True,
        null=True,
        blank=True,
        help_text=_(
            "A short Latin code, such as hoa-xa, by which tables know it. Made of the slug if empty."
        ),
    )
    park_kind = models.CharField(_("kind"), max_length=8, choices=ParkKind.choices, default=ParkKind.PARK)
    status = models.CharField(_("status"), max_length=12, choices=ParkStatus.choices, blank=True)
    developer = models.CharField(_("developer of the infrastructure"), max_length=255, blank=True)
    established = year(_("established in (year)"))
    planned_area = hectares(_("area in the master plan (ha)"))
    total_area = hectares(_("total area (ha)"))
    leasable_area = hectares(_("leasable area (ha)"))
    leased_area = hectares(_("leased area (ha)"), validators=[NOT_NEGATIVE])
    term_from = year(_("term from (year)"))
    term_to = year(_("term to (year)"))
    term_years = models.PositiveSmallIntegerField(
        _("term in years"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(99)],
    )
    price_low = amount(_("price for 1 m² from"))
    price_high = amount(_("price for 1 m² to"))
    price_currency = models.CharField(
        _("currency of the price"), max_length=3, choices=Currency.choices, blank=True
    )
    price_basis = models.CharField(
        _("the price covers"), max_length=8, choices=PriceBasis.choices, blank=True
    )
    fee = amount(_("management fee for 1 m²"), validators=[NOT_NEGATIVE])
    fee_currency = models.CharField(
        _("currency of the fee"), max_length=3, choices=Currency.choices, blank=True
    )
    fee_basis = models.CharField(_("the fee covers"), max_length=8, choices=PriceBasis.choices, blank=True)
    power = amount(_("power supply"))
    power_unit = models.CharField(
        _("unit of the power supply"), max_length=3, choices=PowerUnit.choices, blank=True
    )
    water = amount(_("water supply (m³ a day)"))
    wastewater = amount(_("wastewater treatment (m³ a day)"))
    gas = models.BooleanField(_("gas"), null=True, blank=True)
    telecom = models.BooleanField(_("telecommunications"), null=True, blank=True)
    measured_from = models.CharField(
        _("distances are measured from"),
        max_length=160,
        blank=True,
        help_text=_("The point at the park, such as: the main gate."),
    )
    map_x = hundredths(_("on the diagram, from the left (%)"))
    map_y = hundredths(_("on the diagram, from the top (%)"))
    latitude = degrees(_("latitude"), 90)
    longitude = degrees(_("longitude"), 180)
    contact = models.ForeignKey(
        "content.ContactDesk",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact desk"),
    )
    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))

    template = "content/park.html"
    companion_files = {"sheet/index.html": one_page_sheet}
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    exclude_fields_in_copy: ClassVar[list[str]] = ["code"]
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        *PARK_PANELS,
        *DatedFigures.figure_panels,
        FieldPanel("body_vi"),
    ]

    class Meta:
        verbose_name = _("industrial park, cluster or economic zone")

    @property
    def available_area(self) -> Decimal | None:
        """The hectares that can still be leased; none where the park is full, None where it is unknown."""
        if self.status == ParkStatus.FULL:
            return Decimal(0)
        return land.available(self.leasable_area, self.leased_area)

    @property
    def occupancy(self) -> Decimal | None:
        """The leased share of the leasable area in hundredths; None where an area is unknown."""
        return land.occupancy(self.leasable_area, self.leased_area)

    @property
    def is_full(self) -> bool:
        """Whether no land is left."""
        return self.available_area == 0

    @property
    def availability(self) -> str:
        """The band of the available area, a code of `Availability`; empty where that is unknown."""
        left = self.available_area
        if left is None:
            return ""
        if not left:
            return Availability.NONE
        return next((band for most, band in _BANDS if left < most), Availability.OVER_50)

    def clean(self) -> None:
        """Check that the values fit one another; a park without a code gets its slug.

        Raises:
            ValidationError: they do not; one sentence for each field that does not fit.
        """
        super().clean()
        if not self.code and not self.alias_of_id:
            self.code = self._free_code()
        faults = checks.faults(self)
        if faults:
            raise ValidationError(faults)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the page; an alias has no code, since it is no second park."""
        if self.alias_of_id:
            self.code = None
        return super().save(*args, **kwargs)

    def _free_code(self) -> str | None:
        taken = set(ParkPage.objects.exclude(pk=self.pk).values_list("code", flat=True))
        base = page_slug(self.slug)[:54]
        candidates = (base, *(f"{base}-{number}" for number in range(2, 1000)))
        return next((one for one in candidates if one and one not in taken), None)


ParkPage.edit_handler = ParkPage.editing_tabs()
