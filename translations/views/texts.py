"""An object's Vietnamese, laid out for the person who clears it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from translations import sources
from translations.models import Clearance, SourceVersion
from translations.operations.clearance import clearance_of
from translations.segments.shapes import CorruptValue
from translations.views.markup import plain_lines
from translations.views.subjects import field_label


@dataclass(frozen=True)
class Passage:
    """The words of one field, a string for each block of text."""

    label: str
    paragraphs: Sequence[str]


@dataclass(frozen=True)
class LiveText:
    """The Vietnamese as it is now, whether it is cleared, and what is wrong with it if anything."""

    passages: Sequence[Passage] = ()
    hash: str = ""
    clearance: Clearance | None = None
    problem: str = ""


def live_text(instance: models.Model) -> LiveText:
    """Return the text of *instance*; one that cannot be read has only a problem, which says where."""
    try:
        values = sources.read(instance)
        found = passages(type(instance), values)
    except CorruptValue as error:
        return LiveText(problem=str(error))
    digest = sources.digest(values)
    version = SourceVersion(content_type=ContentType.objects.get_for_model(instance), hash=digest)
    return LiveText(found, digest, clearance_of(version))


def passages(model: type[models.Model], values: Mapping[str, Any]) -> list[Passage]:
    """Return every word of a stored text, by field, in reading order.

    Raises:
        CorruptValue: a stored value is not of the form its block says.
    """
    by_field: dict[str, list[str]] = {}
    for segment in sources.segments(model, values):
        by_field.setdefault(segment.field, []).append(plain_lines(segment.source))
    return [Passage(field_label(model, field), words) for field, words in by_field.items()]
