"""Institutions, desks and films, for templates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import template

from content.models import ContactDesk, ContactPage, PressRoomPage, Spokesperson
from content.models.desk import Speaks
from content.surroundings import Record, current
from content.words.countries import country_name, language_name

register = template.Library()

_MINUTE = 60
_ONE_DAY = timedelta(days=1)
_STATEMENT = "content.statementpage"


@dataclass(frozen=True, slots=True)
class Language:
    """A language that somebody answers in, named in the language being rendered."""

    code: str
    name: str
    is_readers: bool


@register.simple_tag
def languages_of(one: Speaks) -> list[Language]:
    """Return the languages that *one* answers in, the reader's first."""
    own = current().language
    found = [Language(code, language_name(code, own), code == own) for code in one.languages]
    return sorted(found, key=lambda language: not language.is_readers)


@register.simple_tag
def contact_desks(page: ContactPage) -> list[ContactDesk]:
    """Return the desks of a contact page, those first that answer in the reader's language."""
    desks = [row.desk for row in in_order(page.desks.all())]
    return sorted(desks, key=lambda desk: current().language not in desk.languages)


@register.simple_tag
def speaking_now(page: PressRoomPage) -> list[Spokesperson]:
    """Return the spokespersons of a press room who speak today."""
    site = current()
    people = (row.person for row in in_order(page.spokespersons.all()))
    return [
        person
        for person in people
        if not (person.valid_to and site.has_passed(person.valid_to))
        # A day has come when the one before it has passed.
        and not (person.valid_from and not site.has_passed(person.valid_from - _ONE_DAY))
    ]


def in_order(rows: Iterable[Any]) -> list[Any]:
    """Return the rows of a page as its editor put them."""
    return sorted(rows, key=lambda row: (row.sort_order or 0, row.pk or 0))


@register.simple_tag
def statements(count: int) -> list[Record]:
    """Return the newest statements and corrections."""
    return newest_first(current().records(_STATEMENT))[:count]


def newest_first(records: Sequence[Record]) -> list[Record]:
    """Return statements by their day, the newest first."""
    return sorted(records, key=lambda record: (record.page.issued_on, record.card.pk), reverse=True)


@register.filter
def country(code: str) -> str:
    """Return the name of a country or territory."""
    return country_name(code, current().language)


@register.filter
def language(code: str) -> str:
    """Return the name of a language."""
    return language_name(code, current().language)


@register.filter
def film_length(seconds: int | None) -> str:
    """Return the length of a film as ``3:07``, which is read the same everywhere."""
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02}" if seconds else ""


@register.filter
def iso_length(seconds: int | None) -> str:
    """Return the length of a film for machines (ISO 8601), such as ``PT187S``."""
    return f"PT{seconds}S" if seconds else ""
