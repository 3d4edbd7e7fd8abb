"""The publisher's page in the admin."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin.auth import permission_required

from deploy.models import Release
from deploy.tasks import publish_portal

_SHOWN = 20


@method_decorator(permission_required("deploy.publish_site"), name="dispatch")
class ReleasesView(View):
    """The last releases, and the button that starts one."""

    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """List the releases."""
        context: dict[str, Any] = {
            "releases": Release.objects.select_related("person")[:_SHOWN],
            "page_title": gettext_lazy("Publish the portal"),
            "header_icon": "upload",
        }
        return TemplateResponse(request, "deploy/releases.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Start a release in the background."""
        publish_portal.enqueue(request.user.pk)
        messages.success(request, _("Publishing has started. Reload this page to see how it goes."))
        return redirect("releases")
