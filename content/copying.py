"""The form for copying a page. It stands here because a page names it on its model."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class VietnameseCopyForm(CopyForm):
    """Copy form that proposes the Vietnamese title, whatever language the interface has."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take the arguments of Wagtail's own form."""
        super().__init__(*args, **kwargs)
        self.fields["new_title"].initial = self.page.title_vi
