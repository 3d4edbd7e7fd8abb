"""Sentences that the pure cores say: templates in English, which the interface says in its language. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def gettext_noop(template: str) -> str:
    """Return *template*, marked so that the catalogues of the interface get it."""
    return template


@dataclass(frozen=True, slots=True)
class Sentence:
    """A whole sentence: a template for ``%`` and its values."""

    sentence: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence % self.values
