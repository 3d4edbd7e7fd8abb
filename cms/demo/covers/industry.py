"""Parks, looms, roads and harbours."""

import math

from cms.demo.covers.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, arc, curve, mix, tapered
from cms.demo.covers.culture import temple, tower
from cms.demo.covers.light import BRONZE, EMBER, GOLD, INK, LACQUER, LEAF, PAPER, RIVER, WHITE, Light
from cms.demo.covers.nature import grove, ridge, ripples, sun


def _iso(u: float, v: float, z: float = 0) -> Point:
    """Return where the point (u, v) of the ground, *z* high, is seen from above."""
    return 800 + (u - v) * 52, 420 + (u + v) * 27 - z * 54


def _slab(canvas: Canvas, u: float, v: float, du: float, dv: float, colour: Colour, z: float = 0) -> None:
    canvas.shape([_iso(u, v, z), _iso(u + du, v, z), _iso(u + du, v + dv, z), _iso(u, v + dv, z)], colour)


def _hall(canvas: Canvas, u: float, v: float, du: float, dv: float, light: Light, roof: Colour) -> None:
    wall = mix(PAPER, light.haze, 0.4)
    high, teeth = 0.72, max(2, round(du * 1.1))
    corners = [_iso(u + du, v, 0), _iso(u + du, v + dv, 0), _iso(u + du, v + dv, high), _iso(u + du, v, high)]
    canvas.shape([_iso(u - 0.1, v + dv + 0.4), _iso(u + du + 0.5, v + dv + 0.4), _iso(u + du + 0.5, v, 0), _iso(u, v)], INK, 0.18)
    canvas.shape(corners, (mix(wall, light.land[2], 0.28), mix(wall, light.land[2], 0.45)))
    canvas.shape([_iso(u, v + dv), _iso(u + du, v + dv), _iso(u + du, v + dv, high), _iso(u, v + dv, high)], (wall, mix(wall, light.land[2], 0.18)))
    step = du / teeth
    for tooth in range(teeth):
        a, b = u + tooth * step, u + (tooth + 1) * step
        canvas.shape([_iso(a, v, high), _iso(b, v, high + 0.42), _iso(b, v + dv, high + 0.42), _iso(a, v + dv, high)], (mix(roof, WHITE, 0.16), roof))
        canvas.shape([_iso(b, v, high), _iso(b, v, high + 0.42), _iso(b, v + dv, high + 0.42), _iso(b, v + dv, high)], mix(light.sky[1], WHITE, 0.35))
        canvas.shape([_iso(a, v + dv, high), _iso(b, v + dv, high + 0.42), _iso(b, v + dv, high)], mix(wall, light.land[2], 0.12))
    for window in range(round(du * 2)):
        x = u + 0.25 + window * 0.5
        canvas.shape([_iso(x, v + dv, 0.3), _iso(x + 0.28, v + dv, 0.3), _iso(x + 0.28, v + dv, 0.52), _iso(x, v + dv, 0.52)], mix(RIVER, light.sky[1], 0.3))


def _tree(canvas: Canvas, u: float, v: float, light: Light) -> None:
    x, y = _iso(u, v)
    canvas.shape(arc(x + 6, y, 15, 6), INK, 0.18)
    canvas.line([(x, y), (x, y - 16)], 4, mix(BRONZE, INK, 0.4))
    canvas.disc(x, y - 26, 15, (mix(LEAF, light.haze, 0.25), mix(LEAF, light.land[2], 0.35)))


