"""Uploading in the admin: the words are Vietnamese, whatever language the interface has."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, UploadedFile

from media.imaging import CleanImage, clean_image
from media.models import PortalDocument, PortalImage
from media.multilingual import LANGUAGES
from tests.media import samples
from tests.media.conftest import stored_files
from tests.media.containers import is_pixels_only

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
Kind = type[PortalImage] | type[PortalDocument]

UPLOADS = [
    pytest.param(PortalImage, "wagtailimages", "image", samples.telling_picture("JPEG"), ".jpg", id="image"),
    pytest.param(PortalDocument, "wagtaildocs", "document", samples.PDF, ".pdf", id="document"),
]


def send(client: Client, app: str, data: bytes, name: str, **posted: Any) -> dict[str, Any]:
    """Do what the multiple uploader's script does with one file."""
    response = client.post(
        reverse(f"{app}:add_multiple"), {"files[]": SimpleUploadedFile(name, data), **posted}
    )
    assert response.status_code == 200
    answer: dict[str, Any] = response.json()
    return answer


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("model", "app", "prefix", "data", "suffix"), UPLOADS)
def test_the_uploader_names_the_upload_in_vietnamese(
    model: Kind, app: str, prefix: str, data: bytes, suffix: str, language: str, editor_with: SignIn
) -> None:
    name = unicodedata.normalize("NFD", "Lễ hội Đền Trần")

    answer = send(editor_with(language), app, data, name + suffix, title=name)

    assert answer["success"] is True
    upload = model.objects.get()
    assert upload.title_vi == "Lễ hội Đền Trần"
    assert [upload.title_en, upload.title_ja, upload.title_ko] == [None, None, None]
    assert upload.original_name == f"Lễ hội Đền Trần{suffix}"
    assert upload.uploaded_by_user is not None
    assert upload.file_size == upload.file.size
    assert 'value="Lễ hội Đền Trần"' in answer["form"]
    assert not re.search(r'name="[^"]*title(_en|_ja|_ko)?"', answer["form"])


@pytest.mark.parametrize(("model", "app", "prefix", "data", "suffix"), UPLOADS)
def test_an_upload_without_a_proposed_title_is_named_by_its_file(
    model: Kind, app: str, prefix: str, data: bytes, suffix: str, editor_with: SignIn
) -> None:
    send(editor_with("ko"), app, data, f"dentran{suffix}")
    assert model.objects.get().title_vi == f"dentran{suffix}"


@pytest.mark.parametrize(("title", "kept"), [("", "dentran.jpg"), ("đ" * 400, "đ" * 200)])
def test_an_unusable_title_does_not_stop_the_upload(title: str, kept: str, editor_with: SignIn) -> None:
    answer = send(editor_with("ja"), "wagtailimages", samples.picture(), "dentran.jpg", title=title)

    assert answer["success"] is True
    assert PortalImage.objects.get().title_vi == kept


def test_an_uploaded_picture_is_clean_and_was_cleaned_once(
    editor_with: SignIn, uploads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleaned: list[str] = []

    def counted(file: Any, *, name: str = "") -> CleanImage:
        cleaned.append(name)
        return clean_image(file, name=name)

    monkeypatch.setattr("media.intake.clean_image", counted)
    send(editor_with("vi"), "wagtailimages", samples.telling_picture("JPEG"), "a.jpg", title="a")

    assert cleaned == ["a.jpg"]
    assert is_pixels_only((uploads / PortalImage.objects.get().file.name).read_bytes())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("app", "name", "data", "said"),
    [
        ("wagtailimages", "words.jpg", b"words", "not a picture"),
        ("wagtailimages", "drawing.svg", samples.SVG, "not a picture"),
        ("wagtailimages", "bomb.png", samples.png_header(50_000, 50_000), "40 million pixels"),
        ("wagtailimages", "half.jpg", samples.picture(size=(300, 300))[:2000], "damaged"),
        ("wagtailimages", "none.jpg", b"", "empty"),
        ("wagtailimages", "big.jpg", b"\xff\xd8" + b"\x00" * 16 * 1024**2, "15 MB"),
        ("wagtailimages", "photo.png", samples.picture("JPEG"), ".jpg"),
        ("wagtaildocs", "setup.pdf", b"MZ\x90\x00", "PDF, DOCX"),
        ("wagtaildocs", "photo.pdf", samples.picture(), "PDF, DOCX"),
        ("wagtaildocs", "none.pdf", b"", "empty"),
    ],
)
def test_a_refused_upload_says_why_and_leaves_nothing(
    app: str, name: str, data: bytes, said: str, language: str, editor_with: SignIn, uploads: Path
) -> None:
    answer = send(editor_with(language), app, data, name, title="a")

    assert answer["success"] is False
    assert answer["error_message"].count("\n") == 0
    if language == "en":
        assert said in answer["error_message"]
    assert not PortalImage.objects.exists()
    assert not PortalDocument.objects.exists()
    assert not UploadedFile.objects.exists()
    assert stored_files(uploads) == []


