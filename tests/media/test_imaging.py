"""A picture is drawn anew: its pixels survive, nothing else does."""

import io

import pytest
from PIL import Image

from media.imaging import CleanImage, ImageFormat, carries_metadata, clean_image
from tests.media import samples
from tests.media.containers import is_pixels_only, parts

FORMATS = [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif")]
RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


def cleaned(data: bytes, suffix: str) -> CleanImage:
    return clean_image(io.BytesIO(data), name=f"ảnh{suffix}")


def colour(image: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    """The colour at a place, rounded so that lossy coding does not show."""
    pixel = image.convert("RGB").getpixel(at)
    assert isinstance(pixel, tuple)
    return tuple(0 if value < 60 else 255 if value > 195 else value for value in pixel)


@pytest.mark.parametrize(("image_format", "suffix"), FORMATS)
def test_nothing_but_pixels_leaves_the_cleaning(image_format: str, suffix: str) -> None:
    telling = samples.telling_picture(image_format)
    assert samples.CANARY.encode() in telling

    clean = cleaned(telling, suffix)

    assert samples.CANARY.encode() not in clean.content
    assert not carries_metadata(io.BytesIO(clean.content))
    image = samples.decoded(clean.content)
    assert dict(image.getexif()) == {}
    assert {"exif", "xmp", "icc_profile", "comment"}.isdisjoint(image.info)
    assert colour(image, (8, 8)) == RED
    assert colour(image, (56, 40)) == BLUE


@pytest.mark.parametrize(("image_format", "suffix"), FORMATS[:3])
def test_the_file_itself_holds_only_the_parts_that_make_the_picture(image_format: str, suffix: str) -> None:
    telling = samples.telling_picture(image_format)
    assert not is_pixels_only(telling)

    clean = cleaned(telling, suffix).content

    assert is_pixels_only(clean), parts(clean)


@pytest.mark.parametrize(("image_format", "suffix"), FORMATS)
def test_metadata_is_seen_from_the_header(image_format: str, suffix: str) -> None:
    assert carries_metadata(io.BytesIO(samples.telling_picture(image_format)))


@pytest.mark.parametrize(("image_format", "suffix"), FORMATS)
def test_the_same_file_always_gives_the_same_bytes(image_format: str, suffix: str) -> None:
    data = samples.telling_picture(image_format)

    assert cleaned(data, suffix) == cleaned(data, suffix)


@pytest.mark.parametrize(("image_format", "suffix"), FORMATS)
def test_what_comes_out_is_the_format_that_went_in(image_format: str, suffix: str) -> None:
    clean = cleaned(samples.picture(image_format), suffix)

    assert clean.format is ImageFormat(image_format)
    assert clean.format.suffix == suffix
    assert samples.decoded(clean.content).format == image_format


@pytest.mark.parametrize(
    ("orientation", "top_left", "bottom_right", "size"),
    [
        (1, RED, BLUE, (64, 48)),
        (2, BLUE, RED, (64, 48)),
        (3, BLUE, RED, (64, 48)),
        (6, RED, BLUE, (48, 64)),
        (8, BLUE, RED, (48, 64)),
    ],
)
@pytest.mark.parametrize(("image_format", "suffix"), FORMATS[:3])
def test_a_picture_taken_sideways_stands_upright(
    image_format: str,
    suffix: str,
    orientation: int,
    top_left: tuple[int, int, int],
    bottom_right: tuple[int, int, int],
    size: tuple[int, int],
) -> None:
    clean = cleaned(samples.picture(image_format, exif=samples.exif(orientation)), suffix)

    image = samples.decoded(clean.content)
    assert (clean.width, clean.height) == image.size == size
    assert colour(image, (4, 4)) == top_left
    assert colour(image, (size[0] - 5, size[1] - 5)) == bottom_right


def test_colours_are_moved_from_their_profile_to_srgb() -> None:
    clean = cleaned(samples.picture("PNG", icc_profile=samples.swapped_profile()), ".png")

    assert colour(samples.decoded(clean.content), (8, 8)) == GREEN


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P"])
def test_a_broken_profile_costs_nobody_the_picture(mode: str) -> None:
    plain = cleaned(samples.picture("PNG", mode=mode), ".png")

    assert cleaned(samples.picture("PNG", mode=mode, icc_profile=b"no profile"), ".png") == plain


def test_broken_exif_costs_nobody_the_picture() -> None:
    whole = samples.picture("JPEG", exif=samples.exif())
    broken = whole.replace(b"Exif\x00\x00MM\x00*", b"Exif\x00\x00MM\xff\xff", 1)
    assert broken != whole

    assert cleaned(broken, ".jpg") == cleaned(samples.picture("JPEG"), ".jpg")


def test_transparency_is_kept_with_a_profile_and_without() -> None:
    image = Image.new("RGBA", (8, 8), (255, 0, 0, 0))
    for options in ({}, {"icc_profile": samples.swapped_profile()}):
        clean = samples.decoded(cleaned(samples.encoded(image, "PNG", **options), ".png").content)

        assert clean.mode == "RGBA"
        assert clean.getchannel("A").getextrema() == (0, 0)


def test_a_transparent_colour_of_a_palette_becomes_transparency() -> None:
    image = Image.new("P", (8, 8))
    image.putpalette([255, 0, 0, 0, 0, 255])
    clean = samples.decoded(cleaned(samples.encoded(image, "PNG", transparency=0), ".png").content)

    assert clean.mode == "RGBA"
    assert clean.getchannel("A").getextrema() == (0, 0)


def test_print_colours_become_screen_colours() -> None:
    clean = samples.decoded(cleaned(samples.picture("JPEG", mode="CMYK"), ".jpg").content)

    assert clean.mode == "RGB"
    assert colour(clean, (8, 8)) == RED


def test_sixteen_bits_are_scaled_and_not_cut() -> None:
    image = Image.new("I;16", (2, 1))
    image.putpixel((0, 0), 65535)
    image.putpixel((1, 0), 32768)

    clean = samples.decoded(cleaned(samples.encoded(image, "PNG"), ".png").content)

    assert [clean.getpixel((x, 0)) for x in (0, 1)] == [255, 128]


@pytest.mark.parametrize(("mode", "drawn"), [("1", "L"), ("L", "L"), ("P", "RGB"), ("LA", "LA")])
def test_unusual_pixels_become_usual_ones(mode: str, drawn: str) -> None:
    clean = samples.decoded(cleaned(samples.picture("PNG", mode=mode), ".png").content)

    assert clean.mode == drawn


def test_of_a_phones_several_pictures_the_photo_is_kept() -> None:
    photo, depth = Image.new("RGB", (32, 16), "red"), Image.new("RGB", (8, 8), "blue")
    several = samples.encoded(photo, "MPO", save_all=True, append_images=[depth])
    assert samples.decoded(several).format == "MPO"

    clean = cleaned(several, ".jpg")

    assert (clean.format, clean.width, clean.height) == (ImageFormat.JPEG, 32, 16)
    assert is_pixels_only(clean.content)
