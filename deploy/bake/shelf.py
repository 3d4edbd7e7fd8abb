"""Pages that other pages show values of, each read once for a bake."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.apps import apps

from content.fields import StreamField
from content.models import PortalPage
from deploy.bake import objects
from deploy.bake.questions import Question
from deploy.bake.reading import read_pages, related
from deploy.bake.shown import load
from deploy.bake.streams import convert_together
from media.multilingual import SOURCE_LANGUAGE, localized, translated_fields
from translations.operations.release import cleared_now

if TYPE_CHECKING:
    from deploy.bake.answers import Answers


class Shelf:
    """The pages that were asked for by now, with what each of them shows."""

    def __init__(self, answers: "Answers") -> None:
        self._answers = answers
        self._pages: dict[int, PortalPage] = {}
        self._asked: dict[tuple[int, str], tuple[Question, ...]] = {}

    def pages(self, kind: str, pks: Iterable[int], language: str) -> dict[int, PortalPage]:
        """Return those of the pages *pks* of a kind that are there."""
        wanted = list(pks)
        with self._answers.guard.allowing():
            self._read(kind, [pk for pk in wanted if pk not in self._pages])
            found = {pk: self._pages[pk] for pk in wanted if pk in self._pages}
            fresh = [page for pk, page in found.items() if (pk, language) not in self._asked]
            convert_together((page, language) for page in fresh)
            self._answer_for(fresh, language)
        return found

    def questions(self, pk: int, language: str) -> tuple[Question, ...]:
        """Return what rests on a page that was returned: its words and values, and the objects it names."""
        return self._asked[pk, language]

    def _read(self, kind: str, pks: list[int]) -> None:
        if not pks:
            return
        found = read_pages(apps.get_model(kind), pks)
        cleared, _corrupt = cleared_now(found.values())
        for pk, page in found.items():
            if pk not in cleared:
                # The answer is what stands there; what is shown is what may be.
                self._answers.know(("page", pk, SOURCE_LANGUAGE), objects.visible(page, SOURCE_LANGUAGE))
                _empty(page)
        self._pages.update(found)

    def _answer_for(self, pages: Iterable[PortalPage], language: str) -> None:
        shown = {page.pk: sorted(set(related(page))) for page in pages}
        wanted = {choice for choices in shown.values() for choice in choices}
        there = load(choice for choice in wanted if not self._answers.knows(("object", *choice, language)))
        for choice, instance in there.items():
            self._answers.know(("object", *choice, language), objects.visible(instance, language))
        for page in pages:
            if not self._answers.knows(("page", page.pk, language)):
                self._answers.know(("page", page.pk, language), objects.visible(page, language))
            self._asked[page.pk, language] = tuple(self._of(page.pk, language, shown[page.pk]))

    @staticmethod
    def _of(pk: int, language: str, shown: list[tuple[str, int]]) -> Iterator[Question]:
        yield "page", pk, language
        yield from (("object", *choice, language) for choice in shown)


def _empty(page: PortalPage) -> None:
    """Take the Vietnamese words off a page whose text is not cleared; its values stay."""
    for name in translated_fields(type(page)):
        column = localized(name, SOURCE_LANGUAGE)
        field = page._meta.get_field(column)
        page.__dict__[column] = field.to_python(None) if isinstance(field, StreamField) else ""
