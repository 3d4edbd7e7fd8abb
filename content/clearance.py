"""The clearance confirmation in the page editor.

It stands here because a page's ``base_form_class`` is imported by its model. What a
confirmation means and where it is kept is the translation desk's business.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm


class ClearanceForm(WagtailAdminPageForm):
    """Page form that publishes only with the publisher's word that the text may leave."""

    clearance_confirmed = forms.BooleanField(
        required=False,
        label=_("I confirm that this text may be made public and sent for translation"),
        help_text=_(
            "It holds no state secret, no internal information and no personal data without consent. "
            "This covers the page, its topics and the texts of its images. "
            "Your name and the exact words are recorded when you publish."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse to publish without the confirmation; drafts need none."""
        cleaned: dict[str, Any] = super().clean()
        if "action-publish" in self.data and not cleaned.get("clearance_confirmed"):
            self.add_error(
                "clearance_confirmed",
                _(
                    "Publishing needs your confirmation that this text may leave. "
                    "Tick the box, or save a draft."
                ),
            )
        return cleaned
