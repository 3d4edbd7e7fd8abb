"""Which terms of the glossary stand in a text. Pure."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from translations.segments.placeholders import plain
from translations.segments.segment import normalise

_T = TypeVar("_T")


def _folded(text: str) -> str:
    # Folding can take a letter apart, so it is put together once more.
    return normalise(normalise(text).casefold())


class Glossary(Generic[_T]):
    """The terms of one language pair, ready to be looked up in many segments."""

    def __init__(self, terms: Iterable[tuple[str, _T]]) -> None:
        """Args: terms: the Vietnamese of each and the term itself, in any order."""
        folded = [(_folded(vietnamese).strip(), term) for vietnamese, term in terms]
        self._terms = sorted(
            (pair for pair in folded if pair[0]), key=lambda pair: len(pair[0]), reverse=True
        )

    def found_in(self, source: str) -> list[_T]:
        """Return the terms in a segment's text, in order of their first place in it.

        Whole words only, in either case. A term inside a longer one (*Đền* in *Đền Trần*)
        counts only where it also stands alone.
        """
        text = _folded(plain(source))
        found: list[tuple[int, _T]] = []
        for words, term in self._terms:
            places = _places(text, words)
            if not places:
                continue
            found.append((places[0], term))
            for place in places:
                # Same length, so that the other places hold; never a letter of a term.
                text = f"{text[:place]}{chr(0) * len(words)}{text[place + len(words) :]}"
        return [term for _place, term in sorted(found, key=lambda pair: pair[0])]


def _places(text: str, words: str) -> list[int]:
    places = []
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            places.append(start)
        start = text.find(words, start + 1)
    return places
