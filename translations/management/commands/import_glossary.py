"""Take a file of terms into the glossary."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from translations.exceptions import BadImport
from translations.operations.glossary import GlossaryReport, Outcome, import_glossary

_EVERY_ROW = 2
"""The verbosity from which every row is told."""


class Command(BaseCommand):
    """``manage.py import_glossary FILE``."""

    help = (
        "Add or update the terms of a tab-separated table or an Excel workbook with the columns vi, en, ja, "
        "ko and note, or of a TBX file. A question mark of its own in the note marks a doubtful term, which "
        "is not approved. With -v 2 every row is told."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, verbosity: int, **options: Any) -> None:
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
        self._tell_rows(report, tells_all=verbosity >= _EVERY_ROW)
        for language, count in sorted(report.other_languages.items()):
            self.stdout.write(f"{count} terms in {language or 'no language'} were passed over.")
        self.stdout.write(
            f"{report.added} terms added, {report.updated} updated, {report.kept} kept as they were, "
            f"{len(report.refused)} refused."
        )

    def _tell_rows(self, report: GlossaryReport, *, tells_all: bool) -> None:
        for row in report.rows:
            if row.outcome is Outcome.REFUSED:
                self.stderr.write(f"Row {row.number} was refused: {row.reason}")
            elif tells_all:
                self.stdout.write(f"Row {row.number}, {row.vi}: {row.outcome.value}. {row.reason}".rstrip())
