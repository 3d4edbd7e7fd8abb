"""What an engine is told besides the text: context, instructions, terms of the glossary."""

import hashlib
import json
from functools import cached_property

from django.db import models
from wagtail.models import AbstractPage

from translations.engines.protocol import Language
from translations.models import Edition, Instruction
from translations.operations.glossary_version import TermsInText

MOST_INSTRUCTIONS = 10


class Options:
    """The instructions and the glossary, read once for any number of editions."""

    @cached_property
    def _rows(self) -> list[Instruction]:
        rows = list(Instruction.objects.select_related("section"))
        rows.sort(key=lambda row: (row.section.depth if row.section else 0, row.language, row.pk))
        return rows

    @cached_property
    def _terms(self) -> TermsInText:
        return TermsInText()

    def instructions(self, edition: Edition) -> tuple[str, ...]:
        """Return the instructions for a language and a part of the portal, the general ones first."""
        mine = [row.text for row in self._rows if _is_for(row, edition.language, edition.target)]
        # The nearest say the most.
        return tuple(mine[-MOST_INSTRUCTIONS:])

    def terms_key(self, source: str, language: Language) -> str:
        """Return the identity of the terms in a text."""
        return self._terms.key(source, language)


class OptionsOf:
    """What goes with the texts of one edition, read once."""

    def __init__(self, edition: Edition, options: Options | None = None) -> None:
        """Args: options: what several editions share, read anew where it is left out."""
        self._options = options or Options()
        self._language: Language = edition.language  # type: ignore[assignment]  # choices of the column
        self.instructions = self._options.instructions(edition)

    def hash_for(self, source: str) -> str:
        """Return what tells answers for the same *source* apart: instructions, and the terms in it."""
        said = [self.instructions, self._options.terms_key(source, self._language)]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _is_for(instruction: Instruction, language: str, instance: models.Model | None) -> bool:
    if instruction.language not in ("", language):
        return False
    section = instruction.section
    if section is None:
        return True
    return isinstance(instance, AbstractPage) and str(instance.path).startswith(str(section.path))
