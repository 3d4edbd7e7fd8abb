"""Which objects a page shows: what it was given for its fields, and what was chosen in its blocks."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from wagtail.models import AbstractPage

from content.models import PortalPage, Tag
from media.multilingual import translated_fields
from translations.segments.soundness import Choice

_TAG = Tag._meta.label_lower


def related(page: PortalPage) -> Iterator[Choice]:
    """Yield the translated objects beside the words of *page*: its agency, lead picture and topics."""
    for attribute, label in _relations(type(page)):
        key = getattr(page, attribute)
        if key is not None:
            yield label, key
    for item in page.tagged_items.all():
        yield _TAG, item.tag_id


@cache
def _relations(model: type[models.Model]) -> tuple[tuple[str, str], ...]:
    """Return the columns of *model* that lead to translated objects, and the labels of these."""
    columns: list[tuple[str, Any]] = [
        (column.attname, column.related_model) for column in model._meta.concrete_fields if column.is_relation
    ]
    labels = ((name, other._meta.label_lower) for name, other in columns)
    return tuple((name, label) for name, label in labels if is_shown(label))


@cache
def is_shown(label: str) -> bool:
    """Whether pages say something of objects of this kind; of other pages they say what the index answers."""
    model = apps.get_model(label)
    return bool(translated_fields(model)) and not issubclass(model, AbstractPage)


def lost(choices: Iterable[Choice]) -> list[Choice]:
    """Return those of *choices* that are not there."""
    wanted = sorted({one for one in choices if is_shown(one[0])})
    there = load(wanted)
    return [one for one in wanted if one not in there]


def absence(choice: Choice) -> str:
    """Return the sentence that says that *choice* is not there."""
    return f"{choice[0]} {choice[1]}, which it shows, does not exist."


def load(choices: Iterable[Choice]) -> dict[Choice, models.Model]:
    """Read objects, one query for each kind."""
    by_label: dict[str, set[int]] = {}
    for label, key in choices:
        by_label.setdefault(label, set()).add(key)
    return {
        (label, key): found
        for label, keys in by_label.items()
        for key, found in apps.get_model(label)._base_manager.in_bulk(sorted(keys)).items()
    }
