"""The report of figures to review, and its panel on the first page of the admin."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import django_filters  # type: ignore[import-untyped]  # it ships no types
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.reports import PageReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from content import formats
from content.freshness.due import SOON_DAYS, dated_pages, to_review
from content.models import Agency, PortalPage
from media.multilingual import SOURCE_LANGUAGE

TITLE = _("Figures to review")
OVERDUE, SOON = "overdue", "soon"


class ReviewFilters(WagtailFilterSet):
    """By agency, and by how near the day of review is."""

    agency = django_filters.ModelChoiceFilter(queryset=Agency.objects.all(), label=_("Agency"))
    due = django_filters.ChoiceFilter(
        label=_("To be reviewed"),
        choices=[(OVERDUE, _("overdue")), (SOON, _("within thirty days"))],
        method="filter_due",
    )

    class Meta:
        model = PortalPage
        fields = ["agency", "due"]

    def filter_due(self, pages: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Keep what is overdue, or what will be soon."""
        today = localdate()
        if value == OVERDUE:
            return pages.filter(review_by__lt=today)
        return pages.filter(review_by__gte=today, review_by__lt=today + timedelta(days=SOON_DAYS))


def _day(name: str) -> Any:
    def words(page: Any) -> str:
        value = getattr(page, name)
        return formats.long_date(value, SOURCE_LANGUAGE) if value else "–"

    return words


class ReviewReport(PageReportView):
    """Every page with figures, the longest overdue first; for whoever may edit pages."""

    page_title = TITLE
    header_icon = "date"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    index_url_name = "figures_to_review"
    index_results_url_name = "figures_to_review_results"
    filterset_class = ReviewFilters
    default_ordering = "review_by"
    any_permission_required: Sequence[str] = ["add", "change", "publish"]
    columns: Sequence[BaseColumn] = [
        TitleColumn(
            "title_vi",
            label=_("Page"),
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ),
        Column("agency", label=_("Agency")),
        Column("as_of", label=_("As of"), accessor=_day("as_of")),
        Column("review_by", label=_("Review by"), accessor=_day("review_by")),
    ]
    list_export: Sequence[str] = ["title_vi", "agency", "as_of", "review_by"]
    export_headings: Mapping[str, Any] = {
        "title_vi": _("Page"),
        "agency": _("Agency"),
        "as_of": _("As of"),
        "review_by": _("Review by"),
    }

    def get_queryset(self) -> QuerySet[Any]:
        """Return the pages with figures that have a day of review."""
        self.queryset = dated_pages().filter(review_by__isnull=False).order_by("review_by", "pk")
        found: QuerySet[Any] = super().get_queryset()
        return found


class ReviewPanel(Component):
    """Says how many figures wait; nothing where none does, or to whom pages are no business."""

    name = "figures_to_review"
    template_name = "content_admin/review_panel.html"
    order = 60

    def get_context_data(self, parent_context: Any) -> Mapping[str, Any]:
        """Return the counts, and where the report is."""
        request: HttpRequest = parent_context["request"]
        if not may_see(request):
            return {"overdue": 0, "soon": 0}
        today = localdate()
        overdue = to_review(before=today).count()
        soon = to_review(before=today + timedelta(days=SOON_DAYS)).count() - overdue
        return {"overdue": overdue, "soon": soon, "url": reverse("figures_to_review")}


def may_see(request: HttpRequest) -> bool:
    """Whether the person works on pages."""
    policy = PagePermissionPolicy()
    return bool(policy.user_has_any_permission(request.user, ReviewReport.any_permission_required))
