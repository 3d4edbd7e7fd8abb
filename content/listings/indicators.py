"""The directories of indicators and of the costs of doing business."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.directories import Column, Directory, Facet, register
from content.formats import period_code
from content.indicators.values import Roughness, ordered, unit_words, words
from content.listings.cells import address, name
from content.models import CostPage, IndicatorPage, IndicatorValue
from content.surroundings import Record


def _newest(record: Record) -> IndicatorValue | None:
    known = ordered(record.page) if isinstance(record.page, IndicatorPage) else []
    return known[-1] if known else None


def _value(record: Record) -> Decimal | None:
    found = _newest(record)
    return found.value if found else None


def _known(record: Record) -> str:
    found = _newest(record)
    return str(Roughness(found.roughness).label) if found else ""


def _period(record: Record) -> str:
    page, found = record.page, _newest(record)
    return period_code(found.start, page.period) if isinstance(page, IndicatorPage) and found else ""


def _as_of(record: Record) -> date | None:
    found = _newest(record)
    day: date | None = (found.as_of if found else None) or getattr(record.page, "as_of", None)
    return day


def _unit(record: Record) -> str:
    return unit_words(record.page) if isinstance(record.page, IndicatorPage) else ""


def _source(record: Record) -> str:
    return words(record.page, "figure_source")


def _newest_year(page: Any) -> Iterable[str]:
    """Return the year of the newest value, as a facet."""
    return [str(value.start.year) for value in ordered(page)[-1:]]


def _year(record: Record) -> int:
    return record.page.year if isinstance(record.page, CostPage) else 0


register(
    Directory(
        name="indicators",
        heading=_("Indicators"),
        kind=IndicatorPage._meta.label_lower,
        columns=(
            Column("name", _("Name"), name),
            Column("value", pgettext_lazy("portal", "Value"), _value),
            Column("unit", pgettext_lazy("portal", "Unit"), _unit),
            Column("known", pgettext_lazy("portal", "Known"), _known),
            Column("period", pgettext_lazy("portal", "Period"), _period),
            Column("as_of", _("As of"), _as_of),
            Column("source", pgettext_lazy("portal", "Source"), _source),
            Column("address", _("Address"), address),
        ),
        facets=(Facet("year", _("Newest value of"), _newest_year),),
        template="content/includes/indicator_record.html",
    )
)
register(
    Directory(
        name="costs",
        heading=_("Costs of doing business"),
        kind=CostPage._meta.label_lower,
        columns=(
            Column("name", _("Name"), name),
            Column("year", pgettext_lazy("portal", "Year"), _year),
            Column("as_of", _("As of"), _as_of),
            Column("source", pgettext_lazy("portal", "Source"), _source),
            Column("address", _("Address"), address),
        ),
        order=lambda record: -_year(record),
    )
)
