"""A segment and its translation, as the checks see them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from translations.checks.facts.scanning import plain

Language = Literal["en", "ja", "ko"]


@dataclass(frozen=True)
class ExpectedTerm:
    """A term of the glossary that stands in the source: what it is called, and what it must not be called."""

    vietnamese: str
    wanted: str
    forbidden: tuple[str, ...] = ()
    locked: bool = False


@dataclass(frozen=True)
class Pair:
    """Source and target of one segment, with placeholders; *longest* is the target's limit in characters."""

    language: Language
    source: str
    target: str
    terms: tuple[ExpectedTerm, ...] = ()
    longest: int | None = None

    @cached_property
    def source_words(self) -> str:
        """The source without markup, in one form of every sign."""
        return plain(self.source)

    @cached_property
    def target_words(self) -> str:
        """The target without markup, in one form of every sign."""
        return plain(self.target)
