"""Blocks of running text."""

from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.richtext import public_html

INLINE_FEATURES = ("bold", "italic", "link", "document-link", "superscript", "subscript")


class HeadingBlock(blocks.StructBlock):
    """A heading inside the body; the page's title is the only h1."""

    text = blocks.CharBlock(label=_("Heading"), max_length=200)
    level = blocks.ChoiceBlock(
        choices=[("h2", _("Heading")), ("h3", _("Sub-heading"))], default="h2", label=_("Level")
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A heading or sub-heading that divides the text.")
        preview_value = {"text": "Chùa Phổ Minh và ngọn tháp 14 tầng", "level": "h2"}

    # Most blocks are headings and paragraphs; a template for each would be half of a bake's work.
    def render(self, value: Any, context: Mapping[str, Any] | None = None) -> SafeString:
        """Return the heading, with the anchor that the context gives it; nothing without words."""
        text = value.get("text")
        if not text:
            return SafeString("")
        tag = "h3" if value.get("level") == "h3" else "h2"
        anchor = (context or {}).get("anchor")
        mark = format_html(' id="{}"', anchor) if anchor else ""
        return format_html("<{0}{1}>{2}</{0}>\n", SafeString(tag), mark, text)


class ParagraphBlock(blocks.RichTextBlock):
    """Running text; lists, quotes and tables have blocks of their own."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", list(INLINE_FEATURES))
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("One or more paragraphs with bold, italic and links.")
        preview_value = "<p>Khu di tích thờ <b>14 vị vua Trần</b> cùng gia quyến.</p>"

    def render(self, value: Any, context: Mapping[str, Any] | None = None) -> SafeString:
        """Return the paragraphs as safe HTML."""
        return SafeString(public_html(value) + "\n")


class ListBlock(blocks.StructBlock):
    """A bulleted or numbered list."""

    style = blocks.ChoiceBlock(
        choices=[("bulleted", _("Bulleted")), ("ordered", _("Numbered"))],
        default="bulleted",
        label=_("Style"),
    )
    items = blocks.ListBlock(blocks.RichTextBlock(features=list(INLINE_FEATURES)), label=_("Items"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        description = _("A bulleted or numbered list.")
        template = "content/blocks/list.html"
        preview_value = {"style": "bulleted", "items": ["<p>đền Thiên Trường</p>", "<p>đền Cố Trạch</p>"]}


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with who said them."""

    text = blocks.TextBlock(label=_("Quotation"))
    attribution = blocks.CharBlock(required=False, label=_("Said by"), max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Words of a person or a saying, with their source.")
        template = "content/blocks/quote.html"
        preview_value = {"text": "Cây có cội, nước có nguồn.", "attribution": "Tục ngữ"}


class CalloutBlock(blocks.StructBlock):
    """A note that stands apart from the text."""

    tone = blocks.ChoiceBlock(
        choices=[("note", _("Note")), ("important", _("Important"))], default="note", label=_("Tone")
    )
    title = blocks.CharBlock(required=False, label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(features=list(INLINE_FEATURES), label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Call-out")
        description = _("A short note or warning in a box.")
        template = "content/blocks/callout.html"
        preview_value = {"tone": "note", "title": "Lưu ý", "text": "<p>Giờ mở cửa có thể thay đổi.</p>"}
