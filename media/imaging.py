"""Pictures as they may enter: decoded under limits, upright, in sRGB, without metadata.

Every picture is drawn anew from its pixels, so nothing else in the file survives: no
EXIF, GPS, XMP, IPTC, colour profile, comment, embedded preview or appended archive.
The same file always gives the same bytes, so a duplicate is recognised by its hash.
"""

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, Any

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from media.exceptions import UnreadableImage
from media.names import suffix_of

MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 40_000_000

# A progressive JPEG can ask for a million passes over the picture. Cameras and editors write
# about ten; a film appended by a phone contains the two bytes a few hundred times by chance.
# A pass over 40 million pixels takes a twentieth of a second.
_MAX_JPEG_SCANS = 500
_MAX_SCANNED_PIXELS = 100 * MAX_PIXELS
_JPEG_SCAN = b"\xff\xda"


class ImageFormat(StrEnum):
    """The formats pictures are stored in, by Pillow's names."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    AVIF = "AVIF"

    @property
    def suffix(self) -> str:
        """The suffix of a stored file of this format, with its dot."""
        return SUFFIXES[self][0]


SUFFIXES = {
    ImageFormat.JPEG: (".jpg", ".jpeg"),
    ImageFormat.PNG: (".png",),
    ImageFormat.WEBP: (".webp",),
    ImageFormat.AVIF: (".avif",),
}

# Phones write several pictures into one JPEG and Pillow calls that MPO; the first is the photo.
_FORMAT_BY_PILLOW_NAME = {**{str(known): known for known in ImageFormat}, "MPO": ImageFormat.JPEG}

_ENCODING: dict[ImageFormat, dict[str, Any]] = {
    ImageFormat.JPEG: {"quality": 92},
    ImageFormat.PNG: {},
    ImageFormat.WEBP: {"quality": 92},
    ImageFormat.AVIF: {"quality": 85},
}

# What a file drawn by `clean_image` may still say about itself.
_TECHNICAL_INFO = frozenset(
    "jfif jfif_version jfif_unit jfif_density progressive progression transparency interlace "
    "loop background timestamp duration".split()
)


@dataclass(frozen=True, slots=True)
class CleanImage:
    """A picture drawn anew: its bytes, what they are, and its size in pixels."""

    content: bytes
    format: ImageFormat
    width: int
    height: int


def clean_image(file: IO[bytes], *, name: str = "") -> CleanImage:
    """Draw the picture in *file* anew.

    Args:
        file: is read from its start; at most 15 MB.
        name: what the sender calls it; by default the file's own name. Its suffix must be
            one of the format that is really inside.

    Raises:
        UnreadableImage: not a still JPEG, PNG, WebP or AVIF picture within the limits, or
            damaged, or named as something else.
    """
    data = _read(file)
    try:
        with Image.open(io.BytesIO(data), formats=list(ImageFormat)) as image:
            image_format = _checked_format(image, name or getattr(file, "name", "") or "")
            _check_limits(image, data)
            pixels = _pixels(image)
            return CleanImage(_encode(pixels, image_format), image_format, *pixels.size)
    except UnreadableImage:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except UnidentifiedImageError as error:
        raise UnreadableImage(
            _("This file is not a picture that can be read. Upload a JPEG, PNG, WebP or AVIF file."),
            code="not_an_image",
        ) from error
    except Exception as error:  # decoders of hostile bytes raise nearly every type there is
        raise UnreadableImage(
            _("This picture is damaged or incomplete. Save or export it again and upload the new file."),
            code="damaged",
        ) from error


def carries_metadata(file: IO[bytes]) -> bool:
    """Tell from the header of a readable picture whether it says more than its pixels."""
    file.seek(0)
    with Image.open(file, formats=list(ImageFormat)) as image:
        carries = not _TECHNICAL_INFO.issuperset(image.info)
    file.seek(0)
    return carries


def _read(file: IO[bytes]) -> bytes:
    file.seek(0)
    data = file.read(MAX_BYTES + 1)
    if not data:
        raise UnreadableImage(_("This file is empty. Choose the picture again."), code="empty")
    if len(data) > MAX_BYTES:
        raise UnreadableImage(
            _("This picture is larger than %(limit)d MB. Save it smaller and upload it again."),
            code="too_large",
            params={"limit": MAX_BYTES // 1024**2},
        )
    return data


def _checked_format(image: Image.Image, name: str) -> ImageFormat:
    found = _FORMAT_BY_PILLOW_NAME[image.format or ""]
    if suffix_of(name) not in SUFFIXES[found]:
        raise UnreadableImage(
            _("This file is really a %(format)s picture. Rename it to end in %(suffix)s and try again."),
            code="wrong_suffix",
            params={"format": found.value, "suffix": found.suffix},
        )
    return found


def _check_limits(image: Image.Image, data: bytes) -> None:
    """Refuse what would cost too much to decode, from the header alone."""
    if image.width * image.height > MAX_PIXELS:
        raise _too_many_pixels()
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise UnreadableImage(
            _("This picture is animated. Upload a still picture, or a video."), code="animated"
        )
    scans = data.count(_JPEG_SCAN) if image.format in ("JPEG", "MPO") else 0
    if scans > min(_MAX_JPEG_SCANS, _MAX_SCANNED_PIXELS // (image.width * image.height)):
        raise UnreadableImage(
            _("This picture is built in a way that takes too long to open. Export it again as a plain JPEG."),
            code="too_many_scans",
        )


def _too_many_pixels() -> UnreadableImage:
    return UnreadableImage(
        _("This picture has more than %(limit)d million pixels. Save it smaller and upload it again."),
        code="too_many_pixels",
        params={"limit": MAX_PIXELS // 1_000_000},
    )


def _pixels(image: Image.Image) -> Image.Image:
    image.load()
    profile = image.info.get("icc_profile")
    drawn = _to_srgb(_eight_bit(_upright(image)), profile).copy()
    drawn.info = {}
    return drawn


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # noqa: BLE001 - broken EXIF raises nearly every type there is; the pixels are read
        return image


def _eight_bit(image: Image.Image) -> Image.Image:
    """Return *image* in one of the modes L, LA, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")
    grey = image.mode in ("1", "L", "LA")
    if image.has_transparency_data:
        return image.convert("LA" if grey else "RGBA")
    if image.mode == "CMYK":
        return image
    return image.convert("L" if grey else "RGB")


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    opaque = image.convert(image.mode[:-1]) if alpha else image
    converted = _through_profile(opaque, profile) if profile else opaque
    if converted.mode == "CMYK":
        converted = converted.convert("RGB")
    if alpha:
        converted.putalpha(alpha)
    return converted


def _through_profile(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        # A profile that is broken or meant for other channels: the pixels are the best there is.
        return image
    return converted or image


def _encode(image: Image.Image, image_format: ImageFormat) -> bytes:
    output = io.BytesIO()
    image.save(output, image_format.value, **_ENCODING[image_format])
    return output.getvalue()
