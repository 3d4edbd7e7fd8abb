"""The layout of a schematic map: markers where they belong, labels where nothing else stands. Pure.

All lengths are in units of the drawing, which is `WIDTH` wide; letters are estimated, not measured.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDTH = 480.0
HEIGHT = 400.0
"""How high it is where no approved outline says otherwise."""

LETTER = 13.0
"""The size of the letters."""

LINE = 17.0
MARK = 7.0
"""The radius of a marker, with the space around it."""

_GAP = 4.0
_WIDEST = 150.0
_MOST_LINES = 3
_EDGE = 6.0
_STEPS = 13


@dataclass(frozen=True, slots=True)
class Point:
    """Something with a position in hundredths of the drawing, and what it is called."""

    key: int
    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        across = self.left < other.left + other.width and other.left < self.left + self.width
        return across and self.top < other.top + other.height and other.top < self.top + self.height


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker at (*x*, *y*) with its label's *lines* as (x, y, words); *thread* leads to a far label."""

    key: int
    x: float
    y: float
    box: Box
    lines: tuple[tuple[float, float, str], ...]
    thread: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Layout:
    """A drawing of `WIDTH` and *height*. Labels for which there was no room stand below its frame."""

    height: float
    marks: tuple[Mark, ...]


def lay_out(points: Iterable[Point], height: float = HEIGHT) -> Layout:
    """Place the labels of *points* in a frame of *height*, so that none covers another or a marker."""
    found = list(points)
    places = [(one.x * WIDTH / 100, one.y * height / 100) for one in found]
    taken = [Box(x - MARK, y - MARK, 2 * MARK, 2 * MARK) for x, y in places]
    beneath = height + MARK + _GAP
    marks, below = [], beneath
    for point, (x, y) in zip(found, places, strict=True):
        lines = wrap(point.label)
        free = (box for box in _near(x, y, lines) if _is_inside(box, height) and not _meets_any(box, taken))
        box = next(free, None)
        if box is None:
            box = Box(_EDGE, below, *_size(lines))
            below += box.height + _GAP
        taken.append(box)
        marks.append(_mark(point.key, x, y, box, lines))
    return Layout(height if below == beneath else below, tuple(marks))


def _near(x: float, y: float, lines: Sequence[str]) -> Iterator[Box]:
    """Yield the places that a label can have, the nearest first."""
    width, height = _size(lines)
    beyond = MARK + _GAP
    for step in range(2 * _STEPS):
        shift = ((step + 1) // 2) * LINE * (1 if step % 2 else -1)
        for left in (x + beyond, x - beyond - width, x - width / 2):
            yield Box(left, y - height / 2 + shift, width, height)


def _is_inside(box: Box, height: float) -> bool:
    is_across = box.left >= 0 and box.left + box.width <= WIDTH
    return is_across and box.top >= 0 and box.top + box.height <= height


def _meets_any(box: Box, taken: Sequence[Box]) -> bool:
    return any(box.meets(other) for other in taken)


def _size(lines: Sequence[str]) -> tuple[float, float]:
    return max(map(length, lines), default=0.0) + _GAP, len(lines) * LINE


def _mark(key: int, x: float, y: float, box: Box, lines: Sequence[str]) -> Mark:
    written = tuple(
        (box.left + _GAP / 2, box.top + number * LINE + LETTER, line) for number, line in enumerate(lines)
    )
    nearest = (min(max(x, box.left), box.left + box.width), min(max(y, box.top), box.top + box.height))
    is_far = abs(nearest[0] - x) + abs(nearest[1] - y) > 2 * MARK + _GAP
    return Mark(key, x, y, box, written, nearest if is_far else None)


def length(text: str) -> float:
    """Return about how long *text* is: letters of East Asia are square, others a good half of that."""
    return sum(LETTER if unicodedata.east_asian_width(one) in "WF" else LETTER * 0.58 for one in text)


def wrap(text: str) -> tuple[str, ...]:
    """Return *text* in lines of a label; what does not fit into the last ends in an ellipsis."""
    lines: list[str] = []
    for piece in _pieces(text):
        if lines and length(lines[-1] + piece.rstrip()) <= _WIDEST:
            lines[-1] += piece
        else:
            lines.append(piece)
    lines = [line.strip() for line in lines if line.strip()]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1].rstrip()}…"]
    return tuple(lines)


def _pieces(text: str) -> Iterator[str]:
    """Yield what must not be broken: words with the space behind them, and single letters of East Asia."""
    word = ""
    for one in " ".join(text.split()):
        is_square = unicodedata.east_asian_width(one) in "WF"
        if is_square and word:
            yield word
            word = ""
        word += one
        if one == " " or is_square or length(word) > _WIDEST - LETTER:
            yield word
            word = ""
    if word:
        yield word
