"""``manage.py bench_memory``: how fast and how well a large memory finds what is like a text."""

from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection

from translations.bench.lookups import Lookups, sample_texts
from translations.bench.report import as_json, as_lines, rows
from translations.bench.throw_away import throw_away_database

_FEWEST = 2
_COMPARED = 60


class Command(BaseCommand):
    """Measure lookups in a generated memory, in a database of its own beside the configured one."""

    help = "Measure fuzzy lookups in a generated memory; reads and changes nothing of this installation."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the size of the memory and the number of lookups."""
        parser.add_argument("--entries", type=_number, default=200_000, help="entries of the memory")
        parser.add_argument("--queries", type=_number, default=500, help="lookups that are timed")
        parser.add_argument("--json", type=Path, help="a file to write the figures to")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill a memory, look texts up, print what it took."""
        lookups = Lookups(sample_texts(settings.BASE_DIR / "demo" / "memory.tmx"), self._say)
        self._say(f"Remembering {options['entries']} generated sentences ({connection.vendor})")
        try:
            with throw_away_database(settings.CONFIGURATION.var / "bench"):
                lookups.fill(options["entries"])
                measured = lookups.measure(options["queries"], min(_COMPARED, options["queries"]))
        except DatabaseError as error:
            raise CommandError(f"The throw-away database failed: {error}") from error
        found = rows(measured, vendor=connection.vendor, entries=options["entries"])
        if options["json"]:
            options["json"].write_text(as_json(found), encoding="utf-8")
        self._say(as_lines(found))
        self._say(f"best matches found: {measured.found} of {measured.compared}")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < _FEWEST:
        raise ArgumentTypeError(f"{text!r} is not a number from {_FEWEST} on.")
    return int(text)
