"""Contests of photographs, films and writing: rules, days, prizes, and the works that won."""

from decimal import Decimal
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from content.blocks import BodyBlock, SourcesBlock
from content.events.enums import PrizeRank
from content.events.validation import contest_problems
from content.fields import StreamField
from content.models.base import PortalPage

_CURRENCY = RegexValidator(r"^[A-Z]{3}$", _("Write the currency as three letters of ISO 4217, such as VND."))


class ContestPage(PortalPage):
    """A contest. Its stage follows from its days: not open yet, open, closed, results."""

    theme = models.TextField(_("theme"), blank=True)
    participants = models.TextField(_("who may take part"), blank=True)
    opens_on = models.DateField(_("entries from"), null=True, blank=True)
    closes_on = models.DateField(_("entries until"), null=True, blank=True)
    results_on = models.DateField(_("results on"), null=True, blank=True)
    organiser = models.ForeignKey(
        "content.Agency",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contests",
        verbose_name=_("organiser"),
    )
    desk = models.ForeignKey(
        "content.ContactDesk",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contests",
        verbose_name=_("contact desk"),
    )
    rules = models.ForeignKey(
        "media.PortalDocument",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document of the rules"),
    )
    how_to_send = models.TextField(_("how to send an entry"), blank=True)
    entry_url = models.URLField(_("where to send an entry"), blank=True)
    entry_email = models.EmailField(_("e-mail for entries"), blank=True)
    privacy = models.TextField(
        _("personal data"),
        blank=True,
        help_text=_("What happens to the data of those who take part, and how they withdraw consent."),
    )
    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))
    sources = StreamField(SourcesBlock(required=False), blank=True, verbose_name=_("sources"))

    template = "content/contest.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldPanel("theme_vi"),
        FieldPanel("participants_vi"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on"), FieldPanel("results_on")])],
            heading=_("When"),
        ),
        InlinePanel("prizes", heading=_("Prizes"), label=_("Prize")),
        MultiFieldPanel(
            [
                FieldPanel("rules"),
                FieldPanel("how_to_send_vi"),
                FieldRowPanel([FieldPanel("entry_url"), FieldPanel("entry_email")]),
                FieldPanel("privacy_vi"),
                FieldRowPanel([FieldPanel("organiser"), FieldPanel("desk")]),
            ],
            heading=_("Taking part"),
        ),
        FieldPanel("body_vi"),
        FieldPanel("sources_vi"),
        InlinePanel(
            "works",
            heading=_("Results"),
            label=_("Winning work"),
            help_text=_("Shown when the day of the results has come. What a work is called is its caption."),
        ),
    ]

    class Meta:
        verbose_name = _("contest")
        verbose_name_plural = _("contests")

    def clean(self) -> None:
        """Check the order of the days.

        Raises:
            ValidationError: it closes before it opens, or the results come before that.
        """
        super().clean()
        problems = contest_problems(self)
        if problems:
            raise ValidationError(problems)


class ContestPrize(Orderable):
    """A prize, how many there are of it, and its sum."""

    contest = ParentalKey(ContestPage, on_delete=models.CASCADE, related_name="prizes")
    rank = models.CharField(_("prize"), max_length=16, choices=PrizeRank.choices)
    number = models.PositiveSmallIntegerField(_("how many"), default=1, validators=[MinValueValidator(1)])
    amount = models.DecimalField(
        _("sum of each"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    currency = models.CharField(_("currency"), max_length=3, default="VND", validators=[_CURRENCY])

    panels = [
        FieldRowPanel(
            [FieldPanel("rank"), FieldPanel("number"), FieldPanel("amount"), FieldPanel("currency")]
        )
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("prize")
        verbose_name_plural = _("prizes")


class ContestWork(Orderable):
    """A work that won: its picture, its author's name as the author writes it, its prize."""

    contest = ParentalKey(ContestPage, on_delete=models.CASCADE, related_name="works")
    image = models.ForeignKey(
        "media.PortalImage", on_delete=models.CASCADE, related_name="+", verbose_name=_("image")
    )
    author = models.CharField(_("author"), max_length=120)
    rank = models.CharField(_("prize"), max_length=16, choices=PrizeRank.choices)

    panels = [FieldPanel("image"), FieldRowPanel([FieldPanel("author"), FieldPanel("rank")])]

    class Meta(Orderable.Meta):
        verbose_name = _("winning work")
        verbose_name_plural = _("winning works")


ContestPage.edit_handler = ContestPage.editing_tabs()
