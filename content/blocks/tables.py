"""The table block."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from content.blocks.text import INLINE_FEATURES


class TableBlock(TypedTableBlock):
    """A table of text cells under column headings."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            [("text", blocks.RichTextBlock(features=list(INLINE_FEATURES), label=_("Text")))], **kwargs
        )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A table with column headings and an optional caption.")
        template = "content/blocks/table.html"
