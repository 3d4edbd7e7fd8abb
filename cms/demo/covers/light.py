"""The common palette, and the hours of the day the pictures are seen in."""

from dataclasses import dataclass

from cms.demo.covers.canvas import Colour

LACQUER = "#9b2d1f"
EMBER = "#c8502d"
BRONZE = "#a8763e"
GOLD = "#e0b15a"
RIVER = "#1f5f5b"
DEEP = "#123c3d"
LEAF = "#5d8a5e"
PAPER = "#f6ecda"
MIST = "#dfe5d6"
WHITE = "#fffdf7"
INK = "#231f1c"


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of one hour.

    Attributes:
        sky: from the top down to the horizon.
        land: from far to near.
        water: at the horizon and at the reader's feet.
    """

    sky: tuple[Colour, Colour, Colour]
    sun: Colour
    haze: Colour
    land: tuple[Colour, Colour, Colour]
    water: tuple[Colour, Colour]


MORNING = Light(
    sky=("#4f9492", "#a9cdbd", "#f8dca8"),
    sun="#fff3d6",
    haze="#f6e6c8",
    land=("#9db7a4", "#4f8274", "#1d4f4c"),
    water=("#dfd9b8", "#3f7f78"),
)
DUSK = Light(
    sky=("#4a1d24", "#a63c25", "#efa95a"),
    sun="#ffd98c",
    haze="#f0b271",
    land=("#a5573b", "#6a2f2a", "#2c1a1b"),
    water=("#e39a55", "#54211f"),
)
NIGHT = Light(
    sky=("#0d2330", "#173f46", "#3c6f69"),
    sun="#f6e7bd",
    haze="#7fa79a",
    land=("#2d5f5c", "#194345", "#0c2527"),
    water=("#3f7a74", "#0c2a2f"),
)
NOON = Light(
    sky=("#5fa6a5", "#b9dccb", "#f4efd8"),
    sun="#fffaf0",
    haze="#f2efdc",
    land=("#a9c5a0", "#6d9c6c", "#2c6a54"),
    water=("#cfe4d4", "#2f7f7a"),
)
