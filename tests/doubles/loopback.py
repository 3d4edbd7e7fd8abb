"""An HTTP server on loopback in a thread of its own, for the doubles of vendors to stand on."""

import json
import socket
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs

from tests.doubles.faults import Fault


@dataclass(frozen=True, slots=True)
class Received:
    """One request: its *body* decoded (an empty one when it cannot be), its size and its path."""

    body: dict[str, Any]
    size: int
    path: str = ""

    @property
    def texts(self) -> list[str]:
        return list(self.body.get("text", self.body.get("q", [])))


class Rejected(Exception):
    """A request that the vendor would not serve."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Loopback:
    """Serves from construction until :meth:`close`; *lock* guards what the handlers write."""

    def __init__(self, handler: type["Handler"]) -> None:
        self.lock = threading.RLock()
        self.closing = threading.Event()
        self.at_work = 0
        self.most_at_work = 0
        self._http = _Server(("127.0.0.1", 0), handler)
        self._http.double = self
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    @contextmanager
    def working(self) -> Iterator[None]:
        """Count a request among those served at the same time (``most_at_work``)."""
        with self.lock:
            self.at_work += 1
            self.most_at_work = max(self.most_at_work, self.at_work)
        try:
            yield
        finally:
            with self.lock:
                self.at_work -= 1

    def close(self) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    double: Any

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A client that gave up waiting is what several faults are for.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers what :meth:`serve` says; a `Rejected` becomes its status with :meth:`rejection`."""

    server: _Server

    def do_GET(self) -> None:
        self._served(b"")

    def do_DELETE(self) -> None:
        self._served(b"")

    def do_POST(self) -> None:
        self._served(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class names it)
        """Stay quiet."""

    def serve(self, raw: bytes) -> None:
        raise NotImplementedError

    def rejection(self, message: str) -> object:
        return {"message": message}

    def decoded(self, raw: bytes) -> dict[str, Any]:
        if self.headers.get_content_type() == "application/x-www-form-urlencoded":
            fields = parse_qs(raw.decode(), keep_blank_values=True)
            return {name: values if name == "text" else values[0] for name, values in fields.items()}
        try:
            body = json.loads(raw)
        except ValueError:
            return {}
        return body if isinstance(body, dict) else {}

    def taken(self, raw: bytes) -> tuple[dict[str, Any], Fault | None]:
        """Keep a request to the translator; return its body and the fault that it is to have.

        Raises:
            Rejected: the fault is an HTTP status.
        """
        double = self.server.double
        body = self.decoded(raw)
        with double.lock:
            double.requests.append(Received(body, len(raw), self.path))
            fault: Fault | None = double.ordered.take()
        if fault is not None and fault.isdigit():
            raise Rejected(int(fault), "Fault on demand.")
        return body, fault

    def is_cut_short(self, fault: Fault | None) -> bool:
        """Do what *fault* does instead of serving; return whether there was something to do."""
        match fault:
            case "hang":
                self.server.double.closing.wait()
            case "reset":
                self.reset()
            case "garbage":
                self.send(200, b"<html><body>Captive portal</body></html>", "text/html")
            case _:
                return False
        return True

    def deliver(self, content: bytes, fault: Fault | None) -> None:
        """Send JSON, or what *fault* makes of it on its way."""
        half = content[: len(content) // 2]
        match fault:
            case "truncated":
                self.send(200, half, "application/json")
            case "broken_off":
                self.send(200, half, "application/json", promised=len(content))
                self.close_connection = True
            case _:
                if fault == "slow":
                    self.server.double.closing.wait(self.server.double.delay)
                self.send(200, content, "application/json")

    def reset(self) -> None:
        """Break the connection off without a word."""
        linger_zero = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_zero)
        self.connection.close()

    def reply(self, status: int, content: object) -> None:
        self.send(status, json.dumps(content, ensure_ascii=False).encode(), "application/json")

    def send(self, status: int, content: bytes, content_type: str, promised: int | None = None) -> None:
        """Send *content*; *promised* bytes are announced, which may be more than come."""
        self.send_response(status, None if status in set(HTTPStatus) else "Quota Exceeded")
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content) if promised is None else promised))
        self.end_headers()
        self.wfile.write(content)

    def _served(self, raw: bytes) -> None:
        try:
            self.serve(raw)
        except Rejected as rejected:
            self.reply(rejected.status, self.rejection(str(rejected)))
