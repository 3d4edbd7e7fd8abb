"""Write to every agency whose figures are to be reviewed."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from content.freshness.digest import Letter, send_digest


class Command(BaseCommand):
    """Sends nothing where nothing is due, and to nobody twice in a day."""

    help = "Write to each agency about its figures that are past their day of review or soon will be."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--dry-run", action="store_true", help="Say who would be written to.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Send the letters and say to whom.

        Raises:
            CommandError: a letter could not be delivered.
        """
        done = send_digest(today=localdate(), is_rehearsal=options["dry_run"])
        verb = "Would write to" if options["dry_run"] else "Wrote to"
        for letter in done.sent:
            self.stdout.write(f"{verb} {self._who(letter)}")
        for letter in done.already_sent:
            self.stdout.write(f"Written to today already: {self._who(letter)}")
        for title in done.unowned:
            self.stdout.write(f"Nobody to write to about: {title} (no agency with an e-mail address)")
        if done.failed:
            failures = (f"{self._who(letter)}: {reason}" for letter, reason in done.failed)
            message = "Not delivered, and to be sent again: " + "; ".join(failures)
            raise CommandError(message)

    @staticmethod
    def _who(letter: Letter) -> str:
        return f"{letter.agency.email}: {len(letter.overdue)} overdue, {len(letter.soon)} soon"
