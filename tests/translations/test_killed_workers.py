"""A worker that is killed at any moment costs at most the request it was waiting for."""

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
from tests.translations.killing import main
main({kills}, {seed})
"""
PROJECT = Path(__file__).resolve().parents[2]


def test_the_worker_after_a_killed_one_finishes_its_job(tmp_path: Path) -> None:
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

    assert done.stdout.splitlines()[-1:] == [f"{KILLS} workers killed, 0 left something wrong"], (
        f"{done.stdout}\n{done.stderr[-2000:]}"
    )
