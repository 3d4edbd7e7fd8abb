"""``manage.py demo``: the whole product with sample content, on this machine."""

import signal
import threading
from pathlib import Path
from socketserver import BaseServer
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.demo.accounts import FILE_NAME
from cms.demo.seed import Seed, Seeded
from cms.demo.serving import PortTaken, cms_server, portal_server, serving
from cms.demo.worker import TasksFailed, finish_tasks, working

_HTTP_PORT = 80
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Command(BaseCommand):
    """Build the demonstration, then serve it until Ctrl+C."""

    help = "Fill this installation with the sample content, publish it, and serve the CMS and the portal."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--build-only", action="store_true", help="Build and publish, then stop.")

    def handle(self, *args: Any, build_only: bool, **options: Any) -> None:
        """Build, and serve unless told otherwise.

        Raises:
            CommandError: a port is taken, a task failed, or the settings are those of production.
        """
        if str(settings.SETTINGS_MODULE).endswith(".production"):
            raise CommandError("The demonstration has printed passwords and is not for production settings.")
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        try:
            if build_only:
                self._build()
            else:
                self._build_and_serve()
        except (PortTaken, TasksFailed) as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError(
                "Stopped before everything was built. Start again to go on from here."
            ) from None

    def _build(self) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        seeded = Seed(folder=self._folder, finish_tasks=finish_tasks, say=self.stdout.write).run()
        self._report(seeded)
        call_command("publish", stdout=self.stdout, stderr=self.stderr)

    def _report(self, seeded: Seeded) -> None:
        if not seeded.made and not seeded.approved:
            self.stdout.write("The sample content was there already.")
        if seeded.unresolved:
            self.stdout.write("Links to pages that the sample does not hold became plain words:")
            for address in seeded.unresolved:
                self.stdout.write(f"  {address}")
        if seeded.waiting:
            self.stdout.write("Editions that still wait for translation or clearance:")
            for edition in seeded.waiting:
                self.stdout.write(f"  {edition}")

    def _build_and_serve(self) -> None:
        # Before the minute of building, so that a taken port is said at once.
        servers: list[BaseServer] = [cms_server(_port(settings.CONFIGURATION.admin_base_url))]
        target = urlsplit(settings.PUBLISH_TARGET)
        try:
            if target.scheme == "file":
                servers.append(portal_server(_port(settings.PORTAL_BASE_URL), Path(unquote(target.path))))
            self._build()
        except BaseException:
            for server in servers:
                server.server_close()
            raise
        with working(), serving(*servers):
            self._say_where()
            _until_stopped()
        self.stdout.write("Stopped.")

    def _say_where(self) -> None:
        self.stdout.write("")
        self.stdout.write(f"CMS     {settings.CONFIGURATION.admin_base_url}/admin/")
        self.stdout.write(f"Portal  {settings.PORTAL_BASE_URL}/")
        self.stdout.write("")
        accounts = self._folder / FILE_NAME
        self.stdout.write(f"Accounts, also in {accounts}:")
        self.stdout.write(accounts.read_text(encoding="utf-8"))
        if not settings.DEEPL_AUTH_KEY:
            self.stdout.write(
                "No DEEPL_AUTH_KEY is set: new text that the memory does not know waits for a person."
            )
        self.stdout.write("Press Ctrl+C to stop.")

    @property
    def _folder(self) -> Path:
        return Path(settings.CONFIGURATION.var)


def _port(url: str) -> int:
    return urlsplit(url).port or _HTTP_PORT


def _until_stopped() -> None:
    stopped = threading.Event()
    before = {kind: signal.signal(kind, lambda number, frame: stopped.set()) for kind in _STOP_SIGNALS}
    try:
        stopped.wait()
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
