"""Import a table of a department from the command line."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.importing import operations
from cms.importing.report import Outcome, RowReport
from cms.models import User
from content.sheet_kinds import NoSuchKind, SheetKind, sheet_kind
from content.sheets.sentences import BadSheet

_EVERY_ROW = 2
"""The verbosity from which every row is told."""

_STEP = 100
"""Rows between two lines of how far the import is."""


class Command(BaseCommand):
    """``manage.py import_sheet KIND FILE --user NAME [--publish] [--dry-run]``."""

    help = (
        "Import an Excel workbook or a CSV table. Good rows become drafts, or are published with --publish: "
        "whoever gives it confirms that the text may leave. Bad rows are named with cell and reason; the "
        "command then ends with an error. With -v 2 every row is told."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind")
        parser.add_argument("file", type=Path)
        parser.add_argument("--user", required=True, help="the account in whose name the pages are edited")
        parser.add_argument(
            "--publish", action="store_true", help="publish, and confirm that the text may leave"
        )
        parser.add_argument("--dry-run", action="store_true", help="only tell what each row would do")

    def handle(self, *args: Any, kind: str, file: Path, verbosity: int, **options: Any) -> None:
        """Import and report.

        Raises:
            CommandError: the file cannot be read, or rows were refused.
        """
        found, person = _kind(kind), _person(options["user"])
        try:
            content = file.read_bytes()
            if options["dry_run"]:
                report = operations.plan_file(kind=found, content=content, person=person)
            else:
                report = operations.import_file(
                    kind=found,
                    content=content,
                    file_name=file.name,
                    person=person,
                    publishes=options["publish"],
                    tell=self._tell_progress,
                )
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.") from error
        except BadSheet as error:
            raise CommandError(f"{file}: {error}") from error
        self._tell(report, tells_all=verbosity >= _EVERY_ROW)

    def _tell_progress(self, handled: int, total: int) -> None:
        if handled % _STEP == 0:
            self.stdout.write(f"{handled} of {total} rows")

    def _tell(self, report: list[RowReport], *, tells_all: bool) -> None:
        for row in report:
            if row.outcome is Outcome.REFUSED:
                self.stderr.write(f"Row {row.number}, {row.key or '?'}: {operations.result_of(row)}")
            elif tells_all or row.notes:
                self.stdout.write(f"Row {row.number}, {row.key}: {operations.result_of(row)}")
        said = ", ".join(f"{count} {name}" for name, count in operations.summary_of(report).items())
        self.stdout.write(f"{len(report)} rows: {said}.")
        refused = sum(row.outcome is Outcome.REFUSED for row in report)
        if refused:
            raise CommandError(f"{refused} of {len(report)} rows were refused.")


def _kind(name: str) -> SheetKind:
    try:
        return sheet_kind(name)
    except NoSuchKind as error:
        raise CommandError(str(error)) from error


def _person(name: str) -> User:
    person: User | None = User.objects.filter(username=name, is_active=True).first()
    if person is None:
        raise CommandError(f"There is no account {name!r}.")
    return person
