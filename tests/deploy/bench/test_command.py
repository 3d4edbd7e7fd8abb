"""``manage.py bench`` measures in processes of its own and leaves ``bench.json``."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django.fixtures import Settings


@pytest.mark.skipif(connection.vendor != "sqlite", reason="it measures on SQLite, whatever the suite runs on")
def test_a_small_run_compares_the_bake_with_both_peers(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.CONFIGURATION = replace(settings.CONFIGURATION, var=tmp_path)

    call_command("bench", "--articles", "8", "--rounds", "1")

    rows = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    compared = [row for row in rows if row["peer"]]
    assert {row["unit"] for row in compared} == {"pages/s", "MB", "queries"}
    assert len({row["peer"] for row in compared}) == 2
    for row in compared:
        assert row["ratio"] == pytest.approx(row["value"] / row["peer_value"], rel=0.01)
    assert rows[-1] == {**rows[-1], "unit": "s", "peer": None, "peer_value": None, "ratio": None}
    assert "pages per second" in capsys.readouterr().out
    assert list((tmp_path / "bench").iterdir()) == []


@pytest.mark.parametrize("wrong", ["0", "-3", "many"])
def test_a_number_below_one_is_refused(wrong: str) -> None:
    with pytest.raises(CommandError, match="not a number from 1 on"):
        call_command("bench", f"--articles={wrong}")
