"""Where an incentive stands today, and what it grants."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.investing.law import Law, has_come, law
from content.models import IncentivePage
from content.surroundings import current


class IncentiveState(models.TextChoices):
    """Where an incentive stands for a reader."""

    IN_FORCE = "in-force", _("in force")
    NOT_YET = "not-yet", _("not in force yet")
    DOUBTFUL = "doubtful", _("legal basis replaced")
    ENDED = "ended", _("ended")


@dataclass(frozen=True, slots=True)
class Grant:
    """One thing that is granted: an amount in its *unit*, a code of `content.formats.Unit`, and for how long.

    *what* is one of rate, exemption, throughout, reduction and support; *years* None without a limit.
    """

    what: str
    amount: Decimal | None
    unit: str
    years: int | None


def possible_states(incentive: IncentivePage) -> list[IncentiveState]:
    """Return the states that an incentive can be in as time goes by, or as the law changes."""
    found = [IncentiveState.IN_FORCE]
    found += [IncentiveState.NOT_YET] if incentive.valid_from else []
    found += [IncentiveState.DOUBTFUL] if incentive.legal_bases.all() else []
    return found + ([IncentiveState.ENDED] if incentive.valid_to else [])


def bases(incentive: IncentivePage) -> list[Law]:
    """Return the legal documents that an incentive rests on, with their states."""
    return [law(row.document) for row in incentive.legal_bases.all()]


def state_of(incentive: IncentivePage) -> IncentiveState:
    """Return the state of an incentive today; one document gone makes it doubtful."""
    if incentive.valid_to and current().has_passed(incentive.valid_to):
        return IncentiveState.ENDED
    if any(basis.is_gone for basis in bases(incentive)):
        return IncentiveState.DOUBTFUL
    if incentive.valid_from and not has_come(incentive.valid_from):
        return IncentiveState.NOT_YET
    return IncentiveState.IN_FORCE


def grants(incentive: IncentivePage) -> list[Grant]:
    """Return what an incentive grants, in the order of time."""
    found = []
    if incentive.rate is not None:
        found.append(Grant("rate", incentive.rate, "percent", incentive.rate_years))
    if incentive.is_exempt_throughout:
        found.append(Grant("throughout", None, "", None))
    elif incentive.exempt_years:
        found.append(Grant("exemption", None, "", incentive.exempt_years))
    if incentive.reduction is not None:
        found.append(Grant("reduction", incentive.reduction, "percent", incentive.reduction_years))
    if incentive.support is not None:
        found.append(Grant("support", incentive.support, incentive.currency, None))
    return found
