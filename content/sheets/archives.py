"""Whether a workbook can be opened without harm: it is a ZIP file of XML, and both can explode."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any
from xml.parsers import expat

from content.sheets.sentences import BadSheet, gettext_noop

MOST_BYTES = 10 * 1024 * 1024
"""Of the file as it is uploaded."""

MOST_UNPACKED = 64 * 1024 * 1024
MOST_PARTS = 1_000
MOST_ELEMENTS = 3_000_000
DEEPEST = 100

TOO_LARGE = gettext_noop("The file has more than %(most)s MB. Divide the table into several files.")
UNPACKS = gettext_noop("The workbook unpacks to more than can be read. Copy the table into a new workbook.")
DAMAGED = gettext_noop(
    "The workbook is damaged. Open it in Excel, save it as an Excel workbook (.xlsx) and try again."
)
LOCKED = gettext_noop("The workbook has a password. Save it without one and try again.")
OLD = gettext_noop(
    "The file is a workbook of the old kind (.xls). Save it as an Excel workbook (.xlsx) and try again."
)
MACROS = gettext_noop(
    "The workbook holds macros. Save it as an Excel workbook without macros (.xlsx) and try again."
)
STRANGE = gettext_noop(
    "A part of the workbook is none that Excel writes. Copy the table into a new workbook."
)
NO_WORKBOOK = gettext_noop("The file is neither an Excel workbook (.xlsx) nor a CSV table.")

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FAULTS = (zlib.error, zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError)
"""What zipfile raises for archives that are broken or of another kind."""

_ENCRYPTED_ENTRY = "EncryptedPackage".encode("utf-16-le")
_IS_ENCRYPTED = 0x1
_PIECE = 64 * 1024
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


def check_size(file: IO[bytes]) -> None:
    """Leave *file* at its beginning.

    Raises:
        BadSheet: it is larger than is taken.
    """
    size = file.seek(0, 2)
    file.seek(0)
    if size > MOST_BYTES:
        raise BadSheet(TOO_LARGE, most=MOST_BYTES // 1024**2)


def check_workbook(file: IO[bytes]) -> None:
    """Read through every part of a workbook without keeping any of it.

    Raises:
        BadSheet: it is no workbook, is protected, holds macros, or unpacks to more than the limits.
    """
    _check_beginning(file)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            _check_parts(parts)
            for part in parts:
                if _is_xml(archive, part.filename):
                    _check_part(archive, part.filename)
    except FAULTS as error:
        raise BadSheet(DAMAGED) from error


def _check_beginning(file: IO[bytes]) -> None:
    file.seek(0)
    beginning = file.read(len(OLD_OFFICE))
    if beginning == OLD_OFFICE:
        raise BadSheet(LOCKED if _ENCRYPTED_ENTRY in file.read(MOST_BYTES) else OLD)
    file.seek(0)
    if not beginning.startswith(ZIP):
        raise BadSheet(NO_WORKBOOK)


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise BadSheet(UNPACKS)
    if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
        raise BadSheet(LOCKED)
    if any("vbaproject" in part.filename.lower() for part in parts):
        raise BadSheet(MACROS)


def _is_xml(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as opened:
        return opened.read(_PIECE).lstrip(_BEFORE_XML).startswith(b"<")


def _check_part(archive: zipfile.ZipFile, name: str) -> None:
    seen = _Counted()
    parser = expat.ParserCreate()
    parser.StartElementHandler = seen.start
    parser.EndElementHandler = seen.end
    try:
        for piece in pieces(archive, name):
            refuse_definitions(parser)
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        # Up to here it is harmless, and no reader comes further. Old drawings are no XML.
        return
    if seen.has_macros:
        raise BadSheet(MACROS)


def pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield the bytes of a part."""
    with archive.open(name) as opened:
        while piece := opened.read(_PIECE):
            yield piece


def refuse_definitions(parser: expat.XMLParserType) -> None:
    """Let *parser* stop at whatever could multiply, or lead out of the file."""
    parser.StartDoctypeDeclHandler = _defines
    parser.EntityDeclHandler = _defines
    parser.ExternalEntityRefHandler = _defines
    parser.AttlistDeclHandler = _defines


def _defines(*_details: Any) -> int:
    raise BadSheet(STRANGE)


class _Counted:
    """How much of a part has been seen."""

    def __init__(self) -> None:
        self.elements = 0
        self.depth = 0
        self.has_macros = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Count an element; a part with too many is left."""
        self.elements += 1
        self.depth += 1
        if self.elements > MOST_ELEMENTS:
            raise BadSheet(UNPACKS)
        if self.depth > DEEPEST:
            raise BadSheet(STRANGE)
        if "macroEnabled" in attributes.get("ContentType", ""):
            self.has_macros = True

    def end(self, name: str) -> None:
        """Leave an element."""
        self.depth -= 1
