"""Whether a workbook can be opened without harm: it is a ZIP file of XML, and both can explode."""

import zipfile
import zlib
from typing import IO

from translations.exchange import bounded_xml
from translations.exchange.bounded_xml import Garbled, OutOfBounds, TooLarge
from translations.exchange.term_rows import BadTable

MOST_BYTES = 64 * 1024 * 1024
"""What the parts may hold together when they are unpacked."""

MOST_PARTS = 1_000
MOST_ELEMENTS = 300_000
"""Rows, texts and everything around them in one part."""

_RECORDS = frozenset({"row", "si"})
_BEGINNING = 64
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


def check(file: IO[bytes]) -> None:
    """Read through every part of a workbook without keeping any of it.

    Raises:
        BadTable: it is no ZIP file, or unpacks to more than the limits.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                raise BadTable(1, f"The workbook unpacks to more than {MOST_BYTES // 1024**2} MB.")
            for part in parts:
                _check_part(archive, part)
    except (
        zlib.error,
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ) as error:
        raise BadTable(1, "The workbook is damaged, or has a password. Save it again and retry.") from error
    except OutOfBounds as error:
        raise BadTable(1, f"A part of the workbook is no usual one. {error}") from error


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with archive.open(part) as opened:
        if not opened.read(_BEGINNING).lstrip(_BEFORE_XML).startswith(b"<"):
            return
    with archive.open(part) as opened:
        try:
            for count, found in enumerate(bounded_xml.read(opened, _RECORDS), start=1):
                if count > MOST_ELEMENTS or isinstance(found, TooLarge):
                    raise BadTable(1, "A part of the workbook is too large for a glossary.")
        except OutOfBounds:
            raise
        except Garbled:
            # Up to here it is harmless, and no reader comes further. Old drawings are no XML.
            return
