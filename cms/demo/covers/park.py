"""An industrial park, seen from above."""

from itertools import product

from cms.demo.covers.canvas import Canvas, Colour, Fill, Point, arc, mix
from cms.demo.covers.light import BRONZE, EMBER, INK, LACQUER, LEAF, PAPER, RIVER, WHITE, Light

_ROADS = (-9, -1, 7)


def _iso(u: float, v: float, z: float = 0) -> Point:
    """Return where the point (u, v) of the ground, *z* high, is seen from above."""
    return 800 + (u - v) * 52, 420 + (u + v) * 27 - z * 54


def _slab(canvas: Canvas, u: float, v: float, du: float, dv: float, colour: Colour, z: float = 0) -> None:
    canvas.shape([_iso(u, v, z), _iso(u + du, v, z), _iso(u + du, v + dv, z), _iso(u, v + dv, z)], colour)


def _wall(canvas: Canvas, start: Point, end: Point, low: float, high: float, fill: Fill) -> None:
    """Draw the upright face above the ground line from *start* to *end*."""
    canvas.shape([_iso(*start, low), _iso(*end, low), _iso(*end, high), _iso(*start, high)], fill)


def _hall(canvas: Canvas, u: float, v: float, du: float, dv: float, light: Light, roof: Colour) -> None:
    wall, high = mix(PAPER, light.haze, 0.4), 0.72
    right, front = u + du, v + dv
    shadow = [(u - 0.1, front + 0.4), (right + 0.5, front + 0.4), (right + 0.5, v), (u, v)]
    canvas.shape([_iso(*corner) for corner in shadow], INK, 0.18)
    shaded = (mix(wall, light.land[2], 0.28), mix(wall, light.land[2], 0.45))
    _wall(canvas, (right, v), (right, front), 0, high, shaded)
    _wall(canvas, (u, front), (right, front), 0, high, (wall, mix(wall, light.land[2], 0.18)))
    teeth = max(2, round(du * 1.1))
    for tooth in range(teeth):
        _roof_tooth(canvas, (u + tooth * du / teeth, v), (du / teeth, dv), high, light, roof)
    for window in range(round(du * 2)):
        x = u + 0.25 + window * 0.5
        _wall(canvas, (x, front), (x + 0.28, front), 0.3, 0.52, mix(RIVER, light.sky[1], 0.3))


def _roof_tooth(canvas: Canvas, at: Point, size: Point, low: float, light: Light, roof: Colour) -> None:
    (a, v), (b, front), top = at, (at[0] + size[0], at[1] + size[1]), low + 0.42
    slope = [_iso(a, v, low), _iso(b, v, top), _iso(b, front, top), _iso(a, front, low)]
    canvas.shape(slope, (mix(roof, WHITE, 0.16), roof))
    _wall(canvas, (b, v), (b, front), low, top, mix(light.sky[1], WHITE, 0.35))
    gable = [_iso(a, front, low), _iso(b, front, top), _iso(b, front, low)]
    canvas.shape(gable, mix(mix(PAPER, light.haze, 0.4), light.land[2], 0.12))


def _tree(canvas: Canvas, u: float, v: float, light: Light) -> None:
    x, y = _iso(u, v)
    canvas.shape(arc(x + 6, y, 15, 6), INK, 0.18)
    canvas.line([(x, y), (x, y - 16)], 4, mix(BRONZE, INK, 0.4))
    canvas.disc(x, y - 26, 15, (mix(LEAF, light.haze, 0.25), mix(LEAF, light.land[2], 0.35)))


def _lorry(canvas: Canvas, u: float, v: float, colour: Colour) -> None:
    side, light_colour = v + 0.34, mix(colour, WHITE, 0.15)
    _slab(canvas, u, v, 0.9, 0.34, mix(INK, PAPER, 0.2))
    _wall(canvas, (u, side), (u + 0.62, side), 0.06, 0.46, light_colour)
    _slab(canvas, u, v, 0.62, 0.34, light_colour, 0.46)
    _wall(canvas, (u + 0.66, side), (u + 0.9, side), 0.06, 0.34, colour)
    _wall(canvas, (u + 0.9, v), (u + 0.9, side), 0.06, 0.34, mix(colour, INK, 0.3))


def _ground(canvas: Canvas, light: Light) -> None:
    meadow, road = mix(LEAF, light.land[0], 0.45), mix(light.haze, INK, 0.42)
    _slab(canvas, -16, -16, 40, 40, meadow)
    for line in range(-14, 22, 2):
        canvas.line([_iso(line, -16), _iso(line, 24)], 2, mix(meadow, light.land[2], 0.25), 0.5)
    for place in _ROADS:
        _slab(canvas, place, -16, 1.2, 40, road)
        _slab(canvas, -16, place, 40, 1.2, road)
    for place, dash in product(_ROADS, range(-15, 22)):
        _slab(canvas, place + 0.56, dash, 0.08, 0.5, PAPER)
        _slab(canvas, dash, place + 0.56, 0.5, 0.08, PAPER)


def _plot(canvas: Canvas, index: int, u: float, v: float, light: Light) -> None:
    roofs = (LACQUER, RIVER, mix(BRONZE, PAPER, 0.2), EMBER)
    is_small = index % 2 == 1
    _slab(canvas, u - 0.3, v - 0.3, 6, 6, mix(light.haze, light.land[0], 0.45))
    _hall(canvas, u, v, 5.2, 2.1, light, roofs[index % 4])
    _hall(canvas, u, v + 2.9, 3.2 if is_small else 5.2, 1.9, light, roofs[(index + 1) % 4])
    for step in range(7):
        _tree(canvas, u + step * 0.9, v + 5.6, light)
    for step in range(3 * is_small):
        _tree(canvas, u + 3.9 + step * 0.7, v + 3.6 + (step % 2) * 0.7, light)


def park(canvas: Canvas, light: Light) -> None:
    """Factory halls and inner roads of an industrial park, from above."""
    canvas.sky((light.land[0], mix(light.land[0], light.land[1], 0.6), light.land[1]))
    _ground(canvas, light)
    for index, (u, v) in enumerate(sorted(product((-7, 1, 9), repeat=2), key=sum)):
        _plot(canvas, index, u, v, light)
    _lorry(canvas, -3.4, -0.7, LACQUER)
    _lorry(canvas, 4.2, -0.75, WHITE)
    _lorry(canvas, 10, -0.7, RIVER)
    _lorry(canvas, -0.4, 7.35, EMBER)
    _lorry(canvas, 2.6, 7.3, RIVER)
    canvas.glow(1500, 0, 1100, light.sun, 0.5)
