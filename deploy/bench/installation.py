"""A throw-away installation, and the processes that fill and measure it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from deploy.bench.measure import Measured

_SETTINGS = {"bakery": "cms.settings.bench_bakery"}
_DEFAULT_SETTINGS = "cms.settings.bench"
# What an installation's owner set for it must not reach the throw-away one.
_OWN = (
    "DATABASE_URL",
    "PUBLISH_TARGET",
    "S3_ENDPOINT_URL",
    "DEEPL_AUTH_KEY",
    "DEEPL_SERVER_URL",
    "ONPREMISES_URL",
    "ONPREMISES_API_KEY",
)


class MeasurementFailed(Exception):
    """A process ended without a result; the text is the last line of what it complained."""


class Installation:
    """A throw-away installation in the folder *var*; its processes are started in *project*."""

    def __init__(self, project: Path, var: Path, say: Callable[[str], None]) -> None:
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
        self._say(f"  {subject}: {found}")
        return found

    def _run(self, subject: str, *arguments: str) -> str:
        """Return the last line that the process of *subject* prints; those before it are progress."""
        command = [sys.executable, "-m", "django", "bench", "--subject", subject, *arguments]
        complaints = self._var / f"{subject}.log"
        last = ""
        with (
            complaints.open("w") as log,
            subprocess.Popen(  # noqa: S603 - this program itself, with words of its own
                command,
                cwd=self._project,
                env=self._environment(subject),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            ) as process,
        ):
            for line in process.stdout or ():
                if last:
                    self._say(last)
                last = line.rstrip()
        if process.returncode:
            raise MeasurementFailed(_last_line(complaints.read_text(encoding="utf-8")))
        return last

    def _environment(self, subject: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in _OWN}
        settings = _SETTINGS.get(subject, _DEFAULT_SETTINGS)
        return {**kept, "PORTAL_VAR": str(self._var), "DJANGO_SETTINGS_MODULE": settings}


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "It said nothing."
