"""The table, and a sentence for each goal that is missed."""

from dataclasses import replace

import pytest

from scripts.audit.browsing import Visit, Weight
from scripts.audit.lighthouse import Scores
from scripts.audit.sampling import Sample
from scripts.audit.verdict import Verdict, table

SEEN = Visit(Weight(60_000, 15_000, ()), 0.0, (), (), ())
GOOD = Verdict(
    Sample("park", "ja", "ja/park/index.html"),
    Scores(
        {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}, 0.0, (), unlisted=False
    ),
    SEEN,
    (),
)


def test_a_page_that_just_reaches_every_goal_is_good_enough() -> None:
    assert list(GOOD.complaints()) == []


@pytest.mark.parametrize(
    ("visit", "said"),
    [
        (replace(SEEN, weight=Weight(60_001, 0, ())), "weighs 60001 bytes"),
        (replace(SEEN, weight=Weight(1, 15_001, ())), "scripts weigh 15001 bytes"),
        (
            replace(SEEN, weight=Weight(1, 1, ("https://elsewhere.example/a.js",))),
            "https://elsewhere.example/a.js",
        ),
        (replace(SEEN, shift=0.01), "shifts by 0.01"),
        (replace(SEEN, faults=("image-alt at img",)), "axe: image-alt at img"),
        (replace(SEEN, overflow=("table is wider than a screen of 320 px",)), "table is wider"),
        (replace(SEEN, errors=("Refused to apply inline style",)), "Refused to apply"),
    ],
)
def test_whatever_was_seen_is_said(visit: Visit, said: str) -> None:
    [sentence] = replace(GOOD, visit=visit).complaints()

    assert sentence.startswith("/ja/park/ (park): ")
    assert said in sentence


def test_a_score_under_its_goal_is_said_with_what_lost_the_points() -> None:
    assert GOOD.scores is not None
    scores = replace(
        GOOD.scores,
        points={**GOOD.scores.points, "performance": 97},
        lost=("performance: Speed Index (4 s)",),
    )

    assert list(replace(GOOD, scores=scores).complaints()) == [
        "/ja/park/ (park): Lighthouse gives 97 for performance; the goal is 98.",
        "/ja/park/ (park): Lighthouse on performance: Speed Index (4 s).",
    ]


def test_a_file_that_is_not_valid_is_said() -> None:
    [sentence] = replace(GOOD, invalid=["line 3: Stray end tag."]).complaints()

    assert sentence == "/ja/park/ (park): the HTML checker: line 3: Stray end tag."


def test_a_mark_in_the_table_is_explained_and_what_was_not_measured_is_left_open() -> None:
    assert GOOD.scores is not None
    marked = replace(GOOD, scores=replace(GOOD.scores, unlisted=True))

    assert "100*" in table([marked])
    assert "other audits make its score" in table([marked])
    assert "*" not in table([GOOD])
    assert table([replace(GOOD, scores=None)]).splitlines()[-1].split()[2:6] == ["–"] * 4
