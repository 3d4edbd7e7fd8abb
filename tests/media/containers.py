"""What a picture file consists of, read without the library that wrote it."""

import struct
from collections.abc import Iterator

JPEG_PIXELS_ONLY = {0xC0, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0}
"""Frame, tables, scan, restart interval, and the JFIF header."""

PNG_PIXELS_ONLY = {b"IHDR", b"IDAT", b"IEND"}
WEBP_PIXELS_ONLY = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}


def parts(data: bytes) -> set[int] | set[bytes]:
    """The kinds of segments or chunks of a JPEG, PNG or WebP."""
    if data.startswith(b"\xff\xd8"):
        return set(_jpeg_markers(data))
    if data.startswith(b"\x89PNG"):
        return set(_chunks(data, start=8, order=">", size_first=True, trailer=4))
    return set(_chunks(data, start=12, order="<", size_first=False, trailer=0))


def is_pixels_only(data: bytes) -> bool:
    """Whether nothing but the picture itself is in a JPEG, PNG or WebP, and nothing behind it."""
    if data.startswith(b"\xff\xd8"):
        return data.endswith(b"\xff\xd9") and set(_jpeg_markers(data)) <= JPEG_PIXELS_ONLY
    if data.startswith(b"\x89PNG"):
        return data.endswith(b"IEND\xaeB`\x82") and parts(data) <= PNG_PIXELS_ONLY
    declared = struct.unpack("<I", data[4:8])[0] + 8
    return len(data) == declared and parts(data) <= WEBP_PIXELS_ONLY


def _jpeg_markers(data: bytes) -> Iterator[int]:
    """Yield the markers up to the first scan; what is coded after it holds pixels."""
    position = 2
    while position < len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        yield marker
        if marker == 0xDA:
            return
        position += 2 + struct.unpack(">H", data[position + 2 : position + 4])[0]


def _chunks(data: bytes, *, start: int, order: str, size_first: bool, trailer: int) -> Iterator[bytes]:
    position = start
    while position + 8 <= len(data):
        first, second = data[position : position + 4], data[position + 4 : position + 8]
        size_bytes, kind = (first, second) if size_first else (second, first)
        size = struct.unpack(f"{order}I", size_bytes)[0]
        yield kind
        position += 8 + size + trailer
        if not size_first:
            position += size % 2
