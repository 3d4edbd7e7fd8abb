"""What was measured, in the form of ``bench.json``: our value, a peer's, and the ratio of the two."""

import json
from collections.abc import Sequence
from typing import Any

from translations.bench.lookups import Measured

PEER = "RapidFuzz over every source, in memory"


def rows(measured: Measured, *, vendor: str, entries: int) -> list[dict[str, Any]]:
    """Return objects with ``name``, ``value``, ``unit``, ``peer``, ``peer_value`` and ``ratio``."""
    name = f"memory_lookup_{entries}_{vendor}"
    times = [
        (f"{name}_p50", measured.ours.median, measured.naive.median),
        (f"{name}_p95", measured.ours.p95, measured.naive.p95),
        (f"{name}_max", measured.ours.longest, measured.naive.longest),
    ]
    found = round(100 * measured.found / measured.compared, 1) if measured.compared else None
    share = _row(f"memory_best_match_found_{entries}_{vendor}", found, "%", None)
    return [*(_row(label, value, "ms", theirs) for label, value, theirs in times), share]


def _row(name: str, value: float | None, unit: str, theirs: float | None) -> dict[str, Any]:
    ratio = round(value / theirs, 4) if value is not None and theirs else None
    peer = PEER if theirs is not None else None
    return {"name": name, "value": value, "unit": unit, "peer": peer, "peer_value": theirs, "ratio": ratio}


def as_json(found: Sequence[dict[str, Any]]) -> str:
    """Return rows as a JSON list."""
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def as_lines(found: Sequence[dict[str, Any]]) -> str:
    """Return rows for a terminal, one a line."""
    return "\n".join(_line(row) for row in found)


def _line(row: dict[str, Any]) -> str:
    beside = f"  ({row['peer']}: {row['peer_value']}, ratio {row['ratio']})" if row["peer"] else ""
    return f"{row['name']:<44}{row['value']} {row['unit']}{beside}"
