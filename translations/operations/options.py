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


class OptionsOf:
    """What goes with the texts of one edition, read once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._language: Language = edition.language  # type: ignore[assignment]  # choices of the column

    @cached_property
    def instructions(self) -> tuple[str, ...]:
        """The instructions for this language and this part of the portal, the general ones first."""
        rows = Instruction.objects.for_language(self._edition.language).select_related("section")
        mine = [row for row in rows if _is_for(row, self._edition.target)]
        mine.sort(key=lambda row: (row.section.depth if row.section else 0, row.language, row.pk))
        # The nearest say the most.
        return tuple(row.text for row in mine[-MOST_INSTRUCTIONS:])

    @cached_property
    def _terms(self) -> TermsInText:
        return TermsInText()

    def hash_for(self, source: str) -> str:
        """Return what tells answers for the same *source* apart: instructions, and the terms in it."""
        said = [self.instructions, self._terms.key(source, self._language)]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _is_for(instruction: Instruction, instance: models.Model | None) -> bool:
    section = instruction.section
    if section is None:
        return True
    return isinstance(instance, AbstractPage) and str(instance.path).startswith(str(section.path))
