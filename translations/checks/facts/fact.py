"""A fact and what it may mean: the same text can often be read in more than one way."""

from dataclasses import dataclass
from decimal import Decimal

NUMBER = "number"
DATE = "date"
LUNAR = "lunar"
TIME = "time"
CODE = "code"
VAGUE = "vague"
RATE = "rate"
FRACTION = "fraction"
WRITTEN = "written"
PHONE = "phone"

Value = Decimal | int | str
Reading = tuple[str, Value, *tuple[Value, ...]]
"""A kind, and its value:

- number: value, and a unit (empty: a bare count);
- date: year, month, day (0: not said); lunar: month, day (0: not said);
- time: hour, minute;
- code, phone: the text in one form;
- fraction: numerator and denominator;
- vague: the power of ten in “thousands of”; rate: the time in “per month”;
- written: the number as its digits say it, for a text that leaves the unit away.
"""


@dataclass(frozen=True, slots=True)
class Fact:
    """A stretch of a text that says a fact.

    *readings* are what it may mean. A *weak* one may well be no fact: it can answer for one
    of the other text, but nothing has to answer for it. A weak one that is *counted* is
    surely meant as a number; where both texts have one that the other does not say, they differ.
    """

    text: str
    start: int
    readings: frozenset[Reading]
    weak: bool = False
    counted: bool = False

    @property
    def kind(self) -> str:
        """The kind of its first reading."""
        return min(self.readings)[0]


def number(value: Decimal | int, unit: str = "") -> Reading:
    """Return the reading of a quantity."""
    return NUMBER, Decimal(value), unit


def day(year: int = 0, month: int = 0, of_month: int = 0) -> Reading:
    """Return the reading of a date, or of a part of one."""
    return DATE, year, month, of_month


def lunar(month: int, of_month: int = 0) -> Reading:
    """Return the reading of a day or month of the lunar calendar."""
    return LUNAR, month, of_month


def same(one: Reading, other: Reading) -> bool:
    """Whether two readings say the same; a unit that is not said agrees with any."""
    if one[0] == other[0] == NUMBER:
        return one[1] == other[1] and (one[-1] == other[-1] or "" in (one[-1], other[-1]))
    if {one[0], other[0]} == {NUMBER, WRITTEN}:
        plain = one if one[0] == NUMBER else other
        return one[1] == other[1] and not plain[-1]
    return one == other and one[0] != WRITTEN


def agree(one: Fact, other: Fact) -> bool:
    """Whether two facts can be read as the same."""
    return any(same(mine, theirs) for mine in one.readings for theirs in other.readings)
