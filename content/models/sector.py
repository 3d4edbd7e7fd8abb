"""Sectors of the economy: what there is, what speaks for them, and the figures."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from content.blocks import AdvantagesBlock, BodyBlock, KeyFiguresBlock
from content.fields import StreamField
from content.models.base import PortalPage
from content.models.figures import DatedFigures
from content.models.investment import digest_with


class SectorPage(DatedFigures, PortalPage):
    """A sector of the economy: what there is, who is there, and what is looked for."""

    overview = models.TextField(
        _("what there is"), blank=True, help_text=_("Two or three sentences: enterprises, crafts, products.")
    )
    advantages = StreamField(AdvantagesBlock(required=False), blank=True, verbose_name=_("advantages"))
    key_figures = StreamField(KeyFiguresBlock(required=False), blank=True, verbose_name=_("key figures"))
    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))
    contact = models.ForeignKey(
        "content.ContactDesk",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact desk"),
    )

    template = "content/sector.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("overview_vi"), FieldPanel("advantages_vi")], heading=_("1. What there is")
        ),
        MultiFieldPanel([FieldPanel("key_figures_vi")], heading=_("2. Key figures")),
        *DatedFigures.figure_panels,
        MultiFieldPanel([FieldPanel("contact")], heading=_("3. Contact")),
        FieldPanel("body_vi"),
    ]

    class Meta:
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")

    def _values_digest(self) -> str:
        """Return a digest of the figures too, which stand in a stream."""
        return digest_with(super()._values_digest(), self.key_figures_vi, ("value", "unit", "as_of", "url"))


SectorPage.edit_handler = SectorPage.editing_tabs()
