"""Water, trees, birds and boats: what several pictures share, and the pictures of the open land."""

import math
from collections.abc import Sequence

from cms.demo.covers.canvas import HEIGHT, WIDTH, Canvas, Colour, Fill, Point, arc, curve, mix, tapered
from cms.demo.covers.light import EMBER, GOLD, INK, LACQUER, PAPER, RIVER, WHITE, Light


def sun(canvas: Canvas, light: Light, x: float, y: float, r: float) -> None:
    """Draw the disc of the sun or the moon with its light."""
    canvas.glow(x, y, r * 5, light.sun, 0.75)
    canvas.disc(x, y, r, (light.sun, mix(light.sun, light.sky[2], 0.5)))


def ridge(canvas: Canvas, y: float, height: float, fill: Fill, *, waves: float, phase: float) -> None:
    """Draw a soft line of hills or of far trees, filled down to the lower edge."""
    top = [
        (
            x,
            y
            - height
            * (0.5 + 0.3 * math.sin(x / WIDTH * waves * 6.28 + phase) + 0.2 * math.sin(x / 131 + phase * 3)),
        )
        for x in range(-20, WIDTH + 21, 10)
    ]
    canvas.shape([*top, (WIDTH + 20, HEIGHT), (-20, HEIGHT)], fill)


def ripples(canvas: Canvas, top: float, colour: Colour, count: int, bottom: float = HEIGHT) -> None:
    """Scatter short strokes over water, longer and stronger towards the reader."""
    for _ in range(count):
        nearness = canvas.random.random() ** 1.4
        y = top + 6 + (bottom - top - 6) * nearness
        x, length = canvas.random.uniform(-40, WIDTH), 20 + 150 * nearness * canvas.random.random()
        line = [(x, y), (x + length / 2, y - 1.5), (x + length, y)]
        canvas.brush(line, [0.6, 1 + 3 * nearness, 0.6], colour, 0.16 + 0.22 * nearness)


def bird(canvas: Canvas, x: float, y: float, size: float, lift: float) -> None:
    """Draw a black-faced spoonbill in flight; *lift* is 0 for level wings and 1 for raised ones."""
    rise = size * 0.62 * lift
    for side, feather in ((1, mix(WHITE, RIVER, 0.22)), (-1, WHITE)):
        tip = (x + side * size, y - rise - size * 0.06)
        elbow = (x + side * size * 0.48, y - rise * 0.95 - size * 0.16)
        front = curve([(x - size * 0.05, y - size * 0.04), elbow, tip], 10)
        back = curve([tip, (x + side * size * 0.5, y - rise * 0.62 + size * 0.1), (x, y + size * 0.13)], 10)
        canvas.shape([*front, *back], feather)
    body = curve(
        [(x - size * 0.62, y + size * 0.1), (x, y + size * 0.02), (x + size * 0.7, y - size * 0.1)], 8
    )
    width = [size * 0.17 * math.sin(math.pi * (0.12 + 0.8 * i / (len(body) - 1))) for i in range(len(body))]
    canvas.brush(body, width, (WHITE, mix(WHITE, RIVER, 0.3)))
    canvas.brush(
        [(x + size * 0.66, y - size * 0.1), (x + size * 0.98, y - size * 0.06)],
        [size * 0.05, size * 0.08],
        INK,
    )


def grove(canvas: Canvas, x: float, y: float, size: float, colour: Colour, lit: Colour) -> None:
    """Draw a rounded clump of trees that stands on *y*, lit from above."""
    leaf = max(7.0, size * 0.13)
    for height in (0.0, 0.25, 0.5, 0.75, 1.0):
        shade = mix(colour, lit, 0.04 + 0.2 * height)
        for _ in range(9 + int(size / 12)):
            across = canvas.random.uniform(-1, 1)
            top = size * 0.74 * math.sqrt(1 - across * across * 0.92)
            cy = y - top * height * canvas.random.uniform(0.8, 1) - leaf * 0.4
            canvas.disc(x + across * size * 0.9, cy, leaf * canvas.random.uniform(0.8, 1.5), shade)


def groves(canvas: Canvas, places: Sequence[tuple[float, float, float]], colour: Colour, lit: Colour) -> None:
    """Draw a clump of trees at each (x, y, size)."""
    for x, y, size in places:
        grove(canvas, x, y, size, colour, lit)


def mangrove(canvas: Canvas, x: float, y: float, size: float, colour: Colour, lit: Colour) -> None:
    """Draw a mangrove on its stilts, which stand in the water at *y*."""
    for step in range(-5, 6):
        foot = x + step * size * 0.19
        bend = (foot * 0.65 + x * 0.35, y - size * 0.24)
        root = curve([(x + step * size * 0.06, y - size * 0.52), bend, (foot, y + size * 0.03)], 8)
        canvas.line(root, max(1.5, size * 0.022), mix(colour, INK, 0.3))
    grove(canvas, x, y - size * 0.34, size * 0.78, colour, lit)


