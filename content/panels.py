"""Panels of the page editor."""

from typing import Any

from wagtail.admin.panels import FieldPanel


class FormFieldPanel(FieldPanel):
    """A panel for a field that the form declares and the model does not have."""

    def get_form_options(self) -> dict[str, Any]:
        """Ask the form factory for nothing: the field is already on the form class."""
        return {}
