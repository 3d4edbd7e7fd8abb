"""The glossary as engines take it, and which state of it a translation was made with."""

from datetime import date
from functools import cached_property

from django.utils import timezone

from translations.engines.protocol import LANGUAGES, Language
from translations.glossary import Glossary, one_line
from translations.glossary_digest import digest_of
from translations.models import Term


def engine_dictionaries(*, day: date | None = None) -> dict[Language, dict[str, str]]:
    """Return Vietnamese and translation of every term that is approved and in use on *day* (today).

    A language without a term is left out. Texts are NFC, with single spaces and on one
    line; of two terms that are then the same, the one that comes first by its letters counts.
    """
    dictionaries: dict[Language, dict[str, str]] = {}
    for term in Term.objects.approved().valid_on(day or timezone.localdate()).order_by("vi", "pk"):
        vietnamese = one_line(term.vi)
        for language in LANGUAGES:
            translation = one_line(getattr(term, language))
            if vietnamese and translation:
                dictionaries.setdefault(language, {}).setdefault(vietnamese, translation)
    return dictionaries


def glossary_version(*, day: date | None = None) -> str:
    """Return the identity of `engine_dictionaries`: 64 hexadecimal digits, empty for an empty glossary.

    Notes, kinds, doubtful terms and the order of the rows do not change it.
    """
    return digest_of(
        (language, vietnamese, translation)
        for language, terms in engine_dictionaries(day=day).items()
        for vietnamese, translation in terms.items()
    )


class TermsInText:
    """The engine's terms, read once, to tell which of them bear on a text."""

    def __init__(self, *, day: date | None = None) -> None:
        """Args: day: the terms of which day, today when it is left out."""
        self._day = day

    @cached_property
    def _glossaries(self) -> dict[Language, Glossary[tuple[str, str]]]:
        return {
            language: Glossary((vietnamese, (vietnamese, said)) for vietnamese, said in terms.items())
            for language, terms in engine_dictionaries(day=self._day).items()
        }

    def key(self, source: str, language: Language) -> str:
        """Return the identity of the terms in *source* (segment form), empty for none.

        A term that does not stand in the text does not change it, so that a new term
        makes nobody pay for the texts without it.
        """
        glossary = self._glossaries.get(language)
        return digest_of(glossary.found_in(source)) if glossary else ""
