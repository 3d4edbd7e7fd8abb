"""A bake that is killed at any moment costs nothing: the next one makes what a full bake makes."""

from pathlib import Path

from tests.killed import KILLS, said_at_last


def test_the_bake_after_a_killed_one_equals_a_full_one(tmp_path: Path) -> None:
    said = said_at_last("tests.deploy.equality.killing", tmp_path)

    assert said == f"{KILLS} bakes killed, 0 left something wrong"
