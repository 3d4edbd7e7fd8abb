"""Directories and other pages' values, for templates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django import template

from content import directories
from content.directories import Facet
from content.models import DatedFigures, DirectoryPage
from content.surroundings import FacetCount, PageCard, Record, current

register = template.Library()


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet as a reader chooses it."""

    label: str
    url: str
    count: int
    is_chosen: bool
    key: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A facet with the values that there are."""

    heading: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class View:
    """What a directory page shows; *chosen* is the value that the reader chose, if any."""

    directory: directories.Directory
    records: Sequence[Record]
    filters: Sequence[Filter]
    chosen: Choice | None


@register.simple_tag
def directory_view(page: DirectoryPage, chosen: FacetCount | str | None = None) -> View | None:
    """Return what *page* shows, divided by *chosen*; None where nobody registered what it lists."""
    found = directories.directory(page.lists)
    if found is None:
        return None
    value = chosen if isinstance(chosen, FacetCount) else None
    filters = [_filter(page, facet, found.kind, value) for facet in found.facets]
    every = (choice for one in filters for choice in one.choices)
    return View(
        found,
        page.records(value),
        [one for one in filters if one.choices],
        next((choice for choice in every if choice.is_chosen), None),
    )


def _filter(page: DirectoryPage, facet: Facet, kind: str, chosen: FacetCount | None) -> Filter:
    values = [one for one in current().facets(kind) if one.name == facet.name]
    if facet.holds is not None:
        records = current().records(kind)
        values = [
            replace(one, count=sum(facet.has(record, one.value) for record in records)) for one in values
        ]
    choices = (_choice(page, facet, one, chosen) for one in values)
    return Filter(str(facet.heading), [one for one in choices if one.count or one.is_chosen])


def _choice(page: DirectoryPage, facet: Facet, one: FacetCount, chosen: FacetCount | None) -> Choice:
    is_chosen = chosen is not None and (chosen.name, chosen.value) == (one.name, one.value)
    url = current().companion_url(page.pk, f"{one.path}/") or ""
    return Choice(_label(facet, one), url, one.count, is_chosen, one.path)


def _label(facet: Facet, one: FacetCount) -> str:
    if one.page is None:
        return facet.label(one.value)
    card = current().card(one.page)
    return card.title if card else ""  # bare: of a card


@register.simple_tag
def directory_stylesheet(page: DirectoryPage) -> str:
    """Return the stylesheet that the records of *page* need besides the site's own; empty for most."""
    found = directories.directory(page.lists)
    return found.stylesheet if found else ""


@register.simple_tag
def facet_keys(record: Record, view: View) -> str:
    """Return the values that *record* stands under as one word each, for a program that filters."""
    facets = {facet.name: facet for facet in view.directory.facets}
    there = current().facets(view.directory.kind)
    keys = (one.path for one in there if one.name in facets and facets[one.name].has(record, one.value))
    return " ".join(sorted(keys))


@register.simple_tag
def card(page_id: int | None) -> PageCard | None:
    """Return what a listing shows of a page; None where it is not public in this language."""
    return current().card(page_id) if page_id else None


@register.simple_tag
def record(page_id: int | None) -> Record | None:
    """Return a page with its values; None where it is not public in this language."""
    return current().record(page_id) if page_id else None


@register.simple_tag
def records(kind: str) -> Sequence[Record]:
    """Return the public pages of a kind, such as ``content.parkpage``, with their values."""
    return current().records(kind)


@register.simple_tag
def passed(day: date | None) -> bool:
    """Whether *day* lies before today; nothing never does."""
    return day is not None and current().has_passed(day)


@register.simple_tag
def beside(page_id: int, name: str) -> str:
    """Return the address of a file beside a page, such as ``data.csv``."""
    return current().companion_url(page_id, name) or ""


@register.simple_tag
def is_stale(page: DatedFigures) -> bool:
    """Whether the figures of *page* are past the day by which they should have been reviewed."""
    return page.review_by is not None and current().has_passed(page.review_by)
