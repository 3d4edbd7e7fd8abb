"""The sizes in which pictures are shown. Whoever prepares files in advance reads them here."""

from collections.abc import Mapping
from dataclasses import dataclass

from content.surroundings import Picture, Surroundings
from media.models import PortalImage

SHAPES: Mapping[str, tuple[str, ...]] = {
    "wide": tuple(f"width-{width}|format-webp" for width in (480, 800, 1200, 1600)),
    "card": tuple(f"fill-{width}x{width * 2 // 3}|format-webp" for width in (480, 960)),
}
"""Wagtail filter specs of each shape, smallest first: *wide* keeps the picture's own form."""

LOGO = "max-480x144|format-webp"
SOCIAL = "fill-1200x630|format-jpeg"
"""The picture that other sites show with a link; many of them read no WebP."""

_STEPS = 10
_MIDDLE = 5


@dataclass(frozen=True, slots=True)
class ResponsivePicture:
    """One picture in several widths: the file that every browser can take, and the choice for ``srcset``.

    *focus* are the classes that keep the focal point in sight where the page cuts the picture,
    such as ``across-3 down-7``; empty for the middle, and for shapes that are cut already.
    """

    url: str
    width: int
    height: int
    srcset: str
    focus: str = ""


def responsive(site: Surroundings, image: PortalImage | int, shape: str) -> ResponsivePicture | None:
    """Return *image* in the widths of *shape*, or None where its file is missing.

    Raises:
        KeyError: *shape* is not one of `SHAPES`.
    """
    by_width: dict[int, Picture] = {}
    for spec in SHAPES[shape]:
        picture = site.picture(image, spec)
        # A picture smaller than asked for comes back in its own width each time.
        if picture is not None:
            by_width.setdefault(picture.width, picture)
    if not by_width:
        return None
    choice = [by_width[width] for width in sorted(by_width)]
    shown = choice[min(1, len(choice) - 1)]
    srcset = ", ".join(f"{picture.url} {picture.width}w" for picture in choice)
    return ResponsivePicture(shown.url, shown.width, shown.height, srcset, focus_of(image, shape))


def focus_of(image: PortalImage | int, shape: str) -> str:
    """Return the classes that place the focal point of *image*, in tenths of its width and height."""
    if isinstance(image, int) or shape != "wide" or not image.has_focal_point():
        return ""
    across = round(_STEPS * image.focal_point_x / image.width)
    down = round(_STEPS * image.focal_point_y / image.height)
    named = (("across", across), ("down", down))
    return " ".join(f"{way}-{min(_STEPS, max(0, step))}" for way, step in named if step != _MIDDLE)
