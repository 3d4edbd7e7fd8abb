"""An industrial park, seen from above."""

from cms.demo.covers.canvas import Canvas, Colour, Point, arc, mix
from cms.demo.covers.light import BRONZE, EMBER, INK, LACQUER, LEAF, PAPER, RIVER, WHITE, Light


def _iso(u: float, v: float, z: float = 0) -> Point:
    """Return where the point (u, v) of the ground, *z* high, is seen from above."""
    return 800 + (u - v) * 52, 420 + (u + v) * 27 - z * 54


def _slab(canvas: Canvas, u: float, v: float, du: float, dv: float, colour: Colour, z: float = 0) -> None:
    canvas.shape([_iso(u, v, z), _iso(u + du, v, z), _iso(u + du, v + dv, z), _iso(u, v + dv, z)], colour)


def _hall(canvas: Canvas, u: float, v: float, du: float, dv: float, light: Light, roof: Colour) -> None:
    wall = mix(PAPER, light.haze, 0.4)
    high, teeth = 0.72, max(2, round(du * 1.1))
    corners = [_iso(u + du, v, 0), _iso(u + du, v + dv, 0), _iso(u + du, v + dv, high), _iso(u + du, v, high)]
    canvas.shape(
        [_iso(u - 0.1, v + dv + 0.4), _iso(u + du + 0.5, v + dv + 0.4), _iso(u + du + 0.5, v, 0), _iso(u, v)],
        INK,
        0.18,
    )
    canvas.shape(corners, (mix(wall, light.land[2], 0.28), mix(wall, light.land[2], 0.45)))
    canvas.shape(
        [_iso(u, v + dv), _iso(u + du, v + dv), _iso(u + du, v + dv, high), _iso(u, v + dv, high)],
        (wall, mix(wall, light.land[2], 0.18)),
    )
    step = du / teeth
    for tooth in range(teeth):
        a, b = u + tooth * step, u + (tooth + 1) * step
        canvas.shape(
            [_iso(a, v, high), _iso(b, v, high + 0.42), _iso(b, v + dv, high + 0.42), _iso(a, v + dv, high)],
            (mix(roof, WHITE, 0.16), roof),
        )
        canvas.shape(
            [_iso(b, v, high), _iso(b, v, high + 0.42), _iso(b, v + dv, high + 0.42), _iso(b, v + dv, high)],
            mix(light.sky[1], WHITE, 0.35),
        )
        canvas.shape(
            [_iso(a, v + dv, high), _iso(b, v + dv, high + 0.42), _iso(b, v + dv, high)],
            mix(wall, light.land[2], 0.12),
        )
    for window in range(round(du * 2)):
        x = u + 0.25 + window * 0.5
        canvas.shape(
            [
                _iso(x, v + dv, 0.3),
                _iso(x + 0.28, v + dv, 0.3),
                _iso(x + 0.28, v + dv, 0.52),
                _iso(x, v + dv, 0.52),
            ],
            mix(RIVER, light.sky[1], 0.3),
        )


def _tree(canvas: Canvas, u: float, v: float, light: Light) -> None:
    x, y = _iso(u, v)
    canvas.shape(arc(x + 6, y, 15, 6), INK, 0.18)
    canvas.line([(x, y), (x, y - 16)], 4, mix(BRONZE, INK, 0.4))
    canvas.disc(x, y - 26, 15, (mix(LEAF, light.haze, 0.25), mix(LEAF, light.land[2], 0.35)))


def _lorry(canvas: Canvas, u: float, v: float, colour: Colour) -> None:
    _slab(canvas, u, v, 0.9, 0.34, mix(INK, PAPER, 0.2))
    for face in (
        [
            _iso(u, v + 0.34, 0.06),
            _iso(u + 0.62, v + 0.34, 0.06),
            _iso(u + 0.62, v + 0.34, 0.46),
            _iso(u, v + 0.34, 0.46),
        ],
        [_iso(u, v, 0.46), _iso(u + 0.62, v, 0.46), _iso(u + 0.62, v + 0.34, 0.46), _iso(u, v + 0.34, 0.46)],
    ):
        canvas.shape(face, mix(colour, WHITE, 0.15))
    canvas.shape(
        [
            _iso(u + 0.66, v + 0.34, 0.06),
            _iso(u + 0.9, v + 0.34, 0.06),
            _iso(u + 0.9, v + 0.34, 0.34),
            _iso(u + 0.66, v + 0.34, 0.34),
        ],
        colour,
    )
    canvas.shape(
        [
            _iso(u + 0.9, v, 0.06),
            _iso(u + 0.9, v + 0.34, 0.06),
            _iso(u + 0.9, v + 0.34, 0.34),
            _iso(u + 0.9, v, 0.34),
        ],
        mix(colour, INK, 0.3),
    )


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
    for u, v, colour in (
        (-3.4, -0.7, LACQUER),
        (2.6, 7.3, RIVER),
        (4.2, -0.75, WHITE),
        (-0.4, 7.35, EMBER),
        (10, -0.7, RIVER),
    ):
        _lorry(canvas, u, v, colour)
    canvas.glow(1500, 0, 1100, light.sun, 0.5)
