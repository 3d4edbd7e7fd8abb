"""Glossary files of every form: which one a file is, and reading and writing it."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import IO

from translations.exchange import glossary_tbx, glossary_tsv, glossary_xlsx
from translations.exchange.inline import fits_xml
from translations.exchange.term_rows import BadTable, Found, StoredTerm


class Form(Enum):
    """The forms of a glossary file, by the ending of its name."""

    TSV = "tsv"
    TBX = "tbx"
    XLSX = "xlsx"


_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_READERS: dict[Form, Callable[[IO[bytes]], Iterator[Found]]] = {
    Form.TSV: glossary_tsv.read,
    Form.TBX: glossary_tbx.read,
    Form.XLSX: glossary_xlsx.read,
}


def form_of(file: IO[bytes]) -> Form:
    """Return what a file is by its first bytes, whatever its name says.

    Raises:
        BadTable: it is a workbook of the old kind.
    """
    file.seek(0)
    beginning = file.read(64)
    file.seek(0)
    if beginning.startswith(_OLD_OFFICE):
        raise BadTable(1, "The file is an old or protected workbook. Save it as an Excel workbook (.xlsx).")
    if beginning.startswith(_ZIP):
        return Form.XLSX
    return Form.TBX if beginning.lstrip(_BEFORE_XML).startswith(b"<") else Form.TSV


def read(file: IO[bytes]) -> Iterator[Found]:
    """Yield what a glossary file says, in its order. *file* can be read from its beginning again.

    Raises:
        BadTable: a table or workbook that is no glossary.
        Garbled: a TBX file that cannot be read to its end.
    """
    return _READERS[form_of(file)](file)


def can_hold(form: Form, term: StoredTerm) -> bool:
    """Tell whether a file of that form can hold every character of a term."""
    if form is Form.TSV:
        return True
    return fits_xml("".join(term.cells())) and (form is not Form.XLSX or glossary_xlsx.can_hold(term))


def write(form: Form, terms: Iterable[StoredTerm], file: IO[bytes]) -> None:
    """Write terms that the form can hold."""
    if form is Form.XLSX:
        glossary_xlsx.write(terms, file)
        return
    written = glossary_tsv.written if form is Form.TSV else glossary_tbx.written
    for piece in written(terms):
        file.write(piece.encode())
