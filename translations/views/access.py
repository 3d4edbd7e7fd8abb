"""Who gets to the desk's pages."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from translations.permissions import may_see_desk

BOARD_TITLE = _("Translation desk")


class DeskMixin(View):
    """A page for reviewers, publishers and those who clear texts; others are sent away."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Serve the page.

        Raises:
            PermissionDenied: the person has no part in the desk; Wagtail turns it into a message.
        """
        if not may_see_desk(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class DeskPage(DeskMixin, WagtailAdminTemplateMixin):
    """A page of the desk that lies below the board."""

    header_icon = "globe"

    def page(self, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
        """Return the page as it stands now."""
        response: HttpResponse = self.render_to_response(self.get_context_data(), status=status)
        return response

    @cached_property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home and the board; subclasses append their own place."""
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": reverse("translations:board"), "label": BOARD_TITLE},
        ]
