"""The site as a page being baked sees it: public editions only, everything from memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from content.models import OrganisationSettings, PortalPage
from content.surroundings import LanguageLink, MenuItem, Picture
from deploy.bake.files import Files
from deploy.bake.site_index import SiteIndex
from media.models import PortalDocument, PortalImage
from media.multilingual import LANGUAGES, localized

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English", "ja": "日本語", "ko": "한국어"}


@dataclass(frozen=True)
class BakeSurroundings:
    """Implements :class:`content.surroundings.Surroundings` for one language of one bake."""

    language: str
    index: SiteIndex
    files: Files
    origin: str
    settings: OrganisationSettings

    def organisation(self) -> OrganisationSettings:
        """Return the organisation."""
        return self.settings

    def home_url(self) -> str:
        """Return the front page's address; the language's root even where home is not public yet."""
        return self.page_url(self.index.home.pk) or f"/{self.language}/"

    def page_url(self, page_id: int) -> str | None:
        """Return a page's address, None without a public edition."""
        return self.index.address(page_id, self.language)

    def absolute_url(self, path: str) -> str:
        """Return *path* with the portal's origin."""
        return self.origin + path

    def asset_url(self, name: str) -> str:
        """Return the hashed address of a static file."""
        return self.files.asset(name)

    def picture(self, image: PortalImage, spec: str) -> Picture | None:
        """Return a rendition in the output."""
        return self.files.picture(image, spec)

    def document_url(self, document: PortalDocument) -> str | None:
        """Return a document's address in the output."""
        return self.files.document(document)

    def menu(self, page: PortalPage | None) -> Sequence[MenuItem]:
        """Return the main menu; the branch that *page* stands in is marked."""
        return [
            MenuItem(
                label=self._words(item, "menu_title") or self._words(item, "title"),
                url=self.index.pages[item.pk].addresses[self.language],
                is_current=page is not None and page.path.startswith(item.path),
            )
            for item in self.index.children(self.index.home, self.language)
            if item.show_in_menus
        ]

    def _words(self, page: PortalPage, field: str) -> str:
        return getattr(page, localized(field, self.language)) or ""

    def children(self, page: PortalPage) -> Sequence[PortalPage]:
        """Return the public children of *page*."""
        return self.index.children(page, self.language)

    def ancestors(self, page: PortalPage) -> Sequence[PortalPage]:
        """Return the public pages above *page*."""
        return self.index.ancestors(page, self.language)

    def latest_articles(self, count: int) -> Sequence[PortalPage]:
        """Return the newest articles."""
        return [entry.page for entry in islice(self.index.articles(self.language), count)]

    def language_links(self, page: PortalPage | None) -> Sequence[LanguageLink]:
        """Return the switch: the same page, or the nearest public page above it."""
        return [self._language_link(page, language) for language in LANGUAGES]

    def _language_link(self, page: PortalPage | None, language: str) -> LanguageLink:
        same = self.index.address(page.pk, language) if page is not None else None
        return LanguageLink(
            language=language,
            name=LANGUAGE_NAMES[language],
            url=same or self._nearest(page, language),
            is_current=language == self.language,
            is_same_page=same is not None,
        )

    def _nearest(self, page: PortalPage | None, language: str) -> str:
        above = self.index.ancestors(page, language) if page is not None else []
        if above:
            return self.index.pages[above[-1].pk].addresses[language]
        return self.index.address(self.index.home.pk, language) or "/"

    def alternates(self, page: PortalPage) -> Sequence[tuple[str, str]]:
        """Return hreflang and absolute address of each public edition, then x-default."""
        entry = self.index.pages.get(page.pk)
        if entry is None:
            return []
        found = [(code, self.origin + entry.addresses[code]) for code in LANGUAGES if code in entry.addresses]
        fallback = self.origin + ("/" if page.pk == self.index.home.pk else _default(entry.addresses))
        return [*found, ("x-default", fallback)]

    def feed_url(self) -> str:
        """Return the address of this language's feed."""
        return f"/{self.language}/feed.xml"


def _default(addresses: dict[str, str]) -> str:
    """Return the edition for readers of other languages: English where there is one."""
    return addresses.get("en") or next(addresses[code] for code in LANGUAGES if code in addresses)
