"""The steps of an administrative procedure."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from content import law_numbers
from content.blocks.values import AmountBlock
from content.formats import DOLLAR, DONG


class StepBlock(blocks.StructBlock):
    """One step: what is done, by whom, on which legal basis, with which papers, how long, for how much."""

    title = blocks.CharBlock(label=_("Step"), max_length=200)
    note = blocks.TextBlock(required=False, label=_("Note"), rows=2)
    authority = blocks.CharBlock(required=False, label=_("Authority"), max_length=200)
    law = SnippetChooserBlock("content.LegalDocument", required=False, label=_("Legal document"))
    law_number = blocks.RegexBlock(
        regex=law_numbers.PATTERN,
        error_messages={"invalid": law_numbers.ADVICE},
        required=False,
        label=_("or its number"),
        help_text=_("For a document that is not in the list of legal documents."),
    )
    papers = blocks.ListBlock(blocks.CharBlock(max_length=200), default=[], label=_("Papers"))
    days = blocks.IntegerBlock(required=False, min_value=0, label=_("Working days"))
    fee = AmountBlock(required=False, min_value=0, label=_("Fee"), help_text=_("0 means: no fee."))
    currency = blocks.ChoiceBlock(choices=[(DONG, DONG), (DOLLAR, DOLLAR)], default=DONG, label=_("Currency"))
    where = blocks.CharBlock(required=False, label=_("Where to file"), max_length=200)
    url = blocks.URLBlock(required=False, label=_("Address for filing online"))

    def clean(self, value: Any) -> Any:
        """Check that the law is named once.

        Raises:
            ValidationError: a document is chosen, and a number is written too.
        """
        cleaned = super().clean(value)
        if cleaned.get("law") and cleaned.get("law_number"):
            raise ValidationError(_("Choose a legal document or write its number, one of the two."))
        return cleaned

    class Meta:
        icon = "list-ol"
        label = _("Step")
        description = _("One step of a procedure, with authority, papers, days and fee.")
        template = "content/blocks/step.html"
        preview_value = {
            "title": "Đề nghị cấp Giấy chứng nhận đăng ký đầu tư",
            "note": "",
            "authority": "Sở Tài chính",
            "law": None,
            "law_number": "143/2025/QH15",
            "papers": ["Văn bản đề nghị thực hiện dự án"],
            "days": None,
            "fee": None,
            "currency": "VND",
            "where": "",
            "url": "",
        }


class StepsBlock(blocks.StreamBlock):
    """The steps of a procedure, in their order."""

    step = StepBlock()
