"""Rendering pages: each in every language it is public in, loaded once."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils import translation

from content.models import PortalPage
from content.surroundings import rendering_in
from deploy.bake.site_index import IndexedPage, SiteIndex
from deploy.bake.streams import convert_together
from deploy.bake.surroundings import BakeSurroundings
from media.multilingual import SOURCE_LANGUAGE
from translations.operations.release import cleared_now

logger = logging.getLogger(__name__)

_CHUNK = 25


@dataclass(frozen=True, slots=True)
class BakedPage:
    """One page in one language, as HTML."""

    page_id: int
    language: str
    address: str
    html: str


@dataclass(frozen=True, slots=True)
class PageFailed:
    """One page in one language that could not be rendered; *cause* is a whole sentence."""

    page_id: int
    language: str
    cause: str


class TextChanged(Exception):
    """The Vietnamese of a page is no longer the text that was cleared."""


def render_pages(index: SiteIndex, sites: dict[str, BakeSurroundings]) -> Iterator[BakedPage | PageFailed]:
    """Yield every public page in every language, in tree order within each kind of page."""
    for model in {entry.model for entry in index.pages.values()}:
        entries = [entry for entry in index.pages.values() if entry.model is model]
        for start in range(0, len(entries), _CHUNK):
            yield from _render_chunk(model, entries[start : start + _CHUNK], sites)


def _render_chunk(
    model: type[PortalPage], entries: list[IndexedPage], sites: dict[str, BakeSurroundings]
) -> Iterator[BakedPage | PageFailed]:
    pages = model.objects.select_related("lead_image", "agency").in_bulk([entry.page.pk for entry in entries])
    prefetch_related_objects(list(pages.values()), "tagged_items__tag")
    # Hashed once more at the door: the text may have changed since the index was read.
    cleared, _corrupt = cleared_now(pages.values())
    convert_together((pages[entry.page.pk], language) for entry in entries for language in entry.addresses)
    for entry in entries:
        for language, address in entry.addresses.items():
            may_leave = language != SOURCE_LANGUAGE or entry.page.pk in cleared
            yield _render(pages[entry.page.pk], language, address, sites[language], may_leave)


def _render(
    page: PortalPage, language: str, address: str, site: BakeSurroundings, may_leave: bool
) -> BakedPage | PageFailed:
    try:
        if not may_leave:
            raise TextChanged("Its Vietnamese changed during the bake and is not cleared.")
        html = render_in(site, page.template, {"page": page})
    except Exception as error:
        logger.exception("Page %s could not be rendered in %s.", page.pk, language)
        cause = f"{type(page).__name__} {page.pk} ({page}) could not be rendered in {language}: {error}"
        return PageFailed(page.pk, language, cause)
    return BakedPage(page.pk, language, address, html)


def render_in(site: BakeSurroundings, template: str, context: dict[str, object]) -> str:
    """Return *template* rendered in the language of *site*."""
    with translation.override(site.language), rendering_in(site):
        return render_to_string(template, {**context, "site": site})
