"""Where the desk meets Wagtail: its log entries, its clearance on publishing, its pages."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from translations.operations.clearance import clear
from translations.registry import is_translated


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name the desk's entries in the history of an object."""
    actions.register_action("translations.clear", _("Clear text"), _("Confirmed that the text may leave"))
    actions.register_action(
        "translations.publish_edition", _("Publish edition"), _("Approved a translated edition")
    )


@hooks.register("before_publish_page")
def record_clearance(request: HttpRequest, page: models.Model) -> None:
    """Keep the publisher's confirmation, which the editor's form has demanded."""
    if is_translated(page):
        clear(instance=page, person=request.user)
