"""TMX 1.4: translation memories as other tools read and write them.

One ``<tu>`` is one Vietnamese text with its translations. Reading holds one unit at a time,
so a file may be of any size.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape, quoteattr

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from translations.exchange.inline import UnknownInline, from_element, to_markup

SOURCE_LANGUAGE = "vi"
TARGET_LANGUAGES = ("en", "ja", "ko")

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ANY_SOURCE = "*all*"
_LONGEST_LINE = 64 * 1024
_CONTEXT, _ORIGIN, _SAMPLE = "x-context", "x-origin", "x-sample"
_YES = "yes"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tmx version="1.4">\n'
    '  <header creationtool="portal" creationtoolversion="1" segtype="paragraph" o-tmf="portal"'
    f' adminlang="en" srclang="{SOURCE_LANGUAGE}" datatype="html"/>\n'
    "  <body>\n"
)
_TAIL = "  </body>\n</tmx>\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``<tu>``: a Vietnamese text and its translations, all in segment form.

    Attributes:
        targets: (language, text), in the order of the file; a language may stand twice.
        context_key: where the text stands (``model.field``), empty for anywhere.
        origin: who was behind it where it was exported.
        sample: came with a demonstration.
        line: where the unit begins in the file, from 1; 0 for one that was not read.
    """

    source: str
    targets: tuple[tuple[str, str], ...]
    context_key: str = ""
    origin: str = ""
    sample: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A ``<tu>`` that gives no entry; *reason* is a whole sentence."""

    line: int
    reason: str


class Garbled(ValueError):
    """The file is no TMX from Vietnamese, or is broken; *line* counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def written(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the pieces of a TMX document; the same entries always give the same text."""
    yield _HEAD
    for entry in entries:
        yield "".join(_unit(entry))
    yield _TAIL


def _unit(entry: Entry) -> Iterator[str]:
    yield "    <tu>\n"
    props = ((_CONTEXT, entry.context_key), (_ORIGIN, entry.origin), (_SAMPLE, _YES if entry.sample else ""))
    for kind, value in props:
        if value:
            yield f'      <prop type="{kind}">{escape(value)}</prop>\n'
    for language, text in ((SOURCE_LANGUAGE, entry.source), *entry.targets):
        yield f"      <tuv xml:lang={quoteattr(language)}><seg>{to_markup(text)}</seg></tuv>\n"
    yield "    </tu>\n"


def read(file: IO[bytes]) -> Iterator[Entry | Unreadable]:
    """Yield each unit of a TMX file in any encoding that XML can declare.

    Languages that the portal does not have are passed over.

    Raises:
        Garbled: the rest of the file cannot be read.
    """
    lines = _Lines(file)
    try:
        yield from _units(lines)
    except ParseError as error:
        raise Garbled(error.position[0], "The file is damaged or cut off.") from error
    except DefusedXmlException as error:
        raise Garbled(lines.number, "The file defines entities or refers to other files.") from error
    except (LookupError, ValueError) as error:
        if isinstance(error, Garbled):
            raise
        raise Garbled(lines.number, "The file is in an encoding that cannot be read.") from error


class _Lines:
    """A file that hands out a line at a time and knows how many it has handed out."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._at_start = True
        self.number = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next line, or a piece of it when it is very long."""
        piece = self._file.readline(_LONGEST_LINE)
        if self._at_start and piece:
            self.number += 1
        self._at_start = piece.endswith(b"\n")
        return piece


def _units(lines: _Lines) -> Iterator[Entry | Unreadable]:
    body: Element | None = None
    begun, root_seen = 0, False
    for event, element in iterparse(lines, ("start", "end")):
        if event == "start":
            _check_place(element, lines.number, is_root=not root_seen)
            root_seen = True
            body = element if element.tag == "body" else body
            begun = lines.number if element.tag == "tu" else begun
        elif element.tag == "tu":
            yield _entry(element, begun)
            if body is not None:
                body.clear()


def _check_place(element: Element, line: int, *, is_root: bool) -> None:
    if is_root and element.tag != "tmx":
        raise Garbled(line, f"The file is not TMX: it begins with <{element.tag}>.")
    language = element.get("srclang", SOURCE_LANGUAGE)
    if element.tag in {"header", "tu"} and language != _ANY_SOURCE and _code(language) != SOURCE_LANGUAGE:
        raise Garbled(line, f"The file translates from {language!r}; this memory is from Vietnamese.")


def _entry(unit: Element, line: int) -> Entry | Unreadable:
    props = {prop.get("type"): (prop.text or "").strip() for prop in unit.findall("prop")}
    try:
        texts = [
            (_language(tuv), from_element(seg)) for tuv in unit.findall("tuv") for seg in tuv.findall("seg")
        ]
    except UnknownInline as error:
        return Unreadable(line, str(error))
    source = next((text for language, text in texts if language == SOURCE_LANGUAGE), "")
    targets = tuple((language, text) for language, text in texts if language in TARGET_LANGUAGES)
    if not source.strip():
        return Unreadable(line, "It holds no Vietnamese text.")
    if not targets:
        return Unreadable(line, "It holds no English, Japanese or Korean text.")
    return Entry(
        source,
        targets,
        context_key=props.get(_CONTEXT, ""),
        origin=props.get(_ORIGIN, ""),
        sample=props.get(_SAMPLE, "") == _YES,
        line=line,
    )


def _language(tuv: Element) -> str:
    return _code(tuv.get(_XML_LANG) or tuv.get("lang") or "")


def _code(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
