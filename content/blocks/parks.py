"""A table of parks inside a text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

# What the table can show, by the names of `content.parks.attributes`.
PARK_COLUMNS = (
    ("status", _("Status")),
    ("total_area", _("Total area")),
    ("leasable_area", _("Leasable area")),
    ("available_area", _("Available area")),
    ("occupancy", _("Occupancy")),
    ("price", _("Price")),
    ("term", _("Term")),
    ("as_of", _("As of")),
)
_FIRST = ["status", "total_area", "available_area", "occupancy", "as_of"]


class ParkTableBlock(blocks.StructBlock):
    """Parks with their present values: no figure is typed here."""

    heading = blocks.CharBlock(required=False, label=_("Heading of the table"), max_length=200)
    parks = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="content.ParkPage", label=_("Park")),
        default=[],
        label=_("Parks"),
        help_text=_("All parks that are public, where none is chosen."),
    )
    columns = blocks.MultipleChoiceBlock(choices=PARK_COLUMNS, default=_FIRST, label=_("Columns"))

    class Meta:
        icon = "table"
        label = _("Table of parks")
        description = _(
            "Industrial parks with figures of your choice, always as they stand on their own pages."
        )
        template = "content/blocks/parks.html"
        preview_template = "content/blocks/parks_preview.html"
        preview_value: dict[str, Any] = {"heading": "Các khu công nghiệp", "parks": [], "columns": _FIRST}
