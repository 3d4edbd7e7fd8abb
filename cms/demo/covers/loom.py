"""Silk on the loom."""

import math

from cms.demo.covers.canvas import Canvas, curve, mix, tapered
from cms.demo.covers.light import BRONZE, EMBER, GOLD, INK, LACQUER, PAPER, RIVER, WHITE, Light

_COLOURS = (
    *(GOLD, PAPER, EMBER, mix(GOLD, PAPER, 0.4), LACQUER),
    *(WHITE, RIVER, GOLD, mix(RIVER, PAPER, 0.4), BRONZE),
)


def silk(canvas: Canvas, light: Light) -> None:
    """Coloured threads stretched on a loom."""
    canvas.sky((mix(light.sky[0], INK, 0.25), light.sky[1], mix(light.sky[2], GOLD, 0.2)))
    canvas.glow(560, 300, 1000, light.sun, 0.6)
    wood = (mix(BRONZE, PAPER, 0.1), mix(BRONZE, INK, 0.55))
    spools = [(110 + 62 * (place % 2), 90 + 82 * place) for place in range(10)]
    for index in range(110):
        share = (index * 37 % 110) / 109
        spool = spools[min(9, int(share * 10))]
        sway = 20 * math.sin(index * 1.7)
        middle = (560, spool[1] * 0.62 + (260 + share * 330) * 0.38 + sway)
        thread = curve([spool, middle, (900, 262 + share * 330), (1180, 300 + share * 390)], 20)
        canvas.line(thread, 3.4, mix(_COLOURS[index % 10], light.sky[1], 0.12 if index % 3 else 0.3))
    _cloth(canvas)
    for x, top, bottom, width in ((1176, 210, 820, 40), (880, 170, 700, 28)):
        canvas.rect(x - width / 2, top, width, bottom - top, wood)
        for edge in (top - 16, bottom - 10):
            canvas.rect(x - width, edge, width * 2, 26, wood)
    for place, (x, y) in enumerate(spools):
        canvas.rect(
            x - 46, y - 22, 92, 44, (mix(_COLOURS[place], WHITE, 0.15), mix(_COLOURS[place], INK, 0.3))
        )
        for edge in (-56, 44):
            canvas.rect(x + edge, y - 30, 12, 60, wood)
    shuttle = curve([(940, 440), (1030, 418), (1120, 450)], 12)
    canvas.brush(shuttle, tapered(len(shuttle), 36), (mix(BRONZE, PAPER, 0.25), mix(BRONZE, INK, 0.4)))


def _cloth(canvas: Canvas) -> None:
    top = curve([(1180, 300), (1330, 270), (1480, 330), (1640, 300)], 14)
    bottom = curve([(1180, 690), (1330, 730), (1470, 850), (1640, 900)], 14)
    canvas.shape([*top, *reversed(bottom)], (EMBER, LACQUER))
    for share in (0.06, 0.1, 0.9, 0.94):
        band = [(a[0], a[1] + (b[1] - a[1]) * share) for a, b in zip(top, bottom, strict=True)]
        canvas.line(band, 5, GOLD)
    for row in range(5):
        for column in range(3, len(top) - 2, 5):
            share = 0.2 + row * 0.15
            a, b = top[column], bottom[column]
            x, y, size = a[0], a[1] + (b[1] - a[1]) * share, 26
            canvas.shape(
                [(x - size, y), (x, y - size * 0.8), (x + size, y), (x, y + size * 0.8)],
                GOLD if row % 2 else PAPER,
                0.9,
            )
            canvas.shape(
                [(x - size * 0.5, y), (x, y - size * 0.4), (x + size * 0.5, y), (x, y + size * 0.4)],
                LACQUER,
            )
    for column in range(0, len(top), 9):
        canvas.line([top[column], bottom[column]], 10, INK, 0.06)
