"""The face of a bronze drum, lotus and lanterns."""

import math

from cms.demo.covers.canvas import Canvas, Colour, Point, arc, curve, mix
from cms.demo.covers.light import EMBER, GOLD, INK, LACQUER, LEAF, PAPER, WHITE, Light


def drum(canvas: Canvas, x: float, y: float, r: float, colour: Colour, opacity: float) -> None:
    """Draw the rings and the star of a bronze drum's face."""
    for share, width in ((1, 5), (0.94, 2), (0.78, 2), (0.74, 4), (0.56, 2), (0.52, 2), (0.3, 3)):
        canvas.ring(x, y, r * share, width, colour, opacity)
    for step in range(72):
        turn = math.radians(step * 5)
        inner, outer = (0.8, 0.92) if step % 2 else (0.57, 0.72)
        points = [
            (x + r * share * math.cos(turn), y + r * share * math.sin(turn)) for share in (inner, outer)
        ]
        canvas.line(points, 3 if step % 2 else 2, colour, opacity * 0.8)
    star: list[Point] = []
    for step in range(28):
        turn, far = math.radians(step * 360 / 28), r * (0.27 if step % 2 == 0 else 0.1)
        star.append((x + far * math.cos(turn), y + far * math.sin(turn)))
    canvas.shape(star, colour, opacity)


def lotus_leaf(canvas: Canvas, x: float, y: float, size: float, light: Light) -> None:
    """Draw a leaf that lies on the water."""
    leaf = mix(LEAF, light.land[2], 0.55)
    canvas.shape(arc(x, y, size, size * 0.32), (mix(leaf, light.haze, 0.2), leaf))
    for angle in range(0, 360, 40):
        canvas.line(
            [
                (x, y),
                (
                    x + size * 0.9 * math.cos(math.radians(angle)),
                    y + size * 0.28 * math.sin(math.radians(angle)),
                ),
            ],
            1.4,
            mix(leaf, PAPER, 0.35),
            0.7,
        )


def lotus(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw an open lotus on its stem."""
    canvas.brush(
        curve([(x, y), (x + size * 0.12, y + size), (x, y + size * 1.7)], 8), [size * 0.1] * 17, LEAF
    )
    for angle in (-62, 62, -34, 34, 0):
        turn = math.radians(angle)
        tip = (x + size * 1.05 * math.sin(turn), y - size * 1.05 * math.cos(turn))
        side = (math.cos(turn) * size * 0.3, math.sin(turn) * size * 0.3)
        middle = (x + size * 0.52 * math.sin(turn), y - size * 0.52 * math.cos(turn))
        petal = [
            *curve([(x, y), (middle[0] - side[0], middle[1] - side[1]), tip], 8),
            *curve([tip, (middle[0] + side[0], middle[1] + side[1]), (x, y)], 8),
        ]
        canvas.shape(petal, (EMBER, mix(WHITE, EMBER, 0.25)))


def string_of_lanterns(canvas: Canvas, start: Point, end: Point, sag: float) -> None:
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + sag)
    cord = curve([start, middle, end], 30)
    canvas.line(cord, 3, mix(GOLD, INK, 0.5))
    for step in range(6, len(cord) - 4, 12):
        x, y = cord[step]
        size = 34 + 16 * abs(math.sin(step * 0.9))
        canvas.glow(x, y + size * 1.3, size * 3.4, mix(GOLD, EMBER, 0.4), 0.7)
        canvas.line([(x, y), (x, y + size * 0.5)], 2.5, GOLD)
        canvas.shape(arc(x, y + size * 1.4, size * 1.02, size * 0.9), (mix(EMBER, GOLD, 0.45), LACQUER))
        for share in (0.34, 0.7):
            canvas.line(arc(x, y + size * 1.4, size * share, size * 0.9), 2, mix(GOLD, EMBER, 0.3), 0.7)
        for edge in (0.52, 2.18):
            canvas.rect(x - size * 0.42, y + size * edge, size * 0.84, size * 0.14, GOLD)
        for tassel in (-0.16, 0, 0.16):
            canvas.line(
                [(x + tassel * size, y + size * 2.3), (x + tassel * size * 1.3, y + size * 3.1)], 3, GOLD
            )
