"""``manage.py publish``: bake every public edition and bring the target in step."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from deploy.exceptions import DeployError
from deploy.operations import publish


class Command(BaseCommand):
    """Publish the portal."""

    help = "Bake every public edition and upload what changed to PUBLISH_TARGET."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to take over a target with files of somebody else."""
        parser.add_argument(
            "--adopt",
            action="store_true",
            help="Replace files at the target that no release of this portal put there.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish, with progress on a terminal, and say what was done."""
        try:
            done = publish(
                progress=self._show,
                say=self.stderr.write,
                adopt=options["adopt"],
                processes=os.cpu_count() or 1,
            )
        except DeployError as error:
            raise CommandError(str(error)) from error
        if done.release is None:
            self.stdout.write(f"Nothing to publish: all {len(done.bake.manifest)} files are in place.")
            return
        self.stdout.write(
            f"Published {len(done.bake.manifest)} files to {done.release.target}: "
            f"{done.release.uploaded} uploaded, {done.release.deleted} deleted."
        )

    def _show(self, done: int, total: int) -> None:
        if self.stdout.isatty() and (done % 20 == 0 or done == total):
            self.stdout.write(f"\rBaked {done} of {total} pages", ending="\n" if done == total else "")
            self.stdout.flush()
