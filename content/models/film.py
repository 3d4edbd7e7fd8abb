"""A film's page: what it shows, how long it is, and every word of it to read."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.blocks import BodyBlock
from content.fields import StreamField
from content.models.base import PortalPage
from content.models.desk import LANGUAGE_CHOICES

_LONGEST = 6 * 60 * 60


class VideoPage(PortalPage):
    """A film with its transcript. The picture is its poster; the film itself may be a link."""

    film_url = models.URLField(
        _("address of the film"),
        blank=True,
        help_text=_("A link: nothing is loaded from there before a click."),
    )
    seconds = models.PositiveIntegerField(
        _("length (seconds)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(_LONGEST)],
    )
    made_on = models.DateField(_("made on"), null=True, blank=True)
    spoken = models.CharField(_("spoken language"), max_length=2, choices=LANGUAGE_CHOICES, default="vi")
    transcript = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("transcript"))

    template = "content/video.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldPanel("film_url"),
        FieldRowPanel([FieldPanel("seconds"), FieldPanel("made_on"), FieldPanel("spoken")]),
        FieldPanel("transcript_vi"),
    ]

    class Meta:
        verbose_name = _("film")


VideoPage.edit_handler = VideoPage.editing_tabs()
