"""A picture enters the library through one gate, whoever brings it."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import translation
from wagtail.utils.file import hash_filelike

from media.exceptions import UnreadableImage
from media.imaging import CleanImage, clean_image
from media.models import PortalImage
from media.multilingual import LANGUAGES
from tests.media import samples
from tests.media.conftest import stored_files
from tests.media.containers import is_pixels_only

pytestmark = pytest.mark.django_db


def upload(data: bytes | None = None, name: str = "Đền Trần.jpg") -> ContentFile[bytes]:
    return ContentFile(data or samples.telling_picture("JPEG"), name=name)


def saved(data: bytes | None = None, name: str = "Đền Trần.jpg", **columns: Any) -> PortalImage:
    image = PortalImage(title_vi="Đền Trần", file=upload(data, name), **columns)
    image.save()
    return image


@pytest.fixture
def cleanings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of each picture that is cleaned while the test runs."""
    done: list[str] = []

    def counted(file: Any, *, name: str = "") -> CleanImage:
        done.append(name)
        return clean_image(file, name=name)

    monkeypatch.setattr("media.intake.clean_image", counted)
    return done


def test_a_picture_saved_by_a_script_is_clean(uploads: Path) -> None:
    image = saved()

    stored = (uploads / image.file.name).read_bytes()
    assert is_pixels_only(stored)
    assert samples.CANARY.encode() not in stored


def test_a_picture_is_cleaned_once(cleanings: list[str]) -> None:
    image = saved()
    image.title_vi = "Đền Trần mùa xuân"
    image.save()
    PortalImage.objects.get(pk=image.pk).save()

    assert cleanings == ["Đền Trần.jpg"]


def test_the_gate_also_stands_before_a_file_stored_directly(uploads: Path, cleanings: list[str]) -> None:
    image = PortalImage(title_vi="Đền Trần")
    image.file.save("../ảnh gốc.jpg", upload(), save=False)
    image.save()

    assert is_pixels_only((uploads / image.file.name).read_bytes())
    assert image.original_name == "ảnh gốc.jpg"
    assert cleanings == ["ảnh gốc.jpg"]


def test_the_columns_describe_the_clean_file() -> None:
    image = saved(samples.picture("JPEG", exif=samples.exif(orientation=6)))

    image = PortalImage.objects.get(pk=image.pk)
    assert (image.width, image.height) == (48, 64)
    assert image.file_size == image.file.size
    with image.open_file() as stored:
        assert image.file_hash == hash_filelike(stored)


def test_a_replaced_file_brings_its_own_size_hash_and_name() -> None:
    image = saved()
    before = image.file_hash
    replacement: Any = upload(samples.picture("PNG", size=(10, 20)), "mới.png")
    image.file = replacement
    image.save()

    image = PortalImage.objects.get(pk=image.pk)
    assert (image.width, image.height, image.original_name) == (10, 20, "mới.png")
    assert image.file_hash != before
    assert image.file.name.endswith("-moi.png")


def test_a_decomposed_name_is_stored_as_ascii_and_remembered_composed() -> None:
    image = saved(name=unicodedata.normalize("NFD", "Lễ hội Đền Trần.JPG"))

    assert image.file.name.startswith("original_images/")
    assert image.file.name.endswith("-le-hoi-den-tran.jpg")
    assert image.file.name.isascii()
    assert PortalImage.objects.get(pk=image.pk).original_name == "Lễ hội Đền Trần.JPG"


def test_the_same_file_twice_never_overwrites(uploads: Path) -> None:
    first, second = saved(), saved()

    assert first.file.name != second.file.name
    assert first.file_hash == second.file_hash
    assert len(stored_files(uploads)) == 2


def test_what_is_not_a_picture_cannot_be_saved(uploads: Path) -> None:
    with translation.override("en"), pytest.raises(UnreadableImage, match="not a picture"):
        saved(b"words")

    assert not PortalImage.objects.exists()
    assert stored_files(uploads) == []


def test_a_row_that_cannot_be_written_leaves_no_file(uploads: Path) -> None:
    first = saved()
    kept = stored_files(uploads)

    twin = PortalImage(pk=first.pk, title_vi="Trùng", file=upload())
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)

    assert stored_files(uploads) == kept


def test_a_row_that_cannot_be_written_keeps_the_file_it_had(uploads: Path) -> None:
    first = saved()
    kept = stored_files(uploads)

    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)

    assert stored_files(uploads) == kept


def test_a_picture_without_a_vietnamese_name_is_not_valid() -> None:
    with pytest.raises(ValidationError) as found:
        PortalImage(file=upload()).full_clean()

    assert "title_vi" in found.value.message_dict


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_given_in_any_interface_language_is_vietnamese(language: str) -> None:
    with translation.override(language):
        image = PortalImage.objects.create(title="Đền Trần", file=upload())

    image = PortalImage.objects.get(pk=image.pk)
    assert image.title_vi == "Đền Trần"
    assert [image.title_en, image.title_ja, image.title_ko] == [None, None, None]
    assert str(image) == "Đền Trần"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_name_written_later_is_vietnamese_too(language: str) -> None:
    image = saved()

    with translation.override(language):
        setattr(image, *("title", "Chùa Phổ Minh"))
        image.save()

    image = PortalImage.objects.get(pk=image.pk)
    assert (image.title_vi, image.title_ko) == ("Chùa Phổ Minh", None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_saving_again_leaves_the_derived_columns_alone(language: str) -> None:
    image = saved(alt_vi="Cổng đền")
    PortalImage.objects.filter(pk=image.pk).update(title_ko="쩐 사당", alt_ja="寺の門")

    with translation.override(language):
        stale = image
        stale.alt_vi = "Cổng đền Trần"
        stale.save()

    image = PortalImage.objects.get(pk=image.pk)
    assert (image.alt_vi, image.title_ko, image.alt_ja) == ("Cổng đền Trần", "쩐 사당", "寺の門")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_sorted_by_their_vietnamese_names(language: str) -> None:
    for name, korean in (("b", "1"), ("a", "2"), ("c", "3")):
        image = saved()
        PortalImage.objects.filter(pk=image.pk).update(title_ko=korean)
        image.title_vi = name
        image.save()

    with translation.override(language):
        # Wagtail's own lists sort by the bare name.
        names = [image.title_vi for image in PortalImage.objects.order_by(*["title"])]

    assert names == ["a", "b", "c"]


def test_the_editor_starts_from_the_vietnamese_alternative_text() -> None:
    image = saved(alt_vi="Cổng đền")

    with translation.override("ko"):
        assert image.default_alt_text == "Cổng đền"
    assert saved().default_alt_text == ""


def test_a_nameless_picture_is_called_by_its_file() -> None:
    assert str(PortalImage(file=upload(name="cổng.jpg"))) == "cổng.jpg"
