"""Public addresses. ``public_path`` decides every one of them, and nothing else does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from content.models import PortalPage
from media.multilingual import SOURCE_LANGUAGE

_HOME_DEPTH = 2
_STEP = PortalPage.steplen


@dataclass(frozen=True)
class SlugTree:
    """The slugs of the whole tree by treebeard path, so that many addresses cost one query."""

    slugs: Mapping[str, tuple[str, str]]

    @classmethod
    def load(cls) -> Self:
        """Read the slugs of all pages in one query."""
        rows = PortalPage.objects.order_by().values_list("path", "slug", "slug_intl")
        return cls({path: (slug, slug_intl) for path, slug, slug_intl in rows})

    @classmethod
    def above(cls, page: PortalPage) -> Self:
        """Read the slugs of *page* and its ancestors in one query."""
        paths = [page.path[:end] for end in range(_STEP, len(page.path) + 1, _STEP)]
        rows = PortalPage.objects.order_by().filter(path__in=paths).values_list("path", "slug", "slug_intl")
        return cls({path: (slug, slug_intl) for path, slug, slug_intl in rows})


def public_path(page: PortalPage, language: str, tree: SlugTree | None = None) -> str:
    """Return the address of *page* in *language* from the portal's root, such as ``/en/invest/``.

    Vietnamese addresses are made of ``slug``; the other languages of ``slug_intl``, or
    ``slug`` where a page has none yet. Home is ``/vi/`` itself.

    Args:
        tree: the slugs, if many addresses are asked for; without it one query reads them.
    """
    known = (tree or SlugTree.above(page)).slugs
    parts = [language]
    for end in range(_STEP * (_HOME_DEPTH + 1), len(page.path) + 1, _STEP):
        slug, slug_intl = known[page.path[:end]]
        parts.append(slug if language == SOURCE_LANGUAGE else slug_intl or slug)
    return "/" + "/".join(parts) + "/"
