"""Events: festivals, fairs and conferences, on Gregorian days or on those of the lunar calendar."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from content.blocks import BodyBlock, SourcesBlock
from content.events.enums import EventKind, EventStatus, Recurrence
from content.events.files import EVENT_FILE, event_file
from content.events.panels import ComputedDaysPanel
from content.events.validation import event_problems
from content.fields import StreamField
from content.models.base import PortalPage

HOME_ZONE = "Asia/Ho_Chi_Minh"


def _lunar_number(name: Any, highest: int) -> models.PositiveSmallIntegerField[Any, Any]:
    validators = [MinValueValidator(1), MaxValueValidator(highest)]
    return models.PositiveSmallIntegerField(name, null=True, blank=True, validators=validators)


class EventPage(PortalPage):
    """An event: when, where, whose, and whether it takes place.

    Its days are Gregorian (`first_day`, `last_day`), or those of every lunar year, computed.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=EventKind.choices, default=EventKind.FESTIVAL)
    status = models.CharField(
        _("status"), max_length=12, choices=EventStatus.choices, default=EventStatus.CONFIRMED
    )
    recurrence = models.CharField(
        _("takes place"), max_length=12, choices=Recurrence.choices, default=Recurrence.ONCE
    )
    first_day = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("Leave it empty for an event of every lunar year.")
    )
    last_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty for an event of one day.")
    )
    starts_at = models.TimeField(
        _("starts at"), null=True, blank=True, help_text=_("Empty for an event of whole days.")
    )
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, default=HOME_ZONE)
    lunar_day = _lunar_number(_("first lunar day"), 30)
    lunar_month = _lunar_number(_("in lunar month"), 12)
    lunar_last_day = _lunar_number(_("last lunar day"), 30)
    lunar_last_month = _lunar_number(_("in lunar month"), 12)
    place = models.ForeignKey(
        "content.Place",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("place"),
    )
    organiser = models.ForeignKey(
        "content.Agency",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("organiser"),
    )
    desk = models.ForeignKey(
        "content.ContactDesk",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("contact desk"),
    )
    url = models.URLField(_("website of the event"), blank=True)
    admission = models.CharField(
        _("admission"),
        max_length=255,
        blank=True,
        help_text=_("Who may come, and how: free of charge, by ticket, by invitation."),
    )
    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))
    sources = StreamField(SourcesBlock(required=False), blank=True, verbose_name=_("sources"))

    template = "content/event.html"
    companion_files = {EVENT_FILE: event_file}
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("status")]),
        MultiFieldPanel(
            [
                FieldPanel("recurrence"),
                FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("time_zone")]),
                FieldRowPanel([FieldPanel("lunar_day"), FieldPanel("lunar_month")]),
                FieldRowPanel([FieldPanel("lunar_last_day"), FieldPanel("lunar_last_month")]),
            ],
            heading=_("When"),
            help_text=_("Lunar days are those of the Vietnamese calendar; a leap month is never meant."),
        ),
        ComputedDaysPanel(),
        MultiFieldPanel(
            [
                FieldPanel("place"),
                FieldPanel("organiser"),
                FieldPanel("admission_vi"),
                FieldPanel("desk"),
                FieldPanel("url"),
            ],
            heading=_("Where and whose"),
        ),
        FieldPanel("body_vi"),
        FieldPanel("sources_vi"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self) -> None:
        """Check the days, the times and the time zone.

        Raises:
            ValidationError: they contradict each other, or a lunar day is another Gregorian one.
        """
        super().clean()
        problems = event_problems(self)
        if problems:
            raise ValidationError(problems)


EventPage.edit_handler = EventPage.editing_tabs()
