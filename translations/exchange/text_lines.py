"""The lines of a text file, in UTF-8 or UTF-16."""

import codecs
from collections.abc import Iterator
from typing import IO

LONGEST_LINE = 64 * 1024
"""Characters; a longer line is none of a table of text."""

BROKEN = "\N{REPLACEMENT CHARACTER}"
"""Stands for every byte that is no text in the file's encoding."""

_PIECE = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class LineTooLong(ValueError):
    """A line is longer than `LONGEST_LINE`, or the file has no lines; *number* counts from 1."""

    def __init__(self, number: int) -> None:
        super().__init__("It is too long to be a line of a table.")
        self.number = number


def read(file: IO[bytes]) -> Iterator[str]:
    """Yield the lines of a file without their ends; UTF-16 needs its byte order mark.

    Raises:
        LineTooLong: what comes before it has been yielded.
    """
    number, rest = 1, ""
    for piece in _pieces(file):
        *lines, rest = (rest + piece).split("\n")
        for line in lines:
            yield _checked(line, number)
            number += 1
        _checked(rest, number)
    if rest:
        yield rest.removesuffix("\r")


def _checked(line: str, number: int) -> str:
    if len(line) > LONGEST_LINE:
        raise LineTooLong(number)
    return line.removesuffix("\r")


def _pieces(file: IO[bytes]) -> Iterator[str]:
    raw = file.read(_PIECE)
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while raw:
        yield decoder.decode(raw)
        raw = file.read(_PIECE)
    yield decoder.decode(b"", final=True)
