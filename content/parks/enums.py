"""The choices of a park's sheet."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ParkKind(models.TextChoices):
    """What the law calls it."""

    PARK = "park", _("industrial park")
    CLUSTER = "cluster", _("industrial cluster")
    ZONE = "zone", _("economic zone")


class ParkStatus(models.TextChoices):
    """How far it is."""

    PLANNED = "planned", _("planned")
    CONSTRUCTION = "construction", _("under construction")
    OPERATING = "operating", _("operating")
    FULL = "full", _("full")


class DecisionRole(models.TextChoices):
    """What a legal decision did for a park."""

    ESTABLISHMENT = "establishment", _("established by")
    POLICY = "policy", _("investment policy approved by")
    INVESTMENT = "investment", _("investment registered by")
    PLANNING = "planning", _("planned by")
    EXPANSION = "expansion", _("expanded by")


class Currency(models.TextChoices):
    """The currencies that prices are asked in, by ISO 4217."""

    USD = "USD", "USD"
    VND = "VND", "VND"


class PriceBasis(models.TextChoices):
    """What a price for a square metre covers."""

    TERM = "term", _("for the whole term")
    YEAR = "year", _("a year")
    MONTH = "month", _("a month")


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

    NONE = "none", _("no land left")
    UNDER_10 = "under-10", _("under 10 ha")
    UNDER_50 = "10-50", _("10 to 50 ha")
    OVER_50 = "over-50", _("more than 50 ha")
