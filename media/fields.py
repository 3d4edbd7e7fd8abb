"""Model fields whose files go through the gate (:mod:`media.intake`) before they are stored.

Wagtail stores files in several ways: through forms, by assigning, by calling ``file.save()``
from its upload views. All of them end in the `FieldFile`, so that is where the gate stands.
"""

from typing import IO, Any

from django.core.files import File
from django.db import models
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from media.intake import AdmittedFile, admit_document, admit_image


class GatedFile(FieldFile):
    """A stored file, or one that is admitted before anybody stores it.

    The instance's `original_name`, `file_size` and `file_hash` follow what was admitted.
    """

    # What Django keeps and its stubs leave out or know only in general.
    instance: Any
    field: Any
    _committed: bool

    @property
    def arriving(self) -> bool:
        """Whether there is a file and it is not stored yet."""
        return bool(self) and not self._committed

    def admit(self) -> None:
        """Check and clean a file that is not stored yet; otherwise do nothing.

        Raises:
            RefusedFile: the file may not enter.
        """
        if self.arriving:
            self.file = self._admitted(self.file, self.name or "")
            self.name = self.file.name

    def save(self, name: str | None, content: File[Any], save: bool = True) -> None:
        """Store *content* under its safe name, whatever *name* was asked for.

        Raises:
            RefusedFile: the file may not enter; nothing was stored.
        """
        admitted = self._admitted(content, name or content.name or "")
        super().save(str(admitted.name), admitted, save)

    def _admitted(self, content: IO[bytes] | File[Any], name: str) -> AdmittedFile:
        admitted: AdmittedFile = self.field.gate(content, name)
        self.instance.admitted(admitted)
        return admitted


class GatedImageFile(GatedFile, WagtailImageFieldFile):
    """As above, for pictures: the width and height are those of the clean picture."""

    def get_image_dimensions(self) -> tuple[int, int]:
        """Return width and height in pixels; a picture that just arrived is admitted first.

        Raises:
            RefusedFile: the picture may not enter.
        """
        if self.arriving:
            self.admit()
            return self.file.width, self.file.height
        size: tuple[int, int] = super().get_image_dimensions()
        return size


class GatedImageField(WagtailImageField):
    """A picture drawn anew before it is stored."""

    attr_class = GatedImageFile

    @staticmethod
    def gate(content: IO[bytes], name: str) -> AdmittedFile:
        """See :func:`media.intake.admit_image`."""
        return admit_image(content, name)


class GatedDocumentField(models.FileField):
    """A document checked before it is stored."""

    attr_class = GatedFile

    @staticmethod
    def gate(content: IO[bytes], name: str) -> AdmittedFile:
        """See :func:`media.intake.admit_document`."""
        return admit_document(content, name)
