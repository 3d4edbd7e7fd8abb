"""A sheet to draw on: shapes with gradients, glows, mist, reflections and a paper grain.

Coordinates are those of a sheet of 1600 by 900, whatever size is drawn. Everything is drawn
at twice its size and reduced at the end. The same calls always give the same picture.
"""

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw

WIDTH, HEIGHT = 1600, 900

Point = tuple[float, float]
Colour = str
"""``#rrggbb``."""
Fill = Colour | tuple[Colour, ...]
"""One colour, or several from top to bottom."""

_OVERSAMPLING = 2
_GRAIN_TILE = 256
_OPAQUE = 255
_SHOWS_ITS_ENDS = 2
"""Pixels; a thinner line needs no round ends."""
# Pillow's radial gradient is white in the corners; this is its value in the middle of an edge.
_GRADIENT_EDGE = 178


def rgb(colour: Colour) -> tuple[int, int, int]:
    """Return the parts of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return *one* with *share* (0 to 1) of *other*."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def curve(points: Sequence[Point], steps: int = 24) -> list[Point]:
    """Return a smooth line through *points* (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    line: list[Point] = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        line += [_between(p0, p1, p2, p3, step / steps) for step in range(steps)]
    return [*line, points[-1]]


def _between(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    def one(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (
            2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
        )

    return one(p0[0], p1[0], p2[0], p3[0]), one(p0[1], p1[1], p2[1], p3[1])


def arc(x: float, y: float, rx: float, ry: float, start: float = 0, end: float = 360) -> list[Point]:
    """Return points of an ellipse between two angles in degrees, clockwise from the right."""
    count = max(12, int(abs(end - start) / 4))
    angles = (math.radians(start + (end - start) * step / count) for step in range(count + 1))
    return [(x + rx * math.cos(angle), y + ry * math.sin(angle)) for angle in angles]


def tapered(count: int, width: float) -> list[float]:
    """Return the widths of a stroke of *count* points that begins and ends in nothing."""
    return [0.5 + width * math.sin(math.pi * step / (count - 1)) ** 0.8 for step in range(count)]


class Canvas:
    """One picture in the making."""

    def __init__(self, width: int, seed: str) -> None:
        self.width = width
        self.random = random.Random(seed)  # noqa: S311 - leaves and ripples, no secrets
        self._scale = width * _OVERSAMPLING / WIDTH
        self._size = (width * _OVERSAMPLING, width * HEIGHT // WIDTH * _OVERSAMPLING)
        self._sheet = Image.new("RGB", self._size)
        self._pen = ImageDraw.Draw(self._sheet)

    def shape(self, points: Sequence[Point], fill: Fill, opacity: float = 1) -> None:
        """Fill the polygon *points*."""
        self._paint([self._pixels(points)], fill, opacity)

    def disc(self, x: float, y: float, r: float, fill: Fill, opacity: float = 1) -> None:
        """Fill a circle."""
        self.shape(arc(x, y, r, r), fill, opacity)

    def ring(self, x: float, y: float, r: float, width: float, fill: Colour, opacity: float = 1) -> None:
        """Draw a circle's line."""
        self.line(arc(x, y, r, r), width, fill, opacity)

    def rect(self, x: float, y: float, width: float, height: float, fill: Fill, opacity: float = 1) -> None:
        """Fill an upright rectangle."""
        self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill, opacity)

    def line(self, points: Sequence[Point], width: float, fill: Fill, opacity: float = 1) -> None:
        """Draw a line with round ends."""
        self.brush(points, [width] * len(points), fill, opacity)

    def brush(self, points: Sequence[Point], widths: Sequence[float], fill: Fill, opacity: float = 1) -> None:
        """Draw a line whose width changes from point to point."""
        left: list[Point] = []
        right: list[Point] = []
        for index, (x, y) in enumerate(points):
            before, after = points[max(index - 1, 0)], points[min(index + 1, len(points) - 1)]
            dx, dy = after[0] - before[0], after[1] - before[1]
            half = widths[index] / 2 / (math.hypot(dx, dy) or 1)
            left.append((x - dy * half, y + dx * half))
            right.append((x + dy * half, y - dx * half))
        ends = [
            arc(*points[end], widths[end] / 2, widths[end] / 2)
            for end in (0, -1)
            if widths[end] * self._scale > _SHOWS_ITS_ENDS
        ]
        self._paint([self._pixels(part) for part in ([*left, *reversed(right)], *ends)], fill, opacity)

    def sky(self, fill: Fill, bottom: float = HEIGHT) -> None:
        """Cover the sheet down to *bottom*."""
        self.rect(0, 0, WIDTH, bottom, fill)

    def glow(self, x: float, y: float, r: float, colour: Colour, opacity: float) -> None:
        """Shine from a point; the light is gone at *r*."""
        radius = max(2, round(r * self._scale))
        falloff = [round(_OPAQUE * opacity * max(0, 1 - value / _GRADIENT_EDGE) ** 2) for value in range(256)]
        mask = (
            Image.radial_gradient("L")
            .point(falloff)
            .resize((radius * 2, radius * 2), Image.Resampling.BICUBIC)
        )
        corner = (round(x * self._scale) - radius, round(y * self._scale) - radius)
        self._sheet.paste(rgb(colour), (*corner, corner[0] + radius * 2, corner[1] + radius * 2), mask)

    def mist(self, top: float, bottom: float, colour: Colour, opacity: float) -> None:
        """Lay a veil over a band, thickest in its middle."""
        y0, y1 = round(top * self._scale), round(bottom * self._scale)
        column = Image.new("L", (1, y1 - y0))
        column.putdata(
            [round(_OPAQUE * opacity * math.sin(math.pi * row / (y1 - y0)) ** 2) for row in range(y1 - y0)]
        )
        self._sheet.paste(rgb(colour), (0, y0, self._size[0], y1), column.resize((self._size[0], y1 - y0)))

    def reflect(self, horizon: float, water: tuple[Colour, Colour], clearness: float = 0.5) -> None:
        """Fill the sheet below *horizon* with water in which the picture above is mirrored."""
        y0 = round(horizon * self._scale)
        depth = self._size[1] - y0
        above = self._sheet.crop((0, max(0, y0 - depth), self._size[0], y0))
        mirrored = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((self._size[0], depth))
        surface = self._gradient(water, self._size[0], depth)
        fading = Image.new("L", (1, depth))
        fading.putdata([round(_OPAQUE * clearness * (1 - 0.75 * row / depth)) for row in range(depth)])
        surface.paste(mirrored, (0, 0), fading.resize((self._size[0], depth)))
        self._sheet.paste(surface, (0, y0))

    def finished(self) -> Image.Image:
        """Return the picture at its size, with a fine paper grain."""
        picture = self._sheet.resize((self.width, self._size[1] // _OVERSAMPLING), Image.Resampling.LANCZOS)
        tile = Image.frombytes("L", (_GRAIN_TILE, _GRAIN_TILE), self.random.randbytes(_GRAIN_TILE**2))
        grain = Image.new("L", picture.size)
        for x in range(0, picture.width, _GRAIN_TILE):
            for y in range(0, picture.height, _GRAIN_TILE):
                grain.paste(tile, (x, y))
        light = grain.point([124 + value // 32 for value in range(256)]).convert("RGB")
        return ImageChops.overlay(picture, light)

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self._scale, y * self._scale) for x, y in points]

    def _paint(self, outlines: Sequence[Sequence[Point]], fill: Fill, opacity: float) -> None:
        if isinstance(fill, str) and opacity >= 1:
            for outline in outlines:
                self._pen.polygon(outline, fill=fill)
            return
        points = [point for outline in outlines for point in outline]
        x0, y0 = (max(0, math.floor(min(values))) for values in zip(*points, strict=True))
        x1 = min(self._size[0], math.ceil(max(x for x, _ in points)) + 1)
        y1 = min(self._size[1], math.ceil(max(y for _, y in points)) + 1)
        if x1 <= x0 or y1 <= y0:
            return
        mask = Image.new("L", (x1 - x0, y1 - y0))
        draw = ImageDraw.Draw(mask)
        for outline in outlines:
            draw.polygon([(x - x0, y - y0) for x, y in outline], fill=round(_OPAQUE * opacity))
        if isinstance(fill, str):
            self._sheet.paste(rgb(fill), (x0, y0, x1, y1), mask)
        else:
            self._sheet.paste(self._gradient(fill, x1 - x0, y1 - y0), (x0, y0), mask)

    @staticmethod
    def _gradient(colours: tuple[Colour, ...], width: int, height: int) -> Image.Image:
        stops = [rgb(colour) for colour in colours]
        stretch = (len(stops) - 1) / max(1, height - 1)
        pixels = []
        for row in range(height):
            index = min(int(row * stretch), len(stops) - 2)
            share = row * stretch - index
            (r0, g0, b0), (r1, g1, b1) = stops[index], stops[index + 1]
            pixels.append(
                (round(r0 + (r1 - r0) * share), round(g0 + (g1 - g0) * share), round(b0 + (b1 - b0) * share))
            )
        column = Image.new("RGB", (1, height))
        column.putdata(pixels)
        return column.resize((width, height))
