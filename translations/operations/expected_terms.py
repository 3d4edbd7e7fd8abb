"""Which terms of the glossary a translation has to say."""

from functools import cached_property

from translations.checks.pair import ExpectedTerm, Language
from translations.glossary import Glossary
from translations.models import Term


class ExpectedTerms:
    """The approved terms, read once and looked up in many texts."""

    @cached_property
    def _glossary(self) -> Glossary[Term]:
        return Glossary((term.vi, term) for term in Term.objects.approved())

    def of(self, source: str, language: Language) -> list[ExpectedTerm]:
        """Return the terms in *source* that have a word in *language*."""
        found = self._glossary.found_in(source)
        wanted = ((term.vi, str(getattr(term, language))) for term in found)
        return [ExpectedTerm(vietnamese, words) for vietnamese, words in wanted if words]
