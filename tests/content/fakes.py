"""A site in memory, for rendering without one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from content.models import OrganisationSettings, PortalPage
from content.surroundings import LanguageLink, MenuItem, Picture
from media.models import PortalDocument, PortalImage
from media.multilingual import LANGUAGES, localized

ORIGIN = "https://portal.example"
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
    above: Sequence[PortalPage] = ()
    latest: Sequence[PortalPage] = ()
    entries: Sequence[MenuItem] = ()
    untranslated: frozenset[str] = frozenset()
    files_are_lost: bool = False
    owner: OrganisationSettings = field(default_factory=organisation)

    def organisation(self) -> OrganisationSettings:
        return self.owner

    def home_url(self) -> str:
        return f"/{self.language}/"

    def page_url(self, page_id: int) -> str | None:
        return self.addresses.get(page_id)

    def absolute_url(self, path: str) -> str:
        return ORIGIN + path

    def asset_url(self, name: str) -> str:
        return f"/assets/{name}"

    def picture(self, image: PortalImage, spec: str) -> Picture | None:
        if self.files_are_lost:
            return None
        size = spec.partition("|")[0].partition("-")[2].partition("x")[0]
        width = min(int(size), image.width)
        return Picture(f"/media/{image.pk}.{width}.webp", width, width * 2 // 3)

    def document_url(self, document: PortalDocument) -> str | None:
        return None if self.files_are_lost else f"/media/{document.pk}.pdf"

    def menu(self, page: PortalPage | None) -> Sequence[MenuItem]:
        return self.entries

    def children(self, page: PortalPage) -> Sequence[PortalPage]:
        return self.below

    def ancestors(self, page: PortalPage) -> Sequence[PortalPage]:
        return self.above

    def latest_articles(self, count: int) -> Sequence[PortalPage]:
        return self.latest[:count]

    def language_links(self, page: PortalPage | None) -> Sequence[LanguageLink]:
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

    def feed_url(self) -> str:
        return f"/{self.language}/feed.xml"
