"""What it takes to keep a kind of page in a table."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise

from content.models import PortalPage
from content.sheet_kinds.bindings import Binding
from content.sheet_kinds.lookup import Lookup
from content.sheets.columns import Known, Value
from content.sheets.references import Reference
from content.sheets.sheet import Sheet
from content.slugs import page_slug


@dataclass(frozen=True)
class SheetKind:
    """One kind of page and its table.

    Attributes:
        name: in addresses and commands, of small Latin letters and hyphens.
        key_field: the field that holds the key of a row; unique among pages of the kind.
        bindings: for each column of the sheet the fields it belongs to.
        parent: finds the page below which new ones are made, None while there is none.
        prepare: completes a new page that has its row's values.

    Raises:
        ValueError: a column is bound to nothing, or a binding belongs to no column.
    """

    name: str
    heading: str | Promise
    model: type[PortalPage]
    sheet: Sheet
    key_field: str
    bindings: Mapping[str, Binding]
    parent: Callable[[], PortalPage | None]
    prepare: Callable[[Any], None] | None = None

    def __post_init__(self) -> None:
        """Check the declaration, which is code."""
        unbound = {column.name for column in self.sheet.columns} ^ set(self.bindings)
        if unbound:
            raise ValueError(f"Columns and bindings of {self.name} differ in {', '.join(sorted(unbound))}.")

    def known(self, lookup: Lookup) -> Known:
        """Return the codes that columns of the sheet may name."""
        return lookup.known(column.kind for column in self.sheet.columns if isinstance(column, Reference))

    def values(self, page: models.Model, lookup: Lookup) -> dict[str, Value]:
        """Return the row of a page."""
        return {name: binding.read(page, lookup) for name, binding in self.bindings.items()}

    def fill(self, page: models.Model, values: Mapping[str, Value], lookup: Lookup) -> None:
        """Put the values of a row on a page, without saving it."""
        for name, value in values.items():
            self.bindings[name].write(page, value, lookup)

    def new_page(self, values: Mapping[str, Value], lookup: Lookup) -> PortalPage:
        """Return a page made of a row, its slug made of the row's key."""
        page = self.model(slug=page_slug(str(values[self.sheet.key])), live=False)
        self.fill(page, values, lookup)
        if self.prepare is not None:
            self.prepare(page)
        return page

    def existing(self, keys: Iterable[str]) -> dict[str, PortalPage]:
        """Return the pages with these keys, each with its latest revision; copies by alias are none."""
        pages = self.model.objects.filter(**{f"{self.key_field}__in": list(keys)}, alias_of=None)
        return {getattr(page, self.key_field): page for page in pages.select_related("latest_revision")}

    def all_pages(self) -> list[PortalPage]:
        """Return every page of the kind, by its key."""
        pages = self.model.objects.filter(alias_of=None).select_related("latest_revision")
        return list(pages.order_by(self.key_field))

    def column_of(self, field: str) -> str | None:
        """Return the column that a field of the page belongs to."""
        return next((name for name, binding in self.bindings.items() if field in binding.fields), None)
