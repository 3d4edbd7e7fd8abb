"""What becomes of each row of an import, and how that is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.sheets.reading import Fault
from content.sheets.sentences import Sentence


class Outcome(models.TextChoices):
    """What a row would do, or did."""

    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    UNCHANGED = "unchanged", _("unchanged")
    REFUSED = "refused", _("refused")


LANDING = frozenset({Outcome.NEW, Outcome.CHANGED})
"""Rows that do something."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as it is kept: a template of the interface and its values."""

    template: str
    values: Mapping[str, str] = field(default_factory=dict)
    cell: str = ""

    def __str__(self) -> str:
        """Return it in the language of the interface."""
        return gettext(self.template) % self.values

    @classmethod
    def of(cls, said: Fault | Sentence) -> "Said":
        """Return a sentence of the reader as it is kept."""
        sentence = said.sentence if isinstance(said, Fault) else said
        cell = said.cell if isinstance(said, Fault) else ""
        return cls(sentence.template, {name: str(value) for name, value in sentence.values.items()}, cell)


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a row changes, as people write it in the table."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row. *page* and *revision* are primary keys as the report was made; *landed* says it is done."""

    number: int
    key: str
    outcome: Outcome
    title: str = ""
    changes: tuple[Change, ...] = ()
    reasons: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()
    page: int | None = None
    revision: int | None = None
    landed: bool = False
    published: bool = False

    def stored(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {**asdict(self), "outcome": self.outcome.value}

    @classmethod
    def restored(cls, data: Mapping[str, Any]) -> "RowReport":
        """Return what :meth:`stored` gave."""
        return cls(
            **{
                **data,
                "outcome": Outcome(data["outcome"]),
                "changes": tuple(Change(**change) for change in data["changes"]),
                "reasons": tuple(Said(**reason) for reason in data["reasons"]),
                "notes": tuple(Said(**note) for note in data["notes"]),
            }
        )


def counts(rows: Iterable[RowReport]) -> dict[str, int]:
    """Return how many rows have each outcome, all of them named."""
    found = dict.fromkeys(Outcome.values, 0)
    for row in rows:
        found[row.outcome.value] += 1
    return found
