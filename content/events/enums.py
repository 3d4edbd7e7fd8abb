"""What events and contests are, and how they stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """The kinds of events that readers look for."""

    FESTIVAL = "festival", _("festival")
    FAIR = "fair", _("fair")
    CONFERENCE = "conference", _("conference")
    OTHER = "other", _("other event")


class EventStatus(models.TextChoices):
    """Whether an event takes place as announced."""

    CONFIRMED = "confirmed", _("takes place as announced")
    POSTPONED = "postponed", _("postponed")
    CANCELLED = "cancelled", _("cancelled")


class Recurrence(models.TextChoices):
    """How often an event takes place."""

    ONCE = "once", _("once, on the days below")
    YEARLY_LUNAR = "yearly-lunar", _("every year, on the same days of the lunar calendar")


class Stage(models.TextChoices):
    """Where today stands among the days of an event."""

    UNDATED = "undated", _("Days to be announced")
    COMING = "coming", _("Coming")
    NOW = "now", _("Taking place now")
    PAST = "past", _("Past")


class ContestStage(models.TextChoices):
    """Where today stands among the days of a contest."""

    UNDATED = "undated", _("Days to be announced")
    BEFORE = "before", _("Not open yet")
    OPEN = "open", _("Open for entries")
    CLOSED = "closed", _("Closed for entries")
    RESULTS = "results", _("Results are out")


class PrizeRank(models.TextChoices):
    """The prizes of a contest, as their rules rank them."""

    GRAND = "grand", _("Grand prize")
    FIRST = "first", _("First prize")
    SECOND = "second", _("Second prize")
    THIRD = "third", _("Third prize")
    ENCOURAGEMENT = "encouragement", _("Consolation prize")
