"""``python -m deploy.search SITE OUTPUT``: index a baked site and say what it took."""

import argparse
import resource
import sys
import time
from pathlib import Path

from deploy.search.build import build_search
from deploy.search.exceptions import SearchError


def main() -> int:
    """Index the languages that are asked for; return the status of the program."""
    parser = argparse.ArgumentParser(prog="python -m deploy.search", description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--languages", nargs="+", default=["vi", "en", "ja", "ko"])
    parser.add_argument("--processes", type=int)
    asked = parser.parse_args()
    started = time.monotonic()
    try:
        built = build_search(asked.site, asked.output, asked.languages, processes=asked.processes)
    except SearchError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    seconds = time.monotonic() - started
    pages = sum(built.pages.values())
    largest = max(
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    sys.stdout.write(
        f"{pages} pages in {seconds:.1f} s, {pages / seconds:.0f} pages/s, "
        f"largest process {largest // 1024} MB; "
        f"{len(built.written)} files written, {len(built.removed)} removed\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
