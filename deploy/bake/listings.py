"""What directories list, and what day it is: the part of the site index that is about many pages. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from content.formats import local_day
from content.surroundings import FacetCount, PageCard
from deploy.bake.facts import PageFacts
from media.multilingual import SOURCE_LANGUAGE

PAGE_REFERENCE = "#"
"""Begins a facet's value that is the primary key of a page, such as a sector."""


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page that is public in at least one language, and its address in each."""

    facts: PageFacts
    addresses: dict[str, str]


Listed = tuple[PageCard, tuple[tuple[str, str], ...]]
"""A page of a directory, and the facets that it stands under."""


class Listings:
    """Questions about all public pages of a kind, and about today."""

    pages: dict[int, PublicPage]
    facts: Mapping[int, PageFacts]
    now: datetime

    def card(self, pk: int, language: str) -> PageCard | None:
        """Return what a listing shows of a page, or None where it has no public edition."""
        page = self.pages.get(pk)
        return card(page, language) if page and language in page.addresses else None

    def records(self, kind: str, language: str) -> tuple[Listed, ...]:
        """Return the public pages of a kind with their facets, in the order of the tree."""
        return tuple((card(one, language), one.facts.facets) for one in self._of_kind(kind, language))

    def _of_kind(self, kind: str, language: str) -> Iterator[PublicPage]:
        for page in self.pages.values():
            if page.facts.kind == kind and language in page.addresses:
                yield page

    def facets(self, kind: str, language: str) -> tuple[FacetCount, ...]:
        """Return the values that divide the public pages of a kind, by name and value."""
        counts = Counter(facet for one in self._of_kind(kind, language) for facet in one.facts.facets)
        found = (self._facet(name, value, counts[name, value], language) for name, value in sorted(counts))
        return tuple(one for one in found if one is not None)

    def _facet(self, name: str, value: str, count: int, language: str) -> FacetCount | None:
        if not value.startswith(PAGE_REFERENCE):
            return FacetCount(name, value, count, f"{name}-{value}")
        pk = int(value.removeprefix(PAGE_REFERENCE))
        page = self.pages.get(pk)
        # What has no edition in this language has no name to choose it by.
        if page is None or language not in page.addresses:
            return None
        own, international = page.facts.slug, page.facts.slug_intl
        slug = own if language == SOURCE_LANGUAGE else international or own
        return FacetCount(name, value, count, f"{name}-{slug}", pk)

    def edition_days(self, pk: int) -> tuple[tuple[str, str, date | None], ...]:
        """Return (language, address, day of publication) of each public edition of a page."""
        page = self.pages.get(pk)
        if page is None:
            return ()
        moments = page.facts.updated
        return tuple(
            (code, address, local_day(moment) if (moment := moments[code]) else None)
            for code, address in page.addresses.items()
        )

    def passed(self, day: str) -> bool:
        """Whether *day*, such as ``2026-12-31``, lies before today."""
        return date.fromisoformat(day) < local_day(self.now)

    def companions(self, page: PublicPage, language: str) -> list[str]:
        """Return the names of the files beside a page, such as ``data.csv``."""
        names = list(page.facts.companions)
        if page.facts.lists:
            names += [f"{facet.path}/index.html" for facet in self.facets(page.facts.lists, language)]
        return names


def card(page: PublicPage, language: str) -> PageCard:
    """Return what a listing shows of a page."""
    title, _menu_title, summary = page.facts.words[language]
    return PageCard(
        pk=page.facts.pk,
        kind=page.facts.kind,
        url=page.addresses[language],
        title=title,
        summary=summary,
        lead_image=page.facts.lead_image,
        first_published_at=page.facts.published,
        translation_key=page.facts.translation_key,
        pillar=page.facts.pillar,
    )
