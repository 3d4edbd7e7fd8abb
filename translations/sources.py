"""Reading an object's Vietnamese and writing its derived columns."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.db import models
from wagtail.blocks import StreamValue

from media.multilingual import SOURCE_LANGUAGE, localized, translated_fields
from translations.registry import shapes_of
from translations.segments import soundness
from translations.segments.segment import Segment, extract
from translations.segments.segment import compose as compose_values
from translations.segments.shapes import CorruptValue, Shape, Targets
from translations.segments.soundness import Choice


def read(instance: models.Model, language: str = SOURCE_LANGUAGE) -> dict[str, Any]:
    """Return the stored value of each translated field of *instance* in *language*.

    Raises:
        CorruptValue: a StreamField's JSON cannot be read.
    """
    shapes = shapes_of(type(instance))
    return {
        name: _stored(getattr(instance, localized(name, language)), name, shapes[name])
        for name in translated_fields(type(instance))
    }


def _stored(value: Any, name: str, shape: Shape) -> Any:
    if not isinstance(value, StreamValue):
        return value
    if value.raw_text and not len(value):
        raise _corrupt(value.raw_text, name, shape)
    return value.get_prep_value()


def _corrupt(raw: str, name: str, shape: Shape) -> CorruptValue:
    """Return the error that names the broken place, as closely as it can be known."""
    try:
        for _found in shape.walk(json.loads(raw), name):
            pass
    except CorruptValue as error:
        return error
    except ValueError:
        pass
    return CorruptValue(f"The stored {name} is not valid StreamField data.")


def check(instance: models.Model, language: str) -> set[Choice]:
    """Check that the stored values of *instance* in *language* have the form that their blocks say.

    Returns:
        The objects that were chosen in its blocks, whether they are there or not.

    Raises:
        CorruptValue: one has not; the text names the place.
    """
    chosen: set[Choice] = set()
    for name, shape in shapes_of(type(instance)).items():
        value = getattr(instance, localized(name, language))
        if isinstance(value, StreamValue):
            if value.raw_text and not len(value):
                raise _corrupt(value.raw_text, name, shape)
            for number, kind in getattr(value, "unknown_blocks", ()):
                raise CorruptValue(f"{name}, block {number} is of the unknown type {kind!r}.")
            chosen |= soundness.check(shape, list(value.raw_data), name)
    return chosen


def digest(values: Mapping[str, Any]) -> str:
    """Return the identity of a whole source: SHA-256 of its canonical JSON."""
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def segments(model: type[models.Model], values: Mapping[str, Any]) -> list[Segment]:
    """Return the segments that need translating, in reading order.

    Raises:
        CorruptValue: a stored value is not of the form its block says.
    """
    return [segment for segment in extract(shapes_of(model), values) if segment.has_words]


def composed(model: type[models.Model], values: Mapping[str, Any], targets: Targets) -> dict[str, Any]:
    """Return the stored value of each derived column (by bare name) for *targets*."""
    return compose_values(shapes_of(model), values, targets)


def write(instance: models.Model, language: str, values: Mapping[str, Any]) -> None:
    """Write the derived columns of *language* on the live row, and nothing else."""
    columns = {localized(name, language): value for name, value in values.items()}
    type(instance)._base_manager.filter(pk=instance.pk).update(**columns)
    for column, value in columns.items():
        setattr(instance, column, value)
