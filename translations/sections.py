"""The parts of the portal that figures are told apart by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import AbstractPage

from media.multilingual import SOURCE_LANGUAGE, localized

Key = tuple[int, int]
"""Primary keys of an object's content type and of the object."""

SECTION_DEPTH = 3
"""Where sections stand in the tree: below its root and the front page."""

_SLICE = 500
_V = TypeVar("_V")


def sections_of(keys: Iterable[Key]) -> Mapping[Key, str]:
    """Return the name of the section of each object.

    That of a page is the title of its ancestor below the front page; a page higher up is its
    own. What is no page belongs to its kind.
    """
    by_kind: dict[int, set[int]] = defaultdict(set)
    for content_type_id, object_id in keys:
        by_kind[content_type_id].add(object_id)
    found: dict[Key, str] = {}
    for content_type_id, object_ids in by_kind.items():
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None and issubclass(model, AbstractPage):
            names: Mapping[int, str] = _titles(object_ids)
        else:
            kind = capfirst(str(model._meta.verbose_name_plural)) if model is not None else _("(deleted)")
            names = dict.fromkeys(object_ids, kind)
        found |= {(content_type_id, pk): names.get(pk, _("(deleted)")) for pk in object_ids}
    return found


def _titles(pks: Iterable[int]) -> dict[int, str]:
    pages = _pages()
    sections: dict[int, str] = {}
    for some in _slices(sorted(pks)):
        sections |= dict(pages.filter(pk__in=some).values_list("pk", "path"))
    length = SECTION_DEPTH * int(pages.model.steplen)
    sections = {pk: path[:length] for pk, path in sections.items()}
    title = localized("title", SOURCE_LANGUAGE)
    titles: dict[str, str] = {}
    for paths in _slices(sorted(set(sections.values()))):
        titles |= dict(pages.filter(path__in=paths).values_list("path", title))
    return {pk: titles.get(path, _("(deleted)")) for pk, path in sections.items()}


def _pages() -> models.QuerySet[AbstractPage]:
    found: models.QuerySet[AbstractPage] = apps.get_model(settings.WAGTAIL_PAGE_MODEL)._base_manager.all()
    return found


def _slices(values: Sequence[_V]) -> Iterator[Sequence[_V]]:
    # SQLite binds a limited number of values in one statement.
    return (values[start : start + _SLICE] for start in range(0, len(values), _SLICE))
