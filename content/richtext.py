"""Rich text as the public may see it: links resolved, markup limited to what editors can make."""

import re

import nh3
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText, expand_db_html

_TAGS = {"p", "br", "b", "strong", "i", "em", "sup", "sub", "a"}
_ATTRIBUTES = {"a": {"href", "rel"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_MARKUP = re.compile(r"[<>&\x00]")
_TO_EXPAND = re.compile(r"<(?:a|embed)\b", re.IGNORECASE)
_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>")


def public_html(value: RichText | str | None) -> SafeString:
    """Return *value* as safe HTML; scripts, styles and dangerous addresses are dropped, words stay."""
    source = value.source if isinstance(value, RichText) else value or ""
    if not _MARKUP.search(source):
        return mark_safe(source.strip())  # noqa: S308 - nothing in it is markup
    expanded = expand_db_html(source) if _TO_EXPAND.search(source) else source
    clean = _CLEANER.clean(expanded)
    return mark_safe(_EMPTY_PARAGRAPH.sub("", clean).strip())  # noqa: S308 - cleaned by nh3 just above
