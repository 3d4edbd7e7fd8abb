"""Which objects a page shows: what it was given for its fields, and what was chosen in its blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from wagtail.blocks import ChooserBlock, StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.models import AbstractPage
from wagtail.rich_text import RichText

from content.models import PortalPage, Tag
from media.multilingual import localized, translated_fields

Reference = tuple[str, int]
"""A model's label in lower case, and a primary key."""

_TAG = Tag._meta.label_lower


@dataclass
class Shown:
    """The translated objects that a page shows in one language.

    *lost* has a sentence for each object that a block names and that is not there any more.
    """

    references: set[Reference] = field(default_factory=set)
    lost: list[str] = field(default_factory=list)


def shown(page: PortalPage, language: str, *, with_streams: bool) -> Shown:
    """Return what *page* shows: agency, pictures, documents, topics; those in its blocks if wanted."""
    found = Shown(set(_related(page)))
    for name in translated_fields(type(page)) if with_streams else ():
        for one in _values(getattr(page, localized(name, language))):
            if isinstance(one, StructValue):
                found.lost.extend(f"{name}: {said}" for said in _lost(one))
            elif isinstance(one, models.Model) and _is_shown(type(one)):
                found.references.add((one._meta.label_lower, one.pk))
    return found


def _related(page: PortalPage) -> Iterator[Reference]:
    for attribute, label in _relations(type(page)):
        key = getattr(page, attribute)
        if key is not None:
            yield label, key
    for item in page.tagged_items.all():
        yield _TAG, item.tag_id


@cache
def _relations(model: type[models.Model]) -> tuple[tuple[str, str], ...]:
    """Return the columns of *model* that lead to translated objects, and the labels of these."""
    related: list[tuple[str, Any]] = [
        (column.attname, column.related_model) for column in model._meta.concrete_fields if column.is_relation
    ]
    return tuple((name, other._meta.label_lower) for name, other in related if _is_shown(other))


def _values(value: Any) -> Iterator[Any]:
    """Yield what is in a block's value, however deep, but for plain words."""
    pending = [value]
    while pending:
        one = pending.pop()
        if not isinstance(one, str | RichText):
            yield one
            pending.extend(_held(one))


def _held(value: Any) -> Iterable[Any]:
    if isinstance(value, StreamValue):
        return [child.value for child in value]
    if isinstance(value, dict):
        return value.values()
    if isinstance(value, ListValue):
        return list(value)
    if isinstance(value, TypedTable):
        return [cell for row in value.row_data for cell in row["values"]]
    return ()


def _lost(struct: StructValue) -> Iterator[str]:
    for part, value in struct.items():
        if value is None:
            block = struct.block.child_blocks.get(part)
            if isinstance(block, ChooserBlock) and block.required:
                yield f"a {part} that it shows does not exist any more; it is left out."


@cache
def _is_shown(model: type[models.Model]) -> bool:
    return bool(translated_fields(model)) and not issubclass(model, AbstractPage)


def load(references: Iterable[Reference]) -> dict[Reference, models.Model]:
    """Read objects, one query for each kind."""
    by_label: dict[str, set[int]] = {}
    for label, key in references:
        by_label.setdefault(label, set()).add(key)
    return {
        (label, key): found
        for label, keys in by_label.items()
        for key, found in apps.get_model(label)._base_manager.in_bulk(sorted(keys)).items()
    }
