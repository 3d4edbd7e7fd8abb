"""A block that shows what takes place next."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

MOST = 6


class EventsBlock(blocks.StructBlock):
    """The next events, wherever their pages stand."""

    heading = blocks.CharBlock(required=False, label=_("Heading"), max_length=120)
    count = blocks.IntegerBlock(label=_("How many"), min_value=1, max_value=MOST, default=3)

    class Meta:
        icon = "date"
        label = _("Coming events")
        description = _(
            "The events that come next, with their days. Those that are over leave it by themselves."
        )
        template = "content/blocks/events.html"
        # There is no site around a block in the picker to ask for its events.
        preview_template = "content/blocks/events_preview.html"
        preview_value = {"heading": "Sắp diễn ra", "count": 3}
