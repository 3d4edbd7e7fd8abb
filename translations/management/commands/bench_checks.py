"""``manage.py bench_checks``: how many seeded errors the checks catch, and what they say of good texts."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from translations.checks.seeding.memories import Unusable, read_decks
from translations.checks.seeding.report import as_data, as_lines
from translations.checks.seeding.score import precision, recall

_SEED = 20_261_123


class Command(BaseCommand):
    """Measure the checks on a translation memory; reads no content of this installation."""

    help = (
        "Seed errors into the approved translations of a memory and count what the checks catch; "
        "then check the translations as they are. Prints a table."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the memory, the glossary, the seed and how many errors of a kind."""
        demo = Path(settings.BASE_DIR) / "demo"
        parser.add_argument("--tmx", type=Path, default=demo / "memory.tmx", help="approved translations")
        parser.add_argument(
            "--glossary", type=Path, default=demo / "glossary.tsv", help="terms that they have to say"
        )
        parser.add_argument("--seed", type=int, default=_SEED, help="another one draws other errors")
        parser.add_argument("--most", type=int, help="at most so many errors of a kind and language")
        parser.add_argument("--json", type=Path, help="write the figures into this file, too")

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure and print.

        Raises:
            CommandError: a file cannot be read or written.
        """
        seed: int = options["seed"]
        try:
            samples = read_decks(options["tmx"], options["glossary"])
            scores = list(recall(samples, seed=seed, most=options["most"]))
            precise = list(precision(samples))
            for line in as_lines(scores, precise):
                self.stdout.write(line)
            if options["json"]:
                data = json.dumps(as_data(scores, precise, seed), ensure_ascii=False, indent=2)
                options["json"].write_text(f"{data}\n", encoding="utf-8")
        except Unusable as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be used: {error.strerror}.") from error
