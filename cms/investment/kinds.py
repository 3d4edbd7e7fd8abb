"""The lists of the department that keeps the investment data."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from cms.investment.columns import ValueColumn
from cms.investment.listing import DepartmentListing
from content.models import (
    CostPage,
    IncentivePage,
    IndicatorPage,
    ParkPage,
    ProcedurePage,
    ProjectPage,
    SectorPage,
)


class ParkListing(DepartmentListing):
    """The industrial parks, clusters and economic zones."""

    name = "parks"
    model = ParkPage
    icon = "site"
    menu_label = _("Industrial parks")
    figures = (
        ValueColumn("park_kind", label=_("Kind"), sort_key="park_kind"),
        ValueColumn("status", label=_("Status of the park"), sort_key="status"),
        ValueColumn("total_area", label=_("Total area (ha)"), sort_key="total_area"),
        ValueColumn("available_area", label=_("Available (ha)")),
        ValueColumn("occupancy", label=_("Occupancy (%)")),
    )
    filters = ("park_kind", "status")


class ProjectListing(DepartmentListing):
    """The projects calling for investment."""

    name = "projects"
    model = ProjectPage
    icon = "folder-open-inverse"
    menu_label = _("Projects")
    figures = (
        ValueColumn("status", label=_("Status of the project"), sort_key="status"),
        ValueColumn("land_area", label=_("Land area (ha)"), sort_key="land_area"),
        ValueColumn("capital_from", label=_("Capital from"), sort_key="capital_from"),
        ValueColumn("currency", label=_("Currency")),
        ValueColumn("called_until", label=_("Called for until"), sort_key="called_until"),
    )
    filters = ("status", "form")


class IncentiveListing(DepartmentListing):
    """The incentives."""

    name = "incentives"
    model = IncentivePage
    icon = "pick"
    menu_label = _("Incentives")
    figures = (
        ValueColumn("kind", label=_("Kind"), sort_key="kind"),
        ValueColumn("rate", label=_("Rate (%)"), sort_key="rate"),
        ValueColumn("valid_to", label=_("Valid to"), sort_key="valid_to"),
    )
    filters = ("kind",)


class ProcedureListing(DepartmentListing):
    """The procedures."""

    name = "procedures"
    model = ProcedurePage
    icon = "list-ol"
    menu_label = _("Procedures")
    figures = (ValueColumn("stage", label=_("Stage"), sort_key="stage"),)
    filters = ("stage",)


class IndicatorListing(DepartmentListing):
    """The indicators."""

    name = "indicators"
    model = IndicatorPage
    icon = "history"
    menu_label = _("Indicators")
    code_field = "slug"
    figures = (
        ValueColumn("unit", label=_("Unit"), sort_key="unit"),
        ValueColumn("period", label=_("A value stands for"), sort_key="period"),
    )
    filters = ("unit", "period")


class CostListing(DepartmentListing):
    """The costs of doing business, a page for each year."""

    name = "costs"
    model = CostPage
    icon = "order"
    menu_label = _("Costs of doing business")
    code_field = "slug"
    figures = (ValueColumn("year", label=_("Year"), sort_key="year"),)


class SectorListing(DepartmentListing):
    """The sectors."""

    name = "sectors"
    model = SectorPage
    icon = "tag"
    menu_label = _("Sectors")
    code_field = "slug"


class InvestmentGroup(ViewSetGroup):
    """All of them, under one entry of the side bar."""

    menu_label = _("Investment")
    menu_name = "investment"
    menu_icon = "order-down"
    menu_order = 155
    items = (
        ParkListing("parks"),
        ProjectListing("projects"),
        IncentiveListing("incentives"),
        ProcedureListing("procedures"),
        IndicatorListing("indicators"),
        CostListing("costs"),
        SectorListing("sectors"),
    )
