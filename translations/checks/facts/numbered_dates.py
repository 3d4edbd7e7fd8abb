"""Dates and times as Japanese and Korean write them: numbers, each with a word for what it counts."""

import re
from collections.abc import Callable, Iterator, Mapping

from translations.checks.facts.fact import Reading, lunar, number
from translations.checks.facts.shared import FULL_MOON, full_date, moment

Reader = Callable[[re.Match[str]], Iterator[list[Reading]]]

_HALF_AN_HOUR = "30"
_SENTENCE = re.compile(r".*[。!?]", re.DOTALL)


def lunar_date(months: Mapping[str, int]) -> Reader:
    """Return how a match with *month*, and maybe *day*, *moon* and *year*, is read; *months* have names."""

    def read(match: re.Match[str]) -> Iterator[list[Reading]]:
        groups = match.groupdict()
        of_month = int(groups.get("day") or 0) or (FULL_MOON if groups.get("moon") else 0)
        yield [lunar(months.get(match["month"]) or int(match["month"]), of_month)]
        if groups.get("year"):
            yield [number(int(match["year"]))]

    return read


def date(match: re.Match[str]) -> Iterator[list[Reading]]:
    """Yield the date of a match with year, month and day in this order."""
    yield full_date(match[1], match[2], match[3])


def clock(afternoon: Mapping[str, bool]) -> Reader:
    """Return how a match with *hour*, and maybe *part*, *minute* and *half*, is read.

    Args:
        afternoon: for each word for a part of the day, whether it is after noon.
    """
    part = re.compile("|".join(afternoon))

    def read(match: re.Match[str]) -> Iterator[list[Reading]]:
        minute = _HALF_AN_HOUR if match["half"] else match["minute"]
        readings = moment(match["hour"], minute, afternoon=afternoon.get(match["part"] or ""))
        if not match["part"]:
            # “from 1:30 in the afternoon to 5”: what was said of the first is meant of the second.
            before = part.findall(_SENTENCE.sub("", match.string[: match.start()]))
            if before and afternoon[before[-1]]:
                readings.extend(moment(match["hour"], minute, afternoon=True))
        if readings:
            yield readings

    return read
