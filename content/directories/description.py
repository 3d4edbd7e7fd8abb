"""What a directory is made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

if TYPE_CHECKING:
    from content.models import PortalPage
    from content.surroundings import Record

Value = str | int | Decimal | date | bool | None
"""What stands in one cell of a table; words are in the language being rendered."""

Words = str | Promise
"""A text of the interface, translated when it is shown."""

PAGE_REFERENCE = "#"
"""Begins a facet's value that is the primary key of a page, such as ``#12`` for a sector."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a directory's tables.

    Attributes:
        name: its key in JSON, of small Latin letters and underscores.
        value: finds the cell of a record.
        unit: of the numbers, such as ``ha``; stands in the heading.
    """

    name: str
    heading: Words
    value: "Callable[[Record], Value]"
    unit: Words = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to divide the records.

    Attributes:
        name: stands in addresses, of small Latin letters.
        values: finds the values that a page stands under: codes of small letters, digits and
            hyphens that are the same in every language, or `PAGE_REFERENCE` and a page's
            primary key. Made of the page's own columns and rows only.
        label: names a code in the active language; a page is named by its title.
        holds: whether a record stands under one of its values on the day it is shown, such as
            ``calling`` until a last day; it may ask `content.surroundings`, which *values* may not.
    """

    name: str
    heading: Words
    values: "Callable[[Any], Iterable[str]]"
    label: Callable[[str], str] = str
    holds: "Callable[[Record, str], bool] | None" = None

    def has(self, record: "Record", value: str) -> bool:
        """Whether *record* stands under *value* now."""
        return (self.name, value) in record.facets and (self.holds is None or self.holds(record, value))


@dataclass(frozen=True, slots=True)
class Directory:
    """How pages of one kind are listed.

    Attributes:
        name: as `DirectoryPage.lists` keeps it.
        kind: the model's label, such as ``content.parkpage``.
        template: shows one `Record` as ``record``; an ``<li class="record">``.
        order: sorts the records; as they stand in the tree where there is none.
        introduction: a template above the records, such as a map; gets ``records`` and ``page``.
        stylesheet: a file of its own for the look of its records, such as ``portal/parks.css``.
    """

    name: str
    heading: Words
    kind: str
    columns: tuple[Column, ...]
    facets: tuple[Facet, ...] = ()
    template: str = "content/includes/record.html"
    order: "Callable[[Record], Any] | None" = None
    introduction: str = ""
    stylesheet: str = ""

    def sorted(self, records: "Iterable[Record]") -> "list[Record]":
        """Return *records* in the directory's order."""
        return list(records) if self.order is None else sorted(records, key=self.order)

    def facet(self, name: str) -> Facet | None:
        """Return the facet of a name, if there is one."""
        return next((facet for facet in self.facets if facet.name == name), None)

    def facet_values(self, page: "PortalPage") -> tuple[tuple[str, str], ...]:
        """Return the facets that *page* stands under, as (name, value), each once."""
        pairs = ((facet.name, value) for facet in self.facets for value in facet.values(page))
        return tuple(sorted(set(pairs)))
