"""The terms of a glossary as a vendor takes them."""

import logging
from collections.abc import Mapping

from translations.engines import characters
from translations.engines.protocol import Language
from translations.engines.sources import normalised

MAX_TERM_BYTES = 1024
MAX_GLOSSARY_BYTES = 10 * 1024 * 1024

_log = logging.getLogger(__name__)


def sendable(
    dictionaries: Mapping[Language, Mapping[str, str]],
) -> dict[Language, dict[str, str]]:
    """Return *dictionaries* with the terms that a line of tab-separated text can carry.

    Terms are composed (NFC) and stripped. Left out, and counted in the log: empty ones, those with
    a tab, a line break or another control character, those above 1,024 bytes, and what
    exceeds 10 MiB together. Languages without a term are left out.
    """
    kept: dict[Language, dict[str, str]] = {}
    room = MAX_GLOSSARY_BYTES
    left_out = 0
    for language, terms in dictionaries.items():
        for source, target in sorted(terms.items()):
            mine, theirs = normalised(source).strip(), normalised(target).strip()
            size = len(f"{mine}\t{theirs}\n".encode(errors="replace"))
            if not (_is_sendable(mine) and _is_sendable(theirs)) or size > room:
                left_out += 1
                continue
            kept.setdefault(language, {})[mine] = theirs
            room -= size
    if left_out:
        _log.warning("%d terms cannot be written into the engine's glossary and were left out.", left_out)
    return kept


def _is_sendable(term: str) -> bool:
    return (
        bool(term)
        and not characters.unwanted(term)
        and not any(sign in term for sign in "\t\n")
        and len(term.encode()) <= MAX_TERM_BYTES
    )
