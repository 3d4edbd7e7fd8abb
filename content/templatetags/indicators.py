"""Indicators and costs, for templates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import template
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from content import formats
from content.indicators import charting, costs, values
from content.models import CostPage, IndicatorPage
from content.surroundings import Record, current

register = template.Library()

KIND = IndicatorPage._meta.label_lower


@dataclass(frozen=True, slots=True)
class Figure:
    """The newest value of an indicator, and what must stand with it; *due* is a passed day of review."""

    label: str
    url: str
    value: SafeString
    period: str
    is_provisional: bool
    as_of: date | None
    source: str
    due: date | None

    @property
    def plain(self) -> str:
        """The value as text."""
        return strip_tags(self.value)


def _figure(record: Record) -> Figure | None:
    page = record.page
    if not isinstance(page, IndicatorPage) or not (known := values.ordered(page)):
        return None
    newest, due = known[-1], page.review_by
    return Figure(
        label=record.card.title,  # bare: of a card
        url=record.card.url,
        value=values.written(page, newest),
        period=formats.period(newest.start, page.period, current().language),
        is_provisional=newest.is_provisional,
        as_of=newest.as_of or page.as_of,
        source=values.words(page, "figure_source"),
        due=due if due is not None and current().has_passed(due) else None,
    )


@register.simple_tag
def figure(record: Record | None) -> Figure | None:
    """Return the newest value of an indicator; None where there is none, or none is public here."""
    return _figure(record) if isinstance(record, Record) else None


@register.simple_tag
def figures_of(pages: Iterable[Any]) -> Sequence[Figure]:
    """Return the newest values of chosen indicators, those that are public here."""
    records = (current().record(page.pk) for page in pages if page is not None)
    return [found for one in records if one is not None and (found := _figure(one)) is not None]


@register.simple_tag
def key_figures() -> Sequence[Figure]:
    """Return the figures that editors chose for the home page, in the order of the tree."""
    chosen = (one for one in current().records(KIND) if getattr(one.page, "is_key_figure", False))
    return [found for one in chosen if (found := _figure(one)) is not None]


@register.simple_tag
def indicator_chart(page: IndicatorPage, title: str, key: str) -> SafeString:
    """Return the chart of *page* under *title*; *key* is unique within the page that shows it."""
    return charting.drawn(page, title, key)


@register.simple_tag
def indicator_rows(page: IndicatorPage) -> Sequence[values.Row]:
    """Return the values of *page*, the newest first."""
    return values.rows(page)


@register.simple_tag
def cost_shelves(page: CostPage) -> Sequence[costs.CostShelf]:
    """Return the costs of *page* by group."""
    return costs.shelves(page)
