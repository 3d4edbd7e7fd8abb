"""The text of a segment as the content of a TMX ``<seg>``, and back.

``<1>…</1>`` becomes ``<bpt i="1" x="1"/>…<ept i="1"/>`` and ``<2/>`` becomes ``<ph x="2"/>``;
look-alikes lose their backslash on the way out and get it back on the way in. In TMX *i*
joins the two ends of a pair, and *x* says which placeholders of two languages correspond.

Other tools count differently or not at all, so theirs are `pieces` first, which `numbered`
counts as the portal does: from 1, in the order of the Vietnamese.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape as escape_markup

from translations.segments.placeholders import Kind, Placeholder, escape, tokens

_NUMBER = re.compile(r"[1-9]\d{0,3}")
# XML 1.0 has no way to write these, not even as references.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_MARKS = 9999


class UnknownInline(ValueError):
    """A ``<seg>`` holds an element that cannot stand for a placeholder; the text says which."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A placeholder as a tool wrote it; the same *key* in two languages is the same placeholder.

    *number* is the one in the file, empty for none.
    """

    kind: Kind
    key: str
    number: str = ""


Piece = str | Mark


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


def from_own(seg: Element) -> str:
    """Return the segment text of a ``<seg>`` that the portal wrote, with the numbers it has.

    Raises:
        UnknownInline: an element is none that the portal writes, or has no usable number.
    """
    return "".join(
        escape(piece) if isinstance(piece, str) else str(Placeholder(piece.kind, _number(piece.number)))
        for piece in pieces(seg)
    )


def _number(written: str) -> int:
    if not _NUMBER.fullmatch(written):
        raise UnknownInline(f"A placeholder in it has the number {written!r}; it should be 1 to 9999.")
    return int(written)


def numbered(source: Sequence[Piece], targets: Iterable[Sequence[Piece]]) -> tuple[str, list[str]]:
    """Return a source and its translations as segment texts, counted in the order of the source.

    Raises:
        UnknownInline: there are more placeholders than a segment can have.
    """
    numbers: dict[str, int] = {}
    return _counted(source, numbers), [_counted(target, dict(numbers)) for target in targets]


def _counted(text: Iterable[Piece], numbers: dict[str, int]) -> str:
    written = []
    for piece in text:
        if isinstance(piece, str):
            written.append(escape(piece))
        else:
            number = numbers.setdefault(piece.key, len(numbers) + 1)
            if number > _MOST_MARKS:
                raise UnknownInline(f"It holds more than {_MOST_MARKS} placeholders.")
            written.append(str(Placeholder(piece.kind, number)))
    return "".join(written)


def pieces(seg: Element) -> list[Piece]:
    """Return the words and placeholders of a ``<seg>``.

    The native code inside ``<bpt>``, ``<ept>``, ``<ph>``, ``<it>`` and ``<ut>`` is left out, with
    every ``<sub>`` in it: markup comes from the page, never from a memory. ``<hi>`` only points
    at words, which stay.

    Raises:
        UnknownInline: it holds an element that TMX does not have there.
    """
    return list(_joined(_Reading(seg).pieces(seg)))


def _joined(found: Iterable[Piece]) -> Iterator[Piece]:
    # What only together looks like a placeholder has to be escaped together.
    words: list[str] = []
    for piece in found:
        if isinstance(piece, str):
            words.append(piece)
            continue
        if any(words):
            yield "".join(words)
        words = []
        yield piece
    if any(words):
        yield "".join(words)


class _Reading:
    """One ``<seg>``, with what has been seen of it so far."""

    def __init__(self, seg: Element) -> None:
        self._pairs: dict[str, str] = {}
        self._times: Counter[str] = Counter()
        ends = Counter((mark.get("x", ""), mark.get("pos")) for mark in seg.iter("it"))
        self._whole = {x for x, _pos in ends if x and ends[x, "begin"] == ends[x, "end"] == 1}

    def pieces(self, element: Element) -> Iterator[Piece]:
        yield element.text or ""
        for child in element:
            if child.tag == "hi":
                yield from self.pieces(child)
            else:
                yield self._mark(child)
            yield child.tail or ""

    def _mark(self, element: Element) -> Mark:
        pair, number = element.get("i", ""), element.get("x", "")
        match element.tag:
            case "bpt":
                self._pairs[pair] = number or pair
                return Mark(Kind.OPEN, f"pair {number or pair}", number or pair)
            case "ept":
                joined = self._pairs.get(pair, pair)
                return Mark(Kind.CLOSE, f"pair {joined}", joined)
            case "it" if number in self._whole:
                return Mark(Kind.OPEN if element.get("pos") == "begin" else Kind.CLOSE, f"it {number}")
            case "ph" if number:
                return Mark(Kind.ALONE, f"ph {number}", number)
            case "ph" | "it" | "ut":
                return Mark(Kind.ALONE, self._by_code(element))
        raise UnknownInline(f"It holds the element <{element.tag}>, which stands for no placeholder here.")

    def _by_code(self, element: Element) -> str:
        """Return what tells a placeholder without number from others: its code, and how often that came."""
        code = " ".join((element.tag, element.get("x", ""), element.get("pos", ""), *element.itertext()))
        self._times[code] += 1
        return f"{code} {self._times[code]}"
