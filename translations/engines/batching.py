"""A job's texts as requests that an engine accepts, and as few of them as there can be."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from translations.engines.protocol import Batch

MAX_TEXTS = 50
MAX_REQUEST_BYTES = 128 * 1024
MAX_CONTEXT_BYTES = 16 * 1024
MAX_TEXT_BYTES = MAX_REQUEST_BYTES - 2 * 1024
"""What one text may take in the body of a request that has nothing but it and a few options."""

_SEPARATOR = len(", ")
_QUOTES = len('""')


def encoded_bytes(text: str) -> int:
    """Return the bytes that *text* takes in a JSON request body, with its separator.

    Every letter beyond ASCII is written as an escape: one Vietnamese vowel with its tone
    takes six bytes.
    """
    return len(json.dumps(text)) + _SEPARATOR


@dataclass(frozen=True, slots=True)
class Room:
    """What one request has room for: *texts*, and together as much as *size*, as *measure* counts one."""

    size: int
    texts: int = MAX_TEXTS
    measure: Callable[[str], int] = encoded_bytes


def batches(texts: Mapping[int, str], room: Room) -> list[Batch]:
    """Return *texts* (by index in the job) as requests, each distinct text once.

    Texts stay in order within a request. They are taken in order altogether unless that
    costs more requests than filling them up does: an engine translates each text by itself.
    A text larger than the room gets a request of its own; refuse it beforehand if none can
    carry it.
    """
    positions: dict[str, list[int]] = {}
    for position, text in texts.items():
        positions.setdefault(text, []).append(position)
    distinct = list(positions)
    groups = sorted(sorted(group) for group in _groups([room.measure(text) for text in distinct], room))
    return [
        Batch(
            tuple(distinct[index] for index in group),
            tuple(tuple(positions[distinct[index]]) for index in group),
        )
        for group in groups
    ]


def shortened(context: str, size: int = MAX_CONTEXT_BYTES) -> str:
    """Return as much of the start of *context* as fits into *size* encoded bytes, cut between words."""
    if encoded_bytes(context) <= size:
        return context
    used = _QUOTES + _SEPARATOR
    for index, character in enumerate(context):
        used += len(json.dumps(character)) - _QUOTES
        if used > size:
            whole_words = context[:index].rpartition(" ")[0]
            return whole_words or context[:index]
    return context


def fewest(sizes: Sequence[int], room: Room) -> int:
    """Return the number of requests below which texts of *sizes* cannot be sent."""
    large = sum(size > room.size for size in sizes)
    others = [size for size in sizes if size <= room.size]
    return large + max(math.ceil(len(others) / room.texts), math.ceil(sum(others) / room.size))


def _groups(sizes: Sequence[int], room: Room) -> list[list[int]]:
    alone = [[index] for index, size in enumerate(sizes) if size > room.size]
    shared = [index for index, size in enumerate(sizes) if size <= room.size]
    in_order = _in_order(shared, sizes, room)
    by_size = sorted(shared, key=lambda index: -sizes[index])
    for count in range(fewest(sizes, room) - len(alone), len(in_order)):
        # To spread them evenly suits many small texts, to fill the gaps suits few large ones.
        for fullest_first in (False, True):
            packed = _packed(by_size, sizes, room, count, fullest_first)
            if packed is not None:
                return alone + packed
    return alone + in_order


def _in_order(indices: Sequence[int], sizes: Sequence[int], room: Room) -> list[list[int]]:
    groups: list[list[int]] = []
    used = 0
    for index in indices:
        if not groups or len(groups[-1]) == room.texts or used + sizes[index] > room.size:
            groups.append([])
            used = 0
        groups[-1].append(index)
        used += sizes[index]
    return groups


def _packed(
    by_size: Sequence[int], sizes: Sequence[int], room: Room, count: int, fullest_first: bool
) -> list[list[int]] | None:
    """Return *count* groups that hold all, or None where this way leaves a text over."""
    groups: list[list[int]] = [[] for _ in range(count)]
    used = [0] * count
    for index in by_size:
        open_ones = [
            number
            for number in range(count)
            if len(groups[number]) < room.texts and used[number] + sizes[index] <= room.size
        ]
        if not open_ones:
            return None
        chosen = (max if fullest_first else min)(open_ones, key=used.__getitem__)
        groups[chosen].append(index)
        used[chosen] += sizes[index]
    return groups
