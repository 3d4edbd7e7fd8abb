"""Serving the demonstration on this machine: the CMS and the portal's folder."""

import errno
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseServer
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

from deploy.exceptions import UnknownContentType
from deploy.headers import HTML, content_type
from media.multilingual import LANGUAGES

HOST = "127.0.0.1"

_NOT_FOUND = "404.html"
_S = TypeVar("_S", bound=BaseServer)


class PortTaken(Exception):
    """Another program listens where the demonstration should; the text says what to do."""


class PortalHandler(SimpleHTTPRequestHandler):
    """Serves the portal's folder as a web server in front of it would: pages, types, 404 per language."""

    protocol_version = "HTTP/1.1"

    def guess_type(self, path: Any) -> str:
        """Return the content type that a release gives the file."""
        try:
            return content_type(Path(str(path)).relative_to(self.directory).as_posix())
        except (UnknownContentType, ValueError):
            return "application/octet-stream"

    def list_directory(self, path: Any) -> None:
        """Show no folder without an index."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the 404 page of the language that was asked for."""
        page = self._not_found_page()
        if code != HTTPStatus.NOT_FOUND or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", HTML)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _not_found_page(self) -> Path | None:
        first = unquote(urlsplit(self.path).path).strip("/").partition("/")[0]
        folder = Path(self.directory)
        pages = [folder / first / _NOT_FOUND] if first in LANGUAGES else []
        return next((page for page in (*pages, folder / _NOT_FOUND) if page.is_file()), None)

    def cache_control(self) -> str:
        """Let no browser keep a page: the next release is a click away."""
        return "no-cache"

    def end_headers(self) -> None:
        """Say with every answer how long it may be kept."""
        self.send_header("Cache-Control", self.cache_control())
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class calls it so
        """Say nothing about each file."""


class _QuietCmsHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class calls it so
        """Say nothing about each request; errors are logged by Django."""


def cms_server(port: int) -> ThreadedWSGIServer:
    """Return a server of the CMS, bound to *port* of this machine (0 for any).

    Raises:
        PortTaken: another program listens there.
    """
    server = _bound(port, lambda at: ThreadedWSGIServer(at, _QuietCmsHandler, ipv6=False))
    server.daemon_threads = True
    server.set_app(get_wsgi_application())
    return server


def portal_server(
    port: int, folder: Path, handler: type[PortalHandler] = PortalHandler
) -> ThreadingHTTPServer:
    """Return a server of the portal's *folder*, bound to *port* of this machine (0 for any).

    Raises:
        PortTaken: another program listens there.
    """
    return _bound(port, lambda at: ThreadingHTTPServer(at, partial(handler, directory=str(folder))))


def _bound(port: int, make: Callable[[tuple[str, int]], _S]) -> _S:
    try:
        return make((HOST, port))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise PortTaken(
            f"Port {port} of this machine is taken by another program. Stop that program and start again, "
            "or choose other ports with ADMIN_BASE_URL and PORTAL_BASE_URL."
        ) from error


@contextmanager
def serving(*servers: BaseServer) -> Iterator[None]:
    """Serve in the background; stop and close every server in the end."""
    threads = [threading.Thread(target=server.serve_forever, daemon=True) for server in servers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
