"""The editor's form of a park, in the order of the department's paper file."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


PARK_PANELS: tuple[Panel, ...] = (
    MultiFieldPanel(
        [_row("code", "park_kind", "status"), _row("developer_vi", "established")], heading=_("The park")
    ),
    InlinePanel("decisions", heading=_("Legal decisions"), label=_("Legal decision")),
    MultiFieldPanel(
        [_row("planned_area", "total_area"), _row("leasable_area", "leased_area")],
        heading=_("Land (hectares)"),
        help_text=_("Available area and occupancy are computed. Leave empty what is not known."),
    ),
    MultiFieldPanel([_row("term_from", "term_to", "term_years")], heading=_("Term")),
    MultiFieldPanel(
        [
            _row("price_low", "price_high", "price_currency", "price_basis"),
            _row("fee", "fee_currency", "fee_basis"),
        ],
        heading=_("Prices"),
    ),
    MultiFieldPanel(
        [_row("power", "power_unit"), _row("water", "wastewater"), _row("gas", "telecom")],
        heading=_("Supplies"),
    ),
    InlinePanel("sectors", heading=_("Permitted sectors"), label=_("Permitted sector")),
    MultiFieldPanel(
        [
            FieldPanel("measured_from_vi"),
            InlinePanel("distances", heading=_("Distances"), label=_("Distance")),
            _row("map_x", "map_y"),
            _row("latitude", "longitude"),
        ],
        heading=_("Where it lies"),
    ),
    InlinePanel("documents", heading=_("Documents"), label=_("Document")),
    FieldPanel("contact"),
)
