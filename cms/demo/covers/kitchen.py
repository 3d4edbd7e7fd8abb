"""The bowl of pho."""

import math

from cms.demo.covers.canvas import HEIGHT, WIDTH, Canvas, arc, curve, mix, tapered
from cms.demo.covers.light import BRONZE, DEEP, EMBER, GOLD, INK, LACQUER, LEAF, PAPER, RIVER, WHITE, Light
from cms.demo.covers.ornaments import drum


def bowl_of_pho(canvas: Canvas, light: Light) -> None:
    """A hot bowl of pho."""
    canvas.sky((light.sky[0], light.sky[1], mix(light.sky[2], light.sky[1], 0.45)))
    drum(canvas, 800, 330, 470, light.sun, 0.16)
    canvas.glow(800, 420, 640, light.sun, 0.55)
    canvas.shape(
        [(0, 660), (WIDTH, 660), (WIDTH, HEIGHT), (0, HEIGHT)],
        (mix(BRONZE, INK, 0.35), mix(BRONZE, INK, 0.75)),
    )
    for y, width in ((676, 2), (716, 3), (776, 4), (850, 5)):
        canvas.line([(0, y), (WIDTH, y)], width, mix(BRONZE, INK, 0.7), 0.5)
    canvas.shape(arc(800, 812, 420, 52), INK, 0.45)
    _bowl(canvas)
    _noodles(canvas)
    _steam(canvas, light)


def _bowl(canvas: Canvas) -> None:
    x, rim = 800, 500
    side = [*curve([(x - 430, rim), (x - 380, rim + 150), (x - 250, rim + 258), (x - 170, rim + 296)], 12)]
    canvas.shape([*side, *[(2 * x - px, py) for px, py in reversed(side)]], (WHITE, mix(PAPER, RIVER, 0.32)))
    canvas.shape(
        [(x - 175, rim + 292), (x + 175, rim + 292), (x + 150, rim + 322), (x - 150, rim + 322)],
        mix(PAPER, RIVER, 0.5),
    )
    for step in range(-8, 9):
        cx, spread = x + step * 44, 1 - abs(step) / 13
        petal = [
            (cx - 17 * spread, rim + 172),
            (cx, rim + 136),
            (cx + 17 * spread, rim + 172),
            (cx, rim + 190),
        ]
        canvas.shape(petal, RIVER, 0.75)
    for down, spread in ((118, 0.917), (206, 0.764)):
        half = 430 * spread
        canvas.brush(
            curve([(x - half, rim + down), (x, rim + down + 34), (x + half, rim + down)], 16),
            [5] * 33,
            RIVER,
            0.75,
        )
    canvas.shape(arc(x, rim, 430, 128), (WHITE, PAPER))
    canvas.shape(arc(x, rim + 4, 402, 112), (mix(BRONZE, INK, 0.45), GOLD))
    canvas.shape(arc(x, rim + 11, 390, 104), (mix(BRONZE, EMBER, 0.25), mix(GOLD, PAPER, 0.25)))


def _noodles(canvas: Canvas) -> None:
    x, y = 800, 508
    for strand in range(34):
        lean, down = canvas.random.uniform(-1, 1), -52 + strand * 3.4
        reach = 320 * math.sqrt(1 - (down / 96) ** 2)
        start, end = -reach * canvas.random.uniform(0.55, 0.95), reach * canvas.random.uniform(0.35, 0.9)
        bend = (start + end) / 2 + lean * 60
        points = [(x + start, y + down), (x + bend, y + down + 26 * lean), (x + end, y + down + 8 * lean)]
        line = curve(points, 12)
        canvas.brush(line, tapered(len(line), 12), mix(WHITE, GOLD, 0.08 + 0.12 * (strand % 3)))
    for cx, cy, size, lean in (
        (660, 470, 84, 0.5),
        (742, 448, 78, 0.2),
        (610, 506, 74, 0.8),
        (900, 540, 72, -0.4),
    ):
        outline = arc(cx, cy, size, size * 0.36)
        piece = [(px, py + lean * 0.2 * (px - cx) + 5 * math.sin(px / 13)) for px, py in outline]
        canvas.shape(piece, (mix(LACQUER, BRONZE, 0.72), mix(LACQUER, BRONZE, 0.4)))
        fat = [
            (px, py + lean * 0.2 * (px - cx))
            for px, py in ((cx - size * 0.6, cy + 6), (cx, cy - 4), (cx + size * 0.6, cy + 2))
        ]
        canvas.brush(curve(fat), tapered(49, 6), mix(BRONZE, PAPER, 0.55))
    for _ in range(46):
        turn, far = canvas.random.uniform(0, 6.283), canvas.random.random() ** 0.5
        px, py = x + 330 * far * math.cos(turn), y + 74 * far * math.sin(turn)
        canvas.disc(px, py, canvas.random.uniform(5, 10), mix(LEAF, WHITE, 0.15))
        canvas.disc(px, py, 3.4, mix(LEAF, DEEP, 0.4))
    for cx, cy in ((700, 520), (905, 540), (1010, 486), (590, 476), (830, 466)):
        canvas.shape(arc(cx, cy, 17, 11), EMBER)
        canvas.shape(arc(cx, cy, 9, 5), mix(EMBER, PAPER, 0.6))
    canvas.brush([(1010, 452), (1430, 246)], [12, 19], (mix(BRONZE, LACQUER, 0.4), mix(INK, LACQUER, 0.4)))
    canvas.brush([(1060, 470), (1462, 300)], [12, 19], (mix(BRONZE, LACQUER, 0.4), mix(INK, LACQUER, 0.4)))


def _steam(canvas: Canvas, light: Light) -> None:
    for x, height, sway in ((600, 330, 46), (720, 420, -54), (850, 440, 58), (960, 340, -42)):
        line = curve(
            [
                (x, 440),
                (x + sway, 440 - height * 0.3),
                (x - sway * 0.8, 440 - height * 0.62),
                (x + sway * 0.5, 440 - height),
            ],
            20,
        )
        for width, opacity in ((62, 0.1), (36, 0.14), (16, 0.26)):
            canvas.brush(line, tapered(len(line), width), mix(WHITE, light.sun, 0.3), opacity)
