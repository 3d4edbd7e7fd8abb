"""Administrative procedures: the steps, who takes them, how long they take and what they cost."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from content.blocks import BodyBlock, StepsBlock
from content.fields import StreamField
from content.models.base import PortalPage
from content.models.figures import DatedFigures
from content.models.investment import Coded, LegalBasis, digest_with


class ProcedureStage(models.TextChoices):
    """When in the life of a project a procedure is due."""

    PREPARE = "prepare", _("preparing")
    INVESTMENT = "investment", _("registering the investment")
    ENTERPRISE = "enterprise", _("founding the enterprise")
    LAND = "land", _("land")
    CONSTRUCTION = "construction", _("construction")
    OPERATION = "operation", _("operation")


class ProcedurePage(Coded, DatedFigures, PortalPage):
    """An administrative procedure as a table of steps. Its as-of day is the day it was last checked."""

    stage = models.CharField(
        _("stage"), max_length=12, choices=ProcedureStage.choices, default=ProcedureStage.INVESTMENT
    )
    steps = StreamField(StepsBlock(), verbose_name=_("steps"))
    caution = models.TextField(
        _("caution"),
        blank=True,
        help_text=_("What a reader has to know before relying on the table; shown above it."),
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

    template = "content/procedure.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    search_fields = [*PortalPage.search_fields, *Coded.code_search_fields]
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("code"), FieldPanel("stage")])], heading=_("1. The procedure")
        ),
        MultiFieldPanel([FieldPanel("caution_vi"), FieldPanel("steps_vi")], heading=_("2. Steps")),
        InlinePanel("legal_bases", heading=_("3. Legal basis"), label=_("Legal document")),
        MultiFieldPanel([FieldPanel("contact")], heading=_("4. Contact")),
        *DatedFigures.figure_panels,
        FieldPanel("body_vi"),
    ]

    class Meta:
        verbose_name = _("administrative procedure")
        verbose_name_plural = _("administrative procedures")

    def _values_digest(self) -> str:
        """Return a digest of days, fees and laws too, which stand in a stream."""
        names = ("law", "law_number", "days", "fee", "currency", "url")
        return digest_with(super()._values_digest(), self.steps_vi, names)


class ProcedureLegalBasis(LegalBasis):
    """A legal document that a procedure rests on."""

    page = ParentalKey(ProcedurePage, on_delete=models.CASCADE, related_name="legal_bases")


ProcedurePage.edit_handler = ProcedurePage.editing_tabs()
