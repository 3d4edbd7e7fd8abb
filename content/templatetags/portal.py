"""The surroundings, for templates: Django's template language cannot call with arguments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StructValue
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.rich_text import RichText

from content import anchors, formats, pictures
from content.block_tags import parse_part, parse_shared
from content.models import ArticlePage, DirectoryPage, PortalPage, SectionPage
from content.richtext import public_html
from content.surroundings import Crumb, LanguageLink, MenuItem, PageCard, Picture, current
from media.models import PortalDocument, PortalImage
from media.multilingual import localized

register = template.Library()

_OPEN_GRAPH = {"vi": "vi_VN", "en": "en_GB", "ja": "ja_JP", "ko": "ko_KR"}

PLACES = frozenset({SectionPage._meta.label_lower, DirectoryPage._meta.label_lower})
"""Kinds of pages that lead on to others; a listing shows them as cards."""

# A name that the context lacks reaches a tag as an empty string or as None.
MaybePage = PortalPage | str | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a machine reads it (``2026-03-04``), and in words of the language being rendered."""

    iso: str
    words: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands below a page: sections and directories to go on to, and pages to read."""

    sections: Sequence[PageCard]
    articles: Sequence[PageCard]


def _page(page: MaybePage) -> PortalPage | None:
    return page if isinstance(page, PortalPage) else None


@register.simple_tag
def menu(page: MaybePage) -> tuple[MenuItem, ...]:
    """Return the main menu as *page* shows it."""
    return tuple(current().menu(_page(page)))


@register.simple_tag
def site_name() -> str:
    """Return the organisation's name in this language; the Vietnamese one where there is none."""
    return current().site_name()


@register.simple_tag
def page_name(page: MaybePage) -> str:
    """Return what *page* is called outside itself: its title for search engines, else its title."""
    found = _page(page)
    if found is None:
        return ""
    names = (getattr(found, localized(name, current().language)) for name in ("seo_title", "title"))
    return next((name for name in names if name), "")


@register.simple_tag
def day(moment: date | None) -> Day | None:
    """Return the day of *moment* for a ``time`` element; None for nothing."""
    return Day(iso_date(moment), formats.long_date(moment, current().language)) if moment else None


@register.simple_tag
def page_url(page: MaybePage) -> str:
    """Return the page's address in this language; empty where it has no public edition."""
    found = _page(page)
    return (current().page_url(found.pk) or "") if found is not None and found.pk else ""


@register.simple_tag
def absolute(path: str) -> str:
    """Return *path* with the portal's origin; empty for an empty path."""
    return current().absolute_url(path) if path else ""


@register.simple_tag
def listing(page: PortalPage) -> Listing:
    """Return the public pages below *page*, sections and directories apart from the rest."""
    below = current().children(page)
    return Listing(
        [child for child in below if child.kind in PLACES],
        [child for child in below if child.kind not in PLACES],
    )


@register.simple_tag
def ancestors(page: MaybePage) -> Sequence[Crumb]:
    """Return the public pages above *page*, home first."""
    found = _page(page)
    return current().ancestors(found) if found is not None else ()


@register.simple_tag
def latest_articles(count: int) -> Sequence[PageCard]:
    """Return the newest public articles."""
    return current().latest(ArticlePage._meta.label_lower, count)


@register.simple_tag
def updated(page: PortalPage) -> date | None:
    """Return the day on which this edition of *page* was last published."""
    return current().updated(page)


@register.simple_tag
def language_links(
    page: MaybePage, addresses: Mapping[str, str] | str | None = None
) -> Sequence[LanguageLink]:
    """Return the language switch."""
    return current().language_links(_page(page), addresses if isinstance(addresses, Mapping) else None)


@register.simple_tag
def alternates(page: MaybePage) -> Sequence[tuple[str, str]]:
    """Return hreflang and absolute address of each public edition of *page*."""
    found = _page(page)
    return current().alternates(found) if found is not None else ()


@register.simple_tag
def asset(name: str) -> str:
    """Return the address of a static file of the portal."""
    return current().asset_url(name)


@register.simple_tag
def picture(image: PortalImage | None, spec: str) -> Picture | None:
    """Return one rendition of *image*, or None."""
    return current().picture(image, spec) if image else None


