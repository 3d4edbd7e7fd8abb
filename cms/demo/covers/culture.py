"""The old capital, the bowl of pho, the open book and the night of the seal."""

import math

from cms.demo.covers.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, arc, curve, mix, tapered
from cms.demo.covers.light import BRONZE, DEEP, EMBER, GOLD, INK, LACQUER, LEAF, PAPER, RIVER, WHITE, Light
from cms.demo.covers.nature import grove, ridge, ripples, sun

_TIERS = 14


def roof(canvas: Canvas, x: float, y: float, half: float, height: float, colour: tuple[Colour, Colour]) -> None:
    """Draw a hipped roof with curved eaves; *y* is the line of its eaves."""
    left = curve([(x - half * 1.12, y - height * 0.16), (x - half * 0.82, y - height * 0.14), (x - half * 0.5, y - height)], 10)
    right = [(2 * x - px, py) for px, py in reversed(left)]
    belly = curve([(x + half * 1.12, y - height * 0.16), (x + half * 0.7, y + 2), (x, y + 4)], 10)
    canvas.shape([*left, *right, *belly, *[(2 * x - px, py) for px, py in reversed(belly)]], colour)
    for step in range(-9, 10):
        top, foot = (x + step * half * 0.052, y - height * 0.94), (x + step * half * 0.092, y - 2)
        canvas.line([top, foot], max(1.0, half * 0.008), mix(colour[1], INK, 0.35), 0.5)
    canvas.line([(x - half * 0.52, y - height), (x + half * 0.52, y - height)], height * 0.1, mix(colour[1], INK, 0.25))
    for side in (-1, 1):
        tip = curve([(x + side * half * 1.1, y - height * 0.14), (x + side * half * 1.2, y - height * 0.24), (x + side * half * 1.2, y - height * 0.42)], 6)
        canvas.brush(tip, [height * 0.09 * (1 - i / len(tip)) + 1 for i in range(len(tip))], colour[1])


def temple(canvas: Canvas, x: float, y: float, half: float, light: Light) -> None:
    """Draw a hall of two roofs between red pillars; it stands on *y*."""
    base, wall = half * 0.1, half * 0.4
    tiles = (mix(LACQUER, light.haze, 0.18), mix(LACQUER, INK, 0.35))
    canvas.rect(x - half * 1.06, y - base, half * 2.12, base, (mix(PAPER, light.land[1], 0.45), light.land[2]))
    canvas.rect(x - half * 0.84, y - base - wall, half * 1.68, wall, (mix(INK, LACQUER, 0.35), mix(INK, LACQUER, 0.12)))
    canvas.glow(x, y - base - wall * 0.4, half * 0.6, GOLD, 0.55)
    for step in range(6):
        left = x - half * 0.84 + step * half * 0.32
        canvas.rect(left, y - base - wall, half * 0.075, wall, (EMBER, LACQUER))
    roof(canvas, x, y - base - wall, half, half * 0.42, tiles)
    canvas.rect(x - half * 0.46, y - base - wall - half * 0.56, half * 0.92, half * 0.17, (mix(INK, LACQUER, 0.3), INK))
    roof(canvas, x, y - base - wall - half * 0.54, half * 0.62, half * 0.34, tiles)


