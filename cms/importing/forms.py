"""What a person says about a table: the file, and what shall become of its rows."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from content.sheets.files import MOST_BYTES

DRAFTS, PUBLISH = "drafts", "publish"


class UploadForm(forms.Form):
    """The file of a table."""

    table = forms.FileField(
        label=_("Table"),
        help_text=_("An Excel workbook (.xlsx) or a CSV table in UTF-8, of at most 10 MB and 10,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_table(self) -> "UploadedFile[Any]":
        """Refuse what is too large before it is read."""
        table: UploadedFile[Any] = self.cleaned_data["table"]
        if (table.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("The file has more than 10 MB. Divide the table into several files."), code="size"
            )
        return table


class ConfirmForm(forms.Form):
    """What shall become of the rows that land."""

    how = forms.ChoiceField(
        label=_("What shall become of the rows?"),
        choices=[
            (DRAFTS, _("Save drafts, which people publish later")),
            (PUBLISH, _("Publish them, where I may publish")),
        ],
        initial=DRAFTS,
        widget=forms.RadioSelect,
    )
    clearance_confirmed = forms.BooleanField(
        required=False,
        label=_("I confirm that the words of this table may be made public and sent for translation"),
        help_text=_(
            "They hold no state secret, no internal information and no personal data without consent. "
            "Without this, values of published pages go public, and new words stay drafts."
        ),
    )

    @property
    def publishes(self) -> bool:
        """Whether rows are to be published."""
        return bool(self.cleaned_data["how"] == PUBLISH)