@register.simple_tag
def logo(image: PortalImage | None) -> Picture | None:
    """Return the organisation's logo, or None."""
    return current().picture(image, pictures.LOGO) if image else None


@register.simple_tag
def responsive_image(
    image: PortalImage | int | None, shape: str = "wide"
) -> pictures.ResponsivePicture | None:
    """Return *image*, or the one with this primary key, in the widths of *shape* (``wide`` or ``card``)."""
    return pictures.responsive(current(), image, shape) if image else None


@register.simple_tag
def document_url(document: PortalDocument | None) -> str:
    """Return the address of a document's file; empty where there is none to show."""
    return (current().document_url(document) or "") if document else ""


@register.simple_tag
def image_alt(value: StructValue) -> str:
    """Return the alternative text of an image block: its own, else the image's; none if decorative."""
    if value.get("decorative"):
        return ""
    own: str = value.get("alt") or getattr(value["image"], localized("alt", current().language))
    return own or ""


@register.simple_tag
def place_url(value: StructValue) -> str:
    """Return where a link block leads; empty where that is not public or not a web address."""
    return page_url(value.get("page")) if value.get("page") else web_address(value.get("url"))


@register.simple_tag
def table_label(table: TypedTable) -> str:
    """Return what names a table: its caption, else its column headings."""
    return table.caption or ", ".join(column["heading"] for column in table.columns if column["heading"])


@register.simple_tag
def topics(page: PortalPage) -> list[str]:
    """Return the topics of *page* that have a name in this language."""
    items = sorted(page.tagged_items.all(), key=lambda item: item.pk or 0)
    labels = (getattr(item.tag, localized("label", current().language)) for item in items)
    return [label for label in labels if label]


@register.simple_tag
def missing_editions(links: Sequence[LanguageLink]) -> list[LanguageLink]:
    """Return the languages that a page cannot be read in."""
    return [link for link in links if not link.is_same_page and not link.is_current]


@register.simple_tag(takes_context=True)
def body_blocks(context: template.Context, body: Any) -> SafeString:
    """Return the blocks of a body one after the other; headings have their anchors."""
    # One context for all blocks: ``include_block`` would copy it for each.
    around = context.flatten()
    rendered = (
        conditional_escape(
            part.block.render_as_block({**around, "anchor": part.anchor, "block_id": part.block.id})
        )
        for part in anchors.parts(body)
    )
    return mark_safe("".join(rendered))  # noqa: S308 - escaped where it is not safe already


@register.simple_tag
def outline(body: Any) -> list[anchors.Part]:
    """Return the headings that divide a body, if there are enough to need a guide."""
    return anchors.outline(body)


@register.simple_tag
def rich_rows(table: TypedTable) -> list[list[SafeString]]:
    """Return the cells of a table as safe HTML, row by row."""
    return [[public_html(cell) for cell in row["values"]] for row in table.row_data]


@register.simple_tag
def rich_items(items: Iterable[RichText]) -> list[SafeString]:
    """Return the items of a list as safe HTML, without the empty ones."""
    return [html for item in items if (html := public_html(item))]


register.tag("part", parse_part)
register.tag("shared", parse_shared)


@register.filter
def rich(value: RichText | str | None) -> SafeString:
    """Return rich text as safe HTML."""
    return public_html(value)


@register.filter
def iso_date(moment: date | None) -> str:
    """Return a day for machines, such as ``2026-03-04``."""
    return formats.local_day(moment).isoformat() if moment else ""


@register.filter
def feed_date(moment: datetime | None) -> str:
    """Return a moment as RSS writes it."""
    return formats.feed_date(moment) if moment else ""


@register.filter
def file_size(size: int | None) -> str:
    """Return a size in bytes in words of the language being rendered."""
    return formats.file_size(size, current().language) if size else ""


@register.filter
def web_address(url: str | None) -> str:
    """Return *url* if it is an address on the web; empty for anything else, such as a script."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


@register.filter
def dialled(phone: str) -> str:
    """Return the digits of a telephone number, for its link."""
    return "".join(character for character in phone if character in "+0123456789")


@register.filter
def og_locale(language: str) -> str:
    """Return a language as Open Graph names it, such as ``ja_JP``."""
    return _OPEN_GRAPH.get(language, language)


@register.filter
def host(url: str) -> str:
    """Return the host of an address, without ``www.``."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")
