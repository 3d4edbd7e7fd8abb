"""The report of pages that rest on legal documents which are no longer in force."""

from collections.abc import Mapping, Sequence
from typing import Any

import django_filters  # type: ignore[import-untyped]  # it ships no types
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.reports import PageReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from content import formats
from content.investing.outdated import pages_on_gone_laws
from content.models import Agency, LegalDocument, PortalPage
from media.multilingual import SOURCE_LANGUAGE

TITLE = _("Laws no longer in force")


class LawFilters(WagtailFilterSet):
    """By the agency that keeps the page."""

    agency = django_filters.ModelChoiceFilter(queryset=Agency.objects.all(), label=_("Agency"))

    class Meta:
        model = PortalPage
        fields = ["agency"]


class LawReport(PageReportView):
    """Every page that names a document which ended or was superseded; for whoever may edit pages."""

    page_title = TITLE
    header_icon = "warning"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    index_url_name = "laws_no_longer_in_force"
    index_results_url_name = "laws_no_longer_in_force_results"
    filterset_class = LawFilters
    default_ordering = "pk"
    any_permission_required: Sequence[str] = ["add", "change", "publish"]
    columns: Sequence[BaseColumn] = [
        TitleColumn(
            "title_vi",
            label=_("Page"),
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ),
        Column("kind", label=_("Kind"), accessor=lambda page: page.cached_content_type.name),
        Column("agency", label=_("Agency")),
        Column("gone_laws", label=_("Legal documents")),
    ]
    list_export: Sequence[str] = ["title_vi", "agency"]
    export_headings: Mapping[str, Any] = {"title_vi": _("Page"), "agency": _("Agency")}

    def get_queryset(self) -> QuerySet[Any]:
        """Return the pages, live or not: a draft will be published one day."""
        named = pages_on_gone_laws(localdate())
        pages: QuerySet[Any] = PortalPage.objects.filter(pk__in=named, alias_of=None)
        self.queryset = pages.select_related("agency").order_by("pk")
        found: QuerySet[Any] = super().get_queryset()
        return found

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Say of each page on which documents it rests, and what became of them."""
        named = pages_on_gone_laws(localdate())
        for page in object_list:
            page.gone_laws = "; ".join(map(described, named[page.pk]))
        return object_list


def described(document: LegalDocument) -> str:
    """Return a document with the day on which it ended, and what superseded it, in one line."""
    parts = [document.number]
    if document.effective_to:
        day = formats.long_date(document.effective_to, SOURCE_LANGUAGE)
        parts.append(gettext("in force until %(day)s") % {"day": day})
    if document.superseded_by:
        parts.append(gettext("superseded by %(number)s") % {"number": document.superseded_by.number})
    return ", ".join(parts)


def may_see(request: HttpRequest) -> bool:
    """Whether the person works on pages."""
    policy = PagePermissionPolicy()
    return bool(policy.user_has_any_permission(request.user, LawReport.any_permission_required))
