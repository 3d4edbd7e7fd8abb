"""Two stores on this machine that tests speak to over HTTP: a working one and a scripted one."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import boto3
from moto.server import ThreadedMotoServer
from mypy_boto3_s3 import S3Client


@contextmanager
def working_store() -> Iterator[str]:
    """Run moto's S3 on a free port and yield its address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        yield f"http://{host}:{port}"
    finally:
        server.stop()


def client_of(address: str) -> S3Client:
    """Return a plain client, to look at a store from outside."""
    return boto3.session.Session().client(
        "s3",
        endpoint_url=address,
        region_name="us-east-1",
        aws_access_key_id="outside",
        aws_secret_access_key="outside",
    )


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Answer:
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    stated_length: int | None = None


TAKEN = Answer(headers={"ETag": '"an-etag"'})
LISTING = Answer(body=b"<ListBucketResult><Name>portal</Name><KeyCount>0</KeyCount></ListBucketResult>")


def refusal(code: str, status: int) -> Answer:
    body = f"<Error><Code>{code}</Code><Message>No.</Message></Error>"
    return Answer(status, body.encode())


Script = Callable[[Asked], Answer]


class ScriptedStore:
    """Answers as *script* says, remembers what it was asked."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[Asked] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @contextmanager
    def running(self) -> Iterator[None]:
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        store = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                asked = Asked(self.command, self.path, dict(self.headers), body)
                store.asked.append(asked)
                answer = store.script(asked)
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                length = len(answer.body) if answer.stated_length is None else answer.stated_length
                self.send_header("Content-Length", str(length))
                self.end_headers()
                self.wfile.write(answer.body)

            do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815 - names the base class calls

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
                """Stay quiet."""

        return Handler
