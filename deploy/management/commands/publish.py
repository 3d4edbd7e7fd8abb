"""``manage.py publish``: bake what changed and bring the target in step."""

import os
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from deploy.bake.workers import Hands
from deploy.exceptions import DeployError
from deploy.operations import publish
from deploy.watching import watch


class Command(BaseCommand):
    """Publish the portal, once or by the clock."""

    help = "Bake what changed and upload it to PUBLISH_TARGET."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to take over a target with files of somebody else, and to go on by the clock."""
        parser.add_argument(
            "--adopt",
            action="store_true",
            help="Replace files at the target that no release of this portal put there.",
        )
        parser.add_argument(
            "--watch",
            action="store_true",
            help="Publish every minute what changed, was scheduled or expired, until stopped.",
        )

        parser.add_argument(
            "--helpers", type=int, default=0, help="Background workers that are asked to render as well."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish, with progress on a terminal, and say what was done."""
        hands = Hands(os.cpu_count() or 1, options["helpers"])
        once = partial(publish, say=self.stderr.write, adopt=options["adopt"], hands=hands)
        if options["watch"]:
            watch(once, self.stdout.write)
            return
        try:
            done = once(progress=self._show)
        except DeployError as error:
            raise CommandError(str(error)) from error
        if done.release is None:
            self.stdout.write(f"Nothing to publish: all {len(done.bake.files)} files are in place.")
            return
        self.stdout.write(
            f"Published {len(done.bake.files)} files to {done.release.target}: "
            f"{done.release.uploaded} uploaded, {done.release.deleted} deleted."
        )

    def _show(self, done: int, total: int) -> None:
        if self.stdout.isatty() and (done % 20 == 0 or done == total):
            self.stdout.write(f"\rBaked {done} of {total} pages", ending="\n" if done == total else "")
            self.stdout.flush()
