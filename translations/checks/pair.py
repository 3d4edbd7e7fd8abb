"""A segment and its translation, as the checks see them."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from translations.checks.facts.scanning import plain

_LABEL = re.compile(r"<1>[^<]{1,60}</1> ?[:–-]")

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
    """Source and target of one segment, with placeholders.

    Attributes:
        longest: the target's limit in characters, without placeholders.
        also: what the same source is translated as elsewhere, in texts that people approved.
    """

    language: Language
    source: str
    target: str
    terms: tuple[ExpectedTerm, ...] = ()
    longest: int | None = None
    also: tuple[str, ...] = ()

    @cached_property
    def is_list_item(self) -> bool:
        """Whether the source begins as an item of a list does: with a small letter, or with a label."""
        return self.source[:1].islower() or _LABEL.match(self.source) is not None

    @cached_property
    def source_words(self) -> str:
        """The source without markup, in one form of every sign."""
        return plain(self.source)

    @cached_property
    def target_words(self) -> str:
        """The target without markup, in one form of every sign."""
        return plain(self.target)
