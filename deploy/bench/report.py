"""What was measured, as rows of a table and of ``bench.json``."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median

from deploy.bench.measure import Measured

_MEMORY = ("MB", "peak_megabytes")
_QUERIES = ("queries per page", "queries_per_page")
_RATE = ("pages/s", "pages_per_second")
_TIME = ("s", "seconds")
_HEAD = ("what", "this portal", "unit", "beside", "there", "ratio")
_ONE_DECIMAL_FROM = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison, medians of the rounds; *ratio* is *value* divided by *peer_value*.

    Where there is no peer, or it did not run, both are None; then *peer* says why.
    """

    name: str
    value: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Peer:
    """Another way to render the pages: its name, its rounds, and why it did not run if it did not."""

    name: str
    rounds: Sequence[Measured]
    failure: str = ""


def compare(name: str, ours: Sequence[Measured], peer: Peer) -> list[Row]:
    """Return our rounds beside those of *peer*: pages per second, peak memory, queries."""
    return [_row(name, unit, ours, peer, attribute) for unit, attribute in (_RATE, _MEMORY, _QUERIES)]


def rate(name: str, ours: Sequence[Measured], peer: Peer) -> Row:
    """Return our pages per second beside those of *peer*."""
    return _row(name, _RATE[0], ours, peer, _RATE[1])


def time(name: str, ours: Sequence[Measured], peer: Peer) -> Row:
    """Return our seconds beside those of *peer*."""
    return _row(name, _TIME[0], ours, peer, _TIME[1])


def _row(name: str, unit: str, ours: Sequence[Measured], peer: Peer, attribute: str) -> Row:
    value = round(median(getattr(one, attribute) for one in ours), 3)
    if not peer.rounds:
        return Row(name, value, unit, f"{peer.name} did not run: {peer.failure}")
    theirs = round(median(getattr(one, attribute) for one in peer.rounds), 3)
    return Row(name, value, unit, peer.name, theirs, round(value / theirs, 4))


def as_json(rows: Sequence[Row]) -> str:
    """Return *rows* as a JSON list of objects."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2) + "\n"


def as_table(rows: Sequence[Row]) -> str:
    """Return *rows* as lines of aligned columns."""
    lines = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    numbers = _number(row.peer_value), _number(row.ratio)
    return (row.name, _number(row.value), row.unit, row.peer or "–", *numbers)


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.1f}" if value >= _ONE_DECIMAL_FROM else f"{value:.3g}"
