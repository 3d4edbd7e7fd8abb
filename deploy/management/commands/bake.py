"""``manage.py bake``: bring the baked folder up to date, or prove that it is."""

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from deploy.bake.bake import bake_site
from deploy.bake.lock import one_publisher
from deploy.bake.verify import differences
from deploy.bake.workers import Hands
from deploy.exceptions import DeployError


class Command(BaseCommand):
    """Bake the portal without publishing it."""

    help = "Render what changed since the last bake. Publishing does the same first."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer a bake of everything, and the proof."""
        parser.add_argument("--full", action="store_true", help="Render everything.")
        parser.add_argument(
            "--verify",
            action="store_true",
            help="Afterwards render everything beside it and compare byte for byte.",
        )
        parser.add_argument(
            "--helpers", type=int, default=0, help="Background workers that are asked to render as well."
        )
        parser.add_argument(
            "--processes", type=int, default=os.cpu_count() or 1, help="Processes that render side by side."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Bake, and say what was done."""
        try:
            with one_publisher(settings.BAKE_ROOT):
                self._bake(options["full"], Hands(options["processes"], options["helpers"]))
                found = differences(settings.BAKE_ROOT, self._show) if options["verify"] else []
        except DeployError as error:
            raise CommandError(str(error)) from error
        if found:
            raise CommandError(
                "\n".join([f"{len(found)} files are not what they should be.", *map(str, found)])
            )
        if options["verify"]:
            self.stdout.write("Every file is what a full bake makes of it.")

    def _bake(self, full: bool, hands: Hands) -> None:
        done = bake_site(settings.BAKE_ROOT, self._show, full=full, hands=hands)
        for notice in done.notices:
            self.stderr.write(notice)
        self.stdout.write(f"Rendered {len(done.rendered)} of {len(done.files)} files in {done.folder}.")

    def _show(self, done: int, total: int) -> None:
        if self.stdout.isatty() and (done % 20 == 0 or done == total):
            self.stdout.write(f"\rBaked {done} of {total} pages", ending="\n" if done == total else "")
            self.stdout.flush()
