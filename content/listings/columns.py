"""Columns that tables of several kinds have."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from content.directories import Column, Value
from content.listings.cells import address, name, summary
from content.models import ContactDesk, DatedFigures, PortalPage
from content.surroundings import Record, current
from media.multilingual import localized

_P = TypeVar("_P", bound=PortalPage)


def words(instance: object | None, name: str) -> str:
    """Return words in the language being rendered; nothing of nothing."""
    found = getattr(instance, localized(name, current().language), "") if instance is not None else ""
    return found or ""


def title_of(page_id: int | None) -> str:
    """Return the title of another page, where it is public in this language."""
    card = current().card(page_id) if page_id else None
    return card.title if card else ""  # bare: of a card


def as_of(record: Record) -> date | None:
    """Return the day for which the figures hold."""
    return record.page.as_of if isinstance(record.page, DatedFigures) else None


def source(record: Record) -> str:
    """Return where the figures come from."""
    return words(record.page, "figure_source")


def of(kind: type[_P], value: Callable[[_P], Value]) -> Callable[[Record], Value]:
    """Return a column's maker that reads pages of one *kind*."""
    return lambda record: value(record.page) if isinstance(record.page, kind) else None


def label_in(choices: type[TextChoices]) -> Callable[[str], str]:
    """Return what names the codes of *choices*, as a heading writes them."""
    return lambda code: capfirst(str(choices(code).label))


def contact(desk: ContactDesk | None) -> str:
    """Return the e-mail address of a desk, or its telephone number."""
    return (desk.email or desk.phone) if desk else ""


NAME = Column("name", _("Name"), name)
SUMMARY = Column("summary", _("Summary"), summary)
AS_OF = Column("as_of", _("As of"), as_of)
SOURCE = Column("source", _("Source of the figures"), source)
ADDRESS = Column("address", _("Address"), address)
