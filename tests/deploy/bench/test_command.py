"""``manage.py bench`` measures in processes of its own and leaves ``bench.json``."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django.fixtures import Settings

from deploy.bench.rounds import OURS


@pytest.mark.skipif(connection.vendor != "sqlite", reason="it measures on SQLite, whatever the suite runs on")
def test_a_small_run_compares_the_bake_with_both_peers(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.CONFIGURATION = replace(settings.CONFIGURATION, var=tmp_path)

    call_command("bench", "--articles", "8", "--rounds", "1")

    rows = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert {row["name"] for row in rows} == set(OURS)
    assert len({row["peer"] for row in rows if row["name"] == "bake_full"}) == 2
    for row in rows:
        assert row["ratio"] == pytest.approx(row["value"] / row["peer_value"], rel=0.01, abs=0.001)
    assert "bake_frame_only" in capsys.readouterr().out
    assert list((tmp_path / "bench").iterdir()) == []


@pytest.mark.parametrize("wrong", ["0", "-3", "many"])
def test_a_number_below_one_is_refused(wrong: str) -> None:
    with pytest.raises(CommandError, match="not a number from 1 on"):
        call_command("bench", f"--articles={wrong}")
