"""Which words of a text changed, for the reviewer who knew the old one. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from translations.segments.segment import normalise

# Japanese has no spaces: each of its letters is taken for a word, or a whole sentence would be one.
_JAPANESE = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(
    rf"</?[1-9]\d{{0,3}}/?>|\d+(?:[.,]\d+)*|[{_JAPANESE}]|(?:(?![{_JAPANESE}])\w)+|\s+|[^\w\s]"
)

# The comparison takes the square of the number of words; past this a reader sees nothing in it either.
MOST_WORDS = 2_000


class Kind(StrEnum):
    """What became of a stretch of words. The values are the names of HTML's elements for it."""

    SAME = ""
    DELETED = "del"
    INSERTED = "ins"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words with one fate."""

    kind: Kind
    text: str


def word_diff(before: str, after: str) -> list[Change]:
    """Return what was deleted, inserted and kept between two texts, in reading order.

    Words, numbers (``1.250.000``) and placeholders (``<1>``) are never cut. Joining all but
    the inserted gives *before* in NFC, all but the deleted gives *after*.
    """
    old, new = _WORD.findall(normalise(before)), _WORD.findall(normalise(after))
    if len(old) + len(new) > MOST_WORDS:
        return _said([(Kind.DELETED, old), (Kind.INSERTED, new)])
    stretches: list[tuple[Kind, list[str]]] = []
    for tag, old_from, old_to, new_from, new_to in _opcodes(old, new):
        if tag == "equal":
            stretches.append((Kind.SAME, old[old_from:old_to]))
        else:
            stretches += [(Kind.DELETED, old[old_from:old_to]), (Kind.INSERTED, new[new_from:new_to])]
    return _said(stretches)


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return difflib's steps, with a lone space between two changes made part of the change."""
    joined: list[tuple[str, int, int, int, int]] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for index, (tag, old_from, old_to, new_from, new_to) in enumerate(steps):
        is_kept = tag == "equal"
        if is_kept and 0 < index < len(steps) - 1 and not "".join(old[old_from:old_to]).strip():
            is_kept = False
        if joined and not is_kept and joined[-1][0] == "changed":
            _kind, old_start, _old_end, new_start, _new_end = joined.pop()
            joined.append(("changed", old_start, old_to, new_start, new_to))
        else:
            joined.append(("equal" if is_kept else "changed", old_from, old_to, new_from, new_to))
    return joined


def _said(stretches: Sequence[tuple[Kind, list[str]]]) -> list[Change]:
    return [Change(kind, "".join(words)) for kind, words in stretches if words]
