"""What a body and a list of sources are made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.blocks.figures import ChartBlock, FigureBlock
from content.blocks.links import ButtonBlock, LinkBlock
from content.blocks.media import DocumentBlock, ImageBlock, VideoBlock
from content.blocks.tables import TableBlock
from content.blocks.text import CalloutBlock, HeadingBlock, ListBlock, ParagraphBlock, QuoteBlock


class BodyBlock(blocks.StreamBlock):
    """The body of a page."""

    heading = HeadingBlock(group=_("Text"))
    paragraph = ParagraphBlock(group=_("Text"))
    list = ListBlock(group=_("Text"))
    quote = QuoteBlock(group=_("Text"))
    callout = CalloutBlock(group=_("Text"))
    table = TableBlock(group=_("Text"))
    figures = FigureBlock(group=_("Figures"))
    chart = ChartBlock(group=_("Figures"))
    image = ImageBlock(group=_("Media"))
    video = VideoBlock(group=_("Media"))
    document = DocumentBlock(group=_("Media"))
    button = ButtonBlock(group=_("Links"))
    link = LinkBlock(group=_("Links"))


class SourceBlock(blocks.StructBlock):
    """Where a fact comes from."""

    label = blocks.CharBlock(required=False, label=_("Description"), max_length=300)
    url = blocks.URLBlock(required=False, label=_("Address"))

    class Meta:
        icon = "link-external"
        label = _("Source")
        description = _("A source of the facts on this page.")
        template = "content/blocks/source.html"
        preview_value = {"label": "Quyết định số 88/QĐ-TTg", "url": "https://example.org"}


class SourcesBlock(blocks.StreamBlock):
    """The sources of an article."""

    source = SourceBlock()
