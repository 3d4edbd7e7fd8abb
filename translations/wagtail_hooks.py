"""Where the desk meets Wagtail: its log entries, its clearance on publishing, its pages."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from translations import urls
from translations.operations.clearance import clear_for_publication
from translations.permissions import may_see_desk
from translations.registry import is_translated
from translations.signal_handlers import follow_published
from translations.views.access import BOARD_TITLE
from translations.views.home import WaitingPanel
from translations.views.measures import MEASURES_TITLE
from translations.views.terms import TermViewSet

register_snippet(TermViewSet)


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
        for part in clear_for_publication(instance=page, person=request.user):
            follow_published(type(part), part)


@hooks.register("register_admin_urls")
def register_desk_urls() -> list[URLPattern | URLResolver]:
    """Put the desk below the admin's own address, behind its login."""
    return [path("translations/", include(urls))]


class DeskMenuItem(MenuItem):
    """The way to the board, for those who have a part in the desk."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may see the board."""
        return may_see_desk(request.user)


@hooks.register("register_admin_menu_item")
def register_desk_menu_item() -> MenuItem:
    """Put the board into the side bar, below the pages."""
    return DeskMenuItem(
        BOARD_TITLE, reverse("translations:board"), name="translations", icon_name="globe", order=150
    )


@hooks.register("register_admin_menu_item")
def register_measures_menu_item() -> MenuItem:
    """Put the desk's figures below the board."""
    return DeskMenuItem(
        MEASURES_TITLE,
        reverse("translations:measures"),
        name="translation-measures",
        icon_name="order",
        order=151,
    )


@hooks.register("construct_homepage_panels")
def show_what_waits(request: HttpRequest, panels: list[Component]) -> None:
    """Begin a person's first page with their work on the desk."""
    panels.append(WaitingPanel())


@hooks.register("register_page_header_buttons")
def link_to_editions(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Lead from a page's editor and listing to its editions."""
    if not page.is_root() and is_translated(page) and may_see_desk(user):
        url = reverse("translations:overview", args=[page.content_type_id, page.pk])
        yield Button(_("Translations"), url=url, icon_name="globe", priority=68)
