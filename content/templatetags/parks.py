"""Parks for templates: their attributes in words, comparisons, and the diagram."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import ngettext, pgettext

from content.models import ComparisonPage, DirectoryPage, ParkPage
from content.parks import attributes
from content.parks.atlas import Atlas, draw
from content.surroundings import PageCard, Record, current

register = template.Library()

_KIND = ParkPage._meta.label_lower
_HOME_PARKS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One attribute of a park, or of several: *cells* are empty where nothing is known."""

    name: str
    heading: str
    cells: Sequence[str]
    is_number: bool

    @property
    def words(self) -> str:
        """What is known of the first park."""
        return self.cells[0]


@dataclass(frozen=True, slots=True)
class Known:
    """A group of a sheet: what is known, and the headings of what is not."""

    heading: str
    rows: Sequence[Row]
    unknown: str


@dataclass(frozen=True, slots=True)
class ParkTable:
    """Parks beside one another or below one another."""

    records: Sequence[Record]
    rows: Sequence[Row]


def _row(attribute: attributes.Attribute, parks: Iterable[Any]) -> Row:
    words = [attribute.words(park) for park in parks]
    return Row(attribute.name, str(attribute.heading), words, attribute.is_number)


@register.simple_tag
def park_groups(park: ParkPage) -> list[Known]:
    """Return the sheet of *park*, group by group."""
    return [_known(group, park) for group in attributes.GROUPS]


def _known(group: attributes.Group, park: ParkPage) -> Known:
    rows = [_row(attribute, [park]) for attribute in group.attributes]
    unknown = [row.heading for row in rows if not row.words]
    return Known(
        str(group.heading), [row for row in rows if row.words], pgettext("portal", ", ").join(unknown)
    )


@register.simple_tag
def park_rows(park: ParkPage, *names: str) -> list[Row]:
    """Return those of the named attributes that are known."""
    rows = (_row(attributes.BY_NAME[name], [park]) for name in names)
    return [row for row in rows if row.words]


@register.simple_tag
def park_words(park: ParkPage, name: str) -> str:
    """Return one attribute in words; empty where it is not known."""
    return attributes.BY_NAME[name].words(park)


@register.simple_tag
def park_sectors(park: ParkPage) -> list[PageCard]:
    """Return the permitted sectors that have a page here."""
    return attributes.sectors(park)


@register.simple_tag
def comparison() -> ParkTable:
    """Return everything that is known of all parks, without what is known of none."""
    records = sorted(current().records(_KIND), key=attributes.place_in_lists)
    rows = [_row(attribute, [one.page for one in records]) for attribute in attributes.COMPARED]
    return ParkTable(records, [row for row in rows if any(row.cells)])


@register.simple_tag
def park_table(parks: Iterable[Any], columns: Iterable[str]) -> ParkTable:
    """Return a table of the pages *parks*, or of all parks, with the named *columns*."""
    chosen = [one.pk for one in parks or () if one is not None]
    site = current()
    records = (
        [found for pk in dict.fromkeys(chosen) if (found := site.record(pk))]
        if chosen
        else sorted(site.records(_KIND), key=attributes.place_in_lists)
    )
    named = [attributes.BY_NAME[name] for name in columns or () if name in attributes.BY_NAME]
    return ParkTable(records, [_row(attribute, [one.page for one in records]) for attribute in named])


@register.filter
def across(table: ParkTable) -> list[tuple[Record, list[tuple[Row, str]]]]:
    """Return a table by its parks: each record with the cells of its line."""
    return [
        (record, [(row, row.cells[number]) for row in table.rows])
        for number, record in enumerate(table.records)
    ]


@register.filter
def beside_one_another(table: ParkTable) -> list[tuple[Row, list[tuple[Record, str]]]]:
    """Return a table by its attributes: each with the cell of every park."""
    return [(row, list(zip(table.records, row.cells, strict=True))) for row in table.rows]


@register.simple_tag
def home_parks() -> list[Record]:
    """Return up to four parks for the front page: those with land first, then by the day of their figures."""
    records = current().records(_KIND)
    return sorted(records, key=_interest)[:_HOME_PARKS]


def _interest(record: Record) -> tuple[bool, bool, int, int]:
    park: Any = record.page
    return park.is_full, park.total_area is None, -park.as_of.toordinal() if park.as_of else 0, record.card.pk


@register.simple_tag
def park_directory() -> PageCard | None:
    """Return the directory of parks, if there is one."""
    found = current().records(DirectoryPage._meta.label_lower)
    directories = (one for one in found if getattr(one.page, "lists", "") == "parks")
    return next((one.card for one in directories), None)


@register.simple_tag
def comparison_page() -> PageCard | None:
    """Return the page on which parks are compared, if there is one."""
    return next((one.card for one in current().records(ComparisonPage._meta.label_lower)), None)


@register.simple_tag
def park_diagram(page: DirectoryPage, records: Sequence[Record]) -> Atlas | None:
    """Return the diagram of *records* on a directory."""
    return draw(page, records)


@register.simple_tag
def entries(number: int) -> str:
    """Return how many entries there are, with the place of the number left open: ``%(number)s entries``."""
    return ngettext("%(number)s entry", "%(number)s entries", number)
