"""What a chart shows, as plain data."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from content.formats import Period, Unit


class Kind(StrEnum):
    """How values are drawn."""

    LINE = "line"
    BAR = "bar"
    MULTIPLES = "multiples"


@dataclass(frozen=True, slots=True)
class Point:
    """One value. *start* is the first day of its period; a provisional value is drawn hollow."""

    start: date
    value: Decimal
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one thing, in the order of time; *name* tells it from others of the chart."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in one language.

    *key* makes its ids unique within a page; *unit_words* name what is counted.
    """

    key: str
    kind: Kind
    title: str
    description: str
    unit: Unit
    period: Period
    series: tuple[Series, ...]
    language: str
    unit_words: str = ""

    @property
    def points(self) -> tuple[Point, ...]:
        """The values of all series."""
        return tuple(point for one in self.series for point in one.points)
