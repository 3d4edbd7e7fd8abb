"""The lists of the department that keeps the investment data."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from cms.investment.listing import DepartmentListing
from content.models import SectorPage


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
    items = (SectorListing("sectors"),)
