"""What was measured, as rows of a table and of ``bench.json``."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median

from deploy.bench.measure import Measured

_HEAD = ("what", "this portal", "unit", "beside", "there", "ratio")


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison. *ratio* is *value* by *peer_value*; both are None where the peer did not run."""

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


def compare(ours: Sequence[Measured], peer: Peer) -> list[Row]:
    """Return the medians of our rounds beside those of *peer*."""
    return [
        _row(
            f"pages per second, beside {peer.name}",
            "pages/s",
            *_medians("pages_per_second", ours, peer),
            peer,
        ),
        _row(f"peak memory, beside {peer.name}", "MB", *_medians("peak_megabytes", ours, peer), peer),
        _row(
            f"queries per page, beside {peer.name}",
            "queries",
            *_medians("queries_per_page", ours, peer),
            peer,
        ),
    ]


def _medians(of: str, ours: Sequence[Measured], peer: Peer) -> tuple[float, float | None]:
    value = median(getattr(one, of) for one in ours)
    return value, median(getattr(one, of) for one in peer.rounds) if peer.rounds else None


def _row(name: str, unit: str, value: float, peer_value: float | None, peer: Peer) -> Row:
    if peer_value is None:
        return Row(name, round(value, 3), unit, f"{peer.name}: did not run: {peer.failure}")
    return Row(name, round(value, 3), unit, peer.name, round(peer_value, 3), round(value / peer_value, 3))


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
    return (
        row.name.partition(", beside ")[0],
        _number(row.value),
        row.unit,
        row.peer or "",
        _number(row.peer_value),
        _number(row.ratio),
    )


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.1f}" if value >= 10 else f"{value:.2f}"  # noqa: PLR2004 - from ten on one decimal tells enough
