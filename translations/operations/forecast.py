"""What translating would cost, before anything is sent."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import prefetch_related_objects

from translations.agencies import agency_id_of
from translations.models import Edition, EnginePlan, Unit
from translations.operations.options import Options, OptionsOf
from translations.operations.paid_texts import TextKey, known_texts
from translations.operations.plans import Budget, budget_under, engines_for, plan_of
from translations.segments.placeholders import plain

_BATCH = 500


@dataclass(frozen=True)
class Forecast:
    """What is to be sent: after the memory, each distinct text once a language.

    *shares* holds each budget that is concerned, and the characters that it would spend.
    """

    texts: int
    characters: int
    shares: tuple[tuple[Budget, int], ...]

    @property
    def fits(self) -> bool:
        """Whether every budget takes its part."""
        return all(budget.takes(characters) for budget, characters in self.shares)

    @property
    def price(self) -> Decimal | None:
        """What it costs; None where a price is not known, or in different currencies."""
        prices = [budget.price(characters) for budget, characters in self.shares]
        known = [price for price in prices if price is not None]
        if len(known) < len(prices) or not self.currency:
            return None
        return sum(known, Decimal())

    @property
    def currency(self) -> str:
        """The one currency of all prices, else empty."""
        currencies = {budget.currency for budget, _characters in self.shares}
        return currencies.pop() if len(currencies) == 1 else ""


def forecast(*, editions: Iterable[Edition]) -> Forecast:
    """Return what an engine would be sent for *editions* if they were all ordered now.

    The number of queries depends on the agencies and on batches of texts, not on the editions.
    """
    by_key = {edition.pk: edition for edition in editions}
    prefetch_related_objects(list(by_key.values()), "target")
    spent: dict[object, int] = defaultdict(int)
    texts = 0
    for language, wanted in _wanted(by_key).items():
        known = known_texts(language, wanted)
        for key in wanted.keys() - known.keys():
            agency_id, size = wanted[key]
            spent[agency_id] += size
            texts += 1
    return Forecast(texts, sum(spent.values()), _shares(spent))


def _wanted(editions: Mapping[int, Edition]) -> dict[str, dict[TextKey, tuple[object, int]]]:
    """Return by language each text that an engine owes: the agency that asks first, and its characters."""
    options = Options()
    options_of = {pk: OptionsOf(edition, options) for pk, edition in editions.items()}
    agencies = {pk: agency_id_of(edition.target) for pk, edition in editions.items()}
    wanted: dict[str, dict[TextKey, tuple[object, int]]] = defaultdict(dict)
    for pk, source_hash, source in _owed(sorted(editions)):
        key = TextKey(source_hash, options_of[pk].hash_for(source))
        wanted[editions[pk].language].setdefault(key, (agencies[pk], len(plain(source))))
    return wanted


def _owed(editions: Collection[int]) -> Iterable[tuple[int, str, str]]:
    keys = list(editions)
    for start in range(0, len(keys), _BATCH):
        units = Unit.objects.unserved().filter(refusal="", edition__in=keys[start : start + _BATCH])
        yield from units.order_by("edition", "position").values_list("edition_id", "source_hash", "source")


def _shares(spent: Mapping[object, int]) -> tuple[tuple[Budget, int], ...]:
    """Return the budgets that agencies share, and what each would spend."""
    plans: dict[int | None, EnginePlan | None] = {}
    characters: dict[int | None, int] = defaultdict(int)
    for agency_id, size in spent.items():
        if not any(engine.is_billed for engine in engines_for(agency_id)):
            continue
        plan = plan_of(agency_id)
        key = plan.pk if plan is not None else None
        plans[key] = plan
        characters[key] += size
    return tuple((budget_under(plan), characters[key]) for key, plan in plans.items())
