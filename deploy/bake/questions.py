"""What a rendering asks of the site, and the answers by which it is known to be current. Pure.

A question is a name with its arguments, such as ``("url", 12, "ja")``. The same question
has the same answer until something changed that matters to whoever asked it, so a file is
current for as long as all its questions have the answers that it was rendered with.
"""

import hashlib
from typing import Any

Question = tuple[str | int, ...]
"""A name, then its arguments: numbers and short words."""

SEPARATOR = "\t"
"""Between the words of a written question; none of them holds it."""

_DIGEST_SIZE = 16


def written(question: Question) -> str:
    """Return *question* as one line of text."""
    return SEPARATOR.join(map(str, question))


def read(text: str) -> Question:
    """Return the question that `written` wrote; words of digits alone are numbers."""
    return tuple(int(part) if part.isdecimal() else part for part in text.split(SEPARATOR))


def fingerprint(answer: Any) -> bytes:
    """Return 16 bytes that tell answers apart.

    Answers are made of texts, numbers, dates, tuples and frozen dataclasses of these, whose
    ``repr`` says all that is in them.
    """
    return hashlib.blake2b(repr(answer).encode(), digest_size=_DIGEST_SIZE).digest()
