"""What the project app adds to Wagtail: the tables of departments."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.log_actions import LogActionRegistry

from cms.importing import urls
from cms.importing.access import kinds_of
from cms.importing.landing import ACTION
from cms.importing.views import TITLE
from cms.investment.kinds import InvestmentGroup


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name the imports of tables in the history of a page."""
    actions.register_action(ACTION, _("Import table"), _("Took over a row of a table"))


@hooks.register("register_admin_urls")
def register_table_urls() -> list[URLPattern | URLResolver]:
    """Put the tables below the admin's own address, behind its login."""
    return [path("tables/", include(urls))]


@hooks.register("register_admin_viewset")
def register_investment_lists() -> ViewSetGroup:
    """Give the investment department its own lists."""
    return InvestmentGroup()


@hooks.register("insert_global_admin_css")
def style_department_lists() -> SafeString:
    """Let marks in the lists be seen."""
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("cms/department.css"))


class TablesMenuItem(MenuItem):
    """The way to the tables, for those who may bring one."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may bring a table of some kind."""
        return bool(kinds_of(request.user))


@hooks.register("register_admin_menu_item")
def register_tables_menu_item() -> MenuItem:
    """Put the tables into the side bar, below the desk."""
    return TablesMenuItem(TITLE, reverse("tables:index"), name="tables", icon_name="table", order=160)
