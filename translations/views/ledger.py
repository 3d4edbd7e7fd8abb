"""The ledger: every request that left, under whose clearance, and what it cost."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from translations.models import EngineRequest
from translations.views.access import DeskPage
from translations.views.machine import MACHINE_TITLE
from translations.views.subjects import load_subjects

LEDGER_TITLE = gettext_lazy("Requests to engines")
_REQUESTS_A_PAGE = 100


@dataclass(frozen=True)
class LedgerRow:
    """A request and the title of its object."""

    request: EngineRequest
    title: str


class Ledger(DeskPage):
    """A page of the record, the newest first."""

    template_name = "translations/machine/ledger.html"
    page_title = LEDGER_TITLE
    header_icon = "history"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show it."""
        return self.page()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translations:machine"), "label": MACHINE_TITLE},
            {"url": reverse("translations:ledger"), "label": LEDGER_TITLE},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return one page of the record."""
        requests = EngineRequest.objects.select_related(
            "edition", "agency", "requested_by", "clearance__source_version", "clearance__person"
        ).order_by("-sent_at", "-pk")
        page = Paginator(requests, _REQUESTS_A_PAGE).get_page(self.request.GET.get("p"))
        context: dict[str, Any] = super().get_context_data(rows=_rows(page), page=page, **kwargs)
        return context


def _rows(requests: Iterable[EngineRequest]) -> list[LedgerRow]:
    found = [(request, request.clearance.source_version) for request in requests]
    subjects = load_subjects({(source.content_type_id, source.object_id) for _request, source in found})
    return [
        LedgerRow(request, str(subjects.get((source.content_type_id, source.object_id), _("(deleted)"))))
        for request, source in found
    ]
