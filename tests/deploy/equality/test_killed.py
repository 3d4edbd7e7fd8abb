"""A bake that is killed at any moment costs nothing: the next one makes what a full bake makes."""

import os
import subprocess
import sys
from pathlib import Path
from random import SystemRandom

KILLS = int(os.environ.get("PORTAL_KILLS", "4"))
SEED = int(os.environ.get("PORTAL_SEED", SystemRandom().randrange(10**6)))
PROGRAM = """
import django
django.setup()
from tests.deploy.equality.killing import main
main({kills}, {seed})
"""
PROJECT = Path(__file__).resolve().parents[3]


def test_the_bake_after_a_killed_one_equals_a_full_one(tmp_path: Path) -> None:
    own = ("DATABASE_URL", "PUBLISH_TARGET", "PORTAL_VAR")
    inherited = {name: value for name, value in os.environ.items() if name not in own}

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(kills=KILLS, seed=SEED)],
        cwd=PROJECT,
        env={**inherited, "PORTAL_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "cms.settings.bench"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.splitlines()[-1:] == [f"{KILLS} bakes killed, 0 left something wrong"], (
        f"{done.stdout}\n{done.stderr[-2000:]}"
    )
