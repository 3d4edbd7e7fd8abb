"""Blocks of sector pages: what speaks for a sector, and its figures."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.blocks.text import INLINE_FEATURES
from content.blocks.values import AmountBlock, DayBlock
from content.formats import Period, Unit


class AdvantageBlock(blocks.StructBlock):
    """One thing that speaks for a sector here."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.RichTextBlock(required=False, features=list(INLINE_FEATURES), label=_("Text"))

    class Meta:
        icon = "pick"
        label = _("Advantage")
        description = _("One thing that speaks for this sector here, in a few sentences.")
        template = "content/blocks/advantage.html"
        preview_value = {
            "title": "Nghề dệt lâu đời",
            "text": "<p>Nhà máy tơ chạy bằng hơi nước có từ năm 1898.</p>",
        }


class AdvantagesBlock(blocks.StreamBlock):
    """What speaks for a sector."""

    advantage = AdvantageBlock()


class KeyFigureBlock(blocks.StructBlock):
    """A figure with its unit, its day and its source."""

    label = blocks.CharBlock(label=_("What it counts"), max_length=160)
    value = AmountBlock(label=_("Value"))
    unit = blocks.ChoiceBlock(choices=Unit.choices, default=Unit.COUNT, label=_("Unit"))
    as_of = DayBlock(
        required=False,
        label=_("As of"),
        help_text=_("Empty: the day that stands on the page. For a year or a month, its first day."),
    )
    period = blocks.ChoiceBlock(choices=Period.choices, default=Period.DAY, label=_("The day stands for"))
    source = blocks.CharBlock(
        required=False, label=_("Source"), max_length=255, help_text=_("Empty: the source of the page.")
    )
    url = blocks.URLBlock(required=False, label=_("Address of the source"))

    def clean(self, value: Any) -> Any:
        """Check that an address has the words that lead to it.

        Raises:
            ValidationError: there is an address and no source.
        """
        cleaned = super().clean(value)
        if cleaned.get("url") and not cleaned.get("source"):
            raise ValidationError(_("Name the source whose address you give."))
        return cleaned

    class Meta:
        icon = "order"
        label = _("Key figure")
        description = _("A figure with its unit, the day for which it holds, and its source.")
        template = "content/blocks/key_figure.html"
        preview_value = {
            "label": "Diện tích khu công nghiệp dệt may, giai đoạn 1",
            "value": "519.6",
            "unit": "area-hectare",
            "as_of": None,
            "period": "day",
            "source": "Thông tin công bố",
            "url": "",
        }


class KeyFiguresBlock(blocks.StreamBlock):
    """The figures of a sector."""

    figure = KeyFigureBlock()
