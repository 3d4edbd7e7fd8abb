"""Which terms of the glossary a translation has to say."""

from datetime import date
from functools import cached_property

from django.utils import timezone

from translations.checks.pair import ExpectedTerm, Language
from translations.glossary import Glossary
from translations.models import Term


class ExpectedTerms:
    """The approved terms in use on a day, read once and looked up in many texts."""

    def __init__(self, *, day: date | None = None) -> None:
        """Args: day: the terms of which day, today when it is left out."""
        self._day = day

    @cached_property
    def _glossary(self) -> Glossary[Term]:
        terms = Term.objects.approved().valid_on(self._day or timezone.localdate())
        return Glossary((term.vi, term) for term in terms)

    def of(self, source: str, language: Language) -> list[ExpectedTerm]:
        """Return the terms in *source* that have a word in *language*, in the order of the text."""
        found = ((term, str(getattr(term, language))) for term in self._glossary.found_in(source))
        return [
            ExpectedTerm(term.vi, words, term.forbidden(language), term.locked)
            for term, words in found
            if words
        ]
