"""Why a file was not taken in. Each message is a whole sentence for whoever sent it."""

from django.core.exceptions import ValidationError


class RefusedFile(ValidationError):
    """A file may not enter; forms show the message at the file's field."""


class UnreadableImage(RefusedFile):
    """The file is not a picture the portal can take in."""


class UnreadableDocument(RefusedFile):
    """The file is not a document the portal can take in."""