def _lorry(canvas: Canvas, u: float, v: float, colour: Colour) -> None:
    _slab(canvas, u, v, 0.9, 0.34, mix(INK, PAPER, 0.2))
    for face in (
        [_iso(u, v + 0.34, 0.06), _iso(u + 0.62, v + 0.34, 0.06), _iso(u + 0.62, v + 0.34, 0.46), _iso(u, v + 0.34, 0.46)],
        [_iso(u, v, 0.46), _iso(u + 0.62, v, 0.46), _iso(u + 0.62, v + 0.34, 0.46), _iso(u, v + 0.34, 0.46)],
    ):
        canvas.shape(face, mix(colour, WHITE, 0.15))
    canvas.shape([_iso(u + 0.66, v + 0.34, 0.06), _iso(u + 0.9, v + 0.34, 0.06), _iso(u + 0.9, v + 0.34, 0.34), _iso(u + 0.66, v + 0.34, 0.34)], colour)
    canvas.shape([_iso(u + 0.9, v, 0.06), _iso(u + 0.9, v + 0.34, 0.06), _iso(u + 0.9, v + 0.34, 0.34), _iso(u + 0.9, v, 0.34)], mix(colour, INK, 0.3))


def park(canvas: Canvas, light: Light) -> None:
    """Factory halls and inner roads of an industrial park, from above."""
    canvas.sky((light.land[0], mix(light.land[0], light.land[1], 0.6), light.land[1]))
    meadow, road = mix(LEAF, light.land[0], 0.45), mix(light.haze, INK, 0.42)
    _slab(canvas, -16, -16, 40, 40, meadow)
    for line in range(-14, 22, 2):
        canvas.line([_iso(line, -16), _iso(line, 24)], 2, mix(meadow, light.land[2], 0.25), 0.5)
    for place in (-9, -1, 7):
        _slab(canvas, place, -16, 1.2, 40, road)
        _slab(canvas, -16, place, 40, 1.2, road)
    for place in (-9, -1, 7):
        for dash in range(-15, 22):
            _slab(canvas, place + 0.56, dash, 0.08, 0.5, PAPER)
            _slab(canvas, dash, place + 0.56, 0.5, 0.08, PAPER)
    roofs = (LACQUER, RIVER, mix(BRONZE, PAPER, 0.2), EMBER)
    plots = [(u, v) for u in (-7, 1, 9) for v in (-7, 1, 9)]
    for index, (u, v) in enumerate(sorted(plots, key=sum)):
        _slab(canvas, u - 0.3, v - 0.3, 6, 6, mix(light.haze, light.land[0], 0.45))
        _hall(canvas, u, v, 5.2, 2.1, light, roofs[index % 4])
        _hall(canvas, u, v + 2.9, 3.2 if index % 2 else 5.2, 1.9, light, roofs[(index + 1) % 4])
        for step in range(7):
            _tree(canvas, u + step * 0.9, v + 5.6, light)
        if index % 2:
            for step in range(3):
                _tree(canvas, u + 3.9 + step * 0.7, v + 3.6 + (step % 2) * 0.7, light)
    for u, v, colour in ((-3.4, -0.7, LACQUER), (2.6, 7.3, RIVER), (4.2, -0.75, WHITE), (-0.4, 7.35, EMBER), (10, -0.7, RIVER)):
        _lorry(canvas, u, v, colour)
    canvas.glow(1500, 0, 1100, light.sun, 0.5)


def silk(canvas: Canvas, light: Light) -> None:
    """Coloured threads stretched on a loom."""
    canvas.sky((mix(light.sky[0], INK, 0.25), light.sky[1], mix(light.sky[2], GOLD, 0.2)))
    canvas.glow(560, 300, 1000, light.sun, 0.6)
    colours = (GOLD, PAPER, EMBER, mix(GOLD, PAPER, 0.4), LACQUER, WHITE, RIVER, GOLD, mix(RIVER, PAPER, 0.4), BRONZE)
    wood = (mix(BRONZE, PAPER, 0.1), mix(BRONZE, INK, 0.55))
    spools = [(110 + 62 * (place % 2), 90 + 82 * place) for place in range(10)]
    for index in range(110):
        share = (index * 37 % 110) / 109
        spool = spools[min(9, int(share * 10))]
        sway = 20 * math.sin(index * 1.7)
        middle = (560, spool[1] * 0.62 + (260 + share * 330) * 0.38 + sway)
        thread = curve([spool, middle, (900, 262 + share * 330), (1180, 300 + share * 390)], 20)
        canvas.line(thread, 3.4, mix(colours[index % 10], light.sky[1], 0.12 if index % 3 else 0.3))
    _cloth(canvas, colours)
    for x, top, bottom, width in ((1176, 210, 820, 40), (880, 170, 700, 28)):
        canvas.rect(x - width / 2, top, width, bottom - top, wood)
        for edge in (top - 16, bottom - 10):
            canvas.rect(x - width, edge, width * 2, 26, wood)
    for place, (x, y) in enumerate(spools):
        canvas.rect(x - 46, y - 22, 92, 44, (mix(colours[place], WHITE, 0.15), mix(colours[place], INK, 0.3)))
        for edge in (-56, 44):
            canvas.rect(x + edge, y - 30, 12, 60, wood)
    shuttle = curve([(940, 440), (1030, 418), (1120, 450)], 12)
    canvas.brush(shuttle, tapered(len(shuttle), 36), (mix(BRONZE, PAPER, 0.25), mix(BRONZE, INK, 0.4)))