def estuary(canvas: Canvas, light: Light) -> None:
    """A flock over the mangroves where the river meets the sea."""
    canvas.sky(light.sky, 560)
    sun(canvas, light, 1010, 400, 118)
    for x, y, length in ((120, 170, 520), (760, 120, 420), (1150, 235, 380), (240, 300, 300)):
        cloud = curve([(x, y), (x + length / 2, y - 14), (x + length, y)])
        canvas.brush(cloud, tapered(len(cloud), 22), light.haze, 0.4)
    ridge(canvas, 560, 60, light.land[0], waves=1.5, phase=0.6)
    canvas.mist(470, 580, light.haze, 0.6)
    for x, size in ((70, 120), (230, 90), (360, 60), (1240, 70), (1380, 105), (1530, 140)):
        mangrove(canvas, x, 562, size, light.land[1], light.haze)
    canvas.reflect(560, light.water, 0.55)
    ripples(canvas, 560, light.sun, 90)
    for x, y, size in ((-10, 905, 330), (250, 935, 210), (1420, 945, 250), (1610, 900, 330)):
        mangrove(canvas, x, y, size, light.land[2], light.haze)
    flock = ((560, 235, 112, 0.9), (745, 300, 84, 0.4), (405, 330, 80, 0.62), (850, 205, 62, 0.95))
    for x, y, size, lift in (
        *flock,
        (285, 250, 56, 0.5),
        (960, 140, 46, 0.7),
        (640, 140, 50, 0.75),
        (1075, 215, 38, 0.4),
    ):
        bird(canvas, x, y, size, lift)


def envelope(canvas: Canvas, x: float, y: float, size: float, tilt: float) -> None:
    """Draw a sealed letter on wings of paper."""

    def at(u: float, v: float) -> Point:
        cos, sin = math.cos(tilt), math.sin(tilt)
        return x + size * (u * cos - v * sin), y + size * (u * sin + v * cos)

    for side in (-1, 1):
        wing = [
            at(side * 0.42, -0.22),
            *curve([at(side * 0.8, -0.78), at(side * 1.25, -0.86)], 6),
            at(side * 0.5, 0.12),
        ]
        canvas.shape(wing, (PAPER, mix(PAPER, GOLD, 0.55)))
        canvas.line([at(side * 0.46, -0.08), at(side * 1.02, -0.68)], size * 0.018, mix(PAPER, INK, 0.35))
    canvas.shape(
        [at(-0.55, -0.36), at(0.55, -0.36), at(0.55, 0.36), at(-0.55, 0.36)], (PAPER, mix(PAPER, GOLD, 0.35))
    )
    canvas.line([at(-0.55, 0.36), at(-0.08, -0.02)], size * 0.02, mix(PAPER, INK, 0.3))
    canvas.line([at(0.55, 0.36), at(0.08, -0.02)], size * 0.02, mix(PAPER, INK, 0.3))
    canvas.shape([at(-0.55, -0.36), at(0.55, -0.36), at(0, 0.1)], mix(PAPER, GOLD, 0.22))
    canvas.line([at(-0.55, -0.36), at(0, 0.1), at(0.55, -0.36)], size * 0.022, mix(PAPER, INK, 0.35))
    canvas.disc(*at(0, 0.06), size * 0.11, (EMBER, LACQUER))


def sea_of_letters(canvas: Canvas, light: Light) -> None:
    """Letters that fly home over the waves."""
    canvas.sky(light.sky, 600)
    sun(canvas, light, 1180, 250, 96)
    ridge(canvas, 520, 130, light.land[0], waves=0.9, phase=2.4)
    canvas.mist(430, 560, light.haze, 0.7)
    for x, size in ((1120, 52), (1210, 70), (1310, 58), (1400, 78), (1500, 64)):
        grove(canvas, x, 520, size, light.land[1], light.haze)
    _home_roof(canvas, 1265, 520, light)
    _scale_waves(canvas, light)
    for start, end in (((40, 640), (330, 330)), ((330, 640), (640, 420)), ((640, 300), (900, 180))):
        middle = ((start[0] + end[0]) / 2 - 30, (start[1] + end[1]) / 2 + 60)
        trail = curve([start, middle, end])
        canvas.brush(trail, tapered(len(trail), 6), PAPER, 0.55)
    for x, y, size, tilt in (
        (395, 300, 150, -0.2),
        (705, 395, 104, -0.12),
        (965, 165, 66, -0.22),
        (150, 165, 58, -0.3),
    ):
        envelope(canvas, x, y, size, tilt)


