"""The costs of a year: rows for a table, CSV and JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from content import formats
from content.directories.description import Value
from content.directories.tables import csv_table, json_table
from content.formats import DOLLAR, DONG
from content.indicators.tables import described
from content.indicators.values import words
from content.surroundings import current
from media.multilingual import localized

if TYPE_CHECKING:
    from content.models import Cost, CostPage


class CostGroup(TextChoices):
    """The shelves of the basket, in the order in which they are shown."""

    LAND = "land", gettext_lazy("Land and premises")
    POWER = "power", gettext_lazy("Electricity, water and gas")
    LABOUR = "labour", gettext_lazy("Labour")
    TRANSPORT = "transport", gettext_lazy("Transport")
    OFFICE = "office", gettext_lazy("Office and communications")
    OTHER = "other", gettext_lazy("Other costs")


@dataclass(frozen=True, slots=True)
class CostRow:
    """One thing and its prices in words; empty where no figure is confirmed."""

    name: str
    detail: str
    dong: str
    dollars: str
    as_of: date | None


@dataclass(frozen=True, slots=True)
class CostShelf:
    """The rows of one group."""

    heading: str
    rows: Sequence[CostRow]


def shelves(page: "CostPage") -> Sequence[CostShelf]:
    """Return the rows of *page* by group; a thing without a name in this language is left out."""
    return [
        CostShelf(str(CostGroup(group).label), [_row(page, cost) for cost in costs])
        for group, costs in groupby(_named(page), key=lambda cost: cost.item.group)
    ]


def _named(page: "CostPage") -> "list[Cost]":
    named = (cost for cost in page.costs.all() if _text(cost, "name"))
    return sorted(
        named,
        key=lambda cost: (CostGroup.values.index(cost.item.group), cost.item.position, cost.item.code),
    )


def _text(cost: "Cost", name: str) -> str:
    return getattr(cost.item, localized(name, current().language)) or ""


def _row(page: "CostPage", cost: "Cost") -> CostRow:
    per = cost.item.denominators
    return CostRow(
        _text(cost, "name"),
        _text(cost, "coverage"),
        _price(cost.vnd_low, cost.vnd_high, DONG, per),
        _price(cost.usd_low, cost.usd_high, DOLLAR, per),
        cost.as_of or page.as_of,
    )


def _price(low: Decimal | None, high: Decimal | None, currency: str, per: Sequence[str]) -> str:
    ends = [one for one in (low, high) if one is not None]
    return formats.price(min(ends), max(ends), currency, per, current().language) if ends else ""


def as_csv(page: "CostPage") -> bytes:
    """Return the rows of *page* with numbers for machines; each says where it comes from."""
    headings = [
        pgettext("portal", "Group"),
        pgettext("portal", "Item"),
        pgettext("portal", "Detail"),
        pgettext("portal", "For each"),
        _("VND from"),
        _("VND to"),
        _("USD from"),
        _("USD to"),
        _("As of"),
        pgettext("portal", "Source"),
    ]
    source = words(page, "figure_source")
    return csv_table(headings, [[*dict(_values(page, cost)).values(), source] for cost in _named(page)])


def as_json(page: "CostPage") -> bytes:
    """Return *page* with its rows."""
    about = {**described(page), "year": page.year, "note": words(page, "remarks")}
    return json_table(about, {"costs": [dict(_values(page, cost)) for cost in _named(page)]})


def _values(page: "CostPage", cost: "Cost") -> Iterator[tuple[str, Value]]:
    yield "group", str(CostGroup(cost.item.group).label)
    yield "item", _text(cost, "name")
    yield "detail", _text(cost, "coverage")
    yield "for_each", "/".join(cost.item.denominators)
    yield "vnd_from", cost.vnd_low
    yield "vnd_to", cost.vnd_high
    yield "usd_from", cost.usd_low
    yield "usd_to", cost.usd_high
    yield "as_of", cost.as_of or page.as_of
