"""Terms that reviewers' corrections ask for, and taking one into the glossary."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from translations.engines import characters
from translations.exceptions import TranslationError
from translations.measures.suggestions import Corrected, Suggestion, suggested
from translations.models import Term
from translations.operations.measures import MOST_SEGMENTS, Period, edited_segments
from translations.segments.segment import normalise


class RefusedTerm(TranslationError):
    """A suggested term that cannot be added; the text says why."""


def may_add_terms(person: Any) -> bool:
    """Whether *person* adds terms to the glossary."""
    return bool(person.has_perm("translations.add_term"))


def suggest_terms(
    *, language: str, period: Period, most: int | None = MOST_SEGMENTS
) -> list[tuple[Suggestion, Sequence[Corrected]]]:
    """Return the terms that the corrections in *language* ask for, each with some of the segments.

    Terms that are approved, or that have a word in *language*, are not suggested.
    """
    corrected = [
        Corrected(segment.pk, segment.source, segment.machine, segment.approved)
        for segment in edited_segments(language, period, most)
    ]
    terms = Term.objects.values_list("vi", "approved", language)
    known = {_folded(vi) for vi, approved, words in terms if approved or words}
    by_number = {segment.number: segment for segment in corrected}
    return [
        (one, [by_number[number] for number in one.examples]) for one in suggested(corrected, language, known)
    ]


@transaction.atomic
def add_suggested_term(*, vi: str, language: str, words: str, note: str, person: Any) -> Term:
    """Put a suggested term into the glossary, not approved: somebody else is to read it first.

    A term that is there and is neither approved nor has a word in *language* gets this one.

    Raises:
        PermissionDenied: the person adds no terms.
        RefusedTerm: it is there already, too long, empty, or in another script.
    """
    if not may_add_terms(person):
        raise PermissionDenied(_("You may not add terms. Ask for the role, or tell somebody who has it."))
    vi, words = normalise(vi).strip(), normalise(words).strip()
    _refuse_unfit(vi, words, language)
    # Folded here: SQLite's own comparison knows no case of Đ.
    same = (one for one in Term.objects.select_for_update() if _folded(one.vi) == _folded(vi))
    term = next(same, None)
    if term is not None and (term.approved or getattr(term, language)):
        raise RefusedTerm(_("“%(term)s” is in the glossary already.") % {"term": term.vi})
    is_new = term is None
    term = term or Term(vi=vi, note=note)
    setattr(term, language, words)
    term.save()
    log(instance=term, action="wagtail.create" if is_new else "wagtail.edit", user=person)
    return term


def _folded(vi: str) -> str:
    return normalise(vi).casefold()


def _refuse_unfit(vi: str, words: str, language: str) -> None:
    if not vi or not words:
        raise RefusedTerm(_("A term needs its Vietnamese and a translation."))
    if max(len(vi), len(words)) > (Term._meta.get_field("vi").max_length or 0):
        raise RefusedTerm(_("The term is too long for the glossary."))
    if characters.unwanted(vi + words):
        raise RefusedTerm(_("The term holds invisible characters."))
    if characters.in_foreign_script(vi, words, language):  # type: ignore[arg-type]  # one of the three languages
        raise RefusedTerm(_("The translation of the term is in another language's script."))
