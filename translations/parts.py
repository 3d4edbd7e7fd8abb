"""What a publisher clears together with a page: the words that stand on it but belong elsewhere."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models

Finder = Callable[[Any], Iterable[models.Model]]

_finders: dict[type[models.Model], Finder] = {}


def register_parts(model: type[models.Model], finder: Finder) -> None:
    """Say which translated objects stand on an object of *model* (or a subclass)."""
    _finders[model] = finder


def parts_of(instance: models.Model) -> list[models.Model]:
    """Return the translated objects whose words readers see on *instance*."""
    for model in type(instance).__mro__:
        if model in _finders:
            return list(_finders[model](instance))
    return []
