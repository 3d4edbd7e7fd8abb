"""Columns of the department's listings. None of them asks the database for its cells."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from media.multilingual import TARGET_LANGUAGES
from translations.enums import EditionState
from translations.models.edition import LANGUAGE_NAMES

_MARKS = {
    EditionState.MISSING: "–",
    EditionState.MACHINE_DRAFT: "⚙",
    EditionState.IN_REVIEW: "…",
    EditionState.APPROVED: "✓",
    EditionState.OUTDATED: "!",
}


@dataclass(frozen=True)
class EditionMark:
    """The edition of a page in one language, as a sign; *said* is its name and state."""

    language: str
    state: str
    sign: str
    said: str


class EditionsColumn(Column):
    """The state of the three editions that the desk makes; the page's status tells of the Vietnamese."""

    cell_template_name = "cms/investment/editions_cell.html"

    def get_value(self, instance: Any) -> list[EditionMark]:
        """Return a mark for each language; the view has put ``edition_states`` on the page."""
        states = instance.edition_states
        return [
            self._mark(language, EditionState(states.get(language, "missing")))
            for language in TARGET_LANGUAGES
        ]

    @staticmethod
    def _mark(language: str, state: EditionState) -> EditionMark:
        return EditionMark(
            language.upper(), state.value, _MARKS[state], f"{LANGUAGE_NAMES[language]}: {state.label}"
        )


@dataclass(frozen=True)
class Review:
    """The day by which figures are to be reviewed."""

    day: date
    is_past: bool

    def __str__(self) -> str:
        return self.day.isoformat()


class ReviewColumn(Column):
    """The day of review, marked where it has passed."""

    cell_template_name = "cms/investment/review_cell.html"

    def get_value(self, instance: Any) -> Review | None:
        """Return the day, None for a page whose figures need no review."""
        day: date | None = instance.review_by
        return Review(day, day < localdate()) if day else None


class ValueColumn(Column):
    """A number, a date or the label of a choice, as the interface writes it; nothing where it is unknown."""

    cell_template_name = "cms/investment/value_cell.html"

    def get_value(self, instance: Any) -> Any:
        """Return the value, or the label of a choice."""
        if isinstance(self.accessor, str) and hasattr(instance, f"get_{self.accessor}_display"):
            return getattr(instance, f"get_{self.accessor}_display")()
        return super().get_value(instance)


AS_OF = ValueColumn("as_of", label=_("As of"), sort_key="as_of")
REVIEW_BY = ReviewColumn("review_by", label=_("Review by"), sort_key="review_by")
EDITIONS = EditionsColumn("editions", label=_("Editions"))
