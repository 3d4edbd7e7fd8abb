"""What the audit makes of a report of Lighthouse."""

from typing import Any

import pytest

from scripts.audit import lighthouse
from scripts.audit.lighthouse import measure, read
from scripts.audit.tools import Tools


def report(
    score: float = 1, *, crawlable: float = 1, described: float = 1, fast: float = 1
) -> dict[str, Any]:
    return {
        "audits": {
            "is-crawlable": {"title": "Page is blocked from indexing", "score": crawlable},
            "meta-description": {"title": "No description", "score": described},
            "image-alt": {
                "title": "Images without words",
                "score": score,
                "details": {"items": [{"node": {"selector": "main > img"}}]},
            },
            "speed-index": {"title": "Speed Index", "score": fast, "displayValue": "4.1 s"},
            "cumulative-layout-shift": {"numericValue": 0.02},
        },
        "categories": {
            "performance": {"score": fast, "auditRefs": [{"id": "speed-index", "weight": 10}]},
            "accessibility": {"score": score, "auditRefs": [{"id": "image-alt", "weight": 7}]},
            "best-practices": {"score": 1, "auditRefs": []},
            "seo": {
                "score": 0.5 * crawlable + 0.5 * described,
                "auditRefs": [{"id": "is-crawlable", "weight": 4}, {"id": "meta-description", "weight": 1}],
            },
        },
    }


def test_points_are_of_a_hundred_and_a_fault_is_said_with_its_place() -> None:
    scores = read(report(0.93))

    assert scores.points == {"performance": 100, "accessibility": 93, "best-practices": 100, "seo": 100}
    assert scores.short == ["accessibility"]
    assert scores.lost == ("accessibility: Images without words (main > img)",)
    assert scores.shift == 0.02


def test_a_page_that_asks_to_be_left_alone_is_judged_by_all_other_audits() -> None:
    hidden = read(report(crawlable=0))
    hidden_and_faulty = read(report(crawlable=0, described=0))

    assert (hidden.unlisted, hidden.points["seo"], hidden.lost) == (True, 100, ())
    assert (hidden_and_faulty.points["seo"], hidden_and_faulty.short) == (0, ["seo"])


def test_a_listed_page_keeps_the_score_that_lighthouse_gave() -> None:
    assert read(report(described=0)).points["seo"] == 50
    assert not read(report(described=0)).unlisted


@pytest.mark.parametrize(
    ("measured", "points", "runs"),
    [([1.0], 100, 1), ([0.8, 0.99, 1.0], 99, 3), ([0.8, 0.9, 1.0], 90, 3)],
)
def test_a_slow_page_is_measured_thrice_and_the_median_counts(
    measured: list[float], points: int, runs: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    waiting = list(measured)
    monkeypatch.setattr(lighthouse, "_report", lambda *args, **options: report(fast=waiting.pop(0)))

    scores = measure(Tools(tmp_path), "http://127.0.0.1/vi/")

    assert scores.points["performance"] == points
    assert len(measured) - len(waiting) == runs
    assert bool(scores.lost) is (points < 98)
