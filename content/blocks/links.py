"""Blocks that lead somewhere: a page of this portal or another site."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class LinkBlock(blocks.StructBlock):
    """Words that lead to one place: a page here, or an address elsewhere."""

    text = blocks.CharBlock(label=_("Link text"), max_length=120)
    page = blocks.PageChooserBlock(required=False, label=_("Page of this portal"))
    url = blocks.URLBlock(required=False, label=_("Address elsewhere"))

    def clean(self, value: Any) -> Any:
        """Check that exactly one place is given.

        Raises:
            ValidationError: none is given, or both are.
        """
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("url")):
            raise ValidationError(_("Choose a page of this portal or write an address, one of the two."))
        return cleaned

    class Meta:
        icon = "link"
        label = _("Link")
        description = _("A line that leads to a page or another site.")
        template = "content/blocks/link.html"
        preview_value = {
            "text": "Thông tin tổng quan về khu công nghiệp",
            "page": None,
            "url": "https://example.org",
        }


class ButtonBlock(LinkBlock):
    """A link that asks the reader to act."""

    class Meta:
        icon = "pick"
        label = _("Button")
        description = _("A link that stands out, for the step a reader should take next.")
        template = "content/blocks/button.html"
        preview_value = {"text": "Liên hệ với chúng tôi", "page": None, "url": "https://example.org"}
