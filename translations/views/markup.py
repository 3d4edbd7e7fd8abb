"""Segment texts as HTML: placeholders as chips, changed words marked."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from translations.diffing import Change, Kind
from translations.segments.placeholders import Kind as Form
from translations.segments.placeholders import Placeholder, tokens

_CHIP = '<code class="desk-chip" translate="no">{}</code>'


def marked_up(text: str) -> SafeString:
    """Return a segment's text with a visible chip for each placeholder."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html(_CHIP, str(token)) if isinstance(token, Placeholder) else token,)
            for token in tokens(text)
        ),
    )


def marked_changes(changes: Iterable[Change]) -> SafeString:
    """Return a word diff with ``<del>`` and ``<ins>``."""
    return format_html_join("", "{}", ((_marked(change),) for change in changes))


def _marked(change: Change) -> SafeString:
    words = marked_up(change.text)
    if change.kind is Kind.DELETED:
        return format_html("<del>{}</del>", words)
    if change.kind is Kind.INSERTED:
        return format_html("<ins>{}</ins>", words)
    return words


def plain_lines(text: str) -> str:
    """Return a segment's words for reading: line breaks as such, other markup left out."""
    return "".join(_read_out(token) for token in tokens(text))


def _read_out(token: str | Placeholder) -> str:
    if isinstance(token, str):
        return token
    return "\n" if token.kind is Form.ALONE else ""


def placeholders_of(text: str) -> list[str]:
    """Return the placeholders of a segment's text as they are written, in order."""
    return [str(token) for token in tokens(text) if isinstance(token, Placeholder)]
