"""Every module that describes kinds of pages, and which builder a page has."""

from content.models import PortalPage
from content.structured_data import figures, investing, occasions, pages, parks, press, registry

MODULES = (pages, press, figures, occasions, parks, investing)
"""Imported here, so that their builders are registered before the first page is described."""


def builder_of(model: type[PortalPage]) -> registry.Builder:
    """Return the builder of the nearest kind that has one."""
    known = registry.registered()
    return next(known[kind] for kind in model.__mro__ if kind in known)
