"""The glossaries of the DeepL double: version 3 of its interface, with several languages in one."""

import itertools
import threading
from dataclasses import dataclass
from typing import Any

from tests.doubles.loopback import Rejected

MAX_TERM_BYTES = 1024
MAX_BYTES = 10 * 1024 * 1024
LANGUAGES = frozenset({"VI", "EN", "JA", "KO"})


@dataclass(frozen=True, slots=True)
class Glossary:
    """One glossary; *dictionaries* by source and target language, in capitals."""

    glossary_id: str
    name: str
    dictionaries: dict[tuple[str, str], dict[str, str]]

    def described(self) -> dict[str, Any]:
        return {
            "glossary_id": self.glossary_id,
            "name": self.name,
            "creation_time": "2026-11-23T08:15:30.123456Z",
            "dictionaries": [
                {"source_lang": source.lower(), "target_lang": target.lower(), "entry_count": len(entries)}
                for (source, target), entries in self.dictionaries.items()
            ],
        }


class Glossaries:
    """Those that an account holds, by id."""

    def __init__(self) -> None:
        self.held: dict[str, Glossary] = {}
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()

    def create(self, body: dict[str, Any]) -> Glossary:
        name, dictionaries = body.get("name"), body.get("dictionaries")
        if not isinstance(name, str) or not 0 < len(name.encode()) <= MAX_TERM_BYTES:
            raise Rejected(400, "Invalid glossary name.")
        if not isinstance(dictionaries, list) or not dictionaries:
            raise Rejected(400, "A glossary needs dictionaries.")
        if sum(len(str(one.get("entries")).encode()) for one in dictionaries) > MAX_BYTES:
            raise Rejected(413, "The glossary is too large.")
        read = {_pair(one): _entries(one) for one in dictionaries}
        if len(read) != len(dictionaries):
            raise Rejected(400, "Two dictionaries of the same languages.")
        with self._lock:
            made = Glossary(f"def3a26b-3e84-45b3-84ae-{next(self._numbers):012d}", name, read)
            self.held[made.glossary_id] = made
        return made

    def get(self, glossary_id: str) -> Glossary:
        if glossary_id not in self.held:
            raise Rejected(404, "Glossary not found.")
        return self.held[glossary_id]

    def delete(self, glossary_id: str) -> None:
        self.get(glossary_id)
        del self.held[glossary_id]

    def check_use(self, body: dict[str, Any]) -> None:
        """Reject a translation with a glossary that does not exist or has not its languages."""
        if "glossary_id" not in body:
            return
        glossary = self.get(body["glossary_id"])
        if (body["source_lang"], body["target_lang"].partition("-")[0]) not in glossary.dictionaries:
            raise Rejected(400, "No dictionary found for language pair.")


def _pair(dictionary: dict[str, Any]) -> tuple[str, str]:
    source, target = str(dictionary.get("source_lang")).upper(), str(dictionary.get("target_lang")).upper()
    if source == target or not {source, target} <= LANGUAGES:
        raise Rejected(400, "Unsupported glossary language pair.")
    return source, target


def _entries(dictionary: dict[str, Any]) -> dict[str, str]:
    if dictionary.get("entries_format") != "tsv":
        raise Rejected(400, "Unsupported entries format.")
    entries: dict[str, str] = {}
    for line in str(dictionary.get("entries", "")).split("\n"):
        source, tab, target = line.partition("\t")
        if not (source.strip() and tab and target.strip()) or "\t" in target:
            raise Rejected(400, "Invalid glossary entries.")
        if any(not _is_term(term) for term in (source, target)):
            raise Rejected(400, "Invalid glossary entries.")
        if source in entries:
            raise Rejected(400, "Duplicate source entry.")
        entries[source] = target
    return entries


def _is_term(term: str) -> bool:
    return term.strip() == term and term.isprintable() and len(term.encode()) <= MAX_TERM_BYTES
