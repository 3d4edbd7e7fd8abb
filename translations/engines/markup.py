"""Segment text as HTML for an engine, and an engine's HTML as segment text again.

A pair ``<1>…</1>`` travels as ``<span data-n="1">…</span>``, a lone ``<2/>`` as the void
``<img data-n="2">``, which no engine can fill with words of its own, and a line break
as ``<br>``, because white space in HTML does not survive.
"""

import html
import re
import unicodedata
from html.parser import HTMLParser

from translations.segments.placeholders import Kind, Placeholder, escape, tokens

_NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_WRAPPED_LINE = re.compile(r"[ \t]*[\r\n]+[ \t]*")
# html.parser takes a tag that the reply breaks off in for text (or drops it, as of 3.13.6).
_BROKEN_OFF_TAG = re.compile(r"<[A-Za-z/!?][^>]*\Z")


class MarkupError(ValueError):
    """A reply holds markup other than what was sent; the message says which, as a sentence."""


def to_html(text: str) -> str:
    """Return segment *text*, whose pairs must nest, as HTML."""
    return "".join(_written(token) for token in tokens(text))


def from_html(reply: str) -> str:
    """Return an engine's HTML as segment text with NFC words; white space follows HTML's rules.

    Whether the placeholders are those of the source is for ``placeholders.problems``.

    Raises:
        MarkupError: there is markup that :func:`to_html` does not write.
    """
    if _BROKEN_OFF_TAG.search(reply):
        raise MarkupError("The reply breaks off inside a tag.")
    reader = _Reader()
    reader.feed(reply)
    reader.close()
    return reader.segment_text()


def _written(token: str | Placeholder) -> str:
    if isinstance(token, str):
        return "<br>".join(html.escape(line, quote=False) for line in token.split("\n"))
    match token.kind:
        case Kind.OPEN:
            return f'<span data-n="{token.number}">'
        case Kind.CLOSE:
            return "</span>"
        case Kind.ALONE:
            return f'<img data-n="{token.number}">'


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._words: list[str] = []
        self._open: list[int] = []

    def segment_text(self) -> str:
        if self._open:
            raise MarkupError(f"The reply leaves <{self._open[-1]}> open.")
        self._end_words()
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" and not attrs:
            self._words.append("\n")
        elif tag == "img":
            self._place(Placeholder(Kind.ALONE, _number(tag, attrs)))
        elif tag == "span":
            self._open.append(_number(tag, attrs))
            self._place(Placeholder(Kind.OPEN, self._open[-1]))
        else:
            raise MarkupError(f"The reply has a <{tag}> tag, which was not sent.")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span":
            raise MarkupError("The reply closes a pair where it opens it.")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag != "span" or not self._open:
            raise MarkupError(f"The reply closes a <{tag}> that is not open.")
        self._place(Placeholder(Kind.CLOSE, self._open.pop()))

    def handle_data(self, data: str) -> None:
        self._words.append(_WRAPPED_LINE.sub(" ", data))

    def handle_comment(self, data: str) -> None:
        raise MarkupError("The reply has a comment, which was not sent.")

    def handle_decl(self, decl: str) -> None:
        raise MarkupError("The reply has a declaration, which was not sent.")

    def unknown_decl(self, data: str) -> None:
        raise MarkupError("The reply has a declaration, which was not sent.")

    def handle_pi(self, data: str) -> None:
        raise MarkupError("The reply has a processing instruction, which was not sent.")

    def _place(self, placeholder: Placeholder) -> None:
        self._end_words()
        self._parts.append(str(placeholder))

    def _end_words(self) -> None:
        # NFC before escaping: composing ">" with a combining stroke can undo a look-alike.
        self._parts.append(escape(unicodedata.normalize("NFC", "".join(self._words))))
        self._words.clear()


def _number(tag: str, attrs: list[tuple[str, str | None]]) -> int:
    match attrs:
        case [("data-n", str(value))] if _NUMBER.fullmatch(value):
            return int(value)
    raise MarkupError(f"The reply has a <{tag}> tag that was not sent.")
