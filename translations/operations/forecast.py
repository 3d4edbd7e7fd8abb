"""What translating would cost, before anything is sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from translations.agencies import agency_of
from translations.models import Edition
from translations.operations.jobs import wanted_units
from translations.operations.options import OptionsOf
from translations.operations.paid_texts import TextKey, known_texts
from translations.operations.plans import Budget, budget_of
from translations.segments.placeholders import plain


@dataclass(frozen=True)
class Forecast:
    """What is to be sent: after the memory, each distinct text once a language.

    *budgets* holds, for each agency concerned, its budget and the characters it would spend.
    """

    texts: int
    characters: int
    budgets: tuple[tuple[Any, Budget, int], ...]

    @property
    def fits(self) -> bool:
        """Whether every agency's budget takes its part."""
        return all(budget.takes(characters) for _agency, budget, characters in self.budgets)

    @property
    def price(self) -> Decimal | None:
        """What it costs; None where a price is not known, or in different currencies."""
        prices = [budget.price(characters) for _agency, budget, characters in self.budgets]
        known = [price for price in prices if price is not None]
        if len(known) < len(prices) or not self.currency:
            return None
        return sum(known, Decimal())

    @property
    def currency(self) -> str:
        """The one currency of all prices, else empty."""
        currencies = {budget.currency for _agency, budget, _characters in self.budgets}
        return currencies.pop() if len(currencies) == 1 else ""


def forecast(*, editions: Iterable[Edition]) -> Forecast:
    """Return what an engine would be sent for *editions* if they were all ordered now."""
    seen: set[tuple[str, TextKey]] = set()
    spent: dict[Any, int] = {}
    for edition in editions:
        new = {key: size for key, size in _unpaid(edition).items() if (edition.language, key) not in seen}
        seen |= {(edition.language, key) for key in new}
        if new:
            agency = agency_of(edition.target)
            spent[agency] = spent.get(agency, 0) + sum(new.values())
    budgets = tuple((agency, budget_of(agency), characters) for agency, characters in spent.items())
    return Forecast(len(seen), sum(spent.values()), budgets)


def _unpaid(edition: Edition) -> dict[TextKey, int]:
    """Return the characters of each text that has to be sent for one edition."""
    options = OptionsOf(edition)
    wanted = {
        TextKey(unit.source_hash, options.hash_for(unit.source)): len(plain(unit.source))
        for unit in wanted_units(edition)
    }
    known = known_texts(edition.language, wanted)
    return {key: size for key, size in wanted.items() if key not in known}