def _cloth(canvas: Canvas, colours: tuple[Colour, ...]) -> None:
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
            canvas.shape([(x - size, y), (x, y - size * 0.8), (x + size, y), (x, y + size * 0.8)], GOLD if row % 2 else PAPER, 0.9)
            canvas.shape([(x - size * 0.5, y), (x, y - size * 0.4), (x + size * 0.5, y), (x, y + size * 0.4)], colours[4])
    for column in range(0, len(top), 9):
        canvas.line([top[column], bottom[column]], 10, INK, 0.06)


def crane(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """Draw a harbour crane that stands on *y*."""
    for leg in (-0.22, 0.22):
        canvas.line([(x + leg * size, y), (x + leg * 0.7 * size, y - size * 0.72)], size * 0.035, colour)
    canvas.line([(x - 0.2 * size, y - size * 0.3), (x + 0.2 * size, y - size * 0.3)], size * 0.03, colour)
    canvas.line([(x - 0.42 * size, y - size * 0.7), (x + 0.95 * size, y - size * 0.7)], size * 0.05, colour)
    canvas.line([(x - 0.4 * size, y - size * 0.7), (x, y - size * 1.06), (x + 0.9 * size, y - size * 0.7)], size * 0.016, colour)
    canvas.line([(x, y - size * 0.7), (x, y - size * 1.06)], size * 0.035, colour)
    canvas.line([(x + 0.66 * size, y - size * 0.7), (x + 0.66 * size, y - size * 0.42)], size * 0.012, colour)
    canvas.rect(x + 0.58 * size, y - size * 0.42, size * 0.16, size * 0.09, EMBER)


def ship(canvas: Canvas, x: float, y: float, size: float, light: Light) -> None:
    """Draw a container ship; *y* is its waterline."""
    hull = [(x - size, y - size * 0.16), (x + size, y - size * 0.2), (x + size * 0.86, y + size * 0.04), (x - size * 0.9, y + size * 0.04)]
    canvas.shape(hull, (LACQUER, mix(LACQUER, INK, 0.5)))
    for column in range(9):
        for row in range(2 + (column * 7) % 3):
            colour = (RIVER, GOLD, PAPER, EMBER, BRONZE)[(column * 3 + row) % 5]
            canvas.rect(x - size * 0.6 + column * size * 0.16, y - size * (0.27 + row * 0.1), size * 0.145, size * 0.09, mix(colour, light.haze, 0.2))
    canvas.rect(x - size * 0.88, y - size * 0.52, size * 0.2, size * 0.36, (WHITE, PAPER))
    canvas.rect(x - size * 0.88, y - size * 0.48, size * 0.2, size * 0.05, RIVER)


def road_to_sea(canvas: Canvas, light: Light) -> None:
    """An expressway that crosses the river towards the port."""
    canvas.sky(light.sky, 420)
    sun(canvas, light, 1130, 290, 92)
    canvas.rect(0, 396, WIDTH, 60, light.water)
    ridge(canvas, 420, 50, light.land[0], waves=0.8, phase=3.4)
    for x, size in ((720, 96), (830, 112), (950, 92)):
        crane(canvas, x, 412, size, mix(light.land[2], light.haze, 0.18))
    ship(canvas, 1200, 420, 130, light)
    canvas.mist(350, 450, light.haze, 0.5)
    for row in range(16):
        y = 424 + row * row * 2.05
        colour = (mix(LEAF, light.haze, 0.5 - row * 0.03), mix(GOLD, LEAF, 0.55), mix(LEAF, light.land[2], 0.3))[row % 3]
        canvas.shape([(0, y), (WIDTH, y + 8), (WIDTH, HEIGHT), (0, HEIGHT)], colour)
    river = [*curve([(1640, 560), (1180, 556), (760, 590), (340, 660), (-40, 770)], 16)]
    bank = [*curve([(-40, 900), (380, 740), (820, 650), (1220, 606), (1640, 640)], 16)]
    canvas.shape([*river, *bank], (light.water[0], light.water[1]))
    centre = curve([(640, 424), (700, 446), (840, 500), (905, 580), (850, 690), (640, 860), (560, 960)], 20)
    widths = [10 + 2.6 * max(0.0, y - 424) ** 0.78 for _, y in centre]
    for offset, colour in ((1.22, mix(light.land[2], INK, 0.2)), (1.06, PAPER), (1, mix(INK, light.haze, 0.3))):
        canvas.brush(centre, [width * offset for width in widths], colour)
    for index in range(6, len(centre) - 4, 6):
        canvas.brush(centre[index : index + 3], [widths[index] * 0.035 + 1] * 3, PAPER)
    _pylon(canvas, 893, 560, 330, light)
    for place, u in ((34, -0.24), (52, 0.25), (70, -0.22), (84, 0.24), (104, -0.25)):
        _car(canvas, centre[place], widths[place], u, (LACQUER, WHITE, GOLD, RIVER)[place % 4])
    for x, y, size in ((60, 620, 60), (190, 585, 46), (1420, 520, 46), (1530, 545, 62), (1330, 730, 84), (1500, 790, 120), (110, 880, 120)):
        grove(canvas, x, y, size, mix(light.land[2], LEAF, 0.3), light.haze)


def _pylon(canvas: Canvas, x: float, y: float, height: float, light: Light) -> None:
    for side in (-1, 1):
        for step in range(1, 9):
            canvas.line([(x, y - height + step * 8), (x + side * step * 26, y + side * step * 9 - 6)], 2, PAPER, 0.85)
    for side in (-1, 1):
        canvas.brush([(x + side * 78, y + 36), (x + side * 6, y - height)], [17, 9], (mix(PAPER, light.haze, 0.3), mix(BRONZE, INK, 0.25)))
    canvas.rect(x - 10, y - height - 18, 20, 34, mix(PAPER, light.haze, 0.2))
    canvas.rect(x - 62, y - 56, 124, 12, mix(PAPER, BRONZE, 0.4))


def _car(canvas: Canvas, place: Point, width: float, lane: float, colour: Colour) -> None:
    x, y, size = place[0] + lane * width, place[1], width * 0.1
    canvas.shape(arc(x, y + size * 0.5, size * 1.1, size * 0.4), INK, 0.4)
    canvas.rect(x - size, y - size * 0.9, size * 2, size * 1.4, colour)
    canvas.rect(x - size * 0.7, y - size * 1.5, size * 1.4, size * 0.8, mix(colour, INK, 0.35))


def opportunity(canvas: Canvas, light: Light) -> None:
    """A river that passes fields, factory halls and a harbour."""
    canvas.sky(light.sky, 430)
    sun(canvas, light, 800, 330, 120)
    ridge(canvas, 430, 90, light.land[0], waves=1.3, phase=2.2)
    canvas.mist(350, 460, light.haze, 0.6)
    for row in range(15):
        y, tilt = 430 + row * row * 2.4, row * 5 - 20
        field = (mix(LEAF, light.haze, 0.4), mix(mix(GOLD, LEAF, 0.45), light.haze, 0.25), mix(LEAF, light.land[1], 0.4))[row % 3]
        canvas.shape([(0, y + tilt), (800, y), (WIDTH, y + tilt), (WIDTH, HEIGHT), (0, HEIGHT)], field)
    left = curve([(780, 430), (860, 480), (700, 560), (640, 680), (900, 800), (860, 920)], 18)
    right = curve([(1240, 920), (1270, 800), (920, 670), (860, 570), (930, 480), (800, 430)], 18)
    canvas.shape([*left, *right], light.water)
    for index, x in enumerate((90, 260, 430)):
        _sawtooth_front(canvas, x, 640 - index * 26, 150 - index * 18, light)
    for x, y, size in ((1180, 520, 150), (1330, 540, 180)):
        crane(canvas, x, y, size, mix(LACQUER, light.land[2], 0.35))
    canvas.shape([(1060, 534), (1600, 560), (1600, 590), (1010, 548)], mix(PAPER, BRONZE, 0.5))
    ship(canvas, 760, 640, 96, light)
    for x, y, size in ((60, 800, 120), (240, 850, 90), (1440, 760, 110), (1560, 830, 150), (560, 500, 40), (620, 486, 32), (1010, 476, 34)):
        grove(canvas, x, y, size, mix(light.land[2], LEAF, 0.25), light.haze)


def _sawtooth_front(canvas: Canvas, x: float, y: float, size: float, light: Light) -> None:
    canvas.rect(x - size * 0.5, y - size * 0.5, size, size * 0.5, (PAPER, mix(PAPER, light.land[1], 0.35)))
    for tooth in range(3):
        left = x - size * 0.5 + tooth * size / 3
        canvas.shape([(left, y - size * 0.5), (left + size / 3, y - size * 0.78), (left + size / 3, y - size * 0.5)], (EMBER, LACQUER))
        canvas.rect(left + size * 0.08, y - size * 0.34, size * 0.17, size * 0.12, RIVER)


def homeland(canvas: Canvas, light: Light) -> None:
    """The old tower, the river and the port under one rising sun."""
    canvas.sky(light.sky, 620)
    sun(canvas, light, 800, 400, 190)
    ridge(canvas, 600, 150, light.land[0], waves=1.0, phase=0.9)
    canvas.mist(440, 620, light.haze, 0.7)
    for x, size in ((40, 150), (180, 110), (520, 90), (610, 60), (1010, 60), (1560, 120)):
        grove(canvas, x, 622, size, light.land[1], light.haze)
    temple(canvas, 190, 622, 150, light)
    tower(canvas, 420, 622, 92, 470, light)
    for x, size in ((1120, 170), (1250, 200), (1400, 180)):
        crane(canvas, x, 622, size, mix(light.land[2], LACQUER, 0.35))
    _sawtooth_front(canvas, 1500, 622, 190, light)
    canvas.rect(0, 616, WIDTH, 12, light.land[2])
    ship(canvas, 1080, 640, 120, light)
    canvas.reflect(640, light.water, 0.6)
    ripples(canvas, 640, light.sun, 130)
    for start, lift in ((560, 0.8), (650, 0.5), (710, 0.9)):
        canvas.brush(curve([(start, 250 - lift * 60), (start + 22, 232 - lift * 60), (start + 40, 252 - lift * 60), (start + 60, 230 - lift * 60), (start + 84, 246 - lift * 60)], 6), tapered(25, 7), WHITE, 0.9)
    for blade in range(54):
        x = -20 + blade * 31 + canvas.random.uniform(-12, 12)
        ear = curve([(x, 915), (x + 10, 800 + canvas.random.uniform(-30, 30)), (x + 52, 752 + canvas.random.uniform(-26, 40))], 8)
        canvas.brush(ear, [7 - 5 * i / len(ear) for i in range(len(ear))], mix(light.land[2], LEAF, 0.3))
        for grain in ear[9:]:
            canvas.shape(arc(grain[0] + 3, grain[1] + 5, 5, 9), (GOLD, BRONZE))
