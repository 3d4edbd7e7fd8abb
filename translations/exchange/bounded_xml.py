"""XML from other houses, a record at a time: nothing in a file can make the reader large or slow.

A record is an element of a given name with everything in it, such as a ``<tu>``. What
stands outside of records is told by its beginning only, and its text is not kept.
"""

import codecs
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import IO
from xml.etree.ElementTree import Element
from xml.parsers import expat

MOST_CHARACTERS = 2_000_000
"""What one record may hold in texts, names and attributes; a book's chapter has 40,000 characters."""

DEEPEST = 100
LONGEST_TOKEN = 1024 * 1024
"""Bytes of one tag, comment or declaration: an incomplete one is read again with each piece of the file."""

XML_LANG = "xml:lang"

_PIECE = 64 * 1024
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
# The cost of an element and of an attribute beside their characters.
_OVERHEAD = 20
_MARKS = ((codecs.BOM_UTF8, "UTF-8"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))


@dataclass(frozen=True, slots=True)
class Opened:
    """An element outside of every record begins; *line* counts from 1. Names are without namespace."""

    name: str
    attributes: dict[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Record:
    """A whole record; *line* is where it begins. Entities that the file does not define are ``<&name;>``."""

    element: Element
    line: int


@dataclass(frozen=True, slots=True)
class TooLarge:
    """A record beyond `MOST_CHARACTERS`, of which nothing was kept."""

    line: int


class Garbled(ValueError):
    """The file cannot be read to its end; *line* counts from 1, the text is a whole sentence."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


class OutOfBounds(Garbled):
    """The file would make a reader open, copy or hold more than it brings."""


def read(file: IO[bytes], records: Collection[str]) -> Iterator[Opened | Record | TooLarge]:
    """Yield what a file holds, in its order; *records* are names of elements.

    UTF-8 and UTF-16, with a byte order mark or declared, and every encoding that XML can
    declare. A DOCTYPE line is passed over; nothing it names is opened.

    Raises:
        Garbled: it is no XML, or breaks off.
        OutOfBounds: it defines or includes something, or goes beyond a bound.
    """
    piece = file.read(_PIECE)
    reader = _Reader(records, _encoding(piece))
    while piece:
        yield from reader.take(piece)
        piece = file.read(_PIECE)
    yield from reader.take(b"")


def _encoding(beginning: bytes) -> str | None:
    """Return the encoding that the first bytes prove, whatever the declaration says."""
    for mark, encoding in _MARKS:
        if beginning.startswith(mark):
            return encoding
    # Some programs declare the encoding their text had in memory.
    declaration = beginning[: beginning.find(b"?>")].lower() if beginning.startswith(b"<?xml") else b""
    return "UTF-8" if b"utf-16" in declaration else None


class _Reader:
    """What expat finds, as records."""

    def __init__(self, records: Collection[str], encoding: str | None) -> None:
        self._records = records
        self._found: list[Opened | Record | TooLarge] = []
        self._depth = 0
        self._bytes = 0
        self._record_depth = 0
        self._record_line = 0
        self._size = 0
        self._open: list[Element] = []
        parser = expat.ParserCreate(encoding, " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.SkippedEntityHandler = self._undefined
        parser.EntityDeclHandler = self._defines
        parser.ExternalEntityRefHandler = self._defines
        parser.UnparsedEntityDeclHandler = self._defines
        parser.AttlistDeclHandler = self._defines
        self._parser = parser

    def take(self, piece: bytes) -> list[Opened | Record | TooLarge]:
        """Return what the next bytes complete; no bytes are the end of the file."""
        self._found = []
        try:
            self._parser.Parse(piece, not piece)
        except expat.ExpatError as error:
            raise Garbled(error.lineno, "The file is damaged or cut off.") from error
        except Garbled:
            raise
        except (LookupError, ValueError) as error:
            raise Garbled(
                self._parser.CurrentLineNumber, "The file is in an encoding that cannot be read."
            ) from error
        self._bytes += len(piece)
        if self._bytes - self._parser.CurrentByteIndex > LONGEST_TOKEN:
            raise self._garbled("A tag or comment in the file has no end in sight.")
        return self._found

    def _garbled(self, reason: str) -> OutOfBounds:
        return OutOfBounds(self._parser.CurrentLineNumber, reason)

    def _defines(self, *_details: object) -> int:
        # A default of an attribute multiplies as an entity does: it stands in every element.
        raise self._garbled("The file defines entities or attributes, or refers to other files.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._garbled(f"The file has more than {DEEPEST} elements in one another.")
        local = name.rpartition(" ")[2]
        known = {_attribute(key): value for key, value in attributes.items()}
        if self._record_depth:
            self._enter(local, known)
        elif local in self._records:
            self._record_depth, self._record_line = self._depth, self._parser.CurrentLineNumber
            self._size = 0
            self._enter(local, known)
        else:
            self._found.append(Opened(local, known, self._parser.CurrentLineNumber))

    def _enter(self, name: str, attributes: dict[str, str]) -> None:
        self._grow(_OVERHEAD + len(name) + sum(_OVERHEAD + len(value) for value in attributes.values()))
        if self._is_kept:
            element = Element(name, attributes)
            if self._open:
                self._open[-1].append(element)
            self._open.append(element)

    def _end(self, _name: str) -> None:
        if self._record_depth == self._depth:
            line = self._record_line
            self._found.append(Record(self._open[0], line) if self._is_kept else TooLarge(line))
            self._open, self._record_depth = [], 0
        elif self._record_depth and self._is_kept:
            self._open.pop()
        self._depth -= 1

    def _text(self, text: str) -> None:
        if not self._record_depth:
            return
        self._grow(len(text))
        if not self._is_kept:
            return
        parent = self._open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text

    def _undefined(self, name: str, is_parameter: bool) -> None:
        if self._record_depth and not is_parameter:
            self._enter(f"&{name};", {})
            if self._is_kept:
                self._open.pop()

    def _grow(self, size: int) -> None:
        self._size += size
        if not self._is_kept:
            self._open = []

    @property
    def _is_kept(self) -> bool:
        return self._size <= MOST_CHARACTERS


def _attribute(name: str) -> str:
    namespace, _space, local = name.rpartition(" ")
    return f"xml:{local}" if namespace == _XML_NAMESPACE else local
