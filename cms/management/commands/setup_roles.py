"""Give the departments their groups."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.roles import DEPARTMENTS, BadRoles, grant_roles, read_roles


class Command(BaseCommand):
    """``manage.py setup_roles [FILE]``."""

    help = (
        "Make a group for each role of FILE (cms/roles/departments.toml without one), with its permissions "
        "on sections, snippets and uploads. Doing it twice changes nothing; nothing is taken away."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", default=DEPARTMENTS)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Grant and report.

        Raises:
            CommandError: the file cannot be used (nothing was granted), or sections are missing.
        """
        try:
            done = grant_roles(roles=read_roles(file))
        except BadRoles as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(done.groups)} groups made, {done.added} permissions added.")
        for group, address in done.missing:
            self.stderr.write(f"{group}: there is no section {address}. Make it, and run this again.")
        if done.missing:
            raise CommandError("Some sections are missing; everything else was granted.")
