"""What events and contests are, and how they stand. Readers see the labels of context ``portal``."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EventKind(models.TextChoices):
    """The kinds of events that readers look for."""

    FESTIVAL = "festival", pgettext_lazy("portal", "Festival")
    FAIR = "fair", pgettext_lazy("portal", "Fair")
    CONFERENCE = "conference", pgettext_lazy("portal", "Conference")
    OTHER = "other", pgettext_lazy("portal", "Other event")


class EventStatus(models.TextChoices):
    """Whether an event takes place as announced."""

    CONFIRMED = "confirmed", pgettext_lazy("portal", "As announced")
    POSTPONED = "postponed", pgettext_lazy("portal", "Postponed")
    CANCELLED = "cancelled", pgettext_lazy("portal", "Cancelled")


class Recurrence(models.TextChoices):
    """How often an event takes place."""

    ONCE = "once", _("once, on the days below")
    YEARLY_LUNAR = "yearly-lunar", _("every year, on the same days of the lunar calendar")


class Stage(models.TextChoices):
    """Where today stands among the days of an event."""

    UNDATED = "undated", pgettext_lazy("portal", "Days to be announced")
    COMING = "coming", pgettext_lazy("portal", "Coming")
    NOW = "now", pgettext_lazy("portal", "Taking place now")
    PAST = "past", pgettext_lazy("portal", "Past")


class ContestStage(models.TextChoices):
    """Where today stands among the days of a contest."""

    UNDATED = "undated", pgettext_lazy("portal", "Days to be announced")
    BEFORE = "before", pgettext_lazy("portal", "Not open yet")
    OPEN = "open", pgettext_lazy("portal", "Open for entries")
    CLOSED = "closed", pgettext_lazy("portal", "Closed for entries")
    RESULTS = "results", pgettext_lazy("portal", "Results are out")


class PrizeRank(models.TextChoices):
    """The prizes of a contest, as their rules rank them."""

    GRAND = "grand", pgettext_lazy("portal", "Grand prize")
    FIRST = "first", pgettext_lazy("portal", "First prize")
    SECOND = "second", pgettext_lazy("portal", "Second prize")
    THIRD = "third", pgettext_lazy("portal", "Third prize")
    ENCOURAGEMENT = "encouragement", pgettext_lazy("portal", "Consolation prize")
