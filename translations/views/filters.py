"""Filters of the board."""

from collections.abc import Sequence

import django_filters  # type: ignore[import-untyped]  # comes with Wagtail, which ships no types either
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleContentTypeFilter, WagtailFilterSet

from media.multilingual import TARGET_LANGUAGES
from translations.enums import EditionState, Waiting
from translations.models import Edition
from translations.models.edition import LANGUAGE_NAMES, EditionQuerySet
from translations.registry import translated_models

REVIEWER = "reviewer"

_WAITING_CHOICES = [
    (REVIEWER, _("waits for a reviewer")),
    *((value, label) for value, label in Waiting.choices if value),
]


def _kinds(request: object) -> QuerySet[ContentType]:
    types = ContentType.objects.get_for_models(*translated_models())
    return ContentType.objects.filter(pk__in=[content_type.pk for content_type in types.values()])


class BoardFilters(WagtailFilterSet):
    """By language, state, what is waited for, and kind of object."""

    language = django_filters.ChoiceFilter(
        label=_("Language"),
        choices=[(code, LANGUAGE_NAMES[code]) for code in TARGET_LANGUAGES],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=EditionState.choices, widget=forms.CheckboxSelectMultiple
    )
    waiting = django_filters.MultipleChoiceFilter(
        label=_("Waits for"),
        choices=_WAITING_CHOICES,
        method="filter_waiting",
        widget=forms.CheckboxSelectMultiple,
    )
    content_type = MultipleContentTypeFilter(
        label=_("Kind"), queryset=_kinds, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Edition
        fields: Sequence[str] = []

    def filter_waiting(self, editions: EditionQuerySet, name: str, chosen: Sequence[str]) -> EditionQuerySet:
        """Keep the editions that wait for any of *chosen*."""
        wanted = Q(waiting__in=[value for value in chosen if value != REVIEWER])
        if REVIEWER in chosen:
            wanted |= Q(pk__in=Edition.objects.waiting_for_reviewer())
        return editions.filter(wanted) if chosen else editions
