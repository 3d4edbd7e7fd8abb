"""Take a table of terms into the glossary."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from translations.exceptions import BadImport
from translations.operations.glossary import import_glossary


class Command(BaseCommand):
    """``manage.py import_glossary FILE``."""

    help = (
        "Add or update the terms of a tab-separated table with the columns vi, en, ja, ko and note. "
        "A question mark of its own in the note marks a doubtful term, which is not approved."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Import and report.

        Raises:
            CommandError: the file cannot be opened or read; nothing was imported.
        """
        try:
            with file.open("rb") as opened:
                report = import_glossary(file=opened)
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.") from error
        except BadImport as error:
            raise CommandError(f"{file}: {error}") from error
        for row, reason in report.refused:
            self.stderr.write(f"Row {row} was refused: {reason}")
        self.stdout.write(
            f"{report.added} terms added, {report.updated} updated, {report.kept} kept as they were, "
            f"{len(report.refused)} refused."
        )
