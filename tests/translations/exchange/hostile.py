"""Files that attack whoever reads XML; each takes the names of a root and of a record."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import IO

HUNDRED_MEGABYTES = 100_000_000

Attack = Callable[[str, str], IO[bytes]]


def _document(root: str, definitions: str, content: str) -> IO[bytes]:
    return BytesIO(f"<!DOCTYPE {root} [{definitions}]>\n<{root}>{content}</{root}>".encode())


def billion_laughs(root: str, _record: str) -> IO[bytes]:
    """Ten entities, each ten times the one before."""
    definitions = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10)
    )
    return _document(root, definitions, "&a9;")


def quadratic(root: str, _record: str) -> IO[bytes]:
    """One long entity, many times."""
    return _document(root, f'<!ENTITY a "{"x" * 50_000}">', "&a;" * 50_000)


def defaults(root: str, record: str) -> IO[bytes]:
    """A long default of an attribute, in many elements."""
    return _document(root, f'<!ATTLIST {record} a CDATA "{"x" * 50_000}">', f"<{record}></{record}>" * 50_000)


def external(root: str, _record: str) -> IO[bytes]:
    """An entity that is a file of this machine."""
    return _document(root, '<!ENTITY a SYSTEM "file:///etc/hostname">', "&a;")


def unparsed(root: str, _record: str) -> IO[bytes]:
    """An entity that some program should open."""
    return _document(root, '<!NOTATION p SYSTEM "p"><!ENTITY a SYSTEM "file:///bin/sh" NDATA p>', "")


def parameter(root: str, _record: str) -> IO[bytes]:
    """A parameter entity from elsewhere, which would define more."""
    return _document(root, '<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;', "")


def deep(root: str, record: str) -> IO[bytes]:
    """A hundred thousand elements in one another."""
    return BytesIO(f"<{root}><{record}>".encode() + b"<a>" * 100_000)


REFUSED: tuple[Attack, ...] = (
    billion_laughs,
    quadratic,
    defaults,
    external,
    unparsed,
    parameter,
    deep,
)


class Endless(BytesIO):
    """A beginning, and then so many bytes of *filling* that are made while they are read."""

    def __init__(self, beginning: str, filling: bytes) -> None:
        super().__init__()
        self.given = 0
        self._pieces = self._made(beginning.encode(), filling)

    def _made(self, beginning: bytes, filling: bytes) -> Iterator[bytes]:
        yield beginning
        while self.given < HUNDRED_MEGABYTES:
            yield filling * (50_000 // len(filling))

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next piece, of no more than 64 KB."""
        piece = next(self._pieces, b"")
        self.given += len(piece)
        return piece


def endless_attribute(root: str, record: str) -> Endless:
    """An attribute whose end never comes."""
    return Endless(f"<{root}><{record} a='", b"x")


def endless_comment(root: str, _record: str) -> Endless:
    """A comment whose end never comes."""
    return Endless(f"<{root}><!--", b"x")


def endless_doctype(root: str, _record: str) -> Endless:
    """A DOCTYPE whose end never comes."""
    return Endless(f'<!DOCTYPE {root} SYSTEM "', b"x")


ENDLESS = (endless_attribute, endless_comment, endless_doctype)
