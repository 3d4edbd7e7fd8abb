"""How a column of a sheet belongs to fields of a page: reading what is there, writing what was read."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from django.db import models

from content.sheet_kinds.lookup import Lookup
from content.sheets.columns import Money, Value
from content.sheets.folding import tidy


class Binding(Protocol):
    """Reads and writes one value of a page that need not be saved."""

    @property
    def fields(self) -> Sequence[str]:
        """Names of the fields, for what validation says of them."""
        ...

    def read(self, page: models.Model, lookup: Lookup) -> Value:
        """Return the value as the column would read it from a file."""
        ...

    def write(self, page: models.Model, value: Value, lookup: Lookup) -> None:
        """Put a value on the page, without saving it."""
        ...


@dataclass(frozen=True)
class Plain:
    """A number, a date, a truth or a code, in the field of the same kind."""

    field: str

    @property
    def fields(self) -> Sequence[str]:
        """The one field."""
        return (self.field,)

    def read(self, page: models.Model, lookup: Lookup) -> Value:
        """Return what the field holds; no text is nothing."""
        found: Value = getattr(page, self.field)
        return None if found == "" else found

    def write(self, page: models.Model, value: Value, lookup: Lookup) -> None:
        """Set the field."""
        field = page._meta.get_field(self.field)
        is_text = isinstance(field, models.CharField | models.TextField)
        setattr(page, self.field, "" if value is None and is_text else value)


class Words(Plain):
    """Vietnamese words; *field* names the column, such as ``title_vi``."""

    def read(self, page: models.Model, lookup: Lookup) -> Value:
        """Return the words as a file would give them back."""
        return tidy(getattr(page, self.field) or "") or None


class Chosen(Plain):
    """One of a model's choices, by its code."""


@dataclass(frozen=True)
class Amount:
    """Money in two fields: the amount and the ISO code of its currency."""

    amount: str
    currency: str

    @property
    def fields(self) -> Sequence[str]:
        """Both fields."""
        return (self.amount, self.currency)

    def read(self, page: models.Model, lookup: Lookup) -> Value:
        """Return the amount with its currency, None where there is no amount."""
        amount: Decimal | None = getattr(page, self.amount)
        return None if amount is None else Money(Decimal(amount), getattr(page, self.currency))

    def write(self, page: models.Model, value: Value, lookup: Lookup) -> None:
        """Set both; without an amount the currency stays, since it is nobody's."""
        setattr(page, self.amount, value.amount if isinstance(value, Money) else None)
        if isinstance(value, Money):
            setattr(page, self.currency, value.currency)


@dataclass(frozen=True)
class Named:
    """Something of a *kind* that the page names by a foreign key."""

    field: str
    kind: str

    @property
    def fields(self) -> Sequence[str]:
        """The one field."""
        return (self.field,)

    def read(self, page: models.Model, lookup: Lookup) -> Value:
        """Return its code."""
        pk = getattr(page, f"{self.field}_id")
        return None if pk is None else lookup.code(self.kind, pk)

    def write(self, page: models.Model, value: Value, lookup: Lookup) -> None:
        """Name it."""
        setattr(page, self.field, lookup.instance(self.kind, str(value)) if value else None)


@dataclass(frozen=True)
class Reckoned:
    """What the page works out itself, in a property; nothing writes it."""

    name: str

    @property
    def fields(self) -> Sequence[str]:
        """None."""
        return ()

    def read(self, page: models.Model, lookup: Lookup) -> Value:
        """Return what the page says."""
        found: Value = getattr(page, self.name)
        return found

    def write(self, page: models.Model, value: Value, lookup: Lookup) -> None:
        """Leave it to the page."""


@dataclass(frozen=True)
class NamedRows:
    """Several things of a *kind*, each in a child row of the page that names it by *field*.

    *only* are values that these rows have, and that tell them from other rows of the relation.
    """

    rows: str
    field: str
    kind: str
    only: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def fields(self) -> Sequence[str]:
        """The relation."""
        return (self.rows,)

    def read(self, page: models.Model, lookup: Lookup) -> Value:
        """Return their codes, in the order of the rows."""
        relation: Any = getattr(page, self.rows)
        keys = [getattr(row, f"{self.field}_id") for row in relation.all() if self._is_own(row)]
        return tuple(code for key in keys if (code := lookup.code(self.kind, key)) is not None)

    def _is_own(self, row: Any) -> bool:
        return all(getattr(row, name) == value for name, value in self.only.items())

    def write(self, page: models.Model, value: Value, lookup: Lookup) -> None:
        """Keep the rows that name what is wanted, add those that are missing, drop the others."""
        relation: Any = getattr(page, self.rows)
        every = list(relation.all())
        own = [row for row in every if self._is_own(row)]
        kept = {lookup.code(self.kind, getattr(row, f"{self.field}_id")): row for row in own}
        rows = [row for row in every if row not in own]
        for code in value if isinstance(value, tuple) else ():
            named = {self.field: lookup.instance(self.kind, code), **self.only}
            rows.append(kept.get(code) or relation.model(**named))
        for number, row in enumerate(rows):
            row.sort_order = number
        relation.set(rows)
