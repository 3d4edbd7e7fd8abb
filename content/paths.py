"""Public addresses. ``public_address`` decides every one of them, and nothing else does."""

from collections.abc import Mapping

from content.models import PortalPage
from media.multilingual import SOURCE_LANGUAGE

HOME_DEPTH = 2
STEP = PortalPage.steplen

Slugs = Mapping[str, tuple[str, str]]
"""(slug, international slug) of pages by their treebeard path."""


def public_address(tree_path: str, language: str, slugs: Slugs) -> str:
    """Return the address in *language* of the page at a treebeard path, such as ``/en/invest/``.

    Vietnamese addresses are made of ``slug``; the other languages of ``slug_intl``, or
    ``slug`` where a page has none yet. Home is ``/vi/`` itself.

    Args:
        slugs: of at least the page and all pages above it.
    """
    parts = [language]
    for end in range(STEP * (HOME_DEPTH + 1), len(tree_path) + 1, STEP):
        slug, slug_intl = slugs[tree_path[:end]]
        parts.append(slug if language == SOURCE_LANGUAGE else slug_intl or slug)
    return "/" + "/".join(parts) + "/"


def public_path(page: PortalPage, language: str) -> str:
    """Return the address of *page* in *language*; one query reads the slugs above it."""
    above = [page.path[:end] for end in range(STEP, len(page.path) + 1, STEP)]
    rows = PortalPage.objects.order_by().filter(path__in=above).values_list("path", "slug", "slug_intl")
    return public_address(page.path, language, {path: (slug, slug_intl) for path, slug, slug_intl in rows})
