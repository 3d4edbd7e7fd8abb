"""Projects that call for investment, as the department's project sheets describe them."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from content.blocks import BodyBlock
from content.fields import StreamField
from content.models.base import PortalPage
from content.models.figures import DatedFigures
from content.models.investment import (
    Attachment,
    Coded,
    LegalBasis,
    check_days,
    check_range,
    sum_of_money,
)
from content.parks.enums import Currency


class InvestmentForm(models.TextChoices):
    """The forms in which a project may be invested in."""

    FOREIGN = "foreign", _("Wholly foreign-owned")
    JOINT_VENTURE = "joint-venture", _("joint venture")
    PARTNERSHIP = "ppp", _("public-private partnership (PPP)")
    CONTRACT = "bcc", _("business cooperation contract (BCC)")
    DOMESTIC = "domestic", _("domestic capital")
    ANY = "any", _("any form that the law allows")


class ProjectStatus(models.TextChoices):
    """Where a project stands."""

    CALLING = "calling", _("calling for investors")
    APPRAISAL = "appraisal", _("under appraisal")
    TAKEN = "taken", _("investor selected")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ProjectPage(Coded, DatedFigures, PortalPage):
    """A project calling for investment."""

    sector = models.ForeignKey(
        "content.SectorPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("sector"),
    )
    park = models.ForeignKey(
        "content.ParkPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("industrial park"),
    )
    place = models.ForeignKey(
        "content.Place",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place"),
    )
    location = models.CharField(
        _("location in words"),
        max_length=255,
        blank=True,
        help_text=_("Where there is no place to choose, or to say more, such as which communes."),
    )
    land_area = models.DecimalField(
        _("land area (ha)"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    site_state = models.CharField(
        _("state of the site"),
        max_length=255,
        blank=True,
        help_text=_("Such as: cleared land, site clearance under way."),
    )
    capital_from = sum_of_money(_("capital from"))
    capital_to = sum_of_money(_("capital to"))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.VND)
    form = models.CharField(
        _("form of investment"), max_length=16, choices=InvestmentForm.choices, blank=True
    )
    term_years = models.PositiveSmallIntegerField(_("term (years)"), null=True, blank=True)
    objectives = models.TextField(_("objectives"), blank=True)
    scale = models.TextField(
        _("scale"),
        blank=True,
        help_text=_("Capacity, lengths, numbers of units, as the decision names them."),
    )
    status = models.CharField(
        _("status"), max_length=12, choices=ProjectStatus.choices, default=ProjectStatus.CALLING
    )
    called_on = models.DateField(_("called for since"), null=True, blank=True)
    called_until = models.DateField(
        _("called for until"),
        null=True,
        blank=True,
        help_text=_("The last day of the call. After it readers are told that the call has ended."),
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

    template = "content/project.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    search_fields = [*PortalPage.search_fields, *Coded.code_search_fields]
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("code"), FieldPanel("status")]), FieldPanel("sector")],
            heading=_("1. The project"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("park"), FieldPanel("place")]),
                FieldPanel("location_vi"),
                FieldRowPanel([FieldPanel("land_area"), FieldPanel("site_state_vi")]),
            ],
            heading=_("2. Site"),
        ),
        MultiFieldPanel([FieldPanel("objectives_vi"), FieldPanel("scale_vi")], heading=_("3. Objectives")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("capital_from"), FieldPanel("capital_to"), FieldPanel("currency")]),
                FieldRowPanel([FieldPanel("form"), FieldPanel("term_years")]),
            ],
            heading=_("4. Capital and form of investment"),
        ),
        InlinePanel("legal_bases", heading=_("5. Legal basis"), label=_("Legal document")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("called_on"), FieldPanel("called_until")]), FieldPanel("contact")],
            heading=_("6. Call and contact"),
        ),
        InlinePanel("attachments", heading=_("7. Documents"), label=_("Document")),
        *DatedFigures.figure_panels,
        FieldPanel("body_vi"),
    ]

    class Meta:
        verbose_name = _("project calling for investment")
        verbose_name_plural = _("projects calling for investment")

    def clean(self) -> None:
        """Check the days of the call and the sums.

        Raises:
            ValidationError: the call ends before it begins, the upper sum is less than the lower, or
                figures stand without the day for which they hold.
        """
        super().clean()
        check_days(self.called_on, self.called_until, "called_until")
        check_range(self.capital_from, self.capital_to, "capital_to")
        figures = (self.capital_from, self.capital_to, self.land_area)
        if any(one is not None for one in figures) and self.as_of is None:
            raise ValidationError({"as_of": _("Say for which day the area and the capital hold.")})


class ProjectLegalBasis(LegalBasis):
    """A legal document that a project rests on."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="legal_bases")


class ProjectAttachment(Attachment):
    """A document of a project."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="attachments")


ProjectPage.edit_handler = ProjectPage.editing_tabs()
