"""The text of a segment as the content of a TMX ``<seg>``, and back.

``<1>…</1>`` becomes ``<bpt i="1" x="1"/>…<ept i="1"/>`` and ``<2/>`` becomes ``<ph x="2"/>``;
look-alikes lose their backslash on the way out and get it back on the way in. In TMX *i*
joins the two ends of a pair, and *x* says which placeholders of two languages correspond.
"""

import re
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape as escape_markup

from translations.segments.placeholders import Kind, Placeholder, escape, tokens

_NUMBER = re.compile(r"[1-9]\d{0,3}")
# XML 1.0 has no way to write these, not even as references.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class UnknownInline(ValueError):
    """A ``<seg>`` holds an element that cannot stand for a placeholder; the text says which."""


def fits_xml(text: str) -> bool:
    """Tell whether XML can hold every character of *text*."""
    return _NOT_IN_XML.search(text) is None


def to_markup(text: str) -> str:
    """Return the segment text *text* as XML content."""
    return "".join(_written(token) for token in tokens(text))


def _written(token: str | Placeholder) -> str:
    if isinstance(token, str):
        # A reader of XML would turn a bare carriage return into a newline.
        return escape_markup(token, {"\r": "&#13;"})
    match token.kind:
        case Kind.OPEN:
            return f'<bpt i="{token.number}" x="{token.number}"/>'
        case Kind.CLOSE:
            return f'<ept i="{token.number}"/>'
        case Kind.ALONE:
            return f'<ph x="{token.number}"/>'


def from_element(seg: Element) -> str:
    """Return the segment text of a ``<seg>`` element.

    The native code that other tools keep inside ``<bpt>``, ``<ept>`` and ``<ph>`` is left
    out: markup comes from the page, never from a memory.

    Raises:
        UnknownInline: an element is none of the three, or has no usable number.
    """
    numbers: dict[str, int] = {}
    parts = [escape(seg.text or "")]
    for child in seg:
        parts.append(str(_placeholder(child, numbers)))
        parts.append(escape(child.tail or ""))
    return "".join(parts)


def _placeholder(element: Element, numbers: dict[str, int]) -> Placeholder:
    pair = element.get("i", "")
    match element.tag:
        case "bpt":
            numbers[pair] = _number(element.get("x") or pair)
            return Placeholder(Kind.OPEN, numbers[pair])
        case "ept":
            return Placeholder(Kind.CLOSE, numbers.get(pair) or _number(pair))
        case "ph":
            return Placeholder(Kind.ALONE, _number(element.get("x", "")))
    raise UnknownInline(f"It holds the element <{element.tag}>, which stands for no placeholder here.")


def _number(written: str) -> int:
    if not _NUMBER.fullmatch(written):
        raise UnknownInline(f"A placeholder in it has the number {written!r}; it should be 1 to 9999.")
    return int(written)
