"""What others are told of a page: pictures for links, JSON-LD, feeds. For templates."""

from dataclasses import dataclass

from django import template
from django.utils.safestring import SafeString, mark_safe

from content import embeds, pictures
from content.models import DirectoryPage, PortalPage, SectionPage
from content.search_facets import facets
from content.structured_data import graph
from content.surroundings import Picture, current
from content.templatetags.portal import Day, MaybePage, day

register = template.Library()


@dataclass(frozen=True, slots=True)
class EditionDay:
    """One public edition of a page, and the day on which it was published or approved."""

    language: str
    name: str
    url: str
    day: Day | None
    is_current: bool


def _page(page: MaybePage) -> PortalPage | None:
    return page if isinstance(page, PortalPage) and page.pk else None


@register.simple_tag
def social_picture(page: MaybePage) -> Picture | None:
    """Return the picture that other sites show with a link: the page's card, else its lead picture."""
    found = _page(page)
    if found is None:
        return None
    card = current().social_card(found)
    if card is not None or found.lead_image is None:
        return card
    return current().picture(found.lead_image, pictures.SOCIAL)


@register.simple_tag
def structured_data(page: MaybePage) -> SafeString:
    """Return what machines are told of *page*, as JSON-LD for a script element; nothing of a draft."""
    found = _page(page)
    data = graph.script(found, current()) if found is not None else ""
    return mark_safe(data)  # noqa: S308 - every character that could end the element is escaped


@register.simple_tag
def section_feed(page: MaybePage) -> str:
    """Return the address of the feed of a section; empty for a page that has none."""
    found = _page(page)
    return (current().section_feed_url(found) or "") if isinstance(found, SectionPage | DirectoryPage) else ""


@register.simple_tag
def edition_days(page: MaybePage) -> list[EditionDay]:
    """Return the public editions of *page*, this one included, in the order of the languages."""
    found = _page(page)
    if found is None:
        return []
    site = current()
    names = {link.language: link.name for link in site.language_links(found)}
    return [
        EditionDay(language, names[language], url, day(moment), language == site.language)
        for language, url, moment in site.edition_days(found)
    ]


@register.simple_tag
def search_facets(page: MaybePage) -> list[tuple[str, str]]:
    """Return (facet, value) by which readers narrow a search to pages like this one."""
    found = _page(page)
    return list(facets(found, current())) if found is not None else []


@register.simple_tag
def embed_code(page: MaybePage) -> embeds.EmbedCode | None:
    """Return the code that shows *page* as a card on another portal; None where there is no such card."""
    found = _page(page)
    return embeds.embed_code(found, current()) if found is not None else None
