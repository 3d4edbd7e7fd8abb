"""Reading pages together with everything that their templates may show of other objects."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any

from django.db.models import Model, prefetch_related_objects

from content.fields import StreamField
from content.models import PortalPage
from deploy.bake.shown import is_shown
from deploy.journal import page_parts
from media.multilingual import TARGET_LANGUAGES, localized, translated_fields
from translations.segments.soundness import Choice


def read_pages(
    kind: type[PortalPage], pks: Collection[int], leave: Iterable[str] = ()
) -> dict[int, PortalPage]:
    """Return the pages *pks* of one kind, with their rows and the objects these and they name.

    Args:
        leave: columns that nobody will look at.
    """
    pages = kind.objects.select_related(*forward(kind)).defer(*leave)
    found: dict[int, PortalPage] = pages.in_bulk(list(pks))
    prefetch_related_objects(list(found.values()), *row_lookups(kind))
    return found


def related(page: PortalPage) -> Iterator[Choice]:
    """Yield the translated objects that *page* and its rows name: its agency, its picture, its topics."""
    yield from _named_by(page)
    for relation in page_parts(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            yield from _named_by(row)


def _named_by(instance: Model) -> Iterator[Choice]:
    for name, label in _shown_relations(type(instance)):
        found = getattr(instance, name)
        if found is None:
            continue
        yield label, found.pk
        for further, further_label in _shown_with(type(found)):
            beyond = getattr(found, further)
            if beyond is not None:
                yield further_label, beyond.pk


@cache
def _shown_relations(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Return the foreign keys of *model* to translated objects, and the labels of these."""
    keys: list[Any] = [
        field for field in model._meta.concrete_fields if field.many_to_one or field.one_to_one
    ]
    labels = ((field.name, field.related_model._meta.label_lower) for field in keys)
    return tuple((name, label) for name, label in labels if is_shown(label))


def _shown_with(model: type[Model]) -> list[tuple[str, str]]:
    """Return the foreign keys that are shown wherever an object of this kind is: its ``shown_with``."""
    wanted = getattr(model, "shown_with", ())
    return [(name, label) for name, label in _shown_relations(model) if name in wanted]


@cache
def forward(kind: type[Model]) -> tuple[str, ...]:
    """Return what to select along with an object: its translated relations, and theirs."""
    return tuple(_with_further(kind, ""))


def _with_further(model: type[Model], prefix: str) -> Iterator[str]:
    for name, _label in _shown_relations(model):
        yield f"{prefix}{name}"
        target: Any = model._meta.get_field(name).related_model
        yield from (f"{prefix}{name}__{further}" for further, _found in _shown_with(target))


@cache
def row_lookups(kind: type[PortalPage]) -> tuple[str, ...]:
    """Return what to prefetch: the rows of a page, and the translated objects that they name."""
    found: list[str] = []
    for relation in page_parts(kind):
        accessor = relation.get_accessor_name()
        found += list(_with_further(relation.related_model, f"{accessor}__")) or [accessor]
    return tuple(found)


def derived_streams(kind: type[PortalPage]) -> list[str]:
    """Return the columns of *kind* that hold bodies in other languages than Vietnamese."""
    return [
        localized(name, language)
        for name in translated_fields(kind)
        if isinstance(kind._meta.get_field(name), StreamField)
        for language in TARGET_LANGUAGES
    ]
