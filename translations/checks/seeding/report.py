"""What was measured, as lines to read and as data."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from translations.checks.seeding.score import MOST_ERRORS, MOST_WARNINGS, Precision, Score

_HEAD = ("seeded error", "language", "seeded", "caught", "%", "wanted")


def as_data(scores: Sequence[Score], precise: Sequence[Precision], seed: int) -> dict[str, Any]:
    """Return everything that was measured; *rate* is in percent, *missed* a few pairs that nobody saw."""
    return {
        "seed": seed,
        "errors": [
            {
                "error": score.kind,
                "language": score.language,
                "seeded": score.seeded,
                "caught": score.caught,
                "rate": round(score.rate, 2),
                "wanted": score.wanted,
                "missed": [{"source": pair.source, "target": pair.target} for pair in score.missed],
            }
            for score in scores
        ],
        "precision": [asdict(one) for one in precise],
    }


def as_lines(scores: Sequence[Score], precise: Sequence[Precision]) -> Iterator[str]:
    """Yield a table of the errors, what is said of texts without one, and the verdict."""
    rows = [_HEAD, *(_cells(score) for score in scores)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        name, *others = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join([name, *others]).rstrip()
    yield ""
    yield from (_of_good_texts(one) for one in precise)
    yield ""
    yield _verdict(scores, precise)


def _cells(score: Score) -> tuple[str, ...]:
    rate = f"{score.rate:.1f}" if score.seeded else "–"
    mark = "" if score.is_enough else "  too few"
    return score.kind, score.language, str(score.seeded), str(score.caught), rate, f"{score.wanted}{mark}"


def _of_good_texts(one: Precision) -> str:
    return (
        f"{one.language}: of {one.segments} approved segments {one.with_errors} are called wrong "
        f"({_percent(one.with_errors, one.segments)}; at most {MOST_ERRORS} % may be) and "
        f"{one.with_warnings} doubtful ({_percent(one.with_warnings, one.segments)}; at most "
        f"{MOST_WARNINGS} %)."
    )


def _percent(count: int, of: int) -> str:
    return f"{100 * count / of:.1f} %" if of else "none"


def _verdict(scores: Sequence[Score], precise: Sequence[Precision]) -> str:
    seeded, caught = sum(score.seeded for score in scores), sum(score.caught for score in scores)
    said = f"{caught} of {seeded} seeded errors were caught ({_percent(caught, seeded)})."
    failed = [f"{score.kind} ({score.language})" for score in scores if not score.is_enough]
    failed += [f"approved segments ({one.language})" for one in precise if not one.is_enough]
    if failed:
        return f"{said} Not good enough: {', '.join(failed)}."
    return f"{said} Every kind of error is caught often enough, and good texts are let alone."
