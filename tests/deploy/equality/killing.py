"""Kills bakes at random moments: after each, the next bake must equal a full one.

For a process of its own on a throw-away installation, since a killed process would take
the tests' database in memory along. `main` writes one line for each kill that left something
wrong, and a last line with how many were made.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connections, transaction

from deploy.bake.bake import bake_site
from deploy.bake.verify import differences
from deploy.bench.big_site import Generator
from tests.deploy.equality.edits import Edits

SAMPLES = Path(__file__).resolve().parents[3] / "demo" / "articles"
ARTICLES = 8
LONGEST = 0.6
"""Seconds that a bake of this portal takes, or a little more."""


def main(kills: int, seed: int) -> None:
    """Kill *kills* bakes, each after an edit."""
    root, random = Path(settings.BAKE_ROOT), Random(seed)  # noqa: S311 - a repeatable sample
    call_command("migrate", verbosity=0)
    Generator(SAMPLES, say=lambda line: None, articles_per_picture=3).run(ARTICLES)
    edits = Edits(root.parent / "templates", root.parent / "statics")
    # The two that write files into folders which these settings do not look into.
    names = sorted(edits.all.keys() - {"template", "stylesheet"})
    wrong = caught = 0
    for number in range(kills):
        name = random.choice(names)
        with suppress(ValidationError), transaction.atomic():
            edits.all[name](random)
        connections.close_all()
        bake = partial(bake_site, root, full=random.random() < 0.5)
        caught += _killed(bake, random.random() * LONGEST)
        bake_site(root)
        if found := differences(root):
            wrong += 1
            sys.stdout.write(f"seed {seed}, kill {number} after {name}: {found[0]}\n")
    sys.stdout.write(f"{caught} were at work when they were killed\n")
    sys.stdout.write(f"{kills} bakes killed, {wrong} left something wrong\n")


def _killed(bake: Callable[[], object], delay: float) -> bool:
    """Run *bake* in a process that is killed after *delay* seconds; return whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            bake()
        finally:
            os._exit(0)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
