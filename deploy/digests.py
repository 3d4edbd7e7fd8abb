"""Reading a file once, in pieces, for everything that has to be known of its bytes."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Digests:
    """What one reading found; *size* in bytes, *md5* raw as S3's ``Content-MD5`` needs it."""

    size: int
    sha256: str
    md5: bytes


def digests(source: BinaryIO, copy_to: BinaryIO | None = None) -> Digests:
    """Read *source* to its end, copying it on the way when asked; memory stays at one piece."""
    size, sha256, md5 = 0, hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    while piece := source.read(_PIECE):
        size += len(piece)
        sha256.update(piece)
        md5.update(piece)
        if copy_to is not None:
            copy_to.write(piece)
    return Digests(size, sha256.hexdigest(), md5.digest())
