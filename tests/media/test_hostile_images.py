"""What is not a picture, or costs too much to open, is refused with a sentence."""

import io

import pytest
from django.utils import translation
from PIL import Image

from media.exceptions import UnreadableImage
from media.imaging import MAX_BYTES, clean_image
from tests.media import samples


def refusal(data: bytes, name: str = "ảnh.jpg") -> str | None:
    with pytest.raises(UnreadableImage) as refused:
        clean_image(io.BytesIO(data), name=name)
    assert refused.value.messages[0].endswith(".")
    code: str | None = refused.value.code
    return code


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"Only words, renamed.", "words.jpg"),
        (samples.SVG, "drawing.svg"),
        (samples.SVG, "drawing.jpg"),
        (b"<?xml version='1.0'?>" + samples.SVG, "drawing.png"),
        (b"<html><script>alert(1)</script></html>", "page.png"),
        (samples.PDF, "document.jpg"),
        (samples.DOCX, "document.png"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "vector.jpg"),
        (samples.picture("GIF"), "still.gif"),
        (samples.picture("TIFF"), "scan.jpg"),
        (samples.picture("BMP"), "paint.png"),
        (b"\x00" * 1000, "zeros.jpg"),
    ],
)
def test_what_is_not_a_picture_is_refused(data: bytes, name: str) -> None:
    assert refusal(data, name) == "not_an_image"


@pytest.mark.parametrize(
    ("image_format", "suffix"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif")]
)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_half_a_picture_is_refused(image_format: str, suffix: str, share: float) -> None:
    whole = samples.picture(image_format, size=(400, 300))

    assert refusal(whole[: int(len(whole) * share)], f"half{suffix}") in {"damaged", "not_an_image"}


@pytest.mark.parametrize(
    ("width", "height"), [(50_000, 50_000), (10_000, 10_000), (8_000, 5_001), (1, 40_000_001)]
)
def test_a_bomb_is_refused_by_its_header_before_it_is_decoded(width: int, height: int) -> None:
    assert refusal(samples.png_header(width, height), "bomb.png") == "too_many_pixels"


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_bomb_is_refused_where_warnings_are_only_printed() -> None:
    assert refusal(samples.png_header(10_000, 10_000), "bomb.png") == "too_many_pixels"


def test_a_header_within_the_limit_is_decoded() -> None:
    assert refusal(samples.png_header(100, 100), "empty.png") == "damaged"


def test_a_file_over_the_limit_is_refused_unopened() -> None:
    assert refusal(samples.picture("JPEG") + b"\x00" * MAX_BYTES) == "too_large"


def test_sixteen_megabytes_are_too_many() -> None:
    assert refusal(b"\xff\xd8" + b"\x00" * 16 * 1024**2) == "too_large"


def test_no_bytes_are_no_picture() -> None:
    assert refusal(b"") == "empty"


@pytest.mark.parametrize(
    ("image_format", "name"),
    [("PNG", "a.jpg"), ("JPEG", "a.png"), ("WEBP", "a.jpg"), ("JPEG", "a"), ("JPEG", "a.jpg.exe")],
)
def test_a_name_that_lies_about_the_format_is_refused(image_format: str, name: str) -> None:
    assert refusal(samples.picture(image_format), name) == "wrong_suffix"


@pytest.mark.parametrize(("image_format", "suffix"), [("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif")])
def test_an_animation_is_refused(image_format: str, suffix: str) -> None:
    assert refusal(samples.animation(image_format), f"moving{suffix}") == "animated"


def test_a_picture_that_asks_for_a_thousand_passes_is_refused() -> None:
    plain = samples.picture("JPEG", progressive=True)
    scan = plain[plain.rindex(b"\xff\xda") : -2]

    assert refusal(plain[:-2] + scan * 1000 + plain[-2:]) == "too_many_scans"


@pytest.mark.parametrize(("passes", "code"), [(100, "damaged"), (101, "too_many_scans")])
def test_a_large_picture_may_ask_for_fewer_passes(passes: int, code: str) -> None:
    large = samples.encoded(Image.new("L", (8000, 5000)), "JPEG")
    cut_in_its_only_pass = large[: len(large) // 2]

    assert refusal(cut_in_its_only_pass + b"\xff\xda" * (passes - 1)) == code


def test_a_second_file_hidden_in_a_picture_is_gone() -> None:
    script = b"<script>fetch('//evil.example')</script>"
    for hidden in (samples.DOCX, script, samples.PDF):
        both = samples.picture("JPEG", comment=script) + hidden

        clean = clean_image(io.BytesIO(both), name="both.jpg").content

        assert hidden not in clean
        assert script not in clean


def test_the_sentence_names_the_limit() -> None:
    with translation.override("en"), pytest.raises(UnreadableImage, match="more than 40 million pixels"):
        clean_image(io.BytesIO(samples.png_header(9000, 9000)), name="large.png")
