"""Figures that the database adds up by itself: where texts came from, what was spent, what is behind."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from statistics import median
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, TruncMonth
from django.utils import timezone

from media.multilingual import TARGET_LANGUAGES
from translations.enums import EditionState, Origin
from translations.models import Edition, EnginePlan, EngineRequest, SourceVersion, Unit
from translations.operations.measures import Period, machine_translated

_OLDEST = 10
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the approved segments of a language came from, in numbers of segments.

    *unchanged* of the *machine* translated ones were approved just as the engine said them.
    """

    language: str
    approved: int
    memory: int
    person: int
    engine: int
    repair: int
    machine: int
    unchanged: int

    @property
    def memory_share(self) -> float:
        """Per cent of the approved segments that the memory gave, word for word."""
        return _share(self.memory, self.approved)

    @property
    def unchanged_share(self) -> float:
        """Per cent of the machine's texts that were approved unchanged."""
        return _share(self.unchanged, self.machine)


@dataclass(frozen=True, slots=True)
class Spent:
    """What one engine was sent for one agency in one month.

    *billed* is what engines said they billed; *unknown* are the characters of requests for
    which none said so, such as those that broke off. *money* is for *billed*, or None without a price.
    """

    month: datetime
    agency: str
    engine: str
    requests: int
    characters: int
    billed: int
    unknown: int
    money: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The outdated editions of a language: how many, and for how many days readers see an old text."""

    language: str
    editions: int
    median_days: int
    oldest_days: int


@dataclass(frozen=True, slots=True)
class Late:
    """One outdated edition, and the days since its Vietnamese changed."""

    edition: Edition
    days: int


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def origins(*, period: Period) -> list[Origins]:
    """Return where the segments that were approved in *period* came from, by language."""
    approved = Unit.objects.approved().filter(period.of("approved_at"))
    rows = approved.order_by().values_list("edition__language", "origin").annotate(count=Count("pk"))
    by_origin = {(language, origin): count for language, origin, count in rows}
    machine = machine_translated(period).order_by().values_list("edition__language")
    edited = {
        language: (count, same)
        for language, count, same in machine.annotate(
            count=Count("pk"), same=Count("pk", filter=Q(target=F("machine_text")))
        )
    }
    found = []
    for language in TARGET_LANGUAGES:
        counts = {origin: by_origin.get((language, origin), 0) for origin in Origin.values}
        served, unchanged = edited.get(language, (0, 0))
        found.append(
            Origins(
                language=language,
                approved=sum(counts.values()),
                memory=counts[Origin.MEMORY],
                person=counts[Origin.PERSON],
                engine=counts[Origin.ENGINE],
                repair=counts[Origin.REPAIR],
                machine=served,
                unchanged=unchanged,
            )
        )
    return found


def spending(*, period: Period) -> list[Spent]:
    """Return what was sent to engines in *period*, the last month first."""
    requests = EngineRequest.objects.filter(period.of("sent_at")).annotate(month=TruncMonth("sent_at"))
    rows: list[Any] = list(
        requests.order_by()
        .values("month", "agency_id", "engine")
        .annotate(
            requests=Count("pk"),
            sent=Sum("characters"),
            billed=Coalesce(Sum("billed_characters"), 0),
            unknown=Coalesce(Sum("characters", filter=Q(billed_characters=None)), 0),
        )
        .order_by("-month", "agency_id", "engine")
    )
    plans = {plan.agency_id: plan for plan in EnginePlan.objects.all()}
    agencies = apps.get_model(settings.TRANSLATIONS_AGENCY_MODEL)._base_manager.in_bulk(
        {row["agency_id"] for row in rows} - {None}
    )
    found = []
    for row in rows:
        plan = plans.get(row["agency_id"]) or plans.get(None)
        price = plan.price_per_million if plan is not None else None
        agency = agencies.get(row["agency_id"])
        found.append(
            Spent(
                month=row["month"],
                agency=str(agency) if agency is not None else "",
                engine=row["engine"],
                requests=row["requests"],
                characters=row["sent"],
                billed=row["billed"],
                unknown=row["unknown"],
                money=row["billed"] * price / _MILLION if price is not None else None,
                currency=plan.currency if plan is not None else "",
            )
        )
    return found


def behind() -> tuple[list[Behind], list[Late]]:
    """Return how far outdated editions are behind, by language, and the oldest of them.

    An edition is behind since the first Vietnamese that came after its approval; where only
    a segment was returned, since its last change.
    """
    newer = SourceVersion.objects.filter(
        content_type=OuterRef("content_type"),
        object_id=OuterRef("object_id"),
        created_at__gt=OuterRef("approved_at"),
    ).order_by("created_at")
    outdated = Edition.objects.filter(state=EditionState.OUTDATED).annotate(
        behind_since=Coalesce(Subquery(newer.values("created_at")[:1]), F("updated_at"))
    )
    now = timezone.now()
    days: dict[str, list[int]] = defaultdict(list)
    for language, since in outdated.order_by().values_list("language", "behind_since").iterator():
        days[language].append((now - since).days)
    found = [
        Behind(language, len(days[language]), round(median(days[language])), max(days[language]))
        for language in TARGET_LANGUAGES
        if days[language]
    ]
    oldest = list(outdated.order_by("behind_since", "pk").values_list("pk", "behind_since")[:_OLDEST])
    editions = Edition.objects.defer("public_targets").in_bulk([pk for pk, _since in oldest])
    return found, [Late(editions[pk], (now - since).days) for pk, since in oldest]
