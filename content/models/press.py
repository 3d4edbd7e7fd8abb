"""The press room: what was said and what is correct, who speaks for whom, and what may be printed."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from content.blocks import BodyBlock, SourcesBlock
from content.fields import StreamField
from content.models.base import PortalPage
from content.models.desk import Speaks
from media.multilingual import SourceLanguageMixin, SourceQuerySet


class StatementKind(models.TextChoices):
    """What a statement does."""

    STATEMENT = "statement", pgettext_lazy("portal", "Statement")
    CLARIFICATION = "clarification", pgettext_lazy("portal", "Clarification")
    CORRECTION = "correction", pgettext_lazy("portal", "Correction")


class StatementPage(PortalPage):
    """A statement, a clarification or a correction: what was said, what is correct, and the evidence."""

    kind = models.CharField(
        _("kind"), max_length=13, choices=StatementKind.choices, default=StatementKind.STATEMENT
    )
    issued_on = models.DateField(_("issued on"))
    said = models.TextField(
        _("what was said"),
        blank=True,
        help_text=_("The words or figures in circulation, as briefly as they can be told."),
    )
    said_where = models.CharField(_("where it was said"), max_length=255, blank=True)
    said_url = models.URLField(_("address where it was said"), blank=True)
    correct = models.TextField(_("what is correct"))
    is_own_error = models.BooleanField(
        _("the error was ours"), default=False, help_text=_("Readers are told so, and the page is named.")
    )
    corrects = models.ForeignKey(
        "content.PortalPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("the page that was corrected"),
    )
    desk = models.ForeignKey(
        "content.ContactDesk",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact desk"),
    )
    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))
    evidence = StreamField(SourcesBlock(required=False), blank=True, verbose_name=_("evidence"))

    template = "content/statement.html"
    parent_page_types: ClassVar[list[str]] = [
        "content.SectionPage",
        "content.DirectoryPage",
        "content.PressRoomPage",
    ]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("issued_on")]),
        MultiFieldPanel(
            [FieldPanel("said_vi"), FieldPanel("said_where_vi"), FieldPanel("said_url")],
            heading=_("1. What was said"),
        ),
        MultiFieldPanel([FieldPanel("correct_vi"), FieldPanel("body_vi")], heading=_("2. What is correct")),
        FieldPanel("evidence_vi", heading=_("3. Evidence")),
        MultiFieldPanel(
            [FieldPanel("is_own_error"), PageChooserPanel("corrects"), FieldPanel("desk")],
            heading=_("4. Whose error, and whom to ask"),
        ),
    ]

    class Meta:
        verbose_name = _("statement or correction")

    def clean(self) -> None:
        """Check that a correction says what it corrects.

        Raises:
            ValidationError: it does not.
        """
        super().clean()
        if self.kind == StatementKind.CORRECTION and not self.said_vi:
            raise ValidationError(
                {"said_vi": _("A correction says what was said. Write it down, or choose another kind.")}
            )


@register_snippet
class Spokesperson(SourceLanguageMixin, Speaks, index.Indexed, models.Model):
    """Who speaks to the press for an agency, and since when."""

    full_name = models.CharField(_("full name"), max_length=120)
    role = models.CharField(_("position"), max_length=255)
    agency = models.ForeignKey(
        "content.Agency",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="spokespersons",
        verbose_name=_("agency"),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    valid_from = models.DateField(_("speaks from"), null=True, blank=True)
    valid_to = models.DateField(_("speaks until"), null=True, blank=True)

    objects = SourceQuerySet.as_manager()
    shown_with = ("agency",)

    panels = [
        FieldPanel("full_name"),
        FieldPanel("role_vi"),
        FieldPanel("agency"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        Speaks.language_panel(),
    ]
    search_fields = [index.SearchField("full_name"), index.AutocompleteField("full_name")]

    class Meta:
        verbose_name = _("spokesperson")
        verbose_name_plural = _("spokespersons")
        ordering = ["full_name"]

    def __str__(self) -> str:
        return self.full_name

    def clean(self) -> None:
        """Check the days.

        Raises:
            ValidationError: the last lies before the first.
        """
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError(
                {"valid_to": _("The last day lies before the first day. Correct one of them.")}
            )


class PressRoomPage(PortalPage):
    """The press room: spokespersons, the media kit, and the latest statements."""

    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))
    desk = models.ForeignKey(
        "content.ContactDesk",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact desk"),
    )

    template = "content/press_room.html"
    parent_page_types: ClassVar[list[str]] = ["content.HomePage", "content.SectionPage"]
    subpage_types: ClassVar[list[str]] = [
        "content.StatementPage",
        "content.DirectoryPage",
        "content.ArticlePage",
    ]
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldPanel("body_vi"),
        FieldPanel("desk"),
        InlinePanel("spokespersons", heading=_("Spokespersons"), label=_("Spokesperson")),
        InlinePanel("kit", heading=_("Media kit"), label=_("File")),
    ]

    class Meta:
        verbose_name = _("press room")


class PressRoomSpokesperson(Orderable):
    """One spokesperson of a press room."""

    page = ParentalKey(PressRoomPage, on_delete=models.CASCADE, related_name="spokespersons")
    person = models.ForeignKey(
        Spokesperson, on_delete=models.CASCADE, related_name="+", verbose_name=_("spokesperson")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("spokesperson")


class PressKitFile(Orderable):
    """A file of the media kit: a picture that may be printed, or a document."""

    page = ParentalKey(PressRoomPage, on_delete=models.CASCADE, related_name="kit")
    image = models.ForeignKey(
        "media.PortalImage",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("image"),
    )
    document = models.ForeignKey(
        "media.PortalDocument",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
    )

    panels = [FieldRowPanel([FieldPanel("image"), FieldPanel("document")])]

    class Meta(Orderable.Meta):
        verbose_name = _("file of the media kit")

    def clean(self) -> None:
        """Check that the row names one file.

        Raises:
            ValidationError: it names none, or two.
        """
        super().clean()
        if bool(self.image_id) == bool(self.document_id):
            raise ValidationError(_("Choose an image or a document, one for each row."))


for _kind in (StatementPage, PressRoomPage):
    _kind.edit_handler = _kind.editing_tabs()
