"""Documents as they may enter: PDF, DOCX and XLSX, told by their content.

Nothing is unpacked here: an OOXML file is judged by its list of parts alone, so an archive
made to explode costs nothing.
"""

import io
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from django.utils.translation import gettext_lazy as _

from media.exceptions import UnreadableDocument
from media.names import suffix_of

MAX_BYTES = 50 * 1024 * 1024

_MAX_PARTS = 10_000
_PDF_START = b"%PDF-"
_PDF_END = b"%%EOF"
_PDF_END_WITHIN = 2048
_ZIP_START = b"PK\x03\x04"
_ZIP_LISTING = b"PK\x01\x02"
_CONTENT_TYPES = "[Content_Types].xml"
_MACROS = "vbaproject.bin"


class DocumentFormat(StrEnum):
    """The kinds of documents that are taken in, by their suffix."""

    PDF = ".pdf"
    DOCX = ".docx"
    XLSX = ".xlsx"


_MAIN_PARTS = {"word/document.xml": DocumentFormat.DOCX, "xl/workbook.xml": DocumentFormat.XLSX}


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document's bytes, unchanged, and what they really are."""

    content: bytes
    format: DocumentFormat


def check_document(file: IO[bytes], *, name: str = "") -> CheckedDocument:
    """Read a document and make sure it is what its name says.

    Args:
        file: is read from its start; at most 50 MB.
        name: what the sender calls it; by default the file's own name.

    Raises:
        UnreadableDocument: not a PDF, DOCX or XLSX within the limits, or damaged, or with
            macros, or named as something else.
    """
    content = _read(file)
    found = _format_of(content)
    if suffix_of(name or getattr(file, "name", "") or "") != found:
        raise UnreadableDocument(
            _("The name of this file does not fit its content. Rename it to end in %(suffix)s."),
            code="wrong_suffix",
            params={"suffix": found.value},
        )
    return CheckedDocument(content, found)


def _read(file: IO[bytes]) -> bytes:
    file.seek(0)
    content = file.read(MAX_BYTES + 1)
    if not content:
        raise UnreadableDocument(_("This file is empty. Choose the document again."), code="empty")
    if len(content) > MAX_BYTES:
        raise UnreadableDocument(
            _("This document is larger than %(limit)d MB. Save it smaller or in parts and upload it again."),
            code="too_large",
            params={"limit": MAX_BYTES // 1024**2},
        )
    return content


def _format_of(content: bytes) -> DocumentFormat:
    if content.startswith(_PDF_START):
        if _PDF_END not in content[-_PDF_END_WITHIN:]:
            raise _damaged()
        return DocumentFormat.PDF
    if content.startswith(_ZIP_START):
        return _ooxml_format(_parts(content))
    raise _unknown()


def _parts(content: bytes) -> frozenset[str]:
    # Counted before Python builds an object for each of them.
    if content.count(_ZIP_LISTING) > _MAX_PARTS:
        raise _unknown()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except Exception as error:  # the parser of hostile bytes raises more than BadZipFile
        raise _damaged() from error


def _ooxml_format(parts: frozenset[str]) -> DocumentFormat:
    found = [kind for part, kind in _MAIN_PARTS.items() if part in parts]
    if _CONTENT_TYPES not in parts or len(found) != 1:
        raise _unknown()
    if any(part.lower().endswith(_MACROS) for part in parts):
        raise UnreadableDocument(
            _("This document contains macros. Save it without macros and upload it again."), code="macros"
        )
    return found[0]


def _unknown() -> UnreadableDocument:
    return UnreadableDocument(
        _("This file is not a PDF, DOCX or XLSX document. Save it as one of these and upload it."),
        code="not_a_document",
    )


def _damaged() -> UnreadableDocument:
    return UnreadableDocument(
        _("This document is damaged or incomplete. Save it again and upload the new file."), code="damaged"
    )
