"""Give the glossary out as a file."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from translations.exchange.glossary_files import Form
from translations.operations.glossary_export import export_glossary

_ENDINGS = [form.value for form in Form]


class Command(BaseCommand):
    """``manage.py export_glossary FILE``."""

    help = (
        "Write the whole glossary: a name that ends in .tsv gives a table, .xlsx an Excel workbook, .tbx a "
        "TBX-Basic file. A file of that name is replaced."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Export and report.

        Raises:
            CommandError: the name has no known ending, or the file cannot be written; a file of
                that name is as it was.
        """
        ending = file.suffix.lower().removeprefix(".")
        if ending not in _ENDINGS:
            raise CommandError(f"{file} should end in one of .{', .'.join(_ENDINGS)}.")
        unfinished = file.with_name(f"{file.name}.{os.getpid()}.part")
        try:
            with unfinished.open("wb") as opened:
                report = export_glossary(file=opened, form=Form(ending))
            unfinished.replace(file)
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        finally:
            unfinished.unlink(missing_ok=True)
        self.stdout.write(f"{report.written} terms written.")
        if report.left_out:
            self.stderr.write(
                f"{report.left_out} terms were left out: such a file cannot hold their characters."
            )