def _home_roof(canvas: Canvas, x: float, y: float, light: Light) -> None:
    canvas.rect(x - 52, y - 46, 104, 46, mix(light.land[2], LACQUER, 0.3))
    roof = [
        *curve([(x - 92, y - 52), (x - 50, y - 58), (x - 36, y - 92)], 8),
        *curve([(x + 36, y - 92), (x + 50, y - 58), (x + 92, y - 52)], 8),
    ]
    canvas.shape(roof, (EMBER, LACQUER))


def _scale_waves(canvas: Canvas, light: Light) -> None:
    canvas.rect(0, 520, WIDTH, HEIGHT - 520, light.water)
    for row in range(9):
        y, r = 548 + row * row * 3.4 + row * 14, 26 + row * 9
        deep = mix(light.water[0], light.water[1], min(1, 0.25 + row / 9))
        for column in range(-1, int(WIDTH / r) + 2):
            x = column * r * 1.9 + (row % 2) * r * 0.95
            for share, colour in (
                (1, mix(deep, PAPER, 0.34)),
                (0.9, deep),
                (0.62, mix(deep, PAPER, 0.2)),
                (0.55, deep),
            ):
                canvas.shape(arc(x, y + r * 0.72, r * share, r * share * 0.72, 180, 360), colour)


def salt_fields(canvas: Canvas, light: Light) -> None:
    """Salt fields as a photographer frames them."""
    canvas.sky(light.sky, 420)
    sun(canvas, light, 560, 330, 70)
    ridge(canvas, 420, 44, light.land[0], waves=1.1, phase=4.1)
    canvas.mist(350, 440, light.haze, 0.6)
    canvas.reflect(418, light.water, 0.7)
    for x in range(-2400, 4200, 330):
        canvas.brush([(800 + (x - 800) * 0.12, 418), (x, HEIGHT)], [2, 22], (light.land[1], light.land[2]))
    for step in range(7):
        y = 418 + 13 * 1.62**step
        canvas.line([(0, y), (WIDTH, y)], 1.5 + step * 2.2, mix(light.land[1], light.land[2], step / 7))
    for x, y, size in (
        (240, 560, 34),
        (420, 556, 32),
        (980, 566, 36),
        (1170, 562, 34),
        (760, 640, 60),
        (1350, 690, 84),
        (200, 735, 96),
    ):
        canvas.shape(
            [(x - size, y), (x, y - size * 0.9), (x + size, y)], ("#ffffff", mix(PAPER, light.water[1], 0.3))
        )
        canvas.shape(
            [(x, y - size * 0.9), (x + size, y), (x + size * 0.2, y)], mix(PAPER, light.water[1], 0.35), 0.6
        )
    _salt_worker(canvas, 640, 640, light)
    _viewfinder(canvas)


def _salt_worker(canvas: Canvas, x: float, y: float, light: Light) -> None:
    dark = light.land[2]
    canvas.brush([(x - 8, y), (x - 4, y - 62)], [9, 16], dark)
    canvas.brush([(x + 12, y), (x + 2, y - 62)], [9, 16], dark)
    canvas.brush([(x, y - 56), (x + 6, y - 112)], [30, 22], LACQUER)
    canvas.brush(curve([(x + 8, y - 100), (x + 38, y - 84), (x + 62, y - 92)], 8), [9] * 17, dark)
    canvas.line([(x + 20, y - 122), (x + 112, y - 14)], 4, mix(dark, GOLD, 0.5))
    canvas.line([(x + 96, y - 4), (x + 130, y - 22)], 7, mix(dark, GOLD, 0.5))
    canvas.shape([(x - 32, y - 112), (x + 8, y - 148), (x + 46, y - 112)], (GOLD, mix(GOLD, INK, 0.3)))


def _viewfinder(canvas: Canvas) -> None:
    left, top, right, bottom = 210, 110, 1390, 790
    for x, dx in ((left, 1), (right, -1)):
        for y, dy in ((top, 1), (bottom, -1)):
            canvas.line([(x + dx * 110, y), (x, y), (x, y + dy * 110)], 9, PAPER, 0.95)
    for share in (1 / 3, 2 / 3):
        canvas.line(
            [(left + (right - left) * share, top), (left + (right - left) * share, bottom)], 2, PAPER, 0.4
        )
        canvas.line(
            [(left, top + (bottom - top) * share), (right, top + (bottom - top) * share)], 2, PAPER, 0.4
        )
    for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        x, y = 650 + dx * 84, 572 + dy * 100
        canvas.line([(x - dx * 34, y), (x, y), (x, y - dy * 34)], 6, GOLD)
    canvas.disc(1330, 160, 15, (EMBER, LACQUER))
