"""The old capital, the open book and the night of the seal."""

from cms.demo.covers.buildings import temple, tower
from cms.demo.covers.canvas import HEIGHT, WIDTH, Canvas, Point, arc, curve, mix
from cms.demo.covers.light import BRONZE, EMBER, GOLD, INK, LACQUER, PAPER, WHITE, Light
from cms.demo.covers.nature import grove, ridge, ripples, sun
from cms.demo.covers.ornaments import drum, lotus, lotus_leaf, string_of_lanterns


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
    for x, y, size in (
        (170, 820, 58),
        (300, 862, 76),
        (90, 880, 70),
        (1370, 838, 62),
        (1500, 876, 84),
        (1250, 884, 56),
    ):
        lotus_leaf(canvas, x, y, size, light)
    for x, y, size in ((235, 800, 40), (1430, 812, 46)):
        lotus(canvas, x, y, size)


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
        return curve(
            [
                (x, 664 + lift),
                (x + side * 210 * far, 592 + lift),
                (x + side * 460 * far, 604 + lift),
                (x + side * 650 * far, 652 + lift),
            ],
            14,
        )

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
    canvas.rect(0, 872, WIDTH, HEIGHT - 872, light.land[2])
    for x in (150, 1450):
        temple(canvas, x, 880, 230, light)
    _seal(canvas, 800, 500, 215)
    for start, end, sag in (((-30, 60), (830, 20), 130), ((770, 20), (1630, 60), 130)):
        string_of_lanterns(canvas, start, end, sag)


def _seal(canvas: Canvas, x: float, y: float, half: float) -> None:
    canvas.shape(arc(x, y + half * 1.32, half * 1.3, half * 0.16), INK, 0.4)
    canvas.rect(x - half, y - half, half * 2, half * 2.2, (mix(LACQUER, INK, 0.45), mix(LACQUER, INK, 0.7)))
    canvas.rect(x - half, y - half, half * 2, half * 2, (EMBER, LACQUER))
    for inset, width in ((0.08, 9), (0.16, 4)):
        side = half * (1 - inset)
        canvas.line(
            [
                (x - side, y - side),
                (x + side, y - side),
                (x + side, y + side),
                (x - side, y + side),
                (x - side, y - side),
            ],
            width,
            PAPER,
            0.95,
        )
    cell = half * 0.78
    for column in (-1, 1):
        for row in (-1, 1):
            _fret(canvas, x + column * cell * 0.5, y + row * cell * 0.5, cell * 0.42, column * row)
    canvas.line([(x, y - cell), (x, y + cell)], 4, PAPER, 0.8)
    canvas.line([(x - cell, y), (x + cell, y)], 4, PAPER, 0.8)
    handle = [
        *curve(
            [
                (x - half * 0.3, y - half),
                (x - half * 0.36, y - half * 1.34),
                (x, y - half * 1.52),
                (x + half * 0.36, y - half * 1.34),
                (x + half * 0.3, y - half),
            ],
            12,
        )
    ]
    canvas.shape(handle, (GOLD, mix(BRONZE, INK, 0.2)))
    canvas.shape(arc(x, y - half * 1.2, half * 0.1, half * 0.13), mix(BRONZE, INK, 0.6))


def _fret(canvas: Canvas, x: float, y: float, half: float, turn: int) -> None:
    path = (
        (-1, -1),
        (1, -1),
        (1, 1),
        (-1, 1),
        (-1, -0.45),
        (0.5, -0.45),
        (0.5, 0.5),
        (-0.45, 0.5),
        (-0.45, 0.05),
        (0.05, 0.05),
    )
    canvas.line([(x + turn * u * half, y + v * half) for u, v in path], half * 0.17, PAPER)
