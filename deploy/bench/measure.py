"""Measuring one piece of work in a process of its own."""

import json
import re
import resource
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, Self

from django.db import connection

_STATUS = Path("/proc/self/status")
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)
# Linux counts the peak in kilobytes, macOS in bytes.
_PER_MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """What one process did: pages written, wall time, peak of its resident memory, queries."""

    pages: int
    seconds: float
    peak_megabytes: float
    queries: int

    @property
    def pages_per_second(self) -> float:
        """Pages written in a second of wall time."""
        return self.pages / self.seconds

    @property
    def queries_per_page(self) -> float:
        """Queries for each page written."""
        return self.queries / self.pages

    def __str__(self) -> str:
        return (
            f"{self.pages} pages in {self.seconds:.1f} s, {self.pages_per_second:.1f} pages/s,"
            f" {self.peak_megabytes:.0f} MB, {self.queries_per_page:.2f} queries a page"
        )

    def to_json(self) -> str:
        """Return one line that :meth:`from_json` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> Self:
        """Read what :meth:`to_json` wrote."""
        return cls(**json.loads(line))


class _QueryCounter:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Callable[..., Any], *call: Any) -> Any:
        self.count += 1
        return execute(*call)


def measure(work: Callable[[], int]) -> Measured:
    """Run *work*, which returns the number of pages it wrote; the peak is that of the whole process."""
    counter = _QueryCounter()
    started = perf_counter()
    with connection.execute_wrapper(counter):
        pages = work()
    seconds = perf_counter() - started
    return Measured(pages, seconds, peak_megabytes(), counter.count)


def peak_megabytes() -> float:
    """Return the most memory that this process has held."""
    # getrusage() would begin with the peak of the process that started this one, so it comes second.
    found = _PEAK.search(_STATUS.read_text(encoding="ascii")) if _STATUS.exists() else None
    peak = int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _PER_MEGABYTE
