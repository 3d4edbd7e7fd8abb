"""The choices of a park's sheet."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ParkKind(models.TextChoices):
    """What the law calls it."""

    PARK = "park", pgettext_lazy("portal", "industrial park")
    CLUSTER = "cluster", pgettext_lazy("portal", "industrial cluster")
    ZONE = "zone", pgettext_lazy("portal", "economic zone")


class ParkStatus(models.TextChoices):
    """How far it is."""

    PLANNED = "planned", pgettext_lazy("portal", "planned")
    CONSTRUCTION = "construction", pgettext_lazy("portal", "under construction")
    OPERATING = "operating", pgettext_lazy("portal", "operating")
    FULL = "full", pgettext_lazy("portal", "full")


class DecisionRole(models.TextChoices):
    """What a legal decision did for a park."""

    ESTABLISHMENT = "establishment", pgettext_lazy("portal", "established by")
    POLICY = "policy", pgettext_lazy("portal", "investment policy approved by")
    INVESTMENT = "investment", pgettext_lazy("portal", "investment registered by")
    PLANNING = "planning", pgettext_lazy("portal", "planned by")
    BASIS = "basis", pgettext_lazy("portal", "legal basis")
    EXPANSION = "expansion", pgettext_lazy("portal", "expanded by")


class Currency(models.TextChoices):
    """The currencies that prices are asked in, by ISO 4217."""

    USD = "USD", "USD"
    VND = "VND", "VND"


class PriceBasis(models.TextChoices):
    """What a price for a square metre covers."""

    TERM = "term", pgettext_lazy("portal", "for the whole term")
    YEAR = "year", pgettext_lazy("portal", "a year")
    MONTH = "month", pgettext_lazy("portal", "a month")


class PowerUnit(models.TextChoices):
    """What the capacity of a power supply is given in."""

    MW = "MW", "MW"
    MVA = "MVA", "MVA"


class SeaSide(models.TextChoices):
    """Where the sea lies on a diagram."""

    EAST = "east", _("in the east")
    SOUTH_EAST = "southeast", _("in the south-east")
    SOUTH = "south", _("in the south")


class Availability(models.TextChoices):
    """How much land a park has left, in bands."""

    NONE = "none", pgettext_lazy("portal", "no land left")
    UNDER_10 = "under-10", pgettext_lazy("portal", "under 10 ha")
    UNDER_50 = "10-50", pgettext_lazy("portal", "10 to 50 ha")
    OVER_50 = "over-50", pgettext_lazy("portal", "more than 50 ha")