def test_an_upload_that_cannot_be_filed_is_not_kept_as_it_came(editor_with: SignIn, uploads: Path) -> None:
    Collection.get_first_root_node().add_child(name="Sở Du lịch")

    answer = send(
        editor_with("en"), "wagtailimages", samples.telling_picture("JPEG"), "a.jpg", title="a", collection=99
    )

    assert answer["success"] is False
    assert "valid choice" in answer["error_message"]
    assert not UploadedFile.objects.exists()
    assert stored_files(uploads) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("model", "app", "prefix", "data", "suffix"), UPLOADS)
def test_the_chooser_uploads_in_vietnamese(
    model: Kind, app: str, prefix: str, data: bytes, suffix: str, language: str, editor_with: SignIn
) -> None:
    client = editor_with(language)
    form = client.get(reverse(f"{app}_chooser:choose")).json()["html"]
    assert f'data-w-sync-target-value="#id_{prefix}-chooser-upload-title_vi"' in form

    response = client.post(
        reverse(f"{app}_chooser:create"),
        {
            f"{prefix}-chooser-upload-title_vi": "Cổng đền",
            f"{prefix}-chooser-upload-file": SimpleUploadedFile(f"cổng{suffix}", data),
        },
    )

    assert response.json()["step"] == "chosen"
    upload = model.objects.get()
    assert upload.title_vi == "Cổng đền"
    assert [upload.title_en, upload.title_ja, upload.title_ko] == [None, None, None]


def test_the_chooser_shows_the_reason_at_the_file(editor_with: SignIn) -> None:
    response = editor_with("en").post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title_vi": "Cổng đền",
            "image-chooser-upload-file": SimpleUploadedFile("a.jpg", b"words"),
        },
    )

    answer = response.json()
    assert answer["step"] == "reshow_creation_form"
    assert "not a picture that can be read" in answer["htmlFragment"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("model", "app", "prefix", "data", "suffix"), UPLOADS)
def test_an_edit_changes_the_vietnamese_and_no_derived_column(
    model: Kind, app: str, prefix: str, data: bytes, suffix: str, language: str, editor_with: SignIn
) -> None:
    client = editor_with(language)
    send(client, app, data, f"a{suffix}", title="Cũ")
    model.objects.update(title_en="Old", title_ja="古い", title_ko="옛것")

    address = reverse(f"{app}:edit", args=[model.objects.get().pk])
    assert client.get(address).status_code == 200
    response = client.post(address, {"title_vi": "Mới", "title": "x", "title_ko": "새것", "alt_vi": "Cổng"})

    assert response.status_code == 302
    upload = model.objects.get()
    assert upload.title_vi == "Mới"
    assert [upload.title_en, upload.title_ja, upload.title_ko] == ["Old", "古い", "옛것"]


def test_a_replaced_file_takes_the_place_of_the_old_one(editor_with: SignIn, uploads: Path) -> None:
    client = editor_with("ko")
    send(client, "wagtailimages", samples.picture(), "a.jpg", title="a")
    image = PortalImage.objects.get()
    image.get_rendition("width-20")

    client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title_vi": "a", "file": SimpleUploadedFile("b.png", samples.telling_picture("PNG"))},
    )

    image = PortalImage.objects.get()
    assert image.original_name == "b.png"
    originals = [name for name in stored_files(uploads) if name.startswith("original_images/")]
    assert originals == [image.file.name]
    assert is_pixels_only((uploads / image.file.name).read_bytes())


def test_a_refused_replacement_keeps_the_old_file(editor_with: SignIn, uploads: Path) -> None:
    client = editor_with("en")
    send(client, "wagtailimages", samples.picture(), "a.jpg", title="a")
    kept = PortalImage.objects.get().file.name

    response = client.post(
        reverse("wagtailimages:edit", args=[PortalImage.objects.get().pk]),
        {"title_vi": "a", "file": SimpleUploadedFile("b.png", b"words")},
    )

    assert "not a picture that can be read" in response.content.decode()
    assert PortalImage.objects.get().file.name == kept
    assert kept in stored_files(uploads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_libraries_opens_and_shows_vietnamese_names(
    language: str, editor_with: SignIn
) -> None:
    client = editor_with(language)
    send(client, "wagtailimages", samples.picture(), "a.jpg", title="Cổng đền")
    send(client, "wagtaildocs", samples.PDF, "a.pdf", title="Quyết định")

    for app, name in (("wagtailimages", "Cổng đền"), ("wagtaildocs", "Quyết định")):
        assert client.get(reverse(f"{app}:add_multiple")).status_code == 200
        for page in ("index", "index_results"):
            for query in ("", "?ordering=title", "?layout=list", "?q=" + name.split()[0]):
                answer = client.get(reverse(f"{app}:{page}") + query)
                assert name in answer.content.decode(), (app, page, query)
        assert name in client.get(reverse(f"{app}_chooser:choose")).json()["html"]
