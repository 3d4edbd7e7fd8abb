"""The same pages as an ordinary Wagtail site serves them: what is around a page is asked for each view.

Kind to the peers: what Wagtail's own tags keep for one request (settings, addresses) is
kept here as well, so that a view asks no more than it must.
"""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils import translation
from wagtail.models import AbstractPage

from content.models import OrganisationSettings, PortalPage
from content.preview import PreviewSurroundings
from content.surroundings import LanguageLink, rendering_in
from media.multilingual import LANGUAGES


class PlainSurroundings(PreviewSurroundings):
    """The site around one view of *page*."""

    def __init__(self, language: str, page: PortalPage) -> None:
        super().__init__(language)
        self._seen = {page.pk: page}
        self._organisation: OrganisationSettings | None = None

    def organisation(self) -> OrganisationSettings:
        """Return the organisation, read once a view."""
        if self._organisation is None:
            self._organisation = super().organisation()
        return self._organisation

    def home_url(self) -> str:
        """Return the front page's address."""
        return f"/{self.language}/"

    def page_url(self, page_id: int) -> str | None:
        """Return a page's address; one query for a page that this view has not met."""
        if page_id not in self._seen:
            self._seen.update(PortalPage.objects.in_bulk([page_id]))
        page = self._seen.get(page_id)
        return _address(page, self.language) if page else None

    def absolute_url(self, path: str) -> str:
        """Return *path* with the portal's origin."""
        return f"{settings.PORTAL_BASE_URL}{path}"

    def asset_url(self, name: str) -> str:
        """Return the address of a static file."""
        return static(name)

    def language_links(
        self, page: PortalPage | None, addresses: Mapping[str, str] | None = None
    ) -> Sequence[LanguageLink]:
        """Return the language switch."""
        return [
            LanguageLink(
                language=code,
                name=code,
                url=_address(page, code) if page else f"/{code}/",
                is_current=code == self.language,
                is_same_page=page is not None,
            )
            for code in LANGUAGES
        ]

    def alternates(self, page: PortalPage) -> Sequence[tuple[str, str]]:
        """Return the address of *page* in each language."""
        return [(code, self.absolute_url(_address(page, code))) for code in LANGUAGES]

    def search_url(self) -> str:
        """Return the address of this language's search."""
        return f"/{self.language}/search/"

    def section_feed_url(self, page: PortalPage) -> str | None:
        """Return the address of the feed of a section."""
        return f"{_address(page, self.language)}feed.xml"

    def feed_url(self) -> str:
        """Return the address of this language's feed."""
        return f"/{self.language}/feed.xml"

    def _url_of(self, page: PortalPage) -> str:
        self._seen[page.pk] = page
        return _address(page, self.language)


def _address(page: PortalPage, language: str) -> str:
    _root, _home, *below = page.url_path.split("/")
    return "/".join(["", language, *below])


def view(page: PortalPage, request: HttpRequest, language: str) -> HttpResponse:
    """Answer *request* with *page* in *language*, through Wagtail's own ``serve``."""
    site = PlainSurroundings(language, page)
    response = AbstractPage.serve(page, request)
    response.context_data["site"] = site
    with translation.override(language), rendering_in(site):
        answer: HttpResponse = response.render()
    return answer
