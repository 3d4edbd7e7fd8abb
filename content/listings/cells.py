"""Cells that tables of many kinds have."""

from collections.abc import Callable

from content.surroundings import Record, current
from media.multilingual import localized


def name(record: Record) -> str:
    """Return the title of a record's page."""
    return record.card.title  # bare: of a card


def summary(record: Record) -> str:
    """Return what a record's page is about."""
    return record.card.summary  # bare: of a card


def address(record: Record) -> str:
    """Return the full address of a record's page."""
    return current().absolute_url(record.card.url)


def words(field: str) -> Callable[[Record], str]:
    """Return what finds the words of *field* in the language being rendered."""
    return lambda record: getattr(record.page, localized(field, current().language)) or ""
