"""The steps of a procedure and the sheet with its mark."""

import math

from cms.demo.covers.canvas import Canvas, Point, curve, mix
from cms.demo.covers.light import BRONZE, EMBER, GOLD, INK, LACQUER, PAPER, RIVER, WHITE, Light
from cms.demo.covers.nature import ridge, sun
from cms.demo.covers.ornaments import drum

_STEPS = 5


def steps(canvas: Canvas, light: Light) -> None:
    """Papers that follow one another like the steps of a stair."""
    canvas.sky(light.sky)
    sun(canvas, light, 1250, 200, 110)
    ridge(canvas, 900, 210, light.land[0], waves=0.9, phase=1.7)
    canvas.mist(600, 900, light.haze, 0.6)
    for step in range(_STEPS):
        _step(canvas, step, light)
    feet = [_corner(step) for step in range(_STEPS)]
    path = curve([(40, 905), *[(x + 118, y - 46) for x, y in feet]], 24)
    for place in range(0, len(path) - 3, 6):
        canvas.line(path[place : place + 3], 7, GOLD, 0.95)
    x, y = feet[-1]
    canvas.line([(x + 128, y - 50), (x + 128, y - 230)], 7, mix(BRONZE, INK, 0.3))
    flag = curve([(x + 130, y - 228), (x + 190, y - 244), (x + 250, y - 222)], 8)
    canvas.shape([*flag, (x + 132, y - 140)], (GOLD, BRONZE))


def _corner(step: int) -> Point:
    return 130 + step * 262, 800 - step * 118


def _step(canvas: Canvas, step: int, light: Light) -> None:
    x, y = _corner(step)
    depth = 1000 - y
    canvas.shape(
        [(x, y), (x + 262, y), (x + 262, y + depth), (x, y + depth)],
        (mix(PAPER, light.land[0], 0.1), mix(light.land[1], PAPER, 0.25)),
    )
    canvas.shape(
        [(x, y), (x + 70, y - 92), (x + 332, y - 92), (x + 262, y)], (WHITE, mix(PAPER, light.haze, 0.3))
    )
    canvas.shape(
        [(x + 262, y), (x + 332, y - 92), (x + 332, y + depth), (x + 262, y + depth)],
        (mix(light.land[1], INK, 0.12), mix(light.land[2], INK, 0.1)),
    )
    for row, width in enumerate((150, 150, 150, 86)):
        canvas.rect(x + 70, y + 44 + row * 30, width, 8, mix(PAPER, INK, 0.55), 0.7)
    canvas.disc(x + 40, y + 54, 17, (EMBER, LACQUER))
    tick = [(x + 32, y + 54), (x + 38, y + 61), (x + 50, y + 46)]
    canvas.line(tick, 4, PAPER)


def sealed_sheet(canvas: Canvas, light: Light) -> None:
    """A document with a mark of verification."""
    canvas.sky((mix(light.sky[0], RIVER, 0.3), light.sky[1], mix(light.sky[2], light.sky[1], 0.3)))
    drum(canvas, 800, 450, 520, light.sun, 0.2)
    canvas.glow(800, 420, 800, light.sun, 0.5)
    for tilt, colour in ((0.07, mix(PAPER, BRONZE, 0.35)), (-0.05, mix(PAPER, BRONZE, 0.18))):
        _sheet(canvas, tilt, mix(colour, INK, 0.06))
    _sheet(canvas, 0.012, PAPER)
    canvas.disc(640, 196, 36, (EMBER, LACQUER))
    for r in (12, 22):
        canvas.ring(640, 196, r, 3, GOLD)
    for y, width in ((176, 250), (208, 190)):
        canvas.rect(710, y, width, 13, mix(PAPER, INK, 0.75), 0.85)
    for y, width in ((300, 420), (344, 430), (388, 410), (432, 425), (476, 300)):
        canvas.rect(590, y, width, 9, mix(PAPER, INK, 0.5), 0.85)
    _stamp(canvas, 930, 640, 118)
    canvas.brush(curve([(592, 640), (640, 600), (676, 662), (716, 608), (760, 650)], 10), [5] * 41, RIVER)
    canvas.brush([(1110, 800), (1330, 470)], [10, 34], (mix(RIVER, INK, 0.2), mix(RIVER, INK, 0.5)))
    canvas.brush([(1084, 838), (1112, 798)], [3, 16], GOLD)


def _sheet(canvas: Canvas, tilt: float, colour: str) -> None:
    def at(u: float, v: float) -> Point:
        return 800 + u * math.cos(tilt) - v * math.sin(tilt), 455 + u * math.sin(tilt) + v * math.cos(tilt)

    edge = [at(-275, -360), at(275, -360), at(275, 360), at(-275, 360)]
    canvas.shape([(x + 16, y + 20) for x, y in edge], INK, 0.2)
    canvas.shape(edge, (mix(colour, WHITE, 0.5), colour))
    for inset in (22, 30):
        frame = [
            at(-275 + inset, -360 + inset),
            at(275 - inset, -360 + inset),
            at(275 - inset, 360 - inset),
            at(-275 + inset, 360 - inset),
        ]
        canvas.line([*frame, frame[0]], 2, mix(BRONZE, PAPER, 0.3))


def _stamp(canvas: Canvas, x: float, y: float, r: float) -> None:
    for share, width in ((1, 9), (0.86, 3), (0.56, 3)):
        canvas.ring(x, y, r * share, width, LACQUER, 0.92)
    for step in range(36):
        turn = math.radians(step * 10)
        dash = [(x + r * far * math.cos(turn), y + r * far * math.sin(turn)) for far in (0.64, 0.78)]
        canvas.line(dash, 5, LACQUER, 0.85)
    canvas.line(
        [(x - r * 0.28, y + r * 0.02), (x - r * 0.06, y + r * 0.24), (x + r * 0.32, y - r * 0.24)],
        16,
        LACQUER,
        0.95,
    )
