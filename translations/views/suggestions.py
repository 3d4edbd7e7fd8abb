"""What the translation memory suggests for a segment."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString

from translations.diffing import word_diff
from translations.models import Unit
from translations.operations.memory import Suggestion, suggestions
from translations.operations.units import may_review
from translations.views.access import DeskMixin
from translations.views.markup import marked_changes


@dataclass(frozen=True)
class ShownSuggestion:
    """One remembered text, numbered as its key is; *changes* leads from its source to the segment's."""

    number: int
    entry_id: int
    target: str
    score: int
    origin: str
    uses: int
    changes: SafeString | None


def shown_suggestions(unit: Unit) -> list[ShownSuggestion]:
    """Return what the memory has for *unit*, the best first."""
    return [_shown(number, unit, one) for number, one in enumerate(suggestions(unit=unit), start=1)]


def suggested_text(unit: Unit, chosen: str) -> str | None:
    """Return the text of the suggestion whose primary key a form sent; None if it is no longer one."""
    return next((one.target for one in suggestions(unit=unit) if str(one.entry_id) == chosen), None)


def _shown(number: int, unit: Unit, one: Suggestion) -> ShownSuggestion:
    is_same = one.source == unit.source
    return ShownSuggestion(
        number=number,
        entry_id=one.entry_id,
        target=one.target,
        score=int(one.score),
        origin=", ".join(filter(None, [str(one.origin.label), one.person])),
        uses=one.uses,
        changes=None if is_same else marked_changes(word_diff(one.source, unit.source)),
    )


class SuggestionsView(DeskMixin):
    """The suggestions for one segment: a piece of the page for its script; whoever visits gets the page."""

    def get(self, request: HttpRequest, edition_id: int, unit_id: int) -> HttpResponse:
        """Return a piece of the review page."""
        if "piece" not in request.GET:
            page = reverse("translations:review", args=[edition_id])
            return redirect(f"{page}?suggest={unit_id}#unit-{unit_id}")
        units = Unit.objects.select_related("edition__content_type")
        unit = get_object_or_404(units, pk=unit_id, edition_id=edition_id)
        context = {
            "edition": unit.edition,
            "suggestions": shown_suggestions(unit),
            "can_review": may_review(request.user, unit.edition.language),
        }
        return render(request, "translations/review/suggestions.html", context)
