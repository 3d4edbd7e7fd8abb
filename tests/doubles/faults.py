"""What can go wrong with a vendor, in an order that a test sets or in one that a seed draws."""

import random
import re
import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Literal, get_args

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
    "slow",  # serves and bills it, but answers after the double's `delay`
    "reset",  # breaks the connection off instead of answering
    "broken_off",  # bills it, then breaks the connection off in the middle of the answer
    "garbage",  # HTTP 200 with a proxy's HTML page
    "truncated",  # HTTP 200, billed, with half of the JSON
    "keys",  # HTTP 200, billed, with JSON of another shape
    "types",  # HTTP 200 with a number where a text belongs
    "short",  # one translation too few
    "extra",  # one translation too many
    "reordered",  # every text in the place of the one before it
    "drop_tag",  # every text loses a tag
    "control",  # every text gains a control character
    "script",  # every text in the script of another language
]
FAULTS: tuple[Fault, ...] = get_args(Fault)

Plan = Callable[[int], Fault | None]
"""The fault of the request with that number, counted from 1."""

_INNERMOST_PAIR = re.compile(r"<span[^<>]*>([^<]*)</span>|<img[^<>]*>")
_OTHERS = {"EN-GB": "JA", "EN-US": "JA", "JA": "KO", "KO": "JA"}


def seeded(seed: int, share: float, kinds: Sequence[Fault]) -> Plan:
    """Return a plan that draws a fault of *kinds* for a *share* of requests, the same for the same *seed*."""

    def drawn(number: int) -> Fault | None:
        chance = random.Random(f"{seed}:{number}")  # noqa: S311 (draws faults, guards no secret)
        return chance.choice(kinds) if chance.random() < share else None

    return drawn


class Ordered:
    """The faults that a double was ordered to have; *plan* decides where nothing was ordered."""

    def __init__(self) -> None:
        self.plan: Plan | None = None
        self._queue: deque[Fault | None] = deque()
        self._lock = threading.Lock()
        self._number = 0

    def order(self, kind: Fault, times: int, after: int) -> None:
        if kind not in FAULTS:
            raise ValueError(f"The double knows no fault {kind!r}; it knows {', '.join(FAULTS)}.")
        self._queue.extend([None] * after + [kind] * times)

    def call_off(self) -> None:
        self._queue.clear()
        self.plan = None

    def take(self) -> Fault | None:
        with self._lock:
            self._number += 1
            if self._queue:
                return self._queue.popleft()
            return self.plan(self._number) if self.plan else None


def spoilt(translations: list[dict[str, Any]], fault: Fault | None, target: str) -> list[dict[str, Any]]:
    """Return *translations* as the *fault* leaves them; each has a ``text``."""
    match fault:
        case "types":
            return [{**one, "text": 5} for one in translations]
        case "short":
            return translations[:-1]
        case "extra":
            return [*translations, translations[-1]]
        case "reordered":
            return [*translations[1:], translations[0]]
        case "drop_tag":
            return [{**one, "text": _INNERMOST_PAIR.sub(r"\1", one["text"], count=1)} for one in translations]
        case "control":
            return [{**one, "text": f"{one['text']}\b"} for one in translations]
        case "script":
            other = _OTHERS[target]
            return [{**one, "text": pseudo.translated(one["text"], other)} for one in translations]
    return translations
