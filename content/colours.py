"""The organisation's two colours as CSS, made legible: a bad choice is corrected, never refused.

Every colour that text stands in or on reaches the contrast of 4.5:1 that WCAG 2.2 AA asks
for, in the light scheme and in the dark one.
"""

import colorsys
import re

READABLE = 4.5
"""The least contrast of text and background, WCAG 2.2, 1.4.3."""

DEFAULT_BRAND = "#9b2d1f"
DEFAULT_ACCENT = "#1f5f5b"
TEXT_ON_BRAND = "#fffaf2"
LIGHT_BACKGROUNDS = ("#fcf8f1", "#f4ecdf")
DARK_BACKGROUNDS = ("#18110e", "#2a1e19")

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_STEP = 0.02
_DEEPER = 0.62
_STRAIGHT_UNTIL = 0.04045

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


def stylesheet(brand: str, accent: str) -> str:
    """Return the CSS custom properties for the two colours, each written like ``#9b2d1f``.

    What is no such colour is replaced by the portal's own.
    """
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for name, wanted, own in (("brand", brand, DEFAULT_BRAND), ("accent", accent, DEFAULT_ACCENT)):
        colour = chosen(wanted, own)
        light[name] = darkened_against(colour, TEXT_ON_BRAND)
        light[f"{name}-deep"] = _scaled(light[name], _DEEPER)
        light[f"{name}-text"] = darkened_against(colour, *LIGHT_BACKGROUNDS)
        dark[f"{name}-text"] = lightened_against(colour, *DARK_BACKGROUNDS)
    in_the_dark = f"@media screen and (prefers-color-scheme:dark){{{_declared(dark)}}}"
    return f"{_declared(light)}\n{in_the_dark}\n"


def chosen(colour: str, own: str) -> str:
    """Return *colour* in small letters, or *own* where it is none, such as ``red``."""
    return colour.lower() if _HEX.fullmatch(colour) else own


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(_parsed(one)), _luminance(_parsed(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def darkened_against(colour: str, *lights: str) -> str:
    """Return *colour*, or the nearest darker shade that is readable against each of *lights*."""
    return _readable(colour, lights, -_STEP)


def lightened_against(colour: str, *darks: str) -> str:
    """Return *colour*, or the nearest lighter tint that is readable against each of *darks*."""
    return _readable(colour, darks, _STEP)


def _readable(colour: str, others: tuple[str, ...], step: float) -> str:
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parsed(colour))
    shade = colour
    while min(contrast(shade, other) for other in others) < READABLE and 0 <= lightness <= 1:
        lightness += step
        shade = _written(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness)), saturation))
    return shade


def _scaled(colour: str, factor: float) -> str:
    red, green, blue = _parsed(colour)
    return _written((red * factor, green * factor, blue * factor))


def _declared(values: dict[str, str]) -> str:
    return ":root{" + "".join(f"--{name}:{value};" for name, value in values.items()) + "}"


def _parsed(colour: str) -> Colour:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _written(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    # The curve of sRGB is straight where it is darkest (IEC 61966-2-1).
    return part / 12.92 if part <= _STRAIGHT_UNTIL else float(((part + 0.055) / 1.055) ** 2.4)
