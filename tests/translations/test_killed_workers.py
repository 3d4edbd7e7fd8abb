"""A worker that is killed at any moment costs at most the request it was waiting for."""

from pathlib import Path

from tests.killed import KILLS, said_at_last


def test_the_worker_after_a_killed_one_finishes_its_job(tmp_path: Path) -> None:
    said = said_at_last("tests.translations.killing", tmp_path)

    assert said == f"{KILLS} workers killed, 0 left something wrong"
