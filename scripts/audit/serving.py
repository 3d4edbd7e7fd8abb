"""The site that is audited: built if it is not there, and served as a content network would."""

import gzip
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command

from cms.demo.accounts import FILE_NAME
from cms.demo.serving import HOST, PortalHandler, portal_server, serving
from deploy.bake.bake import SITE, STATE
from deploy.bake.state import FileRecord, State
from deploy.headers import cache_control
from scripts.audit.exceptions import AuditError
from scripts.audit.sampling import kind_of

POLICY = "default-src 'self'"
"""Pages keep to it without an exception: nothing is written into them or comes from elsewhere."""

_COMPRESSED = ("text/", "application/json", "application/xml", "application/rss+xml", "image/svg+xml")
_BEST = 9
_REFRESH = 'http-equiv="refresh"'
_LOOPBACK = frozenset({HOST, "localhost"})


class NetworkHandler(PortalHandler):
    """Serves as a content network does: compressed, with a release's cache classes and a policy."""

    def send_head(self) -> Any:
        """Send the headers of a file, and return its bytes as they travel."""
        path = self._file()
        if not path.is_file() or not self._travels_compressed(path):
            return super().send_head()
        data = gzip.compress(path.read_bytes(), _BEST, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def cache_control(self) -> str:
        """Return the cache class of the file that was asked for."""
        return cache_control(self._file().relative_to(self.directory).as_posix())

    def end_headers(self) -> None:
        """Send the policy with everything."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def _file(self) -> Path:
        path = Path(self.translate_path(self.path))
        return path / "index.html" if path.is_dir() else path

    def _travels_compressed(self, path: Path) -> bool:
        accepted = "gzip" in self.headers.get("Accept-Encoding", "")
        return accepted and self.guess_type(path).startswith(_COMPRESSED)


def build() -> Path:
    """Bring the site up to date and return its folder; without one, the demonstration is built."""
    folder = settings.BAKE_ROOT / SITE
    is_demonstration = (Path(settings.CONFIGURATION.var) / FILE_NAME).exists()
    if is_demonstration or not folder.exists():
        call_command("demo", build_only=True)
    else:
        call_command("bake")
    return Path(folder)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* at the address its pages were made for, and yield that address.

    Raises:
        AuditError: the pages were made for another machine than this one.
        PortTaken: another program listens there.
    """
    origin = settings.PORTAL_BASE_URL
    parts = urlsplit(origin)
    if parts.scheme != "http" or parts.hostname not in _LOOPBACK or parts.port is None:
        raise AuditError(
            f"The pages name {origin} as their address, but are audited on this machine. "
            f"Leave PORTAL_BASE_URL unset, or set it to an address such as http://{HOST}:8001."
        )
    with serving(portal_server(parts.port, folder, NetworkHandler)):
        yield origin


def pages(folder: Path) -> tuple[list[FileRecord], dict[int, str]]:
    """Return the HTML files of the site that do not lead elsewhere, and the kind of each page."""
    with State.open(settings.BAKE_ROOT / STATE) as state:
        files, facts = state.files, state.facts()
    return list(_readable(folder, files.values())), {pk: kind_of(one) for pk, one in facts.items()}


def _readable(folder: Path, files: Iterable[FileRecord]) -> Iterator[FileRecord]:
    for record in files:
        if not record.key.endswith(".html"):
            continue
        if _REFRESH not in (folder / record.key).read_text(encoding="utf-8"):
            yield record
