"""The faces that cards are set in: one Debian package has the letters of all four languages.

`fonts-noto-cjk` is installed by `make setup`. Where it is missing there are no cards, and
pages are shared with their lead picture.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTCollection
from PIL import ImageFont

PACKAGE = "fonts-noto-cjk"
FOLDER = Path("/usr/share/fonts/opentype/noto")
SERIF = FOLDER / "NotoSerifCJK-Bold.ttc"
SANS = FOLDER / "NotoSansCJK-Bold.ttc"

# Han characters look different in Japan and Korea, and Japanese quotation marks are as wide as a
# letter: Latin text is set in the Korean face.
_JAPANESE, _KOREAN = 0, 1
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a collection."""

    path: Path
    number: int

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """Return the face at *size* pixels."""
        return _opened(self, size)

    def lacks(self, text: str) -> str:
        """Return the characters of *text* that the face has no glyph for, each once."""
        known = _letters(self)
        return "".join(dict.fromkeys(letter for letter in text if ord(letter) not in known))


def face(path: Path, language: str) -> Face:
    """Return the face of a collection for a language."""
    return Face(path, _JAPANESE if language == "ja" else _KOREAN)


def are_there() -> bool:
    """Whether the faces are on this machine."""
    return SERIF.exists() and SANS.exists()


def settable(text: str) -> str:
    """Return *text* as it is set: composed letters, one space between words, nothing that cannot be seen."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(letter for letter in composed if _is_seen(letter)).split())


def _is_seen(letter: str) -> bool:
    if letter.isspace():
        return True
    return unicodedata.category(letter) not in _UNSEEN and ord(letter) not in _VARIATION_SELECTORS


@lru_cache(maxsize=64)
def _opened(face: Face, size: int) -> ImageFont.FreeTypeFont:
    # Basic layout: none of the four scripts needs shaping, and its result does not depend on a library.
    return ImageFont.truetype(face.path, size, index=face.number, layout_engine=ImageFont.Layout.BASIC)


@cache
def _letters(face: Face) -> frozenset[int]:
    with TTCollection(face.path, lazy=True) as collection:
        return frozenset(collection.fonts[face.number].getBestCmap())
