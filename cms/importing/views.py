"""The way of a table in the admin: upload, report, confirmation, result."""

import io
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.importing import operations
from cms.importing.access import kinds_of, may_import
from cms.importing.forms import ConfirmForm, UploadForm
from cms.importing.report import LANDING, Outcome, Said
from cms.models import ImportState, SheetImport
from cms.tasks import import_rows
from content.sheet_kinds import NoSuchKind, SheetKind, sheet_kind
from content.sheets.sentences import BadSheet

TITLE = _("Tables")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_A_PAGE = 100
_RECENT = 20


def kind_for(person: Any, name: str) -> SheetKind:
    """Return a kind that *person* may import.

    Raises:
        Http404: there is no such kind.
        PermissionDenied: it is another department's.
    """
    try:
        kind = sheet_kind(name)
    except NoSuchKind as error:
        raise Http404(str(error)) from error
    if not may_import(person, kind):
        raise PermissionDenied
    return kind


def job_for(person: Any, import_id: int) -> SheetImport:
    """Return an import of *person*; administrators see everybody's.

    Raises:
        Http404: there is none that the person may see.
    """
    job: SheetImport = get_object_or_404(SheetImport, pk=import_id)
    if job.person_id != person.pk and not person.is_superuser:
        raise Http404
    return job


_SECONDS_BETWEEN_LOOKS = "5"


class TablesPage(WagtailAdminTemplateMixin, TemplateView):
    """A page about tables, below the first one of them."""

    header_icon = "table"

    @cached_property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home and the list of tables; subclasses stand below."""
        items = [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": reverse("tables:index"), "label": TITLE},
        ]
        return [*items, {"url": "", "label": self.get_page_title()}]


class IndexView(TablesPage):
    """The tables that a person may bring, and those brought lately."""

    page_title = TITLE
    template_name = "cms/importing/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the person's kinds and imports."""
        recent = SheetImport.objects.filter(person_id=self.request.user.pk).defer("content", "rows", "unread")
        return super().get_context_data(**kwargs, kinds=kinds_of(self.request.user), recent=recent[:_RECENT])


class UploadView(TablesPage):
    """Takes a file, and leads to its report."""

    template_name = "cms/importing/upload.html"

    @cached_property
    def kind(self) -> SheetKind:
        """The kind of the address."""
        return kind_for(self.request.user, self.kwargs["kind"])

    def get_page_title(self) -> str:
        """Return the heading of the kind."""
        return str(self.kind.heading)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the form, with what was said of the file."""
        return super().get_context_data(**{"kind": self.kind, "form": UploadForm(), **kwargs})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep the file with its report; one that cannot be read is named and not kept."""
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            table = form.cleaned_data["table"]
            try:
                job = operations.preview(
                    kind=self.kind, content=table.read(), file_name=table.name, person=request.user
                )
            except BadSheet as error:
                form.add_error("table", str(Said.of(error.sentence)))
            else:
                return redirect("tables:report", job.pk)
        context = self.get_context_data(form=form)
        return self.render_to_response(context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


class ReportView(TablesPage):
    """What each row would do, or did. The rows are divided into pages, and by outcome."""

    template_name = "cms/importing/report.html"

    @cached_property
    def job(self) -> SheetImport:
        """The import of the address."""
        return job_for(self.request.user, self.kwargs["import_id"])

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Return the page; it comes again by itself while rows are landing."""
        response = super().render_to_response(context, **kwargs)
        if self.job.is_under_way:
            response.headers["Refresh"] = _SECONDS_BETWEEN_LOOKS
        return response

    def get_page_title(self) -> str:
        """Return what the file is called."""
        return self.job.file_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return a page of the report, and the form where the rows have not landed."""
        rows = operations.report_of(self.job)
        outcome = self.request.GET.get("outcome", "")
        shown = [row for row in rows if row.outcome.value == outcome] if outcome in Outcome.values else rows
        waits = self.job.state == ImportState.PREVIEWED
        lands = sum(row.outcome in LANDING for row in rows)
        return super().get_context_data(
            **{
                "job": self.job,
                "kind": sheet_kind(self.job.kind),
                "outcomes": self._outcomes(operations.summary_of(rows)),
                "outcome": outcome,
                "total": len(rows),
                "published": operations.summary_of(rows)["published"],
                "page": Paginator(shown, ROWS_A_PAGE).get_page(self.request.GET.get("p")),
                "unread": operations.remarks_of(self.job),
                "lands": lands,
                "form": ConfirmForm() if waits and lands else None,
                **kwargs,
            }
        )

    @staticmethod
    def _outcomes(summary: dict[str, int]) -> list[tuple[str, str, int]]:
        return [(one.value, str(one.label), summary[one.value]) for one in Outcome]


class ConfirmView(View):
    """Lets the rows of a report land."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, import_id: int) -> HttpResponse:
        """Queue the import, and lead back to its report, which tells how far it is."""
        job = job_for(request.user, import_id)
        kind_for(request.user, job.kind)
        form = ConfirmForm(request.POST)
        if not form.is_valid():
            return HttpResponse(
                gettext("Choose what shall become of the rows."), status=HTTPStatus.BAD_REQUEST
            )
        confirmed = operations.confirm(
            import_id=job.pk,
            publishes=form.publishes,
            clearance_confirmed=form.cleaned_data["clearance_confirmed"],
        )
        if confirmed:
            import_rows.enqueue(job.pk)
        return redirect("tables:report", job.pk)


class TakeUpView(View):
    """Goes on with an import whose process is gone."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, import_id: int) -> HttpResponse:
        """Queue it again, unless somebody works on it."""
        job = job_for(request.user, import_id)
        if operations.take_up(import_id=job.pk):
            import_rows.enqueue(job.pk)
        return redirect("tables:report", job.pk)


class ResultView(View):
    """The rows of an import as a workbook, each with what became of it."""

    def get(self, request: HttpRequest, import_id: int) -> HttpResponse:
        """Return the workbook."""
        job = job_for(request.user, import_id)
        file = io.BytesIO()
        operations.write_result(job=job, file=file)
        return _download(file, f"{job.kind}-{job.pk}.xlsx", EXCEL)


class ExportView(View):
    """The pages of a kind as a table, or an empty one to fill in."""

    def get(self, request: HttpRequest, kind: str, form: str) -> HttpResponse:
        """Return a workbook or CSV."""
        found = kind_for(request.user, kind)
        file = io.BytesIO()
        operations.export(kind=found, file=file, as_csv=form == "csv", empty="empty" in request.GET)
        return _download(file, f"{kind}.{form}", "text/csv; charset=utf-8" if form == "csv" else EXCEL)


def _download(file: io.BytesIO, name: str, content_type: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(file.getvalue(), content_type=content_type, headers=headers)
