"""The words of a chart: what is written, and where there is room for it."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from unicodedata import east_asian_width

from content import formats
from content.charts.data import Chart
from content.formats import Unit

# In pixels of the drawing. A letter's width is estimated: the reader's font is not known here.
FONT_SIZE = 12
_NARROW, _WIDE = 0.58, 1.0
_GAP = 5
_MONEY = frozenset({Unit.DONG, Unit.DOLLAR})


def width(words: str) -> float:
    """Return about how wide *words* are, in pixels."""
    wide = sum(east_asian_width(letter) in "WF" for letter in words)
    return FONT_SIZE * (_WIDE * wide + _NARROW * (len(words) - wide))


def value_words(value: Decimal, chart: Chart) -> str:
    """Return a value without its unit, which stands above the axis."""
    if chart.unit in _MONEY:
        return formats.in_words(value, chart.language)
    if chart.unit == Unit.PERCENT:
        return formats.percent(value, chart.language)
    return formats.number(value, chart.language)


def unit_words(chart: Chart) -> str:
    """Return what stands above the axis: the symbol of the unit, else the name of what is counted."""
    return formats.symbol(chart.unit, chart.language) or chart.unit_words


def that_fit(centres: Sequence[float], words: Sequence[str]) -> list[int]:
    """Return the positions of labels that do not overlap, in order; the last always stays.

    Every second, third … label if that keeps as many as any choice does. *centres* grow from left to right.
    """
    last = len(words) - 1
    regular = (list(range(last, -1, -step))[::-1] for step in range(1, len(words) + 1))
    even = next(kept for kept in regular if not _overlap(kept, centres, words))
    dense = _dense(centres, words)
    return even if len(even) >= len(dense) else dense


def _overlap(kept: Sequence[int], centres: Sequence[float], words: Sequence[str]) -> bool:
    return any(
        centres[right] - centres[left] < (width(words[left]) + width(words[right])) / 2 + _GAP
        for left, right in pairwise(kept)
    )


def _dense(centres: Sequence[float], words: Sequence[str]) -> list[int]:
    kept = [len(words) - 1]
    for index in reversed(range(len(words) - 1)):
        if not _overlap([index, kept[-1]], centres, words):
            kept.append(index)
    return kept[::-1]
