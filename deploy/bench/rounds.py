"""The benchmark from outside: a throw-away installation, and one process for each measurement."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from deploy.bench.measure import Measured
from deploy.bench.report import Peer, Row, compare

Say = Callable[[str], None]

SERVE = "a loop over page.serve"
BAKERY = "wagtail-bakery, one language"

_SETTINGS = {"bakery": "cms.settings.bench_bakery"}
_DEFAULT_SETTINGS = "cms.settings.bench"
# What an installation's owner set for it must not reach the throw-away one.
_OWN = ("DATABASE_URL", "PUBLISH_TARGET", "S3_ENDPOINT_URL", "DEEPL_AUTH_KEY", "DEEPL_SERVER_URL")


class MeasurementFailed(Exception):
    """A process that measures ended without a result; the text is its last line."""


class Installation:
    """A throw-away installation in *var*; its processes run one after another."""

    def __init__(self, project: Path, var: Path, say: Say) -> None:
        self._project = project
        self._var = var
        self._say = say

    def prepare(self, articles: int) -> None:
        """Generate and publish a portal.

        Raises:
            MeasurementFailed: see the text.
        """
        self._run("prepare", "--articles", str(articles))

    def measure(self, subject: str) -> Measured:
        """Measure *subject* in a new process and say what came of it.

        Raises:
            MeasurementFailed: see the text.
        """
        found = Measured.from_json(self._run(subject))
        self._say(
            f"  {subject}: {found.pages} pages in {found.seconds:.1f} s,"
            f" {found.pages_per_second:.1f} pages/s, {found.peak_megabytes:.0f} MB, {found.queries_per_page:.2f} queries a page"
        )
        return found

    def _run(self, subject: str, *arguments: str) -> str:
        """Return the last line that the process of *subject* prints; the lines before it are progress."""
        command = [sys.executable, "-m", "django", "bench", "--subject", subject, *arguments]
        last = ""
        with (self._var / f"{subject}.log").open("w+") as log:
            process = subprocess.Popen(  # noqa: S603 - this program itself, with subjects of its own
                command,
                cwd=self._project,
                env=self._environment(subject),
                text=True,
                stdout=subprocess.PIPE,
                stderr=log,
            )
            with process:
                for line in process.stdout or ():
                    if last:
                        self._say(last)
                    last = line.rstrip()
            if process.returncode:
                raise MeasurementFailed(_last_line(log.seek(0) or log.read()))
        return last

    def _environment(self, subject: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in _OWN}
        settings = _SETTINGS.get(subject, _DEFAULT_SETTINGS)
        return {**kept, "PORTAL_VAR": str(self._var), "DJANGO_SETTINGS_MODULE": settings}


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "The process said nothing."


def run(*, project: Path, var: Path, articles: int, rounds: int, say: Say) -> list[Row]:
    """Measure this portal's bake beside its peers, in turn, and return the medians.

    Args:
        project: the folder that processes are started in.
        var: the throw-away installation lives in a new folder below, for as long as this takes.

    Raises:
        MeasurementFailed: the portal could not be made, or its own bake failed.
    """
    var.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=var) as folder:
        installation = Installation(project, Path(folder), say)
        say(f"Generating {articles} articles in four languages")
        installation.prepare(articles)
        ours: list[Measured] = []
        peers = [Contender("serve", SERVE), Contender("bakery", BAKERY)]
        for number in range(1, rounds + 1):
            say(f"Round {number} of {rounds}")
            ours.append(installation.measure("bake"))
            for peer in peers:
                peer.take_turn(installation, say)
        say("Publishing again what is published")
        again = installation.measure("publish")
    return [
        *(row for peer in peers for row in compare(ours, peer.result())),
        Row("publishing an unchanged site again", round(again.seconds, 3), "s"),
    ]


class Contender:
    """A peer over the rounds; one that fails is not asked again."""

    def __init__(self, subject: str, name: str) -> None:
        self._subject = subject
        self._name = name
        self._rounds: list[Measured] = []
        self._failure = ""

    def take_turn(self, installation: Installation, say: Say) -> None:
        """Measure once more, unless it failed before."""
        if self._failure:
            return
        try:
            self._rounds.append(installation.measure(self._subject))
        except MeasurementFailed as failure:
            self._failure = str(failure)
            say(f"  {self._subject}: did not run: {failure}")

    def result(self) -> Peer:
        """Return what the rounds gave."""
        return Peer(self._name, [] if self._failure else self._rounds, self._failure)
