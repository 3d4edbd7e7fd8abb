"""Generated pictures: soft colours, so that they compress about as photographs do."""

import colorsys
from io import BytesIO
from random import Random

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFilter

from deploy.bench.words import Prose
from media.models import PortalImage

_SIZE = (1200, 800)
_SHAPES = 40


def make_pictures(count: int, prose: Prose, random: Random) -> list[PortalImage]:
    """Store *count* pictures with Vietnamese words, through the same gate as an upload."""
    found = []
    for number in range(count):
        picture = PortalImage(
            title_vi=prose.phrase(3, 6),
            alt_vi=prose.phrase(5, 9),
            caption_vi=f"{prose.phrase(5, 10)}.",
            credit="Example",
            file=ContentFile(_draw(random), name=f"picture-{number}.jpg"),
        )
        picture.save()
        found.append(picture)
    return found


def _draw(random: Random) -> bytes:
    width, height = _SIZE
    image = Image.new("RGB", _SIZE, _colour(random))
    drawing = ImageDraw.Draw(image)
    for _ in range(_SHAPES):
        x, y, radius = random.randrange(width), random.randrange(height), random.randrange(20, 260)
        drawing.ellipse((x - radius, y - radius, x + radius, y + radius), fill=_colour(random))
    stored = BytesIO()
    image.filter(ImageFilter.GaussianBlur(6)).save(stored, "JPEG", quality=85)
    return stored.getvalue()


def _colour(random: Random) -> tuple[int, int, int]:
    red, green, blue = colorsys.hsv_to_rgb(random.random(), 0.4, 0.8)
    return int(red * 255), int(green * 255), int(blue * 255)
