"""Export a kind of page as the table of its department."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.importing.operations import export
from content.sheet_kinds import NoSuchKind, sheet_kind


class Command(BaseCommand):
    """``manage.py export_sheet KIND FILE [--empty]``."""

    help = (
        "Write all pages of a kind, as they are being edited, to FILE: .csv for CSV, else an Excel workbook."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind")
        parser.add_argument("file", type=Path)
        parser.add_argument("--empty", action="store_true", help="only the headings: a form to fill in")

    def handle(self, *args: Any, kind: str, file: Path, **options: Any) -> None:
        """Write the file.

        Raises:
            CommandError: there is no such table, or the file cannot be written.
        """
        try:
            found = sheet_kind(kind)
            with file.open("wb") as opened:
                rows = export(
                    kind=found, file=opened, as_csv=file.suffix.lower() == ".csv", empty=options["empty"]
                )
        except NoSuchKind as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{rows} rows were written to {file}.")
