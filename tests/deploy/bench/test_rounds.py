"""A peer that fails does not stop the benchmark; the portal's own failure does."""

from pathlib import Path

import pytest

from deploy.bench.installation import Installation, MeasurementFailed
from deploy.bench.measure import Measured
from deploy.bench.rounds import Contender

FINE = Measured(pages=1, seconds=1, peak_megabytes=1, queries=1)


class Process(Installation):
    """Stands for an installation whose process fails from its second turn on."""

    def __init__(self) -> None:
        super().__init__(Path(), Path(), print)
        self.turns = 0

    def measure(self, subject: str) -> Measured:
        self.turns += 1
        if self.turns > 1:
            raise MeasurementFailed("ImportError: it does not run here.")
        return FINE


def test_a_peer_that_fails_once_is_not_asked_again_and_counts_as_not_run() -> None:
    said: list[str] = []
    process, peer = Process(), Contender("bakery", "wagtail-bakery")

    for _ in range(3):
        peer.take_turn(process, said.append)

    assert process.turns == 2
    assert peer.result().rounds == []
    assert peer.result().failure == "ImportError: it does not run here."
    assert "did not run" in said[0]


def test_a_process_that_fails_is_reported_with_the_last_line_of_its_complaint(tmp_path: Path) -> None:
    installation = Installation(tmp_path, tmp_path, print)

    # There is no project in this folder, so Django finds no command of this name.
    with pytest.raises(MeasurementFailed, match=r"cms|bench"):
        installation.measure("bake_full")
