"""What an agency may send where: the order of engines, and the month's budget."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone

from translations import conf
from translations.engines.protocol import Engine
from translations.models import EnginePlan, EngineRequest

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Budget:
    """A month's characters: what may be sent (None: no limit), and what was sent."""

    allowed: int | None
    spent: int
    price_per_million: Decimal | None = None
    currency: str = ""

    @property
    def left(self) -> int | None:
        """Characters that may still be sent this month; None without a limit."""
        return None if self.allowed is None else max(0, self.allowed - self.spent)

    def takes(self, characters: int) -> bool:
        """Whether so many characters more stay within the budget."""
        return self.left is None or characters <= self.left

    def price(self, characters: int) -> Decimal | None:
        """Return what so many characters cost; None where no price is known."""
        if self.price_per_million is None:
            return None
        return (self.price_per_million * characters / MILLION).quantize(Decimal("0.01"))


def plan_of(agency_id: Any, *, locked: bool = False) -> EnginePlan | None:
    """Return the plan of an agency, else the one for all others; *locked* inside a transaction."""
    plans = EnginePlan.objects.select_for_update(of=("self",)) if locked else EnginePlan.objects.all()
    own = models.Q(agency=None) if agency_id is None else models.Q(agency=None) | models.Q(agency=agency_id)
    return max(plans.filter(own), key=lambda plan: plan.agency_id is not None, default=None)


def engines_for(agency_id: Any) -> list[Engine]:
    """Return the engines that may see the texts of an agency, in the order in which they are tried.

    A plan that names engines allows these alone; without one, all that are set up.
    """
    configured = conf.configured_engines()
    plan = plan_of(agency_id)
    if plan is None or not plan.engine_names:
        return list(configured.values())
    return [configured[name] for name in plan.engine_names if name in configured]


def budget_of(agency_id: Any, *, locked: bool = False) -> Budget:
    """Return this month's budget of an agency in characters; *locked* inside a transaction.

    A plan of an agency's own counts what that agency sent; the plan for the others counts
    what all agencies without a plan sent together.
    """
    return budget_under(plan_of(agency_id, locked=locked))


def budget_under(plan: EnginePlan | None) -> Budget:
    """Return this month's budget of all who share *plan*; without a plan there is no limit."""
    if plan is None:
        return Budget(None, _spent(models.Q()))
    with_own = EnginePlan.objects.exclude(agency=None).values("agency_id")
    whose = (
        models.Q(agency_id=plan.agency_id)
        if plan.agency_id
        else models.Q(agency=None) | ~models.Q(agency__in=with_own)
    )
    return Budget(plan.monthly_characters, _spent(whose), plan.price_per_million, plan.currency)


def _spent(whose: models.Q) -> int:
    # A request under way, or one nobody answered for, counts as if it were paid in full.
    paid = Coalesce("billed_characters", "characters")
    sent = EngineRequest.objects.filter(whose, sent_at__gte=month_begins(timezone.now()))
    return sent.aggregate(total=models.Sum(paid))["total"] or 0


def month_begins(now: datetime) -> datetime:
    """Return the first moment of the month of *now*, in the province's time zone."""
    return timezone.localtime(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
