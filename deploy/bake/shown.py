"""The objects that pages show: those that were chosen for its fields, its rows and its blocks."""

from collections.abc import Iterable
from functools import cache

from django.apps import apps
from django.db import models
from wagtail.models import AbstractPage

from media.multilingual import translated_fields
from translations.segments.soundness import Choice


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
