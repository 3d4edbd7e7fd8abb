"""What the steps of a procedure come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from content.models import ProcedurePage
from content.surroundings import current
from media.multilingual import localized


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums over all steps.

    Attributes:
        count: how many steps there are.
        days: working days, None where no step says any.
        fees: by currency, those of steps that cost something.
        is_free: whether some step says its fee, and none costs anything.
        untimed: how many steps do not say how long they take.
        unpriced: how many steps do not say what they cost.
    """

    count: int
    days: int | None
    fees: tuple[tuple[str, Decimal], ...]
    is_free: bool
    untimed: int
    unpriced: int


def steps_of(page: ProcedurePage) -> list[Mapping[str, Any]]:
    """Return the steps in the language being rendered."""
    return [block.value for block in getattr(page, localized("steps", current().language)) or ()]


def totals(steps: Iterable[Mapping[str, Any]]) -> Totals:
    """Add up *steps*."""
    held = list(steps)
    days = [step["days"] for step in held if step.get("days") is not None]
    priced = [step for step in held if step.get("fee") is not None]
    fees: dict[str, Decimal] = {}
    for step in priced:
        if step["fee"]:
            fees[step["currency"]] = fees.get(step["currency"], Decimal(0)) + Decimal(step["fee"])
    return Totals(
        count=len(held),
        days=sum(days) if days else None,
        fees=tuple(sorted(fees.items())),
        is_free=bool(priced) and not fees,
        untimed=len(held) - len(days),
        unpriced=len(held) - len(priced),
    )
