"""Only PDF, DOCX and XLSX come in, told by their content."""

import io

import pytest

from media.documents import MAX_BYTES, DocumentFormat, check_document
from media.exceptions import UnreadableDocument
from tests.media import samples


def refusal(data: bytes, name: str) -> str | None:
    with pytest.raises(UnreadableDocument) as refused:
        check_document(io.BytesIO(data), name=name)
    assert refused.value.messages[0].endswith(".")
    code: str | None = refused.value.code
    return code


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (samples.PDF, "Quyết định.pdf", DocumentFormat.PDF),
        (samples.PDF, "QUYETDINH.PDF", DocumentFormat.PDF),
        (samples.DOCX, "Tờ trình.docx", DocumentFormat.DOCX),
        (samples.XLSX, "Bảng giá.xlsx", DocumentFormat.XLSX),
    ],
)
def test_a_document_comes_in_unchanged(data: bytes, name: str, kind: DocumentFormat) -> None:
    document = check_document(io.BytesIO(data), name=name)

    assert (document.content, document.format) == (data, kind)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"MZ\x90\x00", "setup.pdf"),
        (b"<html><script>alert(1)</script></html>", "page.pdf"),
        (b"GIF89a" + samples.PDF, "picture.pdf"),
        (samples.picture("JPEG"), "photo.pdf"),
        (samples.archive(["a.txt"]), "archive.docx"),
        (samples.archive(["word/document.xml"]), "half.docx"),
        (samples.archive(["[Content_Types].xml", "ppt/presentation.xml"]), "slides.docx"),
        (samples.archive(["[Content_Types].xml", "word/document.xml", "xl/workbook.xml"]), "both.docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "old.docx"),
    ],
)
def test_anything_else_is_refused(data: bytes, name: str) -> None:
    assert refusal(data, name) == "not_a_document"


@pytest.mark.parametrize(
    ("data", "name"),
    [(samples.PDF, "a.docx"), (samples.DOCX, "a.pdf"), (samples.XLSX, "a.docx"), (samples.PDF, "a")],
)
def test_a_name_that_lies_about_the_kind_is_refused(data: bytes, name: str) -> None:
    assert refusal(data, name) == "wrong_suffix"


@pytest.mark.parametrize(("data", "name"), [(samples.PDF[:-7], "cut.pdf"), (samples.DOCX[:-30], "cut.docx")])
def test_half_a_document_is_refused(data: bytes, name: str) -> None:
    assert refusal(data, name) == "damaged"


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "xl/VBAPROJECT.BIN"])
def test_macros_are_refused(name: str) -> None:
    assert refusal(samples.archive(["[Content_Types].xml", "word/document.xml", name]), "m.docx") == "macros"


def test_an_archive_of_countless_parts_is_refused_unread() -> None:
    assert refusal(samples.DOCX + b"PK\x01\x02" * 10_001, "many.docx") == "not_a_document"


def test_no_bytes_are_no_document() -> None:
    assert refusal(b"", "nothing.pdf") == "empty"


def test_a_document_over_the_limit_is_refused() -> None:
    assert refusal(samples.PDF + b" " * MAX_BYTES, "long.pdf") == "too_large"
