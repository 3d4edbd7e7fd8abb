"""A DeepL that runs on loopback: real HTTP, DeepL's limits, pseudo-translations, faults on demand.

with DeepLServer() as server:
    engine = DeepLEngine(server.auth_key, server.url, timeout=1, retries=0)
    server.fail_next("456")
    …
    assert server.requests[-1].texts == [...]
"""

import json
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.doubles import pseudo
from tests.doubles.deepl_glossaries import Glossaries
from tests.doubles.deepl_rules import MAX_BYTES, MAX_TEXTS, TARGETS, check
from tests.doubles.faults import FAULTS, Fault, Ordered, Plan, spoilt
from tests.doubles.loopback import Handler, Loopback, Received, Rejected

__all__ = ["FAULTS", "MAX_BYTES", "MAX_TEXTS", "TARGETS", "DeepLServer", "Fault", "Received"]


class DeepLServer(Loopback):
    """Keeps the *requests* to ``/v2/translate`` and what they cost.

    *billed* counts how often each text was billed for each target; *billed_characters* sums
    them up. *most_at_work* is how many requests were served at the same time. A "slow"
    answer takes *delay* seconds. *faults* may be set to a function of a request's number.
    """

    def __init__(self, auth_key: str = "double-key", character_limit: int = 1_000_000) -> None:
        self.auth_key = auth_key
        self.character_limit = character_limit
        self.delay = 0.5
        self.requests: list[Received] = []
        self.billed_characters = 0
        self.billed: Counter[tuple[str, str]] = Counter()
        self.glossaries = Glossaries()
        self.ordered = Ordered()
        super().__init__(_DeepLHandler)

    @property
    def faults(self) -> Plan | None:
        return self.ordered.plan

    @faults.setter
    def faults(self, plan: Plan | None) -> None:
        self.ordered.plan = plan

    def fail_next(self, kind: Fault, times: int = 1, after: int = 0) -> None:
        """Serve *after* requests to ``/v2/translate`` soundly, then the next *times* with a fault.

        Calls queue up. A client that retries uses up one fault a try.
        """
        self.ordered.order(kind, times, after)

    def succeed(self) -> None:
        """Forget the faults that have not happened yet."""
        self.ordered.call_off()

    def translated(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        """Translate and bill."""
        translations = []
        with self.lock:
            for text in body["text"]:
                billed = len(pseudo.letters(text))
                self.billed_characters += billed
                self.billed[text, body["target_lang"]] += 1
                translations.append(
                    {
                        "detected_source_language": body["source_lang"],
                        "text": pseudo.translated(text, body["target_lang"]),
                        "billed_characters": billed,
                    }
                )
        return translations


class _DeepLHandler(Handler):
    def serve(self, raw: bytes) -> None:
        path = urlsplit(self.path).path
        if self.headers.get("Authorization") != f"DeepL-Auth-Key {self.server.double.auth_key}":
            raise Rejected(403, "Invalid auth key.")
        match self.command, path.strip("/").split("/"):
            case "POST", ["v2", "translate"]:
                with self.server.double.working():
                    self._translate(raw)
            case "GET", ["v2", "usage"]:
                self.reply(200, self._usage())
            case "GET", ["v2", "languages"]:
                self.reply(200, _languages(parse_qs(urlsplit(self.path).query)))
            case _, ["v3", "glossaries", *names]:
                self._glossaries(raw, names)
            case _:
                raise Rejected(404, "Not found.")

    def _translate(self, raw: bytes) -> None:
        double = self.server.double
        body, fault = self.taken(raw)
        if self.is_cut_short(fault):
            return
        check(body, len(raw))
        double.glossaries.check_use(body)
        translations = spoilt(double.translated(body), fault, body["target_lang"])
        if fault == "keys":
            translations = [{"txt": one["text"]} for one in translations]
        self.deliver(json.dumps({"translations": translations}, ensure_ascii=False).encode(), fault)

    def _glossaries(self, raw: bytes, names: list[str]) -> None:
        held = self.server.double.glossaries
        match self.command, names:
            case "POST", []:
                self.reply(201, held.create(self.decoded(raw)).described())
            case "GET", []:
                self.reply(200, {"glossaries": [one.described() for one in held.held.values()]})
            case "GET", [name]:
                self.reply(200, held.get(name).described())
            case "DELETE", [name]:
                held.delete(name)
                self.send(204, b"", "application/json")
            case _:
                raise Rejected(404, "Not found.")

    def _usage(self) -> dict[str, int]:
        double = self.server.double
        return {"character_count": double.billed_characters, "character_limit": double.character_limit}


def _languages(query: dict[str, list[str]]) -> list[dict[str, object]]:
    if query.get("type") == ["target"]:
        return [
            {"language": code, "name": name, "supports_formality": code == "JA"}
            for code, name in TARGETS.items()
        ]
    return [{"language": "VI", "name": "Vietnamese"}]
