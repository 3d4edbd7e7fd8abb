"""``manage.py bench``: measure the bake beside other ways to render the same pages."""

import shutil
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from deploy.bench.installation import MeasurementFailed
from deploy.bench.measure import measure
from deploy.bench.preparation import prepare
from deploy.bench.report import as_json, as_table
from deploy.bench.rounds import run
from deploy.bench.subjects import SUBJECTS

_SETTINGS = "cms.settings.bench"


class Command(BaseCommand):
    """Measure the bake, print a table and write ``bench.json`` into the folder of this installation."""

    help = "Measure the bake of a generated portal beside other ways to render it; touches no content."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the size of the portal and the number of rounds."""
        parser.add_argument("--articles", type=_positive, default=1000, help="articles of the portal")
        parser.add_argument(
            "--rounds", type=_positive, default=5, help="rounds, each measuring everything once"
        )
        parser.add_argument(
            "--subject",
            choices=["prepare", *SUBJECTS],
            help="used by the benchmark itself, for each of its processes",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the benchmark, or the one part of it that this process is for."""
        if options["subject"]:
            self._one(options["subject"], options["articles"])
            return
        var: Path = settings.CONFIGURATION.var
        try:
            rows = run(
                project=settings.BASE_DIR,
                var=var / "bench",
                articles=options["articles"],
                rounds=options["rounds"],
                say=self._say,
            )
        except MeasurementFailed as error:
            raise CommandError(f"The benchmark stopped: {error}") from error
        (var / "bench.json").write_text(as_json(rows), encoding="utf-8")
        self._say(f"\n{as_table(rows)}\n\nWritten to {var / 'bench.json'}")

    def _one(self, subject: str, articles: int) -> None:
        if not settings.SETTINGS_MODULE.startswith(_SETTINGS):
            raise CommandError(
                "--subject fills and measures a throw-away installation. Run `bench` without it."
            )
        if subject == "prepare":
            prepare(settings.BASE_DIR / "demo" / "articles", articles, self._say)
            return
        folder: Path = settings.CONFIGURATION.var / "measured"
        found = measure(SUBJECTS[subject](folder))
        shutil.rmtree(folder, ignore_errors=True)
        self._say(found.to_json())

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"{text!r} is not a number from 1 on.")
    return int(text)
