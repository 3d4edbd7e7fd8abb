"""A kind of page as a list in the admin, with the columns of the department's paper file."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button

from cms.importing.access import may_import, may_keep
from cms.investment.columns import AS_OF, EDITIONS, REVIEW_BY, ValueColumn
from cms.investment.filters import filters_for
from content.department_sheets.placing import below_directory
from content.models import DatedFigures, PortalPage
from content.sheet_kinds import NoSuchKind, SheetKind, sheet_kind
from translations.models import Edition


class DepartmentIndexView(IndexView):
    """The list of a kind; the number of queries does not depend on how many pages it shows."""

    sheet_kind: SheetKind | None = None
    default_ordering = "title_vi"

    def get_table(self, object_list: Iterable[Any]) -> Any:
        """Return the table, its pages with the states of their editions."""
        pages = list(object_list)
        states: dict[int, dict[str, str]] = {page.pk: {} for page in pages}
        content_type = ContentType.objects.get_for_model(self.model)
        found = Edition.objects.filter(content_type=content_type, object_id__in=states)
        for key, language, state in found.values_list("object_id", "language", "state"):
            states[key][language] = state
        for page in pages:
            page.edition_states = states[page.pk]
        return super().get_table(pages)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """The ways to the table of the kind, for those who may bring it."""
        buttons: list[Button] = list(super().header_more_buttons)
        kind = self.sheet_kind
        if kind is None or not may_import(self.request.user, kind):
            return buttons
        table = reverse("tables:export", args=[kind.name, "xlsx"])
        return [
            *buttons,
            Button(_("Upload table"), url=reverse("tables:upload", args=[kind.name]), icon_name="upload"),
            Button(_("Download as Excel"), url=table, icon_name="download"),
            Button(_("Download empty form"), url=f"{table}?empty", icon_name="doc-empty"),
        ]


class KeptMenuItem(MenuItem):
    """The way to a list, for those who keep pages of its kind."""

    kind = ""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may make pages of the kind, or edit the directory of them."""
        return may_keep(request.user, below_directory(self.kind)())


class DepartmentListing(PageListingViewSet):
    """Base of the department's lists. A subclass names its *model*, *name*, *figures* and *filters*.

    *name* is also the name of the kind's table, where it has one.
    """

    index_view_class = DepartmentIndexView
    model: type[PortalPage]
    figures: ClassVar[tuple[ValueColumn, ...]] = ()
    filters: ClassVar[tuple[str, ...]] = ()
    code_field: ClassVar[str] = "code"
    menu_item_class = KeptMenuItem
    list_per_page = 50

    @property
    def columns(self) -> list[Any]:
        """The code, the title, what the paper file has, and what became of the page."""
        dated = [AS_OF, REVIEW_BY] if issubclass(self.model, DatedFigures) else []
        return [
            BulkActionsColumn("bulk_actions"),
            ValueColumn("code", label=_("Code"), accessor=self.code_field, sort_key=self.code_field),
            PageTitleColumn("title", label=_("Title"), sort_key="title_vi", classname="title"),
            *self.figures,
            *dated,
            PageStatusColumn("status", label=_("Vietnamese"), sort_key="live"),
            EDITIONS,
            DateColumn(
                "latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"
            ),
        ]

    @cached_property
    def filterset_class(self) -> Any:
        """The filters of the kind."""
        return filters_for(self.model, self.filters)

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the kind's table to the view."""
        try:
            kind = sheet_kind(self.name)
        except NoSuchKind:
            kind = None
        found: dict[str, Any] = super().get_index_view_kwargs(**{"sheet_kind": kind, **kwargs})
        return found

    def get_menu_item(self, order: int | None = None) -> MenuItem:
        """Return the way to the list."""
        item = self.menu_item_class(
            self.menu_label, self.menu_url, name=self.menu_name, icon_name=self.menu_icon, order=order or 100
        )
        item.kind = self.model._meta.label_lower
        return item
