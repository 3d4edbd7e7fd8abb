"""Roads, rivers and the port."""

from cms.demo.covers.buildings import factory, temple, tower
from cms.demo.covers.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, arc, curve, mix, tapered
from cms.demo.covers.light import BRONZE, EMBER, GOLD, INK, LACQUER, LEAF, PAPER, RIVER, WHITE, Light
from cms.demo.covers.nature import grove, groves, ridge, ripples, sun


def crane(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """Draw a harbour crane that stands on *y*."""
    for leg in (-0.22, 0.22):
        canvas.line([(x + leg * size, y), (x + leg * 0.7 * size, y - size * 0.72)], size * 0.035, colour)
    canvas.line([(x - 0.2 * size, y - size * 0.3), (x + 0.2 * size, y - size * 0.3)], size * 0.03, colour)
    canvas.line([(x - 0.42 * size, y - size * 0.7), (x + 0.95 * size, y - size * 0.7)], size * 0.05, colour)
    canvas.line(
        [(x - 0.4 * size, y - size * 0.7), (x, y - size * 1.06), (x + 0.9 * size, y - size * 0.7)],
        size * 0.016,
        colour,
    )
    canvas.line([(x, y - size * 0.7), (x, y - size * 1.06)], size * 0.035, colour)
    canvas.line([(x + 0.66 * size, y - size * 0.7), (x + 0.66 * size, y - size * 0.42)], size * 0.012, colour)
    canvas.rect(x + 0.58 * size, y - size * 0.42, size * 0.16, size * 0.09, EMBER)


def ship(canvas: Canvas, x: float, y: float, size: float, light: Light) -> None:
    """Draw a container ship; *y* is its waterline."""
    hull = [
        (x - size, y - size * 0.16),
        (x + size, y - size * 0.2),
        (x + size * 0.86, y + size * 0.04),
        (x - size * 0.9, y + size * 0.04),
    ]
    canvas.shape(hull, (LACQUER, mix(LACQUER, INK, 0.5)))
    for column in range(9):
        for row in range(2 + (column * 7) % 3):
            colour = (RIVER, GOLD, PAPER, EMBER, BRONZE)[(column * 3 + row) % 5]
            canvas.rect(
                x - size * 0.6 + column * size * 0.16,
                y - size * (0.27 + row * 0.1),
                size * 0.145,
                size * 0.09,
                mix(colour, light.haze, 0.2),
            )
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
        colour = (
            mix(LEAF, light.haze, 0.5 - row * 0.03),
            mix(GOLD, LEAF, 0.55),
            mix(LEAF, light.land[2], 0.3),
        )[row % 3]
        canvas.shape([(0, y), (WIDTH, y + 8), (WIDTH, HEIGHT), (0, HEIGHT)], colour)
    _road(canvas, light)
    places = (
        (60, 620, 60),
        (190, 585, 46),
        (1420, 520, 46),
        (1530, 545, 62),
        (1330, 730, 84),
        (1500, 790, 120),
        (110, 880, 120),
    )
    groves(canvas, places, mix(light.land[2], LEAF, 0.3), light.haze)


def _road(canvas: Canvas, light: Light) -> None:
    river = [*curve([(1640, 560), (1180, 556), (760, 590), (340, 660), (-40, 770)], 16)]
    bank = [*curve([(-40, 900), (380, 740), (820, 650), (1220, 606), (1640, 640)], 16)]
    canvas.shape([*river, *bank], (light.water[0], light.water[1]))
    centre = curve([(640, 424), (700, 446), (840, 500), (905, 580), (850, 690), (640, 860), (560, 960)], 20)
    widths = [10 + 2.6 * max(0.0, y - 424) ** 0.78 for _, y in centre]
    for offset, colour in (
        (1.22, mix(light.land[2], INK, 0.2)),
        (1.06, PAPER),
        (1, mix(INK, light.haze, 0.3)),
    ):
        canvas.brush(centre, [width * offset for width in widths], colour)
    for index in range(6, len(centre) - 4, 6):
        canvas.brush(centre[index : index + 3], [widths[index] * 0.035 + 1] * 3, PAPER)
    _pylon(canvas, 893, 560, 330, light)
    for place, u in ((34, -0.24), (52, 0.25), (70, -0.22), (84, 0.24), (104, -0.25)):
        _car(canvas, centre[place], widths[place], u, (LACQUER, WHITE, GOLD, RIVER)[place % 4])


def _pylon(canvas: Canvas, x: float, y: float, height: float, light: Light) -> None:
    for side in (-1, 1):
        for step in range(1, 9):
            canvas.line(
                [(x, y - height + step * 8), (x + side * step * 26, y + side * step * 9 - 6)], 2, PAPER, 0.85
            )
    for side in (-1, 1):
        canvas.brush(
            [(x + side * 78, y + 36), (x + side * 6, y - height)],
            [17, 9],
            (mix(PAPER, light.haze, 0.3), mix(BRONZE, INK, 0.25)),
        )
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
        field = (
            mix(LEAF, light.haze, 0.4),
            mix(mix(GOLD, LEAF, 0.45), light.haze, 0.25),
            mix(LEAF, light.land[1], 0.4),
        )[row % 3]
        canvas.shape([(0, y + tilt), (800, y), (WIDTH, y + tilt), (WIDTH, HEIGHT), (0, HEIGHT)], field)
    left = curve([(780, 430), (860, 480), (700, 560), (640, 680), (900, 800), (860, 920)], 18)
    right = curve([(1240, 920), (1270, 800), (920, 670), (860, 570), (930, 480), (800, 430)], 18)
    canvas.shape([*left, *right], light.water)
    for index, x in enumerate((90, 260, 430)):
        factory(canvas, x, 640 - index * 26, 150 - index * 18, light)
    for x, y, size in ((1180, 520, 150), (1330, 540, 180)):
        crane(canvas, x, y, size, mix(LACQUER, light.land[2], 0.35))
    canvas.shape([(1060, 534), (1600, 560), (1600, 590), (1010, 548)], mix(PAPER, BRONZE, 0.5))
    ship(canvas, 760, 640, 96, light)
    places = (
        (60, 800, 120),
        (240, 850, 90),
        (1440, 760, 110),
        (1560, 830, 150),
        (560, 500, 40),
        (620, 486, 32),
        (1010, 476, 34),
    )
    groves(canvas, places, mix(light.land[2], LEAF, 0.25), light.haze)


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
    factory(canvas, 1500, 622, 190, light)
    canvas.rect(0, 616, WIDTH, 12, light.land[2])
    ship(canvas, 1080, 640, 120, light)
    canvas.reflect(640, light.water, 0.6)
    ripples(canvas, 640, light.sun, 130)
    for x, y in ((560, 202), (650, 220), (710, 196)):
        wings = curve([(x, y), (x + 22, y - 18), (x + 40, y + 2), (x + 60, y - 20), (x + 84, y - 4)], 6)
        canvas.brush(wings, tapered(len(wings), 7), WHITE, 0.9)
    _rice(canvas, light)


def _rice(canvas: Canvas, light: Light) -> None:
    for blade in range(54):
        x = -20 + blade * 31 + canvas.random.uniform(-12, 12)
        bend, tip = 800 + canvas.random.uniform(-30, 30), 752 + canvas.random.uniform(-26, 40)
        ear = curve([(x, 915), (x + 10, bend), (x + 52, tip)], 8)
        canvas.brush(ear, [7 - 5 * i / len(ear) for i in range(len(ear))], mix(light.land[2], LEAF, 0.3))
        for grain in ear[9:]:
            canvas.shape(arc(grain[0] + 3, grain[1] + 5, 5, 9), (GOLD, BRONZE))
