"""Which terms of the glossary stand in a text. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from translations.segments.placeholders import Kind, tokens

_T = TypeVar("_T")

_WORD = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")
# Soft hyphens, zero-width spaces and joiners: nobody sees them, and no term has them.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SIGNS = str.maketrans({**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u2019": "'"})
# Two spellings of the same syllable: `hòa` and `hoà`, `Thủy` and `Thuỷ`.
_TONE_BEHIND = re.compile("[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]")


def one_line(text: str) -> str:
    """Return *text* in NFC with single spaces, as a term is kept and as an engine gets it."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def folded(text: str) -> str:
    """Return *text* (plain) as terms are compared, with its capitals.

    NFC, one space for any white space and none at the ends, one form of hyphens and
    apostrophes, the tone mark on the first of two vowels, no characters that nobody sees.
    """
    composed = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).translate(_SIGNS)
    return _TONE_BEHIND.sub(_tone_first, _SPACES.sub(" ", composed)).strip()


def _tone_first(found: re.Match[str]) -> str:
    first, second = found[0][0], unicodedata.normalize("NFD", found[0][1])
    return unicodedata.normalize("NFC", first + second[1]) + second[0]


def _words(segment: str) -> str:
    """Return the words of a segment: bold type is looked through, a line break is a space."""
    return folded(
        "".join(
            token if isinstance(token, str) else " " if token.kind is Kind.ALONE else ""
            for token in tokens(segment)
        )
    )


def _lower(text: str) -> str:
    # Character by character, so that places stay where they are.
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


@dataclass(frozen=True, slots=True)
class _Wanted(Generic[_T]):
    """A term as it is looked for; *capitals* are the places that a text has to write large."""

    words: str
    capitals: tuple[int, ...]
    term: _T

    def places_in(self, lower: str, text: str) -> Iterator[int]:
        start = lower.find(self.words)
        while start >= 0:
            if self._stands_alone(lower, start) and all(text[start + at].isupper() for at in self.capitals):
                yield start
            start = lower.find(self.words, start + 1)

    def _stands_alone(self, lower: str, start: int) -> bool:
        end = start + len(self.words)
        before, after = lower[start - 1 : start], lower[end : end + 1]
        return not (self.words[0].isalnum() and before.isalnum()) and not (
            self.words[-1].isalnum() and after.isalnum()
        )


def _wanted(vietnamese: str, term: _T) -> _Wanted[_T]:
    words = folded(vietnamese)
    capitals = tuple(place for place, character in enumerate(words) if character.isupper())
    if _begins_as_a_sentence_does(words):
        capitals = capitals[1:]
    return _Wanted(_lower(words), capitals, term)


def _begins_as_a_sentence_does(words: str) -> bool:
    """Whether the first letter says nothing: `Đền Trần` stands in texts as `đền Trần` too.

    A word alone with a capital is a name (`Mỹ` is a country, `mỹ` is beauty), and two
    capitals are an abbreviation (`KCN Hòa Xá`).
    """
    return " " in words and words[:1].isupper() and not words[1:2].isupper()


class Glossary(Generic[_T]):
    """The terms of one language pair, ready to be looked up in many segments."""

    def __init__(self, terms: Iterable[tuple[str, _T]]) -> None:
        """Args: terms: the Vietnamese of each and the term itself, in any order."""
        self._by_first_word: dict[str, list[_Wanted[_T]]] = {}
        for vietnamese, term in terms:
            wanted = _wanted(vietnamese, term)
            first = _WORD.search(wanted.words)
            if first:
                self._by_first_word.setdefault(first[0], []).append(wanted)

    def found_in(self, source: str) -> list[_T]:
        """Return the terms in a segment's text, in order of their first place in it.

        Whole words only. A capital in a term has to be one in the text, except at the
        beginning of several words; a small letter stands for both. A term inside a longer
        one (*Đền* in *Đền Trần*) counts only where it also stands alone.
        """
        text = _words(source)
        lower = _lower(text)
        found: list[tuple[int, _T]] = []
        for wanted in self._candidates(lower):
            places = list(wanted.places_in(lower, text))
            if not places:
                continue
            found.append((places[0], wanted.term))
            for place in places:
                # Same length, so that the other places hold; never a letter of a term.
                end = place + len(wanted.words)
                lower = f"{lower[:place]}{chr(0) * len(wanted.words)}{lower[end:]}"
        return [term for _place, term in sorted(found, key=lambda pair: pair[0])]

    def _candidates(self, lower: str) -> list[_Wanted[_T]]:
        """Return the terms whose first word stands in a text: the longest first, names before words."""
        firsts = dict.fromkeys(_WORD.findall(lower))
        possible = [wanted for first in firsts for wanted in self._by_first_word.get(first, ())]
        return sorted(possible, key=lambda wanted: (-len(wanted.words), -len(wanted.capitals)))
