"""Files to upload, good and hostile, made on the spot."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

CANARY = "CANARY-20.4388N-106.1621E"
ORIENTATION = 0x0112
_DESCRIPTION = 0x010E
_GPS = 0x8825
_XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><place>{CANARY}</place></x:xmpmeta>"


def picture(
    image_format: str = "JPEG", *, size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: Any
) -> bytes:
    """A picture whose left half is red and right half blue, with an alpha channel where *mode* has one."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    return encoded(image.convert(mode), image_format, **options)


def encoded(image: Image.Image, image_format: str, **options: Any) -> bytes:
    output = io.BytesIO()
    image.save(output, image_format, **options)
    return output.getvalue()


def decoded(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def exif(orientation: int = 1) -> bytes:
    """EXIF with the canary as description and as place in its GPS directory."""
    tags = Image.Exif()
    tags[ORIENTATION] = orientation
    tags[_DESCRIPTION] = CANARY
    tags[_GPS] = {1: "N", 2: (20.0, 26.0, 19.0), 3: "E", 4: (106.0, 9.0, 43.0), 28: CANARY.encode()}
    return tags.tobytes()


def telling_picture(image_format: str) -> bytes:
    """A picture carrying EXIF with GPS, XMP, a colour profile and whatever else the format knows."""
    options: dict[str, Any] = {"exif": exif(), "icc_profile": srgb_profile()}
    if image_format == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_itxt("XML:com.adobe.xmp", _XMP)
        texts.add_text("Comment", CANARY)
        return picture("PNG", **options, pnginfo=texts)
    telling = picture(image_format, **options, xmp=_XMP.encode())
    return _with_iptc_and_comment(telling) if image_format == "JPEG" else telling


def _with_iptc_and_comment(jpeg: bytes) -> bytes:
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(CANARY)) + CANARY.encode()
    segments = b"".join(
        b"\xff" + marker + struct.pack(">H", len(body) + 2) + body
        for marker, body in ((b"\xed", iptc), (b"\xfe", CANARY.encode()))
    )
    return jpeg[:2] + segments + jpeg[2:]


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped_profile() -> bytes:
    """A colour profile in which what is written as red means green."""
    return (
        srgb_profile().replace(b"rXYZ", b"????", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"????", b"gXYZ", 1)
    )


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and has no pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    )


def animation(image_format: str) -> bytes:
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "green", "blue")]
    return encoded(frames[0], image_format, save_all=True, append_images=frames[1:], duration=100)


def archive(parts: Iterable[str]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as written:
        for part in parts:
            written.writestr(part, "<xml/>")
    return output.getvalue()


PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"
DOCX = archive(["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
XLSX = archive(["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"])
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>'
