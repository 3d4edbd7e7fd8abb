"""Which pages have figures to review."""

from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import DateField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from content.models import DatedFigures, PortalPage

SOON_DAYS = 30
"""A reminder comes so many days before the day of review."""


def kinds() -> list[type[DatedFigures]]:
    """Return the kinds of page that carry dated figures."""
    return sorted(
        (model for model in apps.get_models() if issubclass(model, DatedFigures)),
        key=lambda model: model._meta.label_lower,
    )


def dated_pages() -> QuerySet[Any]:
    """Return the live pages with figures, aliases apart, with their ``as_of`` and ``review_by``."""
    dates = {name: _of_any_kind(name) for name in ("as_of", "review_by")}
    pages: QuerySet[Any] = PortalPage.objects.live().filter(alias_of=None)
    dated: QuerySet[Any] = pages.annotate(**dates).select_related("agency")
    return dated


def to_review(*, before: date) -> QuerySet[Any]:
    """Return those of `dated_pages` that are to be reviewed before a day, the longest due first."""
    return dated_pages().filter(review_by__lt=before).order_by("review_by", "pk")


def _of_any_kind(name: str) -> Coalesce:
    of_kinds = (Subquery(kind._base_manager.filter(pk=OuterRef("pk")).values(name)[:1]) for kind in kinds())
    return Coalesce(*of_kinds, Value(None), Value(None), output_field=DateField())
