"""The form of an approved outline. It stands here because the snippet names it on its model."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from content.parks.outline import LARGEST, UnfitOutline, read_outline


class OutlineForm(WagtailAdminModelForm):
    """Takes a vector file, and keeps the geometry that was found in it instead of the file."""

    file = forms.FileField(
        required=False,
        label=_("Vector file"),
        help_text=_(
            "An SVG file with lines and areas only. It replaces the outline that is there. "
            "Anything else in it, such as scripts, images, links or styles, is refused."
        ),
    )

    def clean_file(self) -> Any:
        """Check the file.

        Raises:
            forms.ValidationError: it holds something else than plain geometry; the sentence names it.
        """
        file = self.cleaned_data.get("file")
        if file is None:
            return None
        try:
            self._geometry = read_outline(file.read(LARGEST + 1)).as_json()
        except UnfitOutline as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return file

    def save(self, commit: bool = True) -> Any:
        """Save the snippet with the new geometry, if there is one."""
        self.instance.geometry = getattr(self, "_geometry", self.instance.geometry)
        return super().save(commit=commit)
