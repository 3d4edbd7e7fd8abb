"""A site in memory, for rendering without one."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from content.directories import facet_values
from content.formats import local_day
from content.models import OrganisationSettings, PortalPage
from content.names import name_of
from content.surroundings import Crumb, FacetCount, LanguageLink, MenuItem, PageCard, Picture, Record
from media.models import PortalDocument, PortalImage
from media.multilingual import LANGUAGES, localized

ORIGIN = "https://portal.example"
WIDEST = 1600
NAMES = {"vi": "Tiếng Việt", "en": "English", "ja": "日本語", "ko": "한국어"}


def organisation(**fields: Any) -> OrganisationSettings:
    """Return an organisation with a name in each language."""
    names = {localized("name", language): f"Portal {language}" for language in LANGUAGES}
    return OrganisationSettings(**{**names, **fields})


@dataclass
class FakeSurroundings:
    """Implements the Protocol from what a test gives it; *addresses* are those of public pages."""

    language: str = "vi"
    addresses: dict[int, str] = field(default_factory=dict)
    below: Sequence[PortalPage] = ()
    deeper: Mapping[int, Sequence[PortalPage]] = field(default_factory=dict)
    above: Sequence[PortalPage] = ()
    newest: Sequence[PortalPage] = ()
    entries: Sequence[MenuItem] = ()
    others: Sequence[PortalPage] = ()
    today: date = date(2026, 3, 4)
    untranslated: frozenset[str] = frozenset()
    files_are_lost: bool = False
    owner: OrganisationSettings = field(default_factory=organisation)

    def organisation(self) -> OrganisationSettings:
        return self.owner

    def site_name(self) -> str:
        return name_of(self.organisation(), self.language)

    def home_url(self) -> str:
        return f"/{self.language}/"

    def page_url(self, page_id: int) -> str | None:
        return self.addresses.get(page_id)

    def absolute_url(self, path: str) -> str:
        return ORIGIN + path

    def asset_url(self, name: str) -> str:
        return f"/assets/{name}"

    def picture(self, image: PortalImage | int, spec: str) -> Picture | None:
        if self.files_are_lost:
            return None
        size = spec.partition("|")[0].partition("-")[2].partition("x")[0]
        pk, widest = (image, WIDEST) if isinstance(image, int) else (image.pk, image.width)
        width = min(int(size), widest)
        return Picture(f"/media/{pk}.{width}.webp", width, width * 2 // 3)

    def document_url(self, document: PortalDocument | int) -> str | None:
        pk = document if isinstance(document, int) else document.pk
        return None if self.files_are_lost or not pk else f"/media/{pk}.pdf"

    def menu(self, page: PortalPage | None) -> Sequence[MenuItem]:
        return self.entries

    def children(self, page: PortalPage | int) -> Sequence[PageCard]:
        below = self.deeper.get(page, ()) if isinstance(page, int) else self.below
        return [self.card_of(one) for one in below]

    def record(self, page_id: int) -> Record | None:
        found = next((one for one in self.others if one.pk == page_id), None)
        return Record(self.card_of(found), found, frozenset(facet_values(found))) if found else None

    def records(self, kind: str) -> Sequence[Record]:
        of_kind = (one for one in self.others if one._meta.label_lower == kind)
        return [record for one in of_kind if (record := self.record(one.pk))]

    def facets(self, kind: str) -> Sequence[FacetCount]:
        counts = Counter(facet for record in self.records(kind) for facet in record.facets)
        return [
            FacetCount(
                name, value, counts[name, value], f"{name}-{value.removeprefix('#')}", _reference(value)
            )
            for name, value in sorted(counts)
        ]

    def card(self, page_id: int) -> PageCard | None:
        found = self.record(page_id)
        return found.card if found else None

    def has_passed(self, day: date) -> bool:
        return day < self.today

    def companion_url(self, page_id: int, name: str) -> str | None:
        url = self.page_url(page_id)
        return f"{url}{name}" if url else None

    def edition_days(self, page: PortalPage) -> Sequence[tuple[str, str, date | None]]:
        public = (language for language in LANGUAGES if language not in self.untranslated)
        return [(language, f"/{language}/{page.pk}/", self.updated(page)) for language in public]

    def ancestors(self, page: PortalPage) -> Sequence[Crumb]:
        return [Crumb(one.pk, self.words(one, "title"), self.addresses[one.pk]) for one in self.above]

    def latest(self, kind: str, count: int) -> Sequence[PageCard]:
        return [self.card_of(one) for one in self.newest[:count]]

    def updated(self, page: PortalPage) -> date | None:
        return local_day(page.last_published_at) if page.last_published_at else None

    def shared(self, key: tuple[object, ...], render: Callable[[], str]) -> str:
        return render()

    def part(self, name: str, render: Callable[[], str]) -> str:
        return render()

    def card_of(self, page: PortalPage) -> PageCard:
        return PageCard(
            pk=page.pk,
            kind=page._meta.label_lower,
            url=self.addresses.get(page.pk, ""),
            title=self.words(page, "title"),
            summary=self.words(page, "summary"),
            lead_image=page.lead_image_id,
            first_published_at=page.first_published_at,
            translation_key=str(page.translation_key),
            pillar=getattr(page, "pillar", ""),
        )

    def words(self, page: PortalPage, name: str) -> str:
        return getattr(page, localized(name, self.language)) or ""

    def language_links(
        self, page: PortalPage | None, addresses: Mapping[str, str] | None = None
    ) -> Sequence[LanguageLink]:
        return [
            LanguageLink(
                language=language,
                name=NAMES[language],
                url=f"/{language}/",
                is_current=language == self.language,
                is_same_page=language not in self.untranslated,
            )
            for language in LANGUAGES
        ]

    def alternates(self, page: PortalPage) -> Sequence[tuple[str, str]]:
        public = [language for language in LANGUAGES if language not in self.untranslated]
        return [*((language, f"{ORIGIN}/{language}/") for language in public), ("x-default", f"{ORIGIN}/")]

    def search_url(self) -> str:
        return f"/{self.language}/search/"

    def feed_url(self) -> str:
        return f"/{self.language}/feed.xml"


def _reference(value: str) -> int | None:
    return int(value.removeprefix("#")) if value.startswith("#") else None
