"""The clearance confirmation in the page editor.

It stands here because a page's ``base_form_class`` is imported by its model. What a
confirmation means and where it is kept is the translation desk's business.
"""

import json
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.blocks import StreamValue


class ClearanceForm(WagtailAdminPageForm):
    """Page form that publishes only with the publisher's word that the text may leave."""

    clearance_confirmed = forms.BooleanField(
        required=False,
        label=_("I confirm that this text may be made public and sent for translation"),
        help_text=_(
            "It holds no state secret, no internal information and no personal data without consent. "
            "This covers the page, its topics, the texts of its images, and the places, legal documents, "
            "contact desks and spokespersons that it names. "
            "Your name and the exact words are recorded when you publish."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse to publish without the confirmation, and to keep what no database can hold."""
        cleaned: dict[str, Any] = super().clean()
        for name in [name for name, value in cleaned.items() if _is_broken(value)]:
            self.add_error(
                name,
                _(
                    "This text holds half of a character, often an emoji that was cut in two. "
                    "Delete it and write it again."
                ),
            )
        if "action-publish" in self.data and not cleaned.get("clearance_confirmed"):
            self.add_error(
                "clearance_confirmed",
                _(
                    "Publishing needs your confirmation that this text may leave. "
                    "Tick the box, or save a draft."
                ),
            )
        return cleaned


def _is_broken(value: Any) -> bool:
    # Rich text arrives as JSON, and JavaScript writes a lone half of an emoji into JSON.
    if not isinstance(value, StreamValue):
        return False
    written = json.dumps(value.get_prep_value(), ensure_ascii=False, cls=DjangoJSONEncoder)
    return any("\ud800" <= character <= "\udfff" for character in written)
