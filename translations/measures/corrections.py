"""What reviewers put in the place of what: the stretches in which two texts differ. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from translations.segments.placeholders import plain

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:['’-]\w+)*|[^\w\s]")
_IDEOGRAPH, _HIRAGANA, _KATAKANA, _HANGUL = "ideograph", "hiragana", "katakana", "hangul"
_SCRIPTS = {
    "CJK": _IDEOGRAPH,
    "IDEOGRAPHIC": _IDEOGRAPH,
    "HIRAGANA": _HIRAGANA,
    "KATAKANA": _KATAKANA,
    "KATAKANA-HIRAGANA": _KATAKANA,
    "HANGUL": _HANGUL,
}

MOST_PIECES = 400
"""Words, or characters of Japanese and Korean, in a text that is compared: it takes the square of it."""

LONGEST = {"en": 6, "ja": 16, "ko": 16}
"""Words or characters in a stretch that can still be a term; longer ones are another way to say it."""

_CONTEXT = {"en": 2, "ja": 8, "ko": 8}
_LEAST_ALIKE = 0.4


class Glue(Enum):
    """How pieces of a text are put together."""

    SPACE = " "
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A stretch of the machine's text that a reviewer replaced, in pieces (words or characters).

    *left* and *right* are the pieces beside it that both texts share and that may belong to it:
    those of the same script without a break, or the nearest words.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


def glue(language: str) -> Glue:
    """Return how the pieces of *language* are put together."""
    return Glue.SPACE if language == "en" else Glue.NOTHING


def corrections(machine: str, approved: str, language: str) -> list[Correction]:
    """Return the stretches of *machine* that *approved* says differently, in reading order.

    Nothing for texts that have too little in common: whoever writes a sentence anew corrects
    no term. Pure insertions and deletions are left out unless a neighbouring piece of the
    same script makes words of both sides.

    Args:
        machine, approved: texts in placeholder form.
        language: ``en`` (compared by words), ``ja`` or ``ko`` (by characters).
    """
    before, after = _pieces(machine, language), _pieces(approved, language)
    if not before or not after or len(before) + len(after) > MOST_PIECES:
        return []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE:
        return []
    found = []
    for old, new in _changes(before, matcher, language):
        sides = tuple(before[old.start : old.stop]), tuple(after[new.start : new.stop])
        first = [side[0] for side in sides if side]
        last = [side[-1] for side in sides if side]
        left = _beside(before[: old.start][::-1], after[: new.start][::-1], first, language)[::-1]
        right = _beside(before[old.stop :], after[new.stop :], last, language)
        correction = Correction(*sides, left, right)
        if _could_be_term(correction, language):
            found.append(correction)
    return found


def _pieces(text: str, language: str) -> list[str]:
    words = plain(text)
    return _WORD.findall(words) if language == "en" else list(words)


def _changes(
    pieces: Sequence[str], matcher: "SequenceMatcher[str]", language: str
) -> list[tuple[range, range]]:
    """Return where the texts differ: a stretch of the first, *pieces*, and one of the other.

    In Japanese and Korean two changes with one shared character between them are one: that
    it is shared is chance, unless it is a particle.
    """
    found: list[tuple[range, range]] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            continue
        if found and language != "en":
            old, new = found[-1]
            between = pieces[old.stop : old_from]
            if len(between) == 1 and _is_letter(between[0]) and script(between[0]) != _HIRAGANA:
                found[-1] = range(old.start, old_to), range(new.start, new_to)
                continue
        found.append((range(old_from, old_to), range(new_from, new_to)))
    return found


def _beside(
    before: Sequence[str], after: Sequence[str], edges: Sequence[str], language: str
) -> tuple[str, ...]:
    """Return the pieces that both texts go on with and that may belong to what stands at *edges*."""
    found: list[str] = []
    for old, new in zip(before, after, strict=False):
        if len(found) == _CONTEXT[language] or not _belongs(old, new, edges, language):
            break
        found.append(old)
        edges = [old]
    return tuple(found)


def _belongs(old: str, new: str, beside: Sequence[str], language: str) -> bool:
    """Whether the shared piece goes on what stands beside it on either side."""
    if old != new or not _is_letter(old):
        return False
    return language == "en" or any(script(old) == script(one) for one in beside)


def _could_be_term(correction: Correction, language: str) -> bool:
    sides = (correction.before, correction.after)
    if any(len(side) > LONGEST[language] for side in sides):
        return False
    shared = bool(correction.left or correction.right)
    if not all(side or shared for side in sides):
        return False
    return any(_is_letter(piece) for side in sides for piece in side)


def _is_letter(piece: str) -> bool:
    return any(character.isalpha() for character in piece)


def script(character: str) -> str:
    """Return the name of the script of a letter, or its own general category for other signs."""
    name = unicodedata.name(character, "").partition(" ")[0]
    return _SCRIPTS.get(name, name if character.isalpha() else unicodedata.category(character))
