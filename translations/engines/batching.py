"""A job's texts as requests that an engine accepts.

Sizes are counted in the bytes of the JSON request body, where the client writes every
letter beyond ASCII as an escape: one Vietnamese vowel with its tone takes six bytes.
"""

import json
from collections.abc import Iterator, Mapping

from translations.engines.protocol import Batch

MAX_TEXTS = 50
MAX_REQUEST_BYTES = 128 * 1024
MAX_CONTEXT_BYTES = 16 * 1024
# Options, keys and brackets take about 300 bytes; the rest is safety.
_RESERVED_BYTES = 2 * 1024
MAX_TEXT_BYTES = MAX_REQUEST_BYTES - MAX_CONTEXT_BYTES - _RESERVED_BYTES


def encoded_bytes(text: str) -> int:
    """Return the bytes that *text* takes in the request body, with its separator."""
    return len(json.dumps(text)) + len(", ")


def batches(texts: Mapping[int, str]) -> list[Batch]:
    """Split *texts* (by index in the job) into requests, in order, each distinct text once.

    Raises:
        ValueError: a text alone is larger than ``MAX_TEXT_BYTES``; refuse it beforehand.
    """
    positions: dict[str, list[int]] = {}
    for position, text in texts.items():
        positions.setdefault(text, []).append(position)
    return [
        Batch(tuple(group), tuple(tuple(positions[text]) for text in group))
        for group in _groups(list(positions))
    ]


def shortened(context: str) -> str:
    """Return as much of the start of *context* as a request has room for, cut between words."""
    if encoded_bytes(context) <= MAX_CONTEXT_BYTES:
        return context
    used = encoded_bytes("")
    for index, character in enumerate(context):
        used += len(json.dumps(character)) - len('""')
        if used > MAX_CONTEXT_BYTES:
            whole_words = context[:index].rpartition(" ")[0]
            return whole_words or context[:index]
    return context


def _groups(texts: list[str]) -> Iterator[list[str]]:
    group: list[str] = []
    used = 0
    for text in texts:
        size = encoded_bytes(text)
        if size > MAX_TEXT_BYTES:
            raise ValueError(f"A text of {size:,} bytes does not fit into a request.")
        if group and (len(group) == MAX_TEXTS or used + size > MAX_TEXT_BYTES):
            yield group
            group, used = [], 0
        group.append(text)
        used += size
    if group:
        yield group
