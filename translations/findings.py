"""What the checks found, said in the language of the interface."""

from collections.abc import Mapping
from typing import Protocol

from django.utils.translation import gettext


class Sayable(Protocol):
    """A finding of a check, or a sentence of a pure core: an English template with its values."""

    @property
    def sentence(self) -> str: ...

    @property
    def values(self) -> Mapping[str, str]: ...


def said(finding: Sayable) -> str:
    """Return the sentence in the active language; quoted words stay as they stand in the text."""
    return gettext(finding.sentence) % finding.values
