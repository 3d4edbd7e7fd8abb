"""Halls, roofs and the tower: what was built, in several pictures."""

from cms.demo.covers.canvas import Canvas, Colour, arc, curve, mix
from cms.demo.covers.light import BRONZE, EMBER, GOLD, INK, LACQUER, PAPER, RIVER, Light

_TIERS = 14


def roof(
    canvas: Canvas, x: float, y: float, half: float, height: float, colour: tuple[Colour, Colour]
) -> None:
    """Draw a hipped roof with curved eaves; *y* is the line of its eaves."""
    left = curve(
        [
            (x - half * 1.12, y - height * 0.16),
            (x - half * 0.82, y - height * 0.14),
            (x - half * 0.5, y - height),
        ],
        10,
    )
    right = [(2 * x - px, py) for px, py in reversed(left)]
    belly = curve([(x + half * 1.12, y - height * 0.16), (x + half * 0.7, y + 2), (x, y + 4)], 10)
    canvas.shape([*left, *right, *belly, *[(2 * x - px, py) for px, py in reversed(belly)]], colour)
    for step in range(-9, 10):
        top, foot = (x + step * half * 0.052, y - height * 0.94), (x + step * half * 0.092, y - 2)
        canvas.line([top, foot], max(1.0, half * 0.008), mix(colour[1], INK, 0.35), 0.5)
    canvas.line(
        [(x - half * 0.52, y - height), (x + half * 0.52, y - height)],
        height * 0.1,
        mix(colour[1], INK, 0.25),
    )
    for side in (-1, 1):
        tip = curve(
            [
                (x + side * half * 1.1, y - height * 0.14),
                (x + side * half * 1.2, y - height * 0.24),
                (x + side * half * 1.2, y - height * 0.42),
            ],
            6,
        )
        canvas.brush(tip, [height * 0.09 * (1 - i / len(tip)) + 1 for i in range(len(tip))], colour[1])


def temple(canvas: Canvas, x: float, y: float, half: float, light: Light) -> None:
    """Draw a hall of two roofs between red pillars; it stands on *y*."""
    base, wall = half * 0.1, half * 0.4
    tiles = (mix(LACQUER, light.haze, 0.18), mix(LACQUER, INK, 0.35))
    canvas.rect(
        x - half * 1.06, y - base, half * 2.12, base, (mix(PAPER, light.land[1], 0.45), light.land[2])
    )
    canvas.rect(
        x - half * 0.84,
        y - base - wall,
        half * 1.68,
        wall,
        (mix(INK, LACQUER, 0.35), mix(INK, LACQUER, 0.12)),
    )
    canvas.glow(x, y - base - wall * 0.4, half * 0.6, GOLD, 0.55)
    for step in range(6):
        left = x - half * 0.84 + step * half * 0.32
        canvas.rect(left, y - base - wall, half * 0.075, wall, (EMBER, LACQUER))
    roof(canvas, x, y - base - wall, half, half * 0.42, tiles)
    canvas.rect(
        x - half * 0.46,
        y - base - wall - half * 0.56,
        half * 0.92,
        half * 0.17,
        (mix(INK, LACQUER, 0.3), INK),
    )
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
        canvas.rect(
            x - half, floor - rise, half * 2, rise, (mix(body, light.haze, 0.25), mix(body, INK, 0.22))
        )
        canvas.rect(x + half * 0.3, floor - rise, half * 0.7, rise, mix(body, INK, 0.45), 0.35)
        door, opening = half * (0.3 if tier else 0.26), rise * (0.62 if tier else 0.55)
        arch = [(x - door, floor), *arc(x, floor - opening + door, door, door, 180, 360), (x + door, floor)]
        canvas.shape(arch, mix(INK, LACQUER, 0.2))
        eave = half * 1.16
        canvas.shape(
            [
                (x - eave, floor - rise - unit * 0.1),
                (x + eave, floor - rise - unit * 0.1),
                (x + half, floor - rise + unit * 0.14),
                (x - half, floor - rise + unit * 0.14),
            ],
            mix(body, light.haze, 0.5),
        )
        floor -= rise
    tip = width * 0.16
    canvas.shape(
        [(x - tip * 1.4, floor), (x, floor - height * 0.035), (x + tip * 1.4, floor)], mix(brick, INK, 0.2)
    )
    canvas.brush([(x, floor - height * 0.02), (x, floor - height * 0.07)], [tip * 0.6, 1.5], GOLD)


def factory(canvas: Canvas, x: float, y: float, size: float, light: Light) -> None:
    canvas.rect(x - size * 0.5, y - size * 0.5, size, size * 0.5, (PAPER, mix(PAPER, light.land[1], 0.35)))
    for tooth in range(3):
        left = x - size * 0.5 + tooth * size / 3
        canvas.shape(
            [(left, y - size * 0.5), (left + size / 3, y - size * 0.78), (left + size / 3, y - size * 0.5)],
            (EMBER, LACQUER),
        )
        canvas.rect(left + size * 0.08, y - size * 0.34, size * 0.17, size * 0.12, RIVER)
