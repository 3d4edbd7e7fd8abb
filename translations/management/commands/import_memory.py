"""Take a TMX file into the translation memory."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from translations.exceptions import BadImport
from translations.operations.exchange import import_memory


class Command(BaseCommand):
    """``manage.py import_memory FILE [--sample]``."""

    help = "Add the translations of a TMX 1.4 file to the memory. Importing it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--sample", action="store_true", help="Mark the entries as sample content.")

    def handle(self, *args: Any, file: Path, sample: bool, **options: Any) -> None:
        """Import and report.

        Raises:
            CommandError: the file cannot be opened or read; nothing was imported.
        """
        try:
            with file.open("rb") as opened:
                report = import_memory(file=opened, sample=sample, progress=self._say_progress)
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.") from error
        except BadImport as error:
            raise CommandError(f"{file}: {error}") from error
        for line, reason in report.refused:
            self.stderr.write(f"Line {line} was refused: {reason}")
        self.stdout.write(
            f"{report.added} translations added, {report.kept} were there already, "
            f"{len(report.refused)} refused."
        )

    def _say_progress(self, done: int) -> None:
        if done % 10_000 == 0:
            self.stdout.write(f"{done} units read …")
