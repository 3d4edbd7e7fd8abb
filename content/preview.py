"""Pages as an editor sees them in the admin: every language, drafts included, nothing public.

Models import this module, so it asks the app registry for them.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.apps import apps
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from content import formats
from content.colours import stylesheet
from content.directories import facet_values
from content.names import name_of
from content.surroundings import (
    Crumb,
    FacetCount,
    LanguageLink,
    MenuItem,
    PageCard,
    Picture,
    Record,
    rendering_in,
)
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE, localized

if TYPE_CHECKING:
    from content.models import OrganisationSettings, PortalPage
    from media.models import PortalDocument, PortalImage

_HOME_DEPTH = 2
_NAMES = dict(settings.LANGUAGES)


class PreviewSurroundings:
    """The site around a preview: its links open further previews, whether pages are public or not."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._images: dict[int, PortalImage] = {}

    @property
    def language(self) -> str:
        """Code of the language being previewed."""
        return self._language

    def organisation(self) -> "OrganisationSettings":
        """Return the organisation of the default site."""
        model: Any = apps.get_model("content", "OrganisationSettings")
        found: OrganisationSettings = (
            model.objects.order_by("-site__is_default_site", "pk").first() or model()
        )
        return found

    def site_name(self) -> str:
        """Return the organisation's name."""
        return name_of(self.organisation(), self._language)

    def home_url(self) -> str:
        """Return the address of the front page's preview."""
        home = self._pages().filter(depth=_HOME_DEPTH).first()
        return self._preview_of(home.pk) if home else "#"

    def page_url(self, page_id: int) -> str | None:
        """Return the address of a page's preview, or None where there is no such page."""
        return self._preview_of(page_id) if self._pages().filter(pk=page_id).exists() else None

    def absolute_url(self, path: str) -> str:
        """Return *path* with the origin of the CMS."""
        return f"{settings.WAGTAILADMIN_BASE_URL}{path}"

    def asset_url(self, name: str) -> str:
        """Return the address of a static file; the organisation's colours travel in the address itself."""
        if name == "portal/colours.css":
            organisation = self.organisation()
            css = stylesheet(organisation.brand_colour, organisation.accent_colour)
            return f"data:text/css,{quote(css)}"
        return static(name)

    def picture(self, image: "PortalImage | int", spec: str) -> Picture | None:
        """Return a rendition, or None where the image's file is missing or cannot be read."""
        found = self._image(image) if isinstance(image, int) else image
        if found is None:
            return None
        try:
            rendition = found.get_rendition(spec)
        except (SourceImageIOError, InvalidFilterSpecError, OSError):
            return None
        return Picture(rendition.url, rendition.width, rendition.height)

    def _image(self, pk: int) -> "PortalImage | None":
        model: Any = apps.get_model("media", "PortalImage")
        return self._images.get(pk) or model.objects.filter(pk=pk).first()

    def document_url(self, document: "PortalDocument | int") -> str | None:
        """Return the address of a document's file in the CMS."""
        model: Any = apps.get_model("media", "PortalDocument")
        found = model.objects.filter(pk=document).first() if isinstance(document, int) else document
        return (found.url or None) if found else None

    def menu(self, page: "PortalPage | None") -> Sequence[MenuItem]:
        """Return the children of home that show in menus."""
        entries = self._titled().filter(depth=_HOME_DEPTH + 1, show_in_menus=True)
        return [self._menu_item(entry, page) for entry in entries]

    def children(self, page: "PortalPage | int") -> Sequence[PageCard]:
        """Return the children of *page* that have a title in this language, drafts included."""
        above = self._pages().filter(pk=page).first() if isinstance(page, int) else page
        if above is None:
            return []
        below = self._titled().filter(depth=above.depth + 1, path__startswith=above.path)
        return [self._card(child) for child in below]

    def card(self, page_id: int) -> PageCard | None:
        """Return what a listing shows of a page that has a title in this language."""
        page = self._titled().filter(pk=page_id).first()
        return self._card(page) if page else None

    def record(self, page_id: int) -> Record | None:
        """Return a page with its values."""
        page = self._titled().filter(pk=page_id).first()
        return Record(self._card(page), page.specific) if page else None

    def records(self, kind: str) -> Sequence[Record]:
        """Return the pages of a kind that have a title in this language, drafts included."""
        model: Any = apps.get_model(kind)
        titled = {f"{localized('title', self._language)}__gt": ""}
        pages = model.objects.filter(**titled).select_related("lead_image").order_by("path")
        return [Record(self._card(page), page, frozenset(facet_values(page))) for page in pages]

    def facets(self, kind: str) -> Sequence[FacetCount]:
        """Return the values by which the pages of a kind are divided; their links lead nowhere."""
        counts = Counter(facet for record in self.records(kind) for facet in record.facets)
        return [
            FacetCount(name, value, counts[name, value], "", int(value[1:]) if value[0] == "#" else None)
            for name, value in sorted(counts)
        ]

    def has_passed(self, day: date) -> bool:
        """Whether *day* lies before today."""
        return day < localdate()

    def companion_url(self, page_id: int, name: str) -> str | None:
        """Return a link that leads nowhere: a preview has no files beside it."""
        return "#"

    def edition_days(self, page: "PortalPage") -> Sequence[tuple[str, str, date | None]]:
        """Return nothing: a preview is not public."""
        return ()

    def ancestors(self, page: "PortalPage") -> Sequence[Crumb]:
        """Return the pages above *page*, home first."""
        above = page.get_ancestors().filter(depth__gte=_HOME_DEPTH)
        return [Crumb(one.pk, self._label(one), self._url_of(one)) for one in above]

    def latest(self, kind: str, count: int) -> Sequence[PageCard]:
        """Return the newest pages of a kind, drafts last."""
        model: Any = apps.get_model(kind)
        newest = F("first_published_at").desc(nulls_last=True)
        of_language = model.objects.filter(**{f"{localized('title', self._language)}__gt": ""})
        pages = of_language.select_related("lead_image").defer_streamfields().order_by(newest, "-pk")
        return [self._card(page) for page in pages[:count]]

    def updated(self, page: "PortalPage") -> date | None:
        """Return the day on which the Vietnamese was last published."""
        return formats.local_day(page.last_published_at) if page.last_published_at else None

    def language_links(
        self, page: "PortalPage | None", addresses: Mapping[str, str] | None = None
    ) -> Sequence[LanguageLink]:
        """Return a link to the same preview in each language."""
        return [self._language_link(language, page) for language in LANGUAGES]

    def alternates(self, page: "PortalPage") -> Sequence[tuple[str, str]]:
        """Return nothing: a preview is not public."""
        return ()

    def search_url(self) -> str:
        """Return a link that leads nowhere: a preview has no search."""
        return "#"

    def feed_url(self) -> str:
        """Return a link that leads nowhere: a preview has no feed."""
        return "#"

    def shared(self, key: tuple[object, ...], render: Callable[[], str]) -> str:
        """Return what *render* makes."""
        return render()

    def part(self, name: str, render: Callable[[], str]) -> str:
        """Return a part of the page, rendered anew."""
        return render()

    def _card(self, page: "PortalPage") -> PageCard:
        if page.lead_image is not None:
            self._images[page.lead_image.pk] = page.lead_image
        kind: Any = page.specific_class or type(page)
        return PageCard(
            pk=page.pk,
            kind=kind._meta.label_lower,
            url=self._url_of(page),
            title=getattr(page, localized("title", self._language)) or "",
            summary=getattr(page, localized("summary", self._language)) or "",
            lead_image=page.lead_image_id,
            first_published_at=page.first_published_at,
            translation_key=str(page.translation_key),
            pillar=getattr(page, "pillar", None) or "",
        )

    def _label(self, page: "PortalPage") -> str:
        words = (getattr(page, localized(field, self._language)) for field in ("menu_title", "title"))
        return next((word for word in words if word), "")

    def _url_of(self, page: "PortalPage") -> str:
        return self._preview_of(page.pk)

    def _pages(self) -> "QuerySet[PortalPage]":
        model: Any = apps.get_model("content", "PortalPage")
        pages: QuerySet[PortalPage] = model.objects.order_by("path")
        return pages

    def _titled(self) -> "QuerySet[PortalPage]":
        return (
            self._pages()
            .filter(**{f"{localized('title', self._language)}__gt": ""})
            .select_related("lead_image")
            .annotate(pillar=F("sectionpage__pillar"))
        )

    def _preview_of(self, page_id: int) -> str:
        return f"{reverse('wagtailadmin_pages:view_draft', args=[page_id])}?mode={self._language}"

    def _menu_item(self, entry: "PortalPage", page: "PortalPage | None") -> MenuItem:
        is_current = page is not None and page.path.startswith(entry.path)
        return MenuItem(self._label(entry), self._url_of(entry), is_current)

    def _language_link(self, language: str, page: "PortalPage | None") -> LanguageLink:
        has_edition = page is not None and bool(getattr(page, localized("title", language)))
        current = language == self._language
        return LanguageLink(language, _NAMES[language], f"?mode={language}", current, current or has_edition)


class PreviewMixin:
    """Previews of a page in each language, for the editor and for Wagtail's "view live"."""

    template: str

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """The languages, under their own names."""
        return [(language, _NAMES[language]) for language in LANGUAGES]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Render the page in the language *mode_name*; Vietnamese for any other name."""
        language = mode_name if mode_name in LANGUAGES else SOURCE_LANGUAGE
        site = PreviewSurroundings(language)
        with translation.override(language), rendering_in(site):
            return HttpResponse(render_to_string(self.template, {"page": self, "site": site}))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Preview the live page for those who work here; the public reads the released portal."""
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
        return self.serve_preview(request, request.GET.get("mode", SOURCE_LANGUAGE))
