"""The forms behind Wagtail's upload, edit and chooser views.

Wagtail's multiple uploader sends a file and a `title` made from the file's name, and expects
a field of that name. Here the words belong in `title_vi`, whatever language the interface
has, and the file goes through the gate while the form is cleaned.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from media.intake import AdmittedFile, admit_document, admit_image
from media.multilingual import SOURCE_LANGUAGE, localized
from media.names import NAMELESS, clean_name

_TITLE = "title"
_SOURCE_TITLE = localized(_TITLE, SOURCE_LANGUAGE)
_LONGEST_TITLE = 255


class GatedImageFormField(WagtailImageField):
    """A picture, admitted as soon as it is read.

    Wagtail's own checks are left out: they decode a picture before they look at its size.
    """

    def to_python(self, data: Any) -> AdmittedFile | None:
        """Return the clean picture.

        Raises:
            RefusedFile: the picture may not enter.
        """
        file = forms.FileField.to_python(self, data)
        return None if file is None else admit_image(file, file.name or "")


class GatedDocumentFormField(WagtailDocumentField):
    """A document, admitted as soon as it is read."""

    def to_python(self, data: Any) -> AdmittedFile | None:
        """Return the checked document.

        Raises:
            RefusedFile: the document may not enter.
        """
        file = forms.FileField.to_python(self, data)
        return None if file is None else admit_document(file, file.name or "")


class UploadForm(forms.ModelForm[Any]):
    """What pictures and documents have in common; goes before Wagtail's form among the bases."""

    gated_field: ClassVar[type[forms.FileField]]

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: Any = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        self._by_multiple_uploader = data is not None and _TITLE in data and _SOURCE_TITLE not in data
        if data is not None and self._by_multiple_uploader:
            title = _title(data[_TITLE], files)
            data = {**data, _TITLE: title, _SOURCE_TITLE: title}
        super().__init__(data, files, *args, **kwargs)
        if "file" in self.fields:
            self._gate_file()
        if self.instance.pk is None:
            # The uploader's page asks this field for its longest title.
            self.fields[_TITLE] = forms.CharField(
                max_length=_LONGEST_TITLE, required=False, widget=forms.HiddenInput
            )

    def full_clean(self) -> None:
        """Validate. The multiple uploader shows no field but the file, so every error is said there.

        Otherwise Wagtail would keep the file as it came, uncleaned, until the rest is right.
        """
        super().full_clean()
        if not self._by_multiple_uploader or "file" in self.errors:
            return
        messages = [str(message) for said in self.errors.values() for message in said]
        if messages:
            self.add_error("file", messages)

    def _gate_file(self) -> None:
        field = self.fields["file"]
        if _SOURCE_TITLE in self.fields:
            target = f"#{self[_SOURCE_TITLE].id_for_label}"
            field.widget.attrs["data-w-sync-target-value"] = target
        self.fields["file"] = self.gated_field(
            label=field.label, required=field.required, widget=field.widget
        )


class PortalImageForm(UploadForm, BaseImageForm):
    """A picture; named by ``WAGTAILIMAGES_IMAGE_FORM_BASE``."""

    gated_field = GatedImageFormField


class PortalDocumentForm(UploadForm, BaseDocumentForm):
    """A document; named by ``WAGTAILDOCS_DOCUMENT_FORM_BASE``."""

    gated_field = GatedDocumentFormField


def _title(proposed: str, files: Any) -> str:
    title = clean_name(proposed)
    if title == NAMELESS and files and "file" in files:
        title = clean_name(files["file"].name)
    return title[:_LONGEST_TITLE]
