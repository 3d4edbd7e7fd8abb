"""A DeepL v2 that runs on loopback: real HTTP, DeepL's limits, pseudo-translations, faults on demand.

with DeepLServer() as server:
    engine = DeepLEngine(server.auth_key, server.url, timeout=1, retries=0)
    server.fail_next("456")
    …
    assert server.requests[-1].texts == [...]
"""

import json
import re
import socket
import struct
import sys
import threading
from collections import deque
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, Self, get_args
from urllib.parse import parse_qs, urlsplit

from tests.doubles import pseudo

Fault = Literal[
    "400",
    "403",
    "404",
    "413",
    "429",
    "456",
    "500",
    "503",
    "529",
    "hang",  # accepts the request and never answers
    "reset",  # breaks the connection off instead of answering
    "garbage",  # HTTP 200 with a proxy's HTML page
    "keys",  # HTTP 200 with JSON of another shape
    "types",  # HTTP 200 with a number where a text belongs
    "short",  # one translation too few
    "extra",  # one translation too many
    "drop_tag",  # every text loses a tag
    "control",  # every text gains a control character
]
FAULTS: tuple[Fault, ...] = get_args(Fault)

MAX_BYTES = 128 * 1024
MAX_TEXTS = 50
TARGETS = {"EN-GB": "English (British)", "EN-US": "English (American)", "JA": "Japanese", "KO": "Korean"}
_INNERMOST_PAIR = re.compile(r"<span[^<>]*>([^<]*)</span>|<img[^<>]*>")


@dataclass(frozen=True, slots=True)
class Received:
    """One request to ``/v2/translate``: its *body* decoded (an empty one when it cannot be) and its size."""

    body: dict[str, Any]
    size: int

    @property
    def texts(self) -> list[str]:
        return list(self.body.get("text", []))


