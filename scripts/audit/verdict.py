"""What is said of a page in the end: a line of the table, and a sentence for each goal that is missed."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from scripts.audit.browsing import MOST_BYTES, MOST_SCRIPT_BYTES, Visit
from scripts.audit.lighthouse import GOALS, Scores
from scripts.audit.sampling import Sample

_UNLISTED = "*"
_NOT_MEASURED = "–"
_HEADS = ("page", "lang", "perf", "a11y", "best", "seo", "axe", "vnu", "kB", "js kB", "CLS")
_LEFT_ALIGNED = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """A page and what was found; *scores* are None where Lighthouse did not run."""

    sample: Sample
    scores: Scores | None
    visit: Visit
    invalid: Sequence[str]

    @property
    def shift(self) -> float:
        """The larger of the layout shifts that Lighthouse and the visit saw."""
        return max(self.visit.shift, self.scores.shift if self.scores else 0.0)

    def cells(self) -> list[str]:
        """Return the line of the table."""
        points = [str(self.scores.points[name]) for name in GOALS] if self.scores else [_NOT_MEASURED] * 4
        if self.scores and self.scores.unlisted:
            points[-1] += _UNLISTED
        weight = self.visit.weight
        numbers = [len(self.visit.faults), len(self.invalid)]
        kilobytes = [f"{weight.total / 1000:.1f}", f"{weight.script / 1000:.1f}"]
        return [
            self.sample.kind,
            self.sample.language,
            *points,
            *map(str, numbers),
            *kilobytes,
            f"{self.shift:g}",
        ]

    def complaints(self) -> Iterator[str]:
        """Yield a sentence for everything that misses its goal."""
        for said in self._found():
            yield f"{self.sample.path} ({self.sample.kind}): {said}"

    def _found(self) -> Iterator[str]:
        if self.scores:
            for name in self.scores.short:
                yield f"Lighthouse gives {self.scores.points[name]} for {name}; the goal is {GOALS[name]}."
                yield from (f"Lighthouse on {said}." for said in self.scores.lost if said.startswith(name))
        yield from (f"axe: {said}." for said in self.visit.faults)
        yield from (f"the HTML checker: {said}" for said in self.invalid)
        yield from (f"{said}." for said in self.visit.overflow)
        yield from (f"the browser's console: {said}" for said in self.visit.errors)
        if self.shift:
            yield f"the layout shifts by {self.shift:g} while it loads; the goal is 0."
        yield from self._weighed()

    def _weighed(self) -> Iterator[str]:
        weight = self.visit.weight
        if weight.total > MOST_BYTES:
            yield f"the first view weighs {weight.total} bytes without images; the goal is {MOST_BYTES}."
        if weight.script > MOST_SCRIPT_BYTES:
            yield f"its scripts weigh {weight.script} bytes; the goal is {MOST_SCRIPT_BYTES}."
        yield from (f"it loads {address}, which is not of this site." for address in weight.elsewhere)

    def as_json(self) -> dict[str, Any]:
        """Return everything that was found."""
        return {**asdict(self), "address": self.sample.path, "complaints": list(self.complaints())}


def table(verdicts: Sequence[Verdict]) -> str:
    """Return the verdicts as aligned lines, with a note where a mark needs one."""
    rows = [list(_HEADS), *(verdict.cells() for verdict in verdicts)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    lines = ["  ".join(_padded(row, widths)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    if any(verdict.scores and verdict.scores.unlisted for verdict in verdicts):
        lines.append(
            f"{_UNLISTED} The page asks search engines to leave it alone; other audits make its score."
        )
    return "\n".join(lines)


def _padded(row: list[str], widths: list[int]) -> Iterator[str]:
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.ljust(width) if column < _LEFT_ALIGNED else cell.rjust(width)
