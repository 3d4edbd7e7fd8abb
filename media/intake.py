"""The gate: what a file becomes when it enters, whichever way it comes in.

An `AdmittedFile` has been checked, cleaned and named. Forms and models hand files through
here; one that was admitted already passes unchanged, so nothing is cleaned twice.
"""

from typing import IO

from django.core.files.base import ContentFile

from media.documents import check_document
from media.imaging import clean_image
from media.names import clean_name, stored_name


class AdmittedFile(ContentFile[bytes]):
    """Content ready to be stored; `name` is its safe name, `original_name` the sender's.

    `width` and `height` are pixels of a picture and 0 for anything else.
    """

    def __init__(
        self, content: bytes, *, original_name: str, suffix: str, width: int = 0, height: int = 0
    ) -> None:
        super().__init__(content, name=stored_name(content, original_name, suffix))
        self.original_name = original_name
        self.width = width
        self.height = height


def admit_image(file: IO[bytes], name: str) -> AdmittedFile:
    """Clean the picture in *file*, which its sender calls *name*.

    Raises:
        UnreadableImage: see :func:`media.imaging.clean_image`.
    """
    if isinstance(file, AdmittedFile):
        return file
    original = clean_name(name)
    image = clean_image(file, name=original)
    return AdmittedFile(
        image.content,
        original_name=original,
        suffix=image.format.suffix,
        width=image.width,
        height=image.height,
    )


def admit_document(file: IO[bytes], name: str) -> AdmittedFile:
    """Check the document in *file*, which its sender calls *name*.

    Raises:
        UnreadableDocument: see :func:`media.documents.check_document`.
    """
    if isinstance(file, AdmittedFile):
        return file
    original = clean_name(name)
    document = check_document(file, name=original)
    return AdmittedFile(document.content, original_name=original, suffix=document.format.value)
