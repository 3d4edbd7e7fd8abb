"""What all cards of one pair of colours stand on: lacquer, the threads of a loom, a woven band."""

import math
from functools import lru_cache

from PIL import Image, ImageDraw

from content.colours import TEXT_ON_BRAND, darkened_against

WIDTH, HEIGHT = 1200, 630
"""Pixels; the form that Open Graph asks for."""

GOLD = "#e3bd77"
BAND = 18
"""Pixels of the woven band at the foot."""

_DEEPER = 0.62
_OVERSAMPLING = 2
_THREADS = ((1.08, -0.3, 52, 0.15), (-0.12, 1.4, 80, 0.09))
"""Centre as shares of width and height, distance of the threads in pixels, and how much gold is in them."""

_WOVEN = ((18, "brand"), (2, "gold"), (2, "brand"), (2, "gold"), (18, "accent"), (2, "gold"), (2, "accent"))
_RAYS = 14

Colour = tuple[int, int, int]


def rgb(written: str) -> Colour:
    """Return the parts of ``#rrggbb``."""
    return int(written[1:3], 16), int(written[3:5], 16), int(written[5:7], 16)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return *one* with *share* (0 to 1) of *other*."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


@lru_cache(maxsize=4)
def ground(brand: str, accent: str) -> Image.Image:
    """Return the ground in two colours, each written like ``#9b2d1f``; nobody may draw on it."""
    main = rgb(darkened_against(brand, TEXT_ON_BRAND))
    deep = mixed((0, 0, 0), main, _DEEPER)
    sheet = _lacquer(main, deep)
    sheet = Image.composite(Image.new("RGB", sheet.size, rgb(GOLD)), sheet, _threads())
    _weave(sheet, {"brand": main, "accent": rgb(accent), "gold": rgb(GOLD)})
    return sheet


def _lacquer(main: Colour, deep: Colour) -> Image.Image:
    row = Image.new("RGB", (WIDTH, 1))
    pen = ImageDraw.Draw(row)
    for x in range(WIDTH):
        # Lightest at three fifths of the width, as on the portal's front page.
        share = 1 - abs(x / WIDTH - 0.62) / 0.62
        pen.point((x, 0), mixed(deep, main, max(0.0, share)))
    return row.resize((WIDTH, HEIGHT))


def _threads() -> Image.Image:
    mask = Image.new("L", (WIDTH * _OVERSAMPLING, HEIGHT * _OVERSAMPLING))
    pen = ImageDraw.Draw(mask)
    for across, down, distance, strength in _THREADS:
        x, y = across * mask.width, down * mask.height
        farthest = math.hypot(mask.width, mask.height) * 1.5
        for number in range(1, int(farthest / (distance * _OVERSAMPLING))):
            radius = number * distance * _OVERSAMPLING
            box = (x - radius, y - radius, x + radius, y + radius)
            pen.ellipse(box, outline=round(255 * strength), width=_OVERSAMPLING)
    return mask.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _weave(sheet: Image.Image, colours: dict[str, Colour]) -> None:
    pen = ImageDraw.Draw(sheet)
    x = 0
    while x < WIDTH:
        for width, name in _WOVEN:
            pen.rectangle((x, HEIGHT - BAND, x + width - 1, HEIGHT), fill=colours[name])
            x += width


@lru_cache(maxsize=2)
def star(size: int) -> Image.Image:
    """Return the emblem's star with its fourteen rays as a mask of *size* pixels."""
    large = size * 4
    mask = Image.new("L", (large, large))
    middle = large / 2
    points = []
    for step in range(_RAYS * 2):
        radius = middle * (0.98 if step % 2 == 0 else 0.38)
        angle = math.pi * step / _RAYS - math.pi / 2
        points.append((middle + radius * math.cos(angle), middle + radius * math.sin(angle)))
    pen = ImageDraw.Draw(mask)
    pen.polygon(points, fill=255)
    heart = middle * 0.2
    pen.ellipse((middle - heart, middle - heart, middle + heart, middle + heart), fill=0)
    return mask.resize((size, size), Image.Resampling.LANCZOS)