def tower(canvas: Canvas, x: float, y: float, width: float, height: float, light: Light) -> None:
    """Draw the tower of Pho Minh: a base and first tier of stone, thirteen of brick."""
    stone, brick = mix(PAPER, light.land[1], 0.5), mix(EMBER, BRONZE, 0.45)
    canvas.rect(x - width * 0.72, y - height * 0.045, width * 1.44, height * 0.045, (stone, light.land[2]))
    floor = y - height * 0.045
    share = [1.9, *(1.0 - 0.028 * tier for tier in range(1, _TIERS))]
    unit = height * 0.885 / sum(share)
    for tier in range(_TIERS):
        half, rise = width * 0.5 * (1 - 0.042 * tier), unit * share[tier]
        body = stone if tier == 0 else brick
        canvas.rect(x - half, floor - rise, half * 2, rise, (mix(body, light.haze, 0.25), mix(body, INK, 0.22)))
        canvas.rect(x + half * 0.3, floor - rise, half * 0.7, rise, mix(body, INK, 0.45), 0.35)
        door, opening = half * (0.3 if tier else 0.26), rise * (0.62 if tier else 0.55)
        arch = [(x - door, floor), *arc(x, floor - opening + door, door, door, 180, 360), (x + door, floor)]
        canvas.shape(arch, mix(INK, LACQUER, 0.2))
        eave = half * 1.16
        canvas.shape([(x - eave, floor - rise - unit * 0.1), (x + eave, floor - rise - unit * 0.1), (x + half, floor - rise + unit * 0.14), (x - half, floor - rise + unit * 0.14)], mix(body, light.haze, 0.5))
        floor -= rise
    tip = width * 0.16
    canvas.shape([(x - tip * 1.4, floor), (x, floor - height * 0.035), (x + tip * 1.4, floor)], mix(brick, INK, 0.2))
    canvas.brush([(x, floor - height * 0.02), (x, floor - height * 0.07)], [tip * 0.6, 1.5], GOLD)


def old_capital(canvas: Canvas, light: Light) -> None:
    """The tower of Pho Minh and a temple beside the lake."""
    canvas.sky(light.sky, 640)
    sun(canvas, light, 800, 400, 150)
    ridge(canvas, 640, 120, light.land[0], waves=1.2, phase=1.1)
    canvas.mist(480, 650, light.haze, 0.6)
    for x, size in ((60, 150), (210, 120), (780, 90), (900, 110), (1290, 130), (1430, 170), (1570, 150)):
        grove(canvas, x, 642, size, light.land[1], light.haze)
    temple(canvas, 500, 642, 230, light)
    tower(canvas, 1090, 642, 118, 560, light)
    for x, size in ((690, 60), (760, 44), (1210, 66), (1000, 40)):
        grove(canvas, x, 646, size, light.land[2], light.haze)
    canvas.rect(0, 638, WIDTH, 10, light.land[2])
    canvas.reflect(648, light.water, 0.6)
    ripples(canvas, 648, light.sun, 110)
    for x, y, size in ((170, 820, 58), (300, 862, 76), (90, 880, 70), (1370, 838, 62), (1500, 876, 84), (1250, 884, 56)):
        lotus_leaf(canvas, x, y, size, light)
    for x, y, size in ((235, 800, 40), (1430, 812, 46)):
        lotus(canvas, x, y, size)


def lotus_leaf(canvas: Canvas, x: float, y: float, size: float, light: Light) -> None:
    """Draw a leaf that lies on the water."""
    leaf = mix(LEAF, light.land[2], 0.55)
    canvas.shape(arc(x, y, size, size * 0.32), (mix(leaf, light.haze, 0.2), leaf))
    for angle in range(0, 360, 40):
        canvas.line([(x, y), (x + size * 0.9 * math.cos(math.radians(angle)), y + size * 0.28 * math.sin(math.radians(angle)))], 1.4, mix(leaf, PAPER, 0.35), 0.7)


