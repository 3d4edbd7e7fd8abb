"""Which pages' questions a change of the site can answer differently. Pure."""

from collections.abc import Iterator

from content.paths import STEP
from deploy.bake.site_index import SiteIndex

LOCAL = frozenset({"url", "editions", "edition_days", "updated", "ancestors", "children", "card"})
"""Questions about one page whose answers are made of it, of the pages above it and of those right below it.

Every other question about the site may depend on any page.
"""

NO_PAGE = 0
"""Stands for the page in questions of files that show none; they lead to the front page."""


def neighbours(before: SiteIndex, after: SiteIndex) -> set[int]:
    """Return the pages whose local questions may have other answers in *after* than in *before*."""
    keys = before.pages.keys() | after.pages.keys()
    changed = {pk for pk in keys if before.pages.get(pk) != after.pages.get(pk)}
    found = changed | {NO_PAGE}
    for index in (before, after):
        found.update(_around(index, changed))
    return found


def _around(index: SiteIndex, changed: set[int]) -> Iterator[int]:
    """Yield the parents of *changed* pages and everything below them."""
    paths = [index.facts[pk].path for pk in changed if pk in index.facts]
    parents = {path[:-STEP] for path in paths}
    prefixes = set(paths)
    for pk, page in index.facts.items():
        if page.path in parents or any(
            page.path[:end] in prefixes for end in range(STEP, len(page.path), STEP)
        ):
            yield pk
