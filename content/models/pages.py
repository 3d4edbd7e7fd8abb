"""The first kinds of page: home, section, article."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from content.blocks import BodyBlock, SourcesBlock
from content.enums import Pillar
from content.fields import StreamField
from content.models.base import PortalPage


class HomePage(PortalPage):
    """The front page, the root of the public site."""

    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))

    template = "content/home.html"
    parent_page_types: ClassVar[list[str]] = ["content.PortalPage"]
    max_count = 1
    content_panels: ClassVar[list[Any]] = [*PortalPage.content_panels, FieldPanel("body_vi")]

    class Meta:
        verbose_name = _("home page")


class SectionPage(PortalPage):
    """A section: an introduction and a listing of what stands below it."""

    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))
    pillar = models.CharField(
        _("pillar"),
        max_length=8,
        choices=Pillar.choices,
        blank=True,
        default="",
        help_text=_(
            "Which of the five ways into the portal this section belongs to. The home page opens each with "
            "the first section right below it that is marked so; further ones become links under it."
        ),
    )

    template = "content/section.html"
    facts_columns: ClassVar[tuple[str, ...]] = ("pillar",)
    parent_page_types: ClassVar[list[str]] = ["content.HomePage", "content.SectionPage"]
    content_panels: ClassVar[list[Any]] = [*PortalPage.content_panels, FieldPanel("body_vi")]
    about_panels: ClassVar[list[Any]] = [*PortalPage.about_panels, FieldPanel("pillar")]

    class Meta:
        verbose_name = _("section")


class ArticlePage(PortalPage):
    """An article with its sources."""

    body = StreamField(BodyBlock(), verbose_name=_("body"))
    sources = StreamField(SourcesBlock(required=False), blank=True, verbose_name=_("sources"))

    template = "content/article.html"
    parent_page_types: ClassVar[list[str]] = ["content.HomePage", "content.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldPanel("body_vi"),
        FieldPanel("sources_vi"),
    ]

    class Meta:
        verbose_name = _("article")


for _kind in (HomePage, SectionPage, ArticlePage):
    _kind.edit_handler = _kind.editing_tabs()
