"""A program that kills bakes at random moments: after each, the next bake equals a full one.

It runs on a throw-away installation of its own (``PORTAL_VAR``), since a killed process
would take the tests' database in memory along. Prints one line for each kill that left
something wrong, and a last line with how many were made.
"""

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

SAMPLES = Path(__file__).resolve().parents[3] / "demo" / "articles"
ARTICLES = 8
LONGEST = 0.6
"""Seconds that a bake of this portal takes, or a little more."""


def main(kills: int, seed: int) -> int:
    """Kill *kills* bakes; return how many left a site that is not what a full bake makes."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.exceptions import ValidationError
    from django.core.management import call_command
    from django.db import connections, transaction

    from deploy.bake.bake import bake_site
    from deploy.bake.verify import differences
    from deploy.bench.big_site import Generator
    from tests.deploy.equality.edits import Edits

    root, random = Path(settings.BAKE_ROOT), Random(seed)  # noqa: S311 - a repeatable sample
    call_command("migrate", verbosity=0)
    Generator(SAMPLES, say=lambda line: None, articles_per_picture=3).run(ARTICLES)
    edits = Edits(root.parent / "templates")
    names, wrong = sorted(edits.all.keys() - {"template"}), 0
    for number in range(kills):
        name = random.choice(names)
        with suppress(ValidationError), transaction.atomic():
            edits.all[name](random)
        connections.close_all()
        full = random.random() < 0.5
        killed = _killed(lambda: bake_site(root, full=full), random.random() * LONGEST)  # noqa: B023 - run at once
        bake_site(root)
        if found := differences(root):
            wrong += 1
            print(f"seed {seed}, kill {number} after {name}: {found[0]}", flush=True)  # noqa: T201 - the output
        print(f"{number + 1}: {'killed' if killed else 'it had ended'}", file=sys.stderr, flush=True)  # noqa: T201 - progress
    print(f"{kills} bakes killed, {wrong} left something wrong", flush=True)  # noqa: T201 - the output
    return wrong


def _killed(bake: object, delay: float) -> bool:
    """Run *bake* in a process that is killed after *delay* seconds; return whether it was still at work."""
    child = os.fork()
    if child == 0:
        os.setsid()
        try:
            bake()  # type: ignore[operator]  # a callable
        finally:
            os._exit(0)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


if __name__ == "__main__":
    sys.exit(1 if main(int(sys.argv[1]), int(sys.argv[2])) else 0)
