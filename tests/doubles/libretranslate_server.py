"""A LibreTranslate that runs on loopback: its limits, its errors, its habit of unescaping its replies.

with LibreTranslateServer() as server:
    engine = OnPremisesEngine(server.url, timeout=1)
    server.fail_next("500")
    …
    assert server.requests[-1].texts == [...]
"""

import html
import json
from typing import Any
from urllib.parse import urlsplit

from tests.doubles import pseudo
from tests.doubles.faults import Fault, Ordered, spoilt
from tests.doubles.loopback import Handler, Loopback, Received, Rejected

TARGETS = {"en": "EN-GB", "ja": "JA", "ko": "KO"}


class LibreTranslateServer(Loopback):
    """Keeps the *requests* to ``/translate``; -1 is no limit, and *moved_to* an address it redirects to."""

    def __init__(self, api_key: str = "", char_limit: int = -1, batch_limit: int = -1) -> None:
        self.api_key = api_key
        self.char_limit = char_limit
        self.batch_limit = batch_limit
        self.moved_to = ""
        self.delay = 0.5
        self.requests: list[Received] = []
        self.asked_for_settings = 0
        self.ordered = Ordered()
        super().__init__(_LibreTranslateHandler)

    def fail_next(self, kind: Fault, times: int = 1, after: int = 0) -> None:
        """Serve *after* requests to ``/translate`` soundly, then the next *times* with a fault."""
        self.ordered.order(kind, times, after)


class _LibreTranslateHandler(Handler):
    def serve(self, raw: bytes) -> None:
        double = self.server.double
        path = urlsplit(self.path).path
        if double.moved_to:
            self.send_response(302)
            self.send_header("Location", f"{double.moved_to}{path}")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif (self.command, path) == ("POST", "/translate"):
            with double.working():
                self._translate(raw)
        elif (self.command, path) == ("GET", "/frontend/settings"):
            double.asked_for_settings += 1
            self.reply(200, {"charLimit": double.char_limit, "apiKeys": bool(double.api_key)})
        else:
            raise Rejected(404, "Not found")

    def rejection(self, message: str) -> object:
        return {"error": message}

    def _translate(self, raw: bytes) -> None:
        body, fault = self.taken(raw)
        if self.is_cut_short(fault):
            return
        self._check(body)
        made = [{"text": _translated(text, body["target"])} for text in body["q"]]
        texts = [one["text"] for one in spoilt(made, fault, TARGETS[body["target"]])]
        name = "translations" if fault == "keys" else "translatedText"
        self.deliver(json.dumps({name: texts}, ensure_ascii=False).encode(), fault)

    def _check(self, body: dict[str, Any]) -> None:
        double = self.server.double
        texts = body.get("q")
        if double.api_key and not body.get("api_key"):
            raise Rejected(400, "Please contact the server operator to get an API key")
        if double.api_key and body["api_key"] != double.api_key:
            raise Rejected(403, "Invalid API key")
        if not texts:
            raise Rejected(400, "Invalid request: missing q parameter")
        size = sum(map(len, texts))
        if len(texts) > double.batch_limit > 0 or size > double.char_limit > 0:
            raise Rejected(400, f"Invalid request: request ({size}) exceeds text limit")
        if body.get("source") != "vi" or body.get("target") not in TARGETS:
            raise Rejected(400, f"{body.get('target')} is not supported")
        if body.get("format") != "html":
            raise Rejected(400, "This double wants the format to be html.")


def _translated(markup: str, target: str) -> str:
    # Its HTML library writes void tags with a slash; then the whole reply is unescaped once.
    written = pseudo.translated(markup, TARGETS[target]).replace("<br>", "<br/>")
    return html.unescape(written)
