"""Rendering pages: each in every language it is public in, loaded once."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils import translation

from content.models import PortalPage
from content.surroundings import rendering_in
from deploy.bake.site_index import IndexedPage, SiteIndex
from deploy.bake.surroundings import BakeSurroundings
from media.multilingual import SOURCE_LANGUAGE
from translations.operations.release import cleared_now

logger = logging.getLogger(__name__)

_CHUNK = 100


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
    for entry in entries:
        for language, address in entry.addresses.items():
            yield _render(pages[entry.page.pk], language, address, sites[language])


def _render(page: PortalPage, language: str, address: str, site: BakeSurroundings) -> BakedPage | PageFailed:
    try:
        if language == SOURCE_LANGUAGE:
            _require_clearance([page])
        html = render_in(site, page.template, {"page": page})
    except Exception as error:
        logger.exception("Page %s could not be rendered in %s.", page.pk, language)
        cause = f"{type(page).__name__} {page.pk} ({page}) could not be rendered in {language}: {error}"
        return PageFailed(page.pk, language, cause)
    return BakedPage(page.pk, language, address, html)


def _require_clearance(pages: Iterable[PortalPage]) -> None:
    """Hash the text once more at the door: it may have changed since the index was read."""
    held = list(pages)
    cleared, _corrupt = cleared_now(held)
    if len(cleared) != len(held):
        raise TextChanged("Its Vietnamese changed during the bake and is not cleared.")


def render_in(site: BakeSurroundings, template: str, context: dict[str, object]) -> str:
    """Return *template* rendered in the language of *site*."""
    with translation.override(site.language), rendering_in(site):
        return render_to_string(template, {**context, "site": site})
