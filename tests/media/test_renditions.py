"""What the public gets of a picture."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.utils import translation

from media.imaging import carries_metadata
from media.models import PortalImage, PortalRendition
from tests.media import samples
from tests.media.containers import is_pixels_only

pytestmark = pytest.mark.django_db

ORIGINALS = [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif")]
SPECS = ["original", "width-20", "fill-16x16", "width-20|format-jpeg", "width-20|format-webp"]


def saved(image_format: str, suffix: str) -> PortalImage:
    file = ContentFile(samples.telling_picture(image_format), name=f"ảnh{suffix}")
    image = PortalImage(title_vi="Ảnh", alt_vi="Cổng đền", file=file)
    image.save()
    return image


def content(rendition: PortalRendition) -> bytes:
    return Path(rendition.file.path).read_bytes()


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize(("image_format", "suffix"), ORIGINALS)
def test_a_rendition_carries_nothing_but_pixels(image_format: str, suffix: str, spec: str) -> None:
    rendition = saved(image_format, suffix).get_rendition(spec)

    with rendition.file.open() as file:
        assert not carries_metadata(file)
    assert samples.CANARY.encode() not in content(rendition)
    if not rendition.file.name.endswith(".avif"):
        assert is_pixels_only(content(rendition))


@pytest.mark.parametrize(("image_format", "suffix"), ORIGINALS)
def test_even_an_original_put_behind_the_gate_gives_clean_renditions(image_format: str, suffix: str) -> None:
    image = saved(image_format, suffix)
    Path(image.file.path).write_bytes(samples.telling_picture(image_format))

    one = image.get_rendition("width-20")
    several = image.get_renditions("width-10", "width-12", "original").values()

    for rendition in (one, *several):
        with rendition.file.open() as file:
            assert not carries_metadata(file)
        assert samples.CANARY.encode() not in content(rendition)


def test_a_rendition_of_a_sideways_photo_stands_upright() -> None:
    data = samples.picture("JPEG", exif=samples.exif(orientation=6))
    image = PortalImage(title_vi="Ảnh", file=ContentFile(data, name="a.jpg"))
    image.save()

    rendition = image.get_rendition("width-24")

    assert (rendition.width, rendition.height) == (24, 32)
    assert samples.decoded(content(rendition)).size == (24, 32)


def test_the_alternative_text_is_that_of_the_language_being_read() -> None:
    image = saved("JPEG", ".jpg")
    PortalImage.objects.filter(pk=image.pk).update(alt_ja="寺の門")
    rendition = PortalImage.objects.get(pk=image.pk).get_rendition("width-20")

    said = {}
    for language in ("vi", "en", "ja", "ko"):
        with translation.override(language):
            said[language] = rendition.alt

    assert said == {"vi": "Cổng đền", "en": "", "ja": "寺の門", "ko": ""}


def test_the_name_inside_the_admin_never_becomes_alternative_text() -> None:
    image = PortalImage(title_vi="IMG_1234", file=ContentFile(samples.picture(), name="a.jpg"))
    image.save()

    with translation.override("vi"):
        assert image.get_rendition("width-20").alt == ""


def test_text_given_beside_the_picture_wins_and_decoration_is_silent() -> None:
    image = saved("JPEG", ".jpg")
    rendition = image.get_rendition("width-20")

    rendition.image.contextual_alt_text = "Cổng nhìn từ hồ"
    assert rendition.alt == "Cổng nhìn từ hồ"
    rendition.image.decorative = True
    assert rendition.alt == ""