def lotus(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw an open lotus on its stem."""
    canvas.brush(curve([(x, y), (x + size * 0.12, y + size), (x, y + size * 1.7)], 8), [size * 0.1] * 17, LEAF)
    for angle in (-62, 62, -34, 34, 0):
        turn = math.radians(angle)
        tip = (x + size * 1.05 * math.sin(turn), y - size * 1.05 * math.cos(turn))
        side = (math.cos(turn) * size * 0.3, math.sin(turn) * size * 0.3)
        middle = (x + size * 0.52 * math.sin(turn), y - size * 0.52 * math.cos(turn))
        petal = [*curve([(x, y), (middle[0] - side[0], middle[1] - side[1]), tip], 8), *curve([tip, (middle[0] + side[0], middle[1] + side[1]), (x, y)], 8)]
        canvas.shape(petal, (EMBER, mix(WHITE, EMBER, 0.25)))


def drum(canvas: Canvas, x: float, y: float, r: float, colour: Colour, opacity: float) -> None:
    """Draw the rings and the star of a bronze drum's face."""
    for share, width in ((1, 5), (0.94, 2), (0.78, 2), (0.74, 4), (0.56, 2), (0.52, 2), (0.3, 3)):
        canvas.ring(x, y, r * share, width, colour, opacity)
    for step in range(72):
        turn = math.radians(step * 5)
        inner, outer = (0.8, 0.92) if step % 2 else (0.57, 0.72)
        points = [(x + r * share * math.cos(turn), y + r * share * math.sin(turn)) for share in (inner, outer)]
        canvas.line(points, 3 if step % 2 else 2, colour, opacity * 0.8)
    star: list[Point] = []
    for step in range(28):
        turn, far = math.radians(step * 360 / 28), r * (0.27 if step % 2 == 0 else 0.1)
        star.append((x + far * math.cos(turn), y + far * math.sin(turn)))
    canvas.shape(star, colour, opacity)


def bowl_of_pho(canvas: Canvas, light: Light) -> None:
    """A hot bowl of pho."""
    canvas.sky((light.sky[0], light.sky[1], mix(light.sky[2], light.sky[1], 0.45)))
    drum(canvas, 800, 330, 470, light.sun, 0.16)
    canvas.glow(800, 420, 640, light.sun, 0.55)
    canvas.shape([(0, 660), (WIDTH, 660), (WIDTH, HEIGHT), (0, HEIGHT)], (mix(BRONZE, INK, 0.35), mix(BRONZE, INK, 0.75)))
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
    canvas.shape([(x - 175, rim + 292), (x + 175, rim + 292), (x + 150, rim + 322), (x - 150, rim + 322)], mix(PAPER, RIVER, 0.5))
    for step in range(-8, 9):
        cx, spread = x + step * 44, 1 - abs(step) / 13
        petal = [(cx - 17 * spread, rim + 172), (cx, rim + 136), (cx + 17 * spread, rim + 172), (cx, rim + 190)]
        canvas.shape(petal, RIVER, 0.75)
    for down, spread in ((118, 0.917), (206, 0.764)):
        half = 430 * spread
        canvas.brush(curve([(x - half, rim + down), (x, rim + down + 34), (x + half, rim + down)], 16), [5] * 33, RIVER, 0.75)
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
    for cx, cy, size, lean in ((660, 470, 84, 0.5), (742, 448, 78, 0.2), (610, 506, 74, 0.8), (900, 540, 72, -0.4)):
        outline = arc(cx, cy, size, size * 0.36)
        piece = [(px, py + lean * 0.2 * (px - cx) + 5 * math.sin(px / 13)) for px, py in outline]
        canvas.shape(piece, (mix(LACQUER, BRONZE, 0.72), mix(LACQUER, BRONZE, 0.4)))
        fat = [(px, py + lean * 0.2 * (px - cx)) for px, py in ((cx - size * 0.6, cy + 6), (cx, cy - 4), (cx + size * 0.6, cy + 2))]
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
        line = curve([(x, 440), (x + sway, 440 - height * 0.3), (x - sway * 0.8, 440 - height * 0.62), (x + sway * 0.5, 440 - height)], 20)
        for width, opacity in ((62, 0.1), (36, 0.14), (16, 0.26)):
            canvas.brush(line, tapered(len(line), width), mix(WHITE, light.sun, 0.3), opacity)


def open_book(canvas: Canvas, light: Light) -> None:
    """An open book before the roof of a school."""
    canvas.sky(light.sky, 700)
    sun(canvas, light, 800, 330, 168)
    ridge(canvas, 700, 150, light.land[0], waves=0.8, phase=5.2)
    canvas.mist(470, 700, light.haze, 0.55)
    for x, size in ((150, 150), (330, 110), (1270, 120), (1450, 160), (20, 120), (1580, 120)):
        grove(canvas, x, 640, size, light.land[1], light.haze)
    temple(canvas, 800, 610, 300, light)
    canvas.rect(0, 606, WIDTH, 300, (light.land[1], light.land[2]))
    for side in (-1, 1):
        _leaves_of_book(canvas, 800, side, light)
    canvas.brush([(800, 660), (800, 850)], [3, 6], mix(PAPER, INK, 0.45))
    ribbon = curve([(804, 664), (822, 780), (812, 896)], 10)
    canvas.brush(ribbon, [16] * len(ribbon), (EMBER, LACQUER))


def _leaves_of_book(canvas: Canvas, x: float, side: int, light: Light) -> None:
    def edge(lift: float, far: float) -> list[Point]:
        return curve([(x, 664 + lift), (x + side * 210 * far, 592 + lift), (x + side * 460 * far, 604 + lift), (x + side * 650 * far, 652 + lift)], 14)

    for step in range(7, -1, -1):
        top, bottom = edge(step * 7, 1 + step * 0.006), edge(step * 7 + 182, 1.05 + step * 0.006)
        shade = mix(PAPER, BRONZE, 0.1 + 0.06 * step) if step else PAPER
        canvas.shape([*top, *reversed(bottom)], (mix(shade, WHITE, 0.4), shade) if not step else shade)
    for row in range(7):
        line = edge(26 + row * 22, 1 + row * 0.007)
        first, last = (8, 38) if row not in {3, 6} else (8, 26)
        canvas.brush(line[first:last], [5] * (last - first), mix(PAPER, INK, 0.55), 0.75)
    top = edge(0, 1)
    for strips, opacity in ((3, 0.16), (6, 0.08)):
        canvas.shape([*top[:strips], *[(px, py + 182) for px, py in reversed(top[:strips])]], INK, opacity)


def night_of_the_seal(canvas: Canvas, light: Light) -> None:
    """The red seal and the lanterns of the festival night."""
    canvas.sky((light.sky[0], light.sky[1], mix(light.sky[2], GOLD, 0.25)))
    canvas.disc(800, 360, 300, light.sun, 0.1)
    drum(canvas, 800, 400, 520, GOLD, 0.2)
    canvas.glow(800, 470, 700, EMBER, 0.5)
    ridge(canvas, 900, 120, light.land[2], waves=0.7, phase=0.2)
    for x in (150, 1450):
        temple(canvas, x, 880, 230, light)
    _seal(canvas, 800, 500, 215)
    for start, end, sag in (((-30, 60), (830, 20), 130), ((770, 20), (1630, 60), 130)):
        _string_of_lanterns(canvas, start, end, sag)


def _seal(canvas: Canvas, x: float, y: float, half: float) -> None:
    canvas.shape(arc(x, y + half * 1.32, half * 1.3, half * 0.16), INK, 0.4)
    canvas.rect(x - half, y - half, half * 2, half * 2.2, (mix(LACQUER, INK, 0.45), mix(LACQUER, INK, 0.7)))
    canvas.rect(x - half, y - half, half * 2, half * 2, (EMBER, LACQUER))
    for inset, width in ((0.08, 9), (0.16, 4)):
        side = half * (1 - inset)
        canvas.line([(x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side), (x - side, y - side)], width, PAPER, 0.95)
    cell = half * 0.78
    for column in (-1, 1):
        for row in (-1, 1):
            _fret(canvas, x + column * cell * 0.5, y + row * cell * 0.5, cell * 0.42, column * row)
    canvas.line([(x, y - cell), (x, y + cell)], 4, PAPER, 0.8)
    canvas.line([(x - cell, y), (x + cell, y)], 4, PAPER, 0.8)
    handle = [*curve([(x - half * 0.3, y - half), (x - half * 0.36, y - half * 1.34), (x, y - half * 1.52), (x + half * 0.36, y - half * 1.34), (x + half * 0.3, y - half)], 12)]
    canvas.shape(handle, (GOLD, mix(BRONZE, INK, 0.2)))
    canvas.shape(arc(x, y - half * 1.2, half * 0.1, half * 0.13), mix(BRONZE, INK, 0.6))


def _fret(canvas: Canvas, x: float, y: float, half: float, turn: int) -> None:
    path = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -0.45), (0.5, -0.45), (0.5, 0.5), (-0.45, 0.5), (-0.45, 0.05), (0.05, 0.05))
    canvas.line([(x + turn * u * half, y + v * half) for u, v in path], half * 0.17, PAPER)


def _string_of_lanterns(canvas: Canvas, start: Point, end: Point, sag: float) -> None:
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
            canvas.line([(x + tassel * size, y + size * 2.3), (x + tassel * size * 1.3, y + size * 3.1)], 3, GOLD)
