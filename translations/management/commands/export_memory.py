"""Give the translation memory out as a TMX file."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from translations.operations.exchange import export_memory


class Command(BaseCommand):
    """``manage.py export_memory FILE``."""

    help = "Write the whole translation memory as TMX 1.4. A file of that name is replaced."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Export and report.

        Raises:
            CommandError: the file cannot be written; a file of that name is as it was.
        """
        unfinished = file.with_name(f"{file.name}.{os.getpid()}.part")
        try:
            with unfinished.open("w", encoding="utf-8", newline="\n") as opened:
                report = export_memory(file=opened)
            unfinished.replace(file)
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        finally:
            unfinished.unlink(missing_ok=True)
        self.stdout.write(f"{report.written} translations written.")
        if report.left_out:
            self.stderr.write(
                f"{report.left_out} translations were left out: they hold characters that XML cannot hold."
            )
