"""Rows hold medians; a peer that did not run says so."""

import json

from deploy.bench.measure import Measured
from deploy.bench.report import Peer, as_json, as_table, compare, time


def rounds(*seconds: float) -> list[Measured]:
    return [Measured(pages=100, seconds=one, peak_megabytes=200, queries=50) for one in seconds]


def test_a_row_compares_the_medians_of_the_rounds() -> None:
    row = compare("bake_full", rounds(1, 1, 9), Peer("peer", rounds(4, 2, 2)))[0]

    assert (row.value, row.peer_value, row.ratio) == (100, 50, 2)


def test_pages_memory_and_queries_are_compared() -> None:
    rows = compare("bake_full", rounds(1), Peer("peer", rounds(1)))

    assert [(row.unit, row.value) for row in rows] == [
        ("pages/s", 100),
        ("MB", 200),
        ("queries per page", 0.5),
    ]


def test_a_peer_that_did_not_run_leaves_its_reason_and_no_numbers() -> None:
    rows = compare("bake_full", rounds(1), Peer("peer", [], "ModuleNotFoundError: No module named 'peer'"))

    assert {(row.peer_value, row.ratio) for row in rows} == {(None, None)}
    assert "No module named 'peer'" in as_table(rows)


def test_the_file_is_a_list_of_objects_with_six_keys() -> None:
    rows = [
        *compare("bake_full", rounds(1), Peer("peer", rounds(2))),
        time("publish_noop", rounds(1), Peer("peer", rounds(2))),
    ]

    for row in json.loads(as_json(rows)):
        assert list(row) == ["name", "value", "unit", "peer", "peer_value", "ratio"]


def test_every_line_of_the_table_has_a_value_under_its_heading() -> None:
    head, *lines = as_table(compare("bake_full", rounds(1), Peer("peer", rounds(2)))).splitlines()

    column = head.index("ratio")
    assert [line[column:] for line in lines] == ["2", "1", "1"]


def test_what_is_measured_survives_the_way_from_process_to_process() -> None:
    measured = rounds(1.25)[0]

    assert Measured.from_json(measured.to_json()) == measured
