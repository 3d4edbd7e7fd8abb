"""Lighthouse: four scores of a page on a slow telephone, and what costs it points."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from scripts.audit.exceptions import AuditError
from scripts.audit.tools import CHROMIUM_FLAGS, Tools, run

GOALS: Mapping[str, int] = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The lowest score of each category that is good enough, of 100."""

_HIDDEN = "is-crawlable"
_REPETITIONS = 2


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of 100 by category, the layout shift, and the audits that cost points, one sentence each.

    *unlisted* says that the page asks search engines to leave it alone. Its SEO score is that of all other
    audits then, because Lighthouse counts the wish itself as a fault.
    """

    points: Mapping[str, int]
    shift: float
    lost: tuple[str, ...]
    unlisted: bool

    @property
    def short(self) -> list[str]:
        """The categories that stay under their goals."""
        return [name for name, goal in GOALS.items() if self.points[name] < goal]


def measure(tools: Tools, url: str) -> Scores:
    """Return what Lighthouse says of *url*.

    Other programs of this machine slow a page down: under the goal, performance is measured twice more, and
    the median counts.

    Raises:
        AuditError: Lighthouse fails, or cannot load the page.
    """
    first = read(_report(tools, url))
    if "performance" not in first.short:
        return first
    more = [read(_report(tools, url, only="performance")) for _ in range(_REPETITIONS)]
    middle = int(median(one.points["performance"] for one in (first, *more)))
    lost = first.lost if middle < GOALS["performance"] else tuple(_other_than_speed(first.lost))
    return replace(first, points={**first.points, "performance": middle}, lost=lost)


def _other_than_speed(lost: tuple[str, ...]) -> Iterator[str]:
    return (said for said in lost if not said.startswith("performance:"))


def _report(tools: Tools, url: str, only: str = "") -> Mapping[str, Any]:
    wanted = [f"--only-categories={only}"] if only else []
    command = [
        *tools.lighthouse,
        url,
        "--quiet",
        "--output=json",
        "--output-path=stdout",
        "--no-enable-error-reporting",
        f"--chrome-flags={' '.join(CHROMIUM_FLAGS)}",
        *wanted,
    ]
    found: Mapping[str, Any] = json.loads(run(command, folder=Path.cwd()).stdout)
    if error := found.get("runtimeError"):
        raise AuditError(f"Lighthouse could not load {url}: {error['message']}")
    return found


def read(report: Mapping[str, Any]) -> Scores:
    """Return what a report of Lighthouse says; a category that it leaves out has 100 points."""
    audits = report["audits"]
    unlisted = audits.get(_HIDDEN, {}).get("score") == 0
    left_out = {_HIDDEN} if unlisted else frozenset()
    points = dict.fromkeys(GOALS, 100)
    lost: list[str] = []
    for name, category in report["categories"].items():
        counted = [one for one in category["auditRefs"] if one["id"] not in left_out]
        points[name] = _points(counted, audits) if unlisted else round(category["score"] * 100)
        lost += _lost(name, counted, audits)
    shift = audits.get("cumulative-layout-shift", {}).get("numericValue", 0.0)
    return Scores(points, round(shift, 4), tuple(lost), unlisted)


def _points(counted: list[Mapping[str, Any]], audits: Mapping[str, Any]) -> int:
    weighed = [(one["weight"], audits[one["id"]]["score"]) for one in counted]
    judged = [(weight, score) for weight, score in weighed if weight and score is not None]
    total = sum(weight for weight, _score in judged)
    # Lighthouse rounds to hundredths as well.
    return round(100 * sum(weight * score for weight, score in judged) / total) if total else 100


def _lost(name: str, counted: list[Mapping[str, Any]], audits: Mapping[str, Any]) -> Iterator[str]:
    enough = 0.9 if name == "performance" else 1
    for one in counted:
        audit = audits[one["id"]]
        if one["weight"] and audit["score"] is not None and audit["score"] < enough:
            yield f"{name}: {audit['title']}{_where(audit)}"


def _where(audit: Mapping[str, Any]) -> str:
    items = (audit.get("details") or {}).get("items") or []
    places = [_place(item) for item in items[:3]]
    said = [audit.get("displayValue") or "", *(place for place in places if place)]
    told = "; ".join(one for one in said if one)
    return f" ({told})" if told else ""


def _place(item: Mapping[str, Any]) -> str:
    node = item.get("node")
    if isinstance(node, Mapping):
        return str(node.get("selector", ""))
    return str(item.get("url") or item.get("description") or "")
