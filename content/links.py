"""Links in rich text, resolved by the surroundings of the rendering under way.

Outside a rendering (the editor's own views, search, comparisons) Wagtail's handlers answer.
"""

from django.utils.html import format_html
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from content.surroundings import Surroundings, current

Attributes = dict[str, str]

_PLACEHOLDER = "<a>"
"""A link that leads nowhere is valid HTML and keeps its words."""


class PortalPageLinks(PageLinkHandler):
    """Links to pages: to the edition in the language being rendered, if it is public."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[Attributes]) -> list[str]:
        """Return the opening tag of each link."""
        site = _rendering()
        if site is None:
            outside: list[str] = super().expand_db_attributes_many(attrs_list)
            return outside
        numbers = (_number(attrs) for attrs in attrs_list)
        return [_opening_tag(site.page_url(number) if number else None) for number in numbers]


class PortalDocumentLinks(DocumentLinkHandler):
    """Links to documents, if they may be shown."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[Attributes]) -> list[str]:
        """Return the opening tag of each link."""
        site = _rendering()
        if site is None:
            outside: list[str] = super().expand_db_attributes_many(attrs_list)
            return outside
        numbers = (_number(attrs) for attrs in attrs_list)
        return [_opening_tag(site.document_url(number) if number else None) for number in numbers]


class ExternalLinks(LinkHandler):
    """Links to other sites, which learn nothing about the page that they were opened from."""

    identifier = "external"

    @staticmethod
    def expand_db_attributes(attrs: Attributes) -> str:
        """Return the opening tag."""
        return format_html('<a href="{}" rel="noopener">', attrs["href"])


def _rendering() -> Surroundings | None:
    try:
        return current()
    except LookupError:
        return None


def _number(attrs: Attributes) -> int | None:
    written = attrs.get("id", "")
    return int(written) if written.isdecimal() else None


def _opening_tag(url: str | None) -> str:
    return format_html('<a href="{}">', url) if url else _PLACEHOLDER
