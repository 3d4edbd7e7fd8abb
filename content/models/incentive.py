"""Investment incentives: what is granted, to whom, on which legal basis, and until when."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from content.blocks import BodyBlock
from content.fields import StreamField
from content.models.base import PortalPage
from content.models.figures import DatedFigures
from content.models.investment import Coded, LegalBasis, check_days, sum_of_money
from content.parks.enums import Currency


def _share(label: Any) -> Any:
    bounds = [MinValueValidator(0), MaxValueValidator(100)]
    return models.DecimalField(
        label, max_digits=5, decimal_places=2, null=True, blank=True, validators=bounds
    )


class IncentiveKind(models.TextChoices):
    """What is granted."""

    INCOME_TAX = "income-tax", _("corporate income tax")
    LAND_RENT = "land-rent", _("land rent and land use fee")
    IMPORT_DUTY = "import-duty", _("import duty")
    TRAINING = "training", _("training support")
    INFRASTRUCTURE = "infrastructure", _("infrastructure support")
    PROCEDURE = "procedure", _("support with procedures")


class IncentiveArea(models.TextChoices):
    """Where an incentive holds, in the terms of the law on investment."""

    ANYWHERE = "anywhere", _("everywhere")
    INDUSTRIAL_PARK = "industrial-park", _("industrial parks")
    ECONOMIC_ZONE = "economic-zone", _("economic zones")
    HIGH_TECH = "high-tech", _("high-tech parks")
    DIFFICULT = "difficult", _("areas with difficult conditions")
    VERY_DIFFICULT = "very-difficult", _("areas with especially difficult conditions")


class IncentivePage(Coded, DatedFigures, PortalPage):
    """An incentive: sector × area × scale, what is granted, and the law behind it."""

    kind = models.CharField(_("kind"), max_length=16, choices=IncentiveKind.choices)
    least_capital = sum_of_money(_("capital of at least"))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.VND)
    least_jobs = models.PositiveIntegerField(_("jobs of at least"), null=True, blank=True)
    rate = _share(_("preferential rate (%)"))
    rate_years = models.PositiveSmallIntegerField(_("years of this rate"), null=True, blank=True)
    exempt_years = models.PositiveSmallIntegerField(_("years of exemption"), null=True, blank=True)
    is_exempt_throughout = models.BooleanField(_("exempt for the whole term"), default=False)
    reduction = _share(_("reduction after that (%)"))
    reduction_years = models.PositiveSmallIntegerField(_("years of reduction"), null=True, blank=True)
    support = sum_of_money(_("support of up to"))
    conditions = models.TextField(_("conditions"), blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(
        _("valid to"), null=True, blank=True, help_text=_("The last day on which it can be applied for.")
    )
    decided_by = models.ForeignKey(
        "content.Agency",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who decides"),
    )
    contact = models.ForeignKey(
        "content.ContactDesk",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact desk"),
    )
    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))

    template = "content/incentive.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    search_fields = [*PortalPage.search_fields, *Coded.code_search_fields]
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("code"), FieldPanel("kind")])], heading=_("1. The incentive")
        ),
        InlinePanel("sectors", heading=_("2. Sectors"), label=_("Sector")),
        InlinePanel("areas", heading=_("3. Areas"), label=_("Area")),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("least_capital"), FieldPanel("currency"), FieldPanel("least_jobs")]
                ),
                FieldPanel("conditions_vi"),
            ],
            heading=_("4. Scale and conditions"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("rate"), FieldPanel("rate_years")]),
                FieldRowPanel([FieldPanel("exempt_years"), FieldPanel("is_exempt_throughout")]),
                FieldRowPanel([FieldPanel("reduction"), FieldPanel("reduction_years")]),
                FieldPanel("support"),
            ],
            heading=_("5. What is granted"),
        ),
        InlinePanel("legal_bases", heading=_("6. Legal basis"), label=_("Legal document")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                FieldPanel("decided_by"),
                FieldPanel("contact"),
            ],
            heading=_("7. Validity and contact"),
        ),
        *DatedFigures.figure_panels,
        FieldPanel("body_vi"),
    ]

    class Meta:
        verbose_name = _("investment incentive")
        verbose_name_plural = _("investment incentives")

    def clean(self) -> None:
        """Check the days, and that what is granted can be understood.

        Raises:
            ValidationError: it ends before it begins, or half of a grant is missing.
        """
        super().clean()
        check_days(self.valid_from, self.valid_to, "valid_to")
        errors: dict[str, Any] = {}
        if self.reduction_years and self.reduction is None:
            errors["reduction"] = _("Say by how many percent it is reduced in these years.")
        if self.rate_years and self.rate is None:
            errors["rate"] = _("Say which rate holds in these years.")
        if self.is_exempt_throughout and self.exempt_years:
            errors["exempt_years"] = _(
                "It is exempt for the whole term or for some years. Fill in one of the two."
            )
        if errors:
            raise ValidationError(errors)


class IncentiveSectorRow(Orderable):
    """A sector that an incentive is for."""

    page = ParentalKey(IncentivePage, on_delete=models.CASCADE, related_name="sectors")
    sector = models.ForeignKey(
        "content.SectorPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("sector")
    )

    panels = [FieldPanel("sector")]


class IncentiveAreaRow(Orderable):
    """Where an incentive holds: a kind of area, or one place of that kind."""

    page = ParentalKey(IncentivePage, on_delete=models.CASCADE, related_name="areas")
    area = models.CharField(_("area"), max_length=16, choices=IncentiveArea.choices)
    place = models.ForeignKey(
        "content.Place",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place"),
    )

    panels = [FieldRowPanel([FieldPanel("area"), FieldPanel("place")])]


class IncentiveLegalBasis(LegalBasis):
    """A legal document that an incentive rests on."""

    page = ParentalKey(IncentivePage, on_delete=models.CASCADE, related_name="legal_bases")


IncentivePage.edit_handler = IncentivePage.editing_tabs()