class Rejected(Exception):
    """A request that DeepL would not serve."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class DeepLServer:
    """Serves from construction until :meth:`close`, and keeps the *requests* it was sent."""

    def __init__(self, auth_key: str = "double-key", character_limit: int = 1_000_000) -> None:
        self.auth_key = auth_key
        self.character_limit = character_limit
        self.requests: list[Received] = []
        self.billed_characters = 0
        self.closing = threading.Event()
        self._faults: deque[Fault | None] = deque()
        self._http = _Server(("127.0.0.1", 0), _Handler)
        self._http.double = self
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def fail_next(self, kind: Fault, times: int = 1, after: int = 0) -> None:
        """Serve *after* requests to ``/v2/translate`` soundly, then the next *times* with a fault.

        Calls queue up. A client that retries uses up one fault a try.
        """
        if kind not in FAULTS:
            raise ValueError(f"The double knows no fault {kind!r}; it knows {', '.join(FAULTS)}.")
        self._faults.extend([None] * after + [kind] * times)

    def succeed(self) -> None:
        """Forget the faults that have not happened yet."""
        self._faults.clear()

    def next_fault(self) -> Fault | None:
        return self._faults.popleft() if self._faults else None

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
    double: DeepLServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A client that gave up waiting is what several faults are for.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class names it)
        """Stay quiet."""

    def _serve(self, raw: bytes) -> None:
        path = urlsplit(self.path).path
        try:
            if self.headers.get("Authorization") != f"DeepL-Auth-Key {self.server.double.auth_key}":
                raise Rejected(403, "Invalid auth key.")
            match path:
                case "/v2/translate" if self.command == "POST":
                    self._translate(raw)
                case "/v2/usage":
                    self._reply(200, self._usage())
                case "/v2/languages":
                    self._reply(200, _languages(parse_qs(urlsplit(self.path).query)))
                case _:
                    raise Rejected(404, "Not found.")
        except Rejected as rejected:
            self._reply(rejected.status, {"message": str(rejected)})

    def _translate(self, raw: bytes) -> None:
        double = self.server.double
        body = _decoded(raw, self.headers.get_content_type())
        double.requests.append(Received(body, len(raw)))
        fault = double.next_fault()
        if fault is not None and fault.isdigit():
            raise Rejected(int(fault), "Fault on demand.")
        match fault:
            case "hang":
                double.closing.wait()
            case "reset":
                self._reset()
            case "garbage":
                self._send(200, b"<html><body>Captive portal</body></html>", "text/html")
            case "keys":
                self._reply(200, {"translations": [{"txt": text} for text in body.get("text", [])]})
            case _:
                _check(body, len(raw))
                self._reply(200, {"translations": _spoilt(self._translations(body), fault)})

    def _translations(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        translations = []
        for text in body["text"]:
            billed = len(pseudo.letters(text))
            self.server.double.billed_characters += billed
            translations.append(
                {
                    "detected_source_language": body["source_lang"],
                    "text": pseudo.translated(text, body["target_lang"]),
                    "billed_characters": billed,
                }
            )
        return translations

    def _usage(self) -> dict[str, int]:
        double = self.server.double
        return {"character_count": double.billed_characters, "character_limit": double.character_limit}

    def _reset(self) -> None:
        linger_zero = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_zero)
        self.connection.close()

    def _reply(self, status: int, content: object) -> None:
        self._send(status, json.dumps(content, ensure_ascii=False).encode(), "application/json")

    def _send(self, status: int, content: bytes, content_type: str) -> None:
        reason = "Quota Exceeded" if status not in set(HTTPStatus) else None
        self.send_response(status, reason)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _decoded(raw: bytes, content_type: str) -> dict[str, Any]:
    if content_type == "application/x-www-form-urlencoded":
        fields = parse_qs(raw.decode(), keep_blank_values=True)
        return {name: values if name == "text" else values[0] for name, values in fields.items()}
    try:
        body = json.loads(raw)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _check(body: dict[str, Any], size: int) -> None:
    """Reject what DeepL rejects, and what this project must never send."""
    texts = body.get("text")
    if size > MAX_BYTES:
        raise Rejected(413, "Request Entity Too Large")
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
        raise Rejected(400, "Bad request. Reason: 'text' must be a non-empty array of strings.")
    if len(texts) > MAX_TEXTS:
        raise Rejected(400, "Too many texts in the request.")
    if body.get("source_lang") != "VI":
        raise Rejected(400, "Value for 'source_lang' not supported.")
    if body.get("target_lang") not in TARGETS:
        raise Rejected(400, "Value for 'target_lang' not supported.")
    _check_options(body)


def _check_options(body: dict[str, Any]) -> None:
    if body.get("formality") in {"more", "less"} and body["target_lang"] != "JA":
        raise Rejected(400, "'formality' is not supported for given 'target_lang'.")
    if body.get("tag_handling") not in {None, "html", "xml"}:
        raise Rejected(400, "Value for 'tag_handling' not supported.")
    if body.get("tag_handling") and body.get("tag_handling_version") not in {"v1", "v2"}:
        raise Rejected(400, "This double wants 'tag_handling_version' with 'tag_handling'.")


def _spoilt(translations: list[dict[str, Any]], fault: Fault | None) -> list[dict[str, Any]]:
    match fault:
        case "types":
            return [{**one, "text": 5} for one in translations]
        case "short":
            return translations[:-1]
        case "extra":
            return [*translations, translations[-1]]
        case "drop_tag":
            return [{**one, "text": _INNERMOST_PAIR.sub(r"\1", one["text"], count=1)} for one in translations]
        case "control":
            return [{**one, "text": f"{one['text']}\b"} for one in translations]
    return translations


def _languages(query: dict[str, list[str]]) -> list[dict[str, object]]:
    if query.get("type") == ["target"]:
        return [
            {"language": code, "name": name, "supports_formality": code == "JA"}
            for code, name in TARGETS.items()
        ]
    return [{"language": "VI", "name": "Vietnamese"}]
