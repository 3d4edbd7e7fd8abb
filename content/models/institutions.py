"""Pages of institutions: an agency, the desks that answer, a country that the province works with."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from content.blocks import BodyBlock, SourcesBlock
from content.fields import StreamField
from content.models.base import PortalPage
from content.models.figures import DatedFigures
from content.words.countries import choices


class AgencyPage(PortalPage):
    """An agency: what it does, how it is built, and whom to write to.

    Decree 42/2022/NĐ-CP asks for an agency's functions, structure and contacts in English as well.
    """

    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("functions and structure"))
    website = models.URLField(_("website"), blank=True)

    template = "content/agency.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldPanel("agency"),
        FieldPanel("body_vi"),
        FieldPanel("website"),
        InlinePanel("desks", heading=_("Contact desks"), label=_("Contact desk")),
    ]
    about_panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("tags")], heading=_("Topics")),
        *PortalPage.about_panels[1:],
    ]

    class Meta:
        verbose_name = _("page of an agency")

    def clean(self) -> None:
        """Check that the page says which agency it is about.

        Raises:
            ValidationError: it does not.
        """
        super().clean()
        if self.agency_id is None:
            raise ValidationError({"agency": _("Choose the agency that this page is about.")})


class AgencyDesk(Orderable):
    """A desk of an agency's page."""

    page = ParentalKey(AgencyPage, on_delete=models.CASCADE, related_name="desks")
    desk = models.ForeignKey(
        "content.ContactDesk", on_delete=models.CASCADE, related_name="+", verbose_name=_("contact desk")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("contact desk")


class ContactPage(PortalPage):
    """The desks that answer, those that speak the reader's language first."""

    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))

    template = "content/contact.html"
    parent_page_types: ClassVar[list[str]] = ["content.HomePage", "content.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        InlinePanel("desks", heading=_("Contact desks"), label=_("Contact desk")),
        FieldPanel("body_vi"),
    ]

    class Meta:
        verbose_name = _("contact page")


class ContactPageDesk(Orderable):
    """A desk of a contact page."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="desks")
    desk = models.ForeignKey(
        "content.ContactDesk", on_delete=models.CASCADE, related_name="+", verbose_name=_("contact desk")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("contact desk")


class CountryPage(DatedFigures, PortalPage):
    """A country or territory that the province works with, and the figures of that work."""

    country = models.CharField(_("country or territory"), max_length=2, choices=choices)
    projects = models.PositiveIntegerField(_("projects in force"), null=True, blank=True)
    capital = models.DecimalField(
        _("registered capital (USD)"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))
    sources = StreamField(SourcesBlock(required=False), blank=True, verbose_name=_("sources"))

    template = "content/country.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldRowPanel([FieldPanel("country"), FieldPanel("projects"), FieldPanel("capital")]),
        *DatedFigures.figure_panels,
        FieldPanel("body_vi"),
        FieldPanel("sources_vi"),
    ]

    class Meta:
        verbose_name = _("country page")


for _kind in (AgencyPage, ContactPage, CountryPage):
    _kind.edit_handler = _kind.editing_tabs()
