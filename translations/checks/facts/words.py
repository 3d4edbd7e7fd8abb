"""Words of a language: tables that are looked up by word, and patterns of whole words."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

Value = TypeVar("Value")

_LETTER = r"[^\W\d_]"
START = rf"(?<!{_LETTER})"
END = rf"(?!{_LETTER})"
"""Between them stands a whole word; a digit may touch it, as in ``5tỷ``."""


def by_word(rows: Mapping[Value, str]) -> dict[str, Value]:
    """Return the value of each word; a row has the words for one value, with ``|`` between them."""
    return {word: value for value, words in rows.items() for word in words.split("|")}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of *words*, the longest first; it needs a group around it."""
    return "|".join(sorted(words, key=len, reverse=True))
