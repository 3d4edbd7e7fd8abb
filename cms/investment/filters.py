"""What the department's listings can be narrowed by."""

from typing import Any

from django.db import models
from django.forms import RadioSelect
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django_filters.filters import (  # type: ignore[import-untyped]  # comes with Wagtail, without types too
    ChoiceFilter,
    ModelChoiceFilter,
)
from wagtail.admin.filters import WagtailFilterSet

from content.models import Agency, DatedFigures, PortalPage

DUE, FRESH, UNDATED = "due", "fresh", "undated"


class FreshnessFilter(ChoiceFilter):
    """Whether figures are past their review."""

    def filter(self, queryset: models.QuerySet[Any], value: str) -> models.QuerySet[Any]:
        """Return the pages of the chosen state."""
        today = localdate()
        if value == DUE:
            return queryset.filter(review_by__lt=today)
        if value == FRESH:
            return queryset.filter(review_by__gte=today)
        return queryset.filter(review_by=None) if value == UNDATED else queryset


def filters_for(kind: type[PortalPage], fields: tuple[str, ...]) -> type[WagtailFilterSet]:
    """Return the filters of a kind: its agency, *fields* of choices, and the freshness of its figures."""
    parts: dict[str, Any] = {
        "agency": ModelChoiceFilter(queryset=Agency.objects.all(), label=_("Agency")),
        "live": ChoiceFilter(
            choices=[("True", _("published")), ("False", _("draft"))],
            label=_("Status"),
            empty_label=_("all"),
            widget=RadioSelect,
        ),
        "Meta": type("Meta", (), {"model": kind, "fields": list(fields)}),
    }
    if issubclass(kind, DatedFigures):
        parts["freshness"] = FreshnessFilter(
            label=_("Figures"),
            choices=[
                (DUE, _("await review")),
                (FRESH, _("reviewed")),
                (UNDATED, _("without a day of review")),
            ],
            empty_label=_("all"),
            widget=RadioSelect,
        )
    return type(f"{kind.__name__}Filters", (WagtailFilterSet,), parts)
