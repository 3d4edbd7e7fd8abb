"""Which builder describes which kind of page."""

from collections.abc import Callable, Mapping
from typing import Any

from content.models import PortalPage
from content.surroundings import Surroundings

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
