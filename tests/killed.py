"""Runs a program that kills processes of its own, on a throw-away installation of its own."""

import os
import subprocess
import sys
from pathlib import Path
from random import SystemRandom

KILLS = int(os.environ.get("PORTAL_KILLS", "4"))
_SEED = int(os.environ.get("PORTAL_SEED", SystemRandom().randrange(10**6)))
_PROJECT = Path(__file__).resolve().parents[1]
_OWN = ("DATABASE_URL", "PUBLISH_TARGET", "PORTAL_VAR")
_PROGRAM = """
import django
django.setup()
from {module} import main
main({kills}, {seed})
"""


def said_at_last(module: str, var: Path) -> str:
    """Run ``main(kills, seed)`` of *module*; return its last line.

    Raises:
        AssertionError: it said nothing; with what went wrong.
    """
    inherited = {name: value for name, value in os.environ.items() if name not in _OWN}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM.format(module=module, kills=KILLS, seed=_SEED)],
        cwd=_PROJECT,
        env={**inherited, "PORTAL_VAR": str(var), "DJANGO_SETTINGS_MODULE": "cms.settings.bench"},
        capture_output=True,
        text=True,
        check=False,
    )
    sys.stdout.write(done.stdout)
    assert done.stdout, done.stderr[-2000:]
    return done.stdout.splitlines()[-1]
