"""One object: its text's clearance and its three editions."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from translations.exceptions import StaleText, TranslationError
from translations.models import Clearance, Edition
from translations.operations import clearance
from translations.permissions import may_clear
from translations.segments.shapes import CorruptValue
from translations.tasks import prepare_editions
from translations.views.access import DeskPage
from translations.views.board import Cell
from translations.views.review import edit_buttons
from translations.views.subjects import load_subject
from translations.views.texts import LiveText, live_text, passages

_CLEARANCES_SHOWN = 20


class OverviewPage(DeskPage):
    """The page itself; a clearance that is refused shows it again."""

    template_name = "translations/overview/overview.html"

    @cached_property
    def key(self) -> tuple[int, int]:
        """Primary keys of the content type and the object in the address."""
        return self.kwargs["content_type_id"], self.kwargs["object_id"]

    @cached_property
    def subject(self) -> models.Model:
        """The object in the address."""
        return load_subject(*self.key)

    @property
    def overview_url(self) -> str:
        """Address of this page."""
        return reverse("translations:overview", args=self.key)

    @cached_property
    def text(self) -> LiveText:
        """The object's Vietnamese as it is now."""
        return live_text(self.subject)

    def get_page_title(self) -> str:
        """Return the object's title."""
        return str(self.subject)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": self.overview_url, "label": str(self.subject)}]

    def get_header_more_buttons(self) -> list[Button]:
        """Return the way to the Vietnamese, for those who may edit it."""
        return edit_buttons(self.request, self.subject)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the template shows. The uncleared text is for those who may clear it."""
        content_type_id, object_id = self.key
        editions = Edition.objects.filter(content_type_id=content_type_id, object_id=object_id)
        cleared = Clearance.objects.filter(
            source_version__content_type_id=content_type_id, source_version__object_id=object_id
        )
        is_live = clearance.is_live(self.subject)
        context: dict[str, Any] = super().get_context_data(
            kind=self.subject._meta.verbose_name,
            key=self.key,
            text=self.text,
            is_live=is_live,
            file_url=_file_url(self.subject),
            can_clear=is_live and may_clear(self.request.user, self.subject),
            cells=[
                Cell(edition)
                for edition in editions.with_counts().select_related("approved_by").order_by("language")
            ],
            clearances=cleared.select_related("person", "source_version").order_by("-pk")[:_CLEARANCES_SHOWN],
            **kwargs,
        )
        return context


def _file_url(subject: models.Model) -> str:
    """Return where the file of a picture or document can be seen; its words cannot be judged without it."""
    file: Any = getattr(subject, "file", None)
    return str(getattr(subject, "url", "") or file.url) if file else ""


class OverviewView(OverviewPage):
    """Reading the page."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the object's clearance and editions."""
        return self.page()


class ClearView(OverviewPage):
    """Confirming that the text on the screen may leave."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go where the confirmation is offered: a login in between leads here."""
        return redirect(self.overview_url)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Record the clearance and start the editions, or say why not."""
        try:
            self._clear()
        except PermissionDenied as refusal:
            return self._refused(HTTPStatus.FORBIDDEN, str(refusal))
        except StaleText as refusal:
            return self._refused(HTTPStatus.CONFLICT, str(refusal))
        except (TranslationError, CorruptValue) as refusal:
            return self._refused(HTTPStatus.UNPROCESSABLE_ENTITY, str(refusal))
        messages.success(request, _("The clearance is recorded, and the editions are being prepared."))
        return redirect(self.overview_url)

    def _clear(self) -> None:
        if self.text.problem:
            raise CorruptValue(self.text.problem)
        seen = self.request.POST.get("seen", "")
        clearance.confirm(instance=self.subject, seen=seen, person=self.request.user)
        prepare_editions.enqueue(*self.key)

    def _refused(self, status: HTTPStatus, sentence: str) -> HttpResponse:
        messages.error(self.request, sentence)
        return self.page(status)


class ClearedTextView(DeskPage):
    """The exact text that a person once cleared."""

    template_name = "translations/overview/cleared.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show who cleared what, and when."""
        return self.page()

    @cached_property
    def clearance(self) -> Clearance:
        """The clearance in the address."""
        found = Clearance.objects.select_related("person", "source_version__content_type")
        return get_object_or_404(found, pk=self.kwargs["clearance_id"])

    def get_page_title(self) -> str:
        """Return what the page is."""
        return _("Cleared text")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the clearance and its text."""
        version = self.clearance.source_version
        model = version.content_type.model_class()
        try:
            text = passages(model, version.data) if model is not None else []
        except CorruptValue:
            # The blocks were redefined since; the record itself stays.
            text = []
        shown = {"clearance": self.clearance, "version": version, "passages": text}
        context: dict[str, Any] = super().get_context_data(**shown, **kwargs)
        return context
