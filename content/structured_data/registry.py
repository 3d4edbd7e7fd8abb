"""Which builder describes which kind of page."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from content.models import PortalPage
from content.surroundings import Surroundings
from media.multilingual import localized

Node = dict[str, Any]
"""An object of schema.org; values are texts, numbers, nodes and lists of these."""

Builder = Callable[[Any, Surroundings], Node]
"""Returns what is particular to a page: at least an ``@type`` that is a creative work.

What the page is about, such as an event or a place, is its ``mainEntity``. Everything common
to pages is added, and what is empty is left out.
"""

_builders: dict[type[PortalPage], Builder] = {}


def describes(*models: type[PortalPage]) -> Callable[[Builder], Builder]:
    """Register a builder for kinds of pages and for those that are derived from them."""

    def registered(builder: Builder) -> Builder:
        for model in models:
            if model in _builders:
                raise ValueError(f"{model.__name__} is described twice.")
            _builders[model] = builder
        return builder

    return registered


def registered() -> Mapping[type[PortalPage], Builder]:
    """Return every builder by its kind."""
    return dict(_builders)


def node(kind: str, **said: Any) -> Node:
    """Return an object of a type without what is empty."""
    return {"@type": kind} | {name: value for name, value in said.items() if value not in ("", None, [], {})}


def words(instance: Model | None, name: str, site: Surroundings) -> str:
    """Return what *instance* says in the language of the rendering; nothing where there is no such object."""
    return (getattr(instance, localized(name, site.language)) or "") if instance is not None else ""
