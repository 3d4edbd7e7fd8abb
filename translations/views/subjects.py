"""The objects that the desk's pages are about, loaded without their bodies.

A title is all that these pages need of an object; a body in four languages is not small.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.http import Http404
from django.utils.text import capfirst
from wagtail.fields import RichTextField, StreamField

from media.multilingual import translated_fields

Key = tuple[int, int]
"""Primary keys of an object's content type and of the object."""


def load_subjects(keys: Iterable[Key]) -> Mapping[Key, models.Model]:
    """Return the objects there are, in one query for each kind of object."""
    wanted: dict[int, set[int]] = defaultdict(set)
    for content_type_id, object_id in keys:
        wanted[content_type_id].add(object_id)
    found: dict[Key, models.Model] = {}
    for content_type_id, object_ids in wanted.items():
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None:
            rows = _without_bodies(model).filter(pk__in=object_ids)
            found |= {(content_type_id, row.pk): row for row in rows}
    return found


def load_subject(content_type_id: int, object_id: int) -> models.Model:
    """Return one object of a translated kind.

    Raises:
        Http404: there is none.
    """
    content_type = ContentType.objects.filter(pk=content_type_id).first()
    model = content_type.model_class() if content_type is not None else None
    if model is None or not translated_fields(model):
        raise Http404
    subject = _without_bodies(model).filter(pk=object_id).first()
    # A page is also a row of its base, and has its editions under its own kind alone.
    if subject is None or getattr(subject, "content_type_id", content_type_id) != content_type_id:
        raise Http404
    return subject


def field_label(model: type[models.Model] | None, name: str) -> str:
    """Return what people call a field; its name where the model no longer has it."""
    try:
        field: Any = model._meta.get_field(name) if model is not None else None
    except FieldDoesNotExist:
        field = None
    return capfirst(str(getattr(field, "verbose_name", name)))


def _without_bodies(model: type[models.Model]) -> models.QuerySet[models.Model]:
    bodies = [
        name
        for name in translated_fields(model)
        if isinstance(model._meta.get_field(name), StreamField | RichTextField)
    ]
    return model._base_manager.defer(*bodies)
