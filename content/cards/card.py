"""One card: title, section, organisation and lead picture on the portal's ground. Pure but for the faces."""

import hashlib
import io
from dataclasses import astuple, dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from PIL import Image, ImageDraw, features
from PIL import __version__ as pillow

from content.cards import faces
from content.cards.ground import BAND, GOLD, HEIGHT, WIDTH, ground, star
from content.cards.lines import balanced, broken, shortened
from content.colours import TEXT_ON_BRAND

PICTURE_WIDTH = 456
"""Pixels that the lead picture takes at the right."""

PICTURE = f"fill-{PICTURE_WIDTH}x{HEIGHT}|format-jpeg"
"""The rendition that is put on a card, as a Wagtail filter spec."""

MOST_BYTES = 100_000
"""No card is larger."""

_MARGIN = 64
_STAR = 44
_SIZES = (68, 60, 52, 46, 40)
"""Heights of the title's letters in pixels, the first that fits is taken."""
_LEADING = {"vi": 1.3, "en": 1.2, "ja": 1.35, "ko": 1.35}
_SMALL = 26
_SMALL_LEADING = 1.4
_QUALITIES = (78, 66, 50, 35, 20)


@dataclass(frozen=True, slots=True)
class CardContents:
    """What a card says. Colours are written like ``#9b2d1f``; *has_logo* leaves the portal's star out."""

    language: str
    title: str
    section: str
    organisation: str
    brand: str
    accent: str
    has_logo: bool = False


class CannotBeSet(ValueError):
    """A card cannot be drawn: a face is missing, or it lacks a letter; the text is a whole sentence."""


def identity(contents: CardContents, picture: bytes | None) -> str:
    """Return 32 hex digits that change with whatever the card would look different for."""
    found = hashlib.blake2b(repr(astuple(contents)).encode(), digest_size=16)
    found.update(_makings())
    found.update(hashlib.blake2b(picture or b"").digest())
    return found.hexdigest()


@cache
def _makings() -> bytes:
    """Return what draws, as bytes: this code, the library and the faces."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    sizes = [path.stat().st_size for path in (faces.SERIF, faces.SANS) if path.exists()]
    return hashlib.blake2b(
        code + f"{pillow} {features.version('freetype2')} {features.version('jpg')} {sizes}".encode()
    ).digest()


def draw(contents: CardContents, picture: bytes | None = None) -> bytes:
    """Return the card as a JPEG of 1200 by 630 pixels and at most 100 kB; the same each time.

    Args:
        picture: the lead picture in the form of `PICTURE`, if there is one.

    Raises:
        CannotBeSet: see there.
        OSError: *picture* cannot be read.
    """
    if not faces.are_there():
        raise CannotBeSet(f"Cards need the Debian package {faces.PACKAGE}. Install it and bake again.")
    sheet = _sheet(contents.brand, contents.accent, picture).copy()
    width = (WIDTH - PICTURE_WIDTH if picture else WIDTH) - 2 * _MARGIN
    _write(sheet, contents, width)
    return _encoded(sheet)


# A page's four cards follow one another and share this.
@lru_cache(maxsize=2)
def _sheet(brand: str, accent: str, picture: bytes | None) -> Image.Image:
    sheet = ground(brand, accent)
    if picture is None:
        return sheet
    sheet = sheet.copy()
    with Image.open(io.BytesIO(picture), formats=["JPEG"]) as opened:
        shown = opened.convert("RGB")
    if shown.size != (PICTURE_WIDTH, HEIGHT):
        # A picture smaller than asked for comes in its own size.
        shown = shown.resize((PICTURE_WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    sheet.paste(shown.crop((0, 0, PICTURE_WIDTH, HEIGHT - BAND)), (WIDTH - PICTURE_WIDTH, 0))
    ImageDraw.Draw(sheet).rectangle(
        (WIDTH - PICTURE_WIDTH - 3, 0, WIDTH - PICTURE_WIDTH - 1, HEIGHT - BAND - 1), fill=GOLD
    )
    return sheet


def _write(sheet: Image.Image, contents: CardContents, width: int) -> None:
    pen = ImageDraw.Draw(sheet)
    top = _head(sheet, contents, width)
    bottom = HEIGHT - BAND - _MARGIN * 3 // 4
    section = _small(contents.section, contents.language, width, 1)
    label_height = round(_SMALL * 1.9) if section else 0
    size, lines = _title(contents, width, bottom - top - label_height)
    leading = round(size * _LEADING.get(contents.language, 1.3))
    # The words stand in the middle between the organisation and the band.
    y = top + max(0, (bottom - top - label_height - leading * len(lines)) // 2)
    for line in section:
        pen.text((_MARGIN, y), line, font=_face(faces.SANS, contents).at(_SMALL), fill=GOLD)
    y += label_height
    font = _face(faces.SERIF, contents).at(size)
    for line in lines:
        pen.text((_MARGIN, y), line, font=font, fill=TEXT_ON_BRAND)
        y += leading


def _head(sheet: Image.Image, contents: CardContents, width: int) -> int:
    """Write the organisation at the top; return where the room below it begins."""
    left = _MARGIN
    if not contents.has_logo:
        mark = star(_STAR)
        sheet.paste(GOLD, (left, _MARGIN - 6, left + _STAR, _MARGIN - 6 + _STAR), mark)
        left += _STAR + 18
    lines = _small(contents.organisation, contents.language, width - (left - _MARGIN), 2)
    leading = round(_SMALL * _SMALL_LEADING)
    pen, font = ImageDraw.Draw(sheet), _face(faces.SANS, contents).at(_SMALL)
    y = _MARGIN - 6 + (_STAR - leading) // 2
    for line in lines:
        pen.text((left, y), line, font=font, fill=TEXT_ON_BRAND)
        y += leading
    return max(y, _MARGIN + _STAR) + _SMALL


def _title(contents: CardContents, width: int, room: int) -> tuple[int, list[str]]:
    """Return the size of the title's letters and its lines: as large as there is room for."""
    face, text = _face(faces.SERIF, contents), _settable(contents.title, _face(faces.SERIF, contents))
    leading = _LEADING.get(contents.language, 1.3)
    for size in _SIZES:
        count = max(1, int(room // (size * leading)))
        measure = partial(_width, face, size)
        if len(broken(text, contents.language, width, measure)) <= count:
            return size, balanced(text, contents.language, width, measure)
    return size, shortened(text, contents.language, width, count, measure)


def _small(text: str, language: str, width: int, count: int) -> list[str]:
    face = faces.face(faces.SANS, language)
    return shortened(_settable(text, face), language, width, count, partial(_width, face, _SMALL))


def _face(path: Path, contents: CardContents) -> faces.Face:
    return faces.face(path, contents.language)


@lru_cache(maxsize=8192)
def _width(face: faces.Face, size: int, text: str) -> float:
    return face.at(size).getlength(text)


def _settable(text: str, face: faces.Face) -> str:
    found = faces.settable(text)
    if lacking := face.lacks(found):
        raise CannotBeSet(f"The face of the cards has no letter {lacking!r}, which {text!r} is written with.")
    return found


def _encoded(sheet: Image.Image) -> bytes:
    data = b""
    for quality in _QUALITIES:
        held = io.BytesIO()
        sheet.save(held, "JPEG", quality=quality, subsampling="4:2:0", optimize=False)
        data = held.getvalue()
        if len(data) <= MOST_BYTES:
            break
    return data
