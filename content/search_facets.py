"""By what readers narrow a search: the kind of a page, its sectors, its year, in words of the rendering.

Pages say it of themselves in their head; the search index is made of the baked pages alone.
"""

from collections.abc import Iterator

from django.utils.translation import pgettext_lazy

from content import directories, formats
from content.models import ArticlePage, DirectoryPage, PortalPage, SectionPage, SectorPage
from content.surroundings import Surroundings

KIND, SECTOR, YEAR = "kind", "sector", "year"
_PAGE = "#"
"""Begins a facet's value that is the primary key of a page (`docs/kinds.md`)."""

_KINDS = {
    ArticlePage._meta.label_lower: pgettext_lazy("portal", "Articles"),
    SectionPage._meta.label_lower: pgettext_lazy("portal", "Sections"),
    DirectoryPage._meta.label_lower: pgettext_lazy("portal", "Sections"),
}


def facets(page: PortalPage, site: Surroundings) -> Iterator[tuple[str, str]]:
    """Yield (facet, value) of *page*; a page with directories of its kind is called as these are."""
    label = page._meta.label_lower
    listed = directories.of_kind(label)
    kind = listed.heading if listed is not None else _KINDS.get(label)
    if kind:
        yield KIND, str(kind)
    yield from ((SECTOR, name) for name in _sectors(page, site))
    if page.first_published_at and label not in _KINDS.keys() - {ArticlePage._meta.label_lower}:
        yield YEAR, str(formats.local_day(page.first_published_at).year)


def _sectors(page: PortalPage, site: Surroundings) -> Iterator[str]:
    pks = {int(value[1:]) for name, value in directories.facet_values(page) if _is_sector(name, value)}
    if isinstance(page, SectorPage):
        pks.add(page.pk)
    for pk in sorted(pks):
        card = site.card(pk)
        if card is not None:
            yield card.title  # bare: of a card


def _is_sector(name: str, value: str) -> bool:
    return name == SECTOR and value.startswith(_PAGE)
