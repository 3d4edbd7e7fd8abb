"""Numbered placeholders that stand for inline markup inside a segment.

A segment's text is what a translator sees: ``Khu di tích thờ <1>14 vị vua</1>``.
``<n>`` and ``</n>`` are a pair (bold, a link), ``<n/>`` stands alone (a line break).
Text that merely looks like a placeholder is written with a backslash after ``<``,
and one more backslash is added to every such look-alike, so the form is reversible.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from translations.sentences import Sentence, gettext_noop

_TOKEN = re.compile(r"<(?P<close>/?)(?P<number>[1-9]\d{0,3})(?P<alone>/?)>")
_LOOKS_LIKE_TOKEN = re.compile(r"<(\\*)(?=/?\d+/?>)")
_ESCAPED_TOKEN = re.compile(r"<\\(\\*)(?=/?\d+/?>)")


class Kind(Enum):
    """The three shapes a placeholder takes in a segment's text."""

    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder; *number* counts from 1 within its segment."""

    kind: Kind
    number: int

    def __str__(self) -> str:
        match self.kind:
            case Kind.OPEN:
                return f"<{self.number}>"
            case Kind.CLOSE:
                return f"</{self.number}>"
            case Kind.ALONE:
                return f"<{self.number}/>"


def escape(text: str) -> str:
    """Write literal *text* so that none of it reads as a placeholder."""
    return _LOOKS_LIKE_TOKEN.sub(r"<\\\1", text)


def unescape(text: str) -> str:
    """Undo :func:`escape`."""
    return _ESCAPED_TOKEN.sub(r"<\1", text)


def tokens(text: str) -> Iterator[str | Placeholder]:
    """Yield the literal pieces (unescaped) and the placeholders of a segment's text."""
    position = 0
    for found in _TOKEN.finditer(text):
        if found["close"] and found["alone"]:
            continue
        if found.start() > position:
            yield unescape(text[position : found.start()])
        kind = Kind.CLOSE if found["close"] else Kind.ALONE if found["alone"] else Kind.OPEN
        yield Placeholder(kind, int(found["number"]))
        position = found.end()
    if position < len(text):
        yield unescape(text[position:])


def plain(text: str) -> str:
    """Return the words of a segment's text, without placeholders."""
    return "".join(token for token in tokens(text) if isinstance(token, str))


def problems(source: str, target: str) -> list[str]:
    """Say in English how the placeholders of *target* differ from those of *source*; see `faults`."""
    return [str(fault) for fault in faults(source, target)]


def faults(source: str, target: str) -> list[Sentence]:
    """Return whole sentences on how the placeholders of *target* differ from those of *source*.

    An empty list means the target can be composed without losing or inventing markup.
    Order may differ between languages; pairs may not cross.
    """
    wanted = Counter(token for token in tokens(source) if isinstance(token, Placeholder))
    found = Counter(token for token in tokens(target) if isinstance(token, Placeholder))
    missing = [str(token) for token in wanted - found]
    extra = [str(token) for token in found - wanted]
    said = []
    if missing:
        said.append(Sentence(gettext_noop("The translation lacks %(tags)s."), _listed(missing)))
    if extra:
        template = gettext_noop("The translation has %(tags)s, which the source does not.")
        said.append(Sentence(template, _listed(extra)))
    if not said and not _nested(target):
        said.append(Sentence(gettext_noop("The translation closes its placeholders in a crossed order.")))
    return said


def _listed(tags: list[str]) -> dict[str, str]:
    return {"tags": ", ".join(sorted(tags))}


def _nested(text: str) -> bool:
    stack: list[int] = []
    for token in tokens(text):
        if isinstance(token, str) or token.kind is Kind.ALONE:
            continue
        if token.kind is Kind.OPEN:
            stack.append(token.number)
        elif not stack or stack.pop() != token.number:
            return False
    return not stack
