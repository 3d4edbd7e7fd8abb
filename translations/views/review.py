"""The review page: one object in one language, segment by segment."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.widgets.button import Button

from translations.enums import ENGINE_WAITS, UnitState, Waiting
from translations.glossary import Glossary
from translations.models import Edition, Term, Unit
from translations.models.edition import LANGUAGE_NAMES
from translations.operations.units import may_review
from translations.reasons import pending_sentence, waiting_sentence
from translations.views.access import DeskPage
from translations.views.attempts import Attempt
from translations.views.findings import SegmentFindings, findings_by_unit
from translations.views.retries import offered
from translations.views.segments import FieldGroup, grouped
from translations.views.selection import Selection, Show
from translations.views.subjects import load_subject
from translations.views.suggestions import ShownSuggestion, shown_suggestions

# A worker that was killed leaves its edition running for ever.
_LONGEST_RUN = timedelta(minutes=30)


def may_be_asked_again(edition: Edition) -> bool:
    """Whether the engine has stopped, or runs for longer than it can."""
    running = edition.waiting == Waiting.ENGINE_RUNNING
    return edition.waiting in ENGINE_WAITS or (running and timezone.now() - edition.updated_at > _LONGEST_RUN)


class ReviewPage(DeskPage):
    """The page itself; actions that are refused show it again with what was typed."""

    template_name = "translations/review/review.html"
    attempts: Sequence[Attempt] = ()
    orphan: Attempt | None = None

    @cached_property
    def edition(self) -> Edition:
        """The edition in the address."""
        editions = Edition.objects.select_related("content_type", "approved_by")
        return get_object_or_404(editions, pk=self.kwargs["edition_id"])

    @cached_property
    def subject(self) -> models.Model:
        """The object of the edition."""
        return load_subject(self.edition.content_type_id, self.edition.object_id)

    @cached_property
    def units(self) -> list[Unit]:
        """The segments in reading order."""
        units = list(self.edition.units.select_related("edited_by", "approved_by"))
        for unit in units:
            unit.edition = self.edition
        return units

    @cached_property
    def tried(self) -> dict[int, Attempt]:
        """What was refused, by primary key of its unit."""
        return {attempt.unit_id: attempt for attempt in self.attempts}

    @cached_property
    def found(self) -> dict[int, SegmentFindings]:
        """What the checks found, by primary key of the unit."""
        return findings_by_unit(self.edition, self.units, self.tried)

    @property
    def show(self) -> Show:
        """Which segments the address asks for."""
        return Show.asked_for(self.request.GET)

    @cached_property
    def selection(self) -> Selection:
        """The segments that the address asks for."""
        return Selection(self.show, self.units, self.found)

    @cached_property
    def groups(self) -> list[FieldGroup]:
        """The segments as the page shows them; one that was refused is always among them."""
        glossary = Glossary((term.vi, term) for term in Term.objects.all())
        shown = [
            (number, unit)
            for number, unit in enumerate(self.units, start=1)
            if unit in self.selection or unit.pk in self.tried or unit.pk == self.suggested_id
        ]
        return grouped(self.edition, shown, glossary, self.tried, self.found)

    @property
    def suggested_id(self) -> int | None:
        """Primary key of the segment whose suggestions the address asks for."""
        asked = self.request.GET.get("suggest", "")
        return next((unit.pk for unit in self.units if str(unit.pk) == asked), None)

    @property
    def suggestions(self) -> list[ShownSuggestion]:
        """What the memory has for that segment."""
        unit = next((unit for unit in self.units if unit.pk == self.suggested_id), None)
        return shown_suggestions(unit) if unit is not None else []

    @property
    def language_name(self) -> str:
        """The edition's language in the language of the interface."""
        return str(LANGUAGE_NAMES[self.edition.language])

    @property
    def review_url(self) -> str:
        """Address of this page, with the choice of segments that the person made."""
        address = reverse("translations:review", args=[self.edition.pk])
        return f"{address}{self.show.query}"

    def get_page_title(self) -> str:
        """Return the object's title."""
        return str(self.subject)

    def get_page_subtitle(self) -> str:
        """Return the language."""
        return self.language_name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here: board, object, language."""
        key = [self.edition.content_type_id, self.edition.object_id]
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translations:overview", args=key), "label": str(self.subject)},
            {"url": self.review_url, "label": self.language_name},
        ]

    def get_header_more_buttons(self) -> list[Button]:
        """Return the way to the Vietnamese, for those who may edit it."""
        return edit_buttons(self.request, self.subject)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the template shows."""
        pending = [unit for unit in self.units if unit.state != UnitState.APPROVED]
        can_review = may_review(self.request.user, self.edition.language)
        context: dict[str, Any] = super().get_context_data(
            edition=self.edition,
            language_name=self.language_name,
            siblings=Edition.objects.filter(
                content_type_id=self.edition.content_type_id, object_id=self.edition.object_id
            ).with_counts(),
            groups=self.groups,
            selection=self.selection,
            show=self.show,
            suggested_id=self.suggested_id,
            suggestions=self.suggestions,
            orphan=self.orphan,
            total=len(self.units),
            pending=len(pending),
            seen=",".join(f"{unit.pk}:{unit.version}" for unit in pending),
            has_placeholders=any("<" in unit.source for unit in self.units),
            reason=waiting_sentence(self.edition),
            progress=pending_sentence(self.edition, pending=len(pending), total=len(self.units)),
            can_review=can_review,
            retry=offered(self.edition) if can_review and may_be_asked_again(self.edition) else None,
            **kwargs,
        )
        return context


def edit_buttons(request: HttpRequest, subject: models.Model) -> list[Button]:
    """Return a button to the editor of *subject*, if the person may use it."""
    url = AdminURLFinder(request.user).get_edit_url(subject)
    return [Button(_("Edit the Vietnamese"), url=url, icon_name="edit")] if url else []


class ReviewView(ReviewPage):
    """Reading the page."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the segments."""
        return self.page()
