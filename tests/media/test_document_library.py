"""A document enters the library through the same gate."""

import hashlib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation

from media.documents import CheckedDocument, check_document
from media.exceptions import UnreadableDocument
from media.models import PortalDocument
from media.multilingual import LANGUAGES
from tests.media import samples
from tests.media.conftest import stored_files

pytestmark = pytest.mark.django_db


def saved(data: bytes = samples.PDF, name: str = "Quyết định 12.pdf") -> PortalDocument:
    document = PortalDocument(title_vi="Quyết định", file=ContentFile(data, name=name))
    document.save()
    return document


def test_a_document_keeps_its_bytes_and_gets_a_safe_name(uploads: Path) -> None:
    saved(name=unicodedata.normalize("NFD", "Quyết định 12.pdf"))

    document = PortalDocument.objects.get()
    assert (uploads / document.file.name).read_bytes() == samples.PDF
    assert document.file.name.startswith("documents/")
    assert document.file.name.endswith("-quyet-dinh-12.pdf")
    assert document.original_name == "Quyết định 12.pdf"
    assert document.file_size == len(samples.PDF)
    assert document.file_hash == hashlib.sha1(samples.PDF, usedforsecurity=False).hexdigest()


def test_a_document_is_checked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []

    def counted(file: Any, *, name: str = "") -> CheckedDocument:
        checked.append(name)
        return check_document(file, name=name)

    monkeypatch.setattr("media.intake.check_document", counted)
    saved().save()

    assert checked == ["Quyết định 12.pdf"]


def test_what_is_not_a_document_cannot_be_saved(uploads: Path) -> None:
    with translation.override("en"), pytest.raises(UnreadableDocument, match="not a PDF"):
        saved(b"MZ\x90\x00", "setup.pdf")

    assert not PortalDocument.objects.exists()
    assert stored_files(uploads) == []


def test_a_refused_document_is_explained_at_its_field() -> None:
    document = PortalDocument(title_vi="Quyết định", file=ContentFile(b"MZ", name="setup.pdf"))

    with pytest.raises(ValidationError) as found:
        document.full_clean()

    assert list(found.value.message_dict) == ["file"]
    assert len(found.value.message_dict["file"]) == 1


def test_the_same_document_twice_never_overwrites(uploads: Path) -> None:
    assert saved().file.name != saved().file.name
    assert len(stored_files(uploads)) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_given_in_any_interface_language_is_vietnamese(language: str) -> None:
    with translation.override(language):
        PortalDocument.objects.create(title="Quyết định", file=ContentFile(samples.PDF, name="a.pdf"))

    document = PortalDocument.objects.get()
    assert document.title_vi == str(document) == "Quyết định"
    assert [document.title_en, document.title_ja, document.title_ko] == [None, None, None]


def test_a_download_carries_the_senders_name() -> None:
    word = saved(samples.DOCX, "Tờ trình.docx")

    assert word.content_disposition == "attachment; filename*=utf-8''T%E1%BB%9D%20tr%C3%ACnh.docx"
    assert saved().content_disposition == "inline"
