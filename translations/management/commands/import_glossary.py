"""Take a table of terms into the glossary."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

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
            raise CommandError(
                _("%(file)s cannot be opened: %(why)s.") % {"file": file, "why": error.strerror}
            ) from error
        except BadImport as error:
            raise CommandError(f"{file}: {error}") from error
        for row, reason in report.refused:
            self.stderr.write(_("Row %(row)d was refused: %(reason)s") % {"row": row, "reason": reason})
        self.stdout.write(
            _("%(added)d terms added, %(updated)d updated, %(kept)d kept as they were, %(refused)d refused.")
            % {
                "added": report.added,
                "updated": report.updated,
                "kept": report.kept,
                "refused": len(report.refused),
            }
        )
