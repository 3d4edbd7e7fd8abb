"""The page on which a reader compares parks."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from content.blocks import BodyBlock
from content.fields import StreamField
from content.models.base import PortalPage


class ComparisonPage(PortalPage):
    """All parks side by side; a reader who chose some of them sees these alone."""

    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))

    template = "content/comparison.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [*PortalPage.content_panels, FieldPanel("body_vi")]

    class Meta:
        verbose_name = _("comparison of parks")


ComparisonPage.edit_handler = ComparisonPage.editing_tabs()
