"""Reading a text from the clearest facts to the vaguest: what was read once is not read again."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from translations.checks.facts.fact import Fact, Reading

Read = Callable[[re.Match[str]], Iterable[Iterable[Reading]]]
"""Returns the facts that a match says, each with what it may mean; nothing if it is no fact after all."""

_READ = "\0"
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")
_JOINERS = re.compile(r"[\u200b-\u200d\ufeff\u00ad\0]")
_HYPHENS = re.compile(r"[\u2010-\u2015\u2212]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of facts: what it looks like and what it means."""

    pattern: re.Pattern[str]
    read: Read
    weak: bool = False
    counted: bool = False


def rule(
    pattern: str, read: Read, *, weak: bool = False, counted: bool = False, exact_case: bool = False
) -> Rule:
    """Return a rule for texts as `plain` returns them."""
    return Rule(re.compile(pattern, 0 if exact_case else re.IGNORECASE), read, weak or counted, counted)


def plain(text: str) -> str:
    """Return *text* without markup, and every digit, sign, space and dash in its usual form."""
    words = _JOINERS.sub("", _TAG.sub("", text))
    return _HYPHENS.sub("-", _SPACES.sub(" ", unicodedata.normalize("NFKC", words)))


def scan(text: str, rules: Sequence[Rule]) -> list[Fact]:
    """Return the facts in *text* (as `plain` returns it) by the first rule that reads them, in order."""
    left = text
    found: list[Fact] = []
    for one in rules:
        for match in one.pattern.finditer(left):
            start, end = match.span()
            # There is no 31st of a month 13: what cannot be read is left to the rules that follow.
            facts = [readings for said in one.read(match) if (readings := frozenset(said))]
            if facts:
                said = text[start:end].strip()
                found.extend(Fact(said, start, one_of, one.weak, one.counted) for one_of in facts)
                left = left[:start] + _READ * (end - start) + left[end:]
    return sorted(found, key=lambda fact: fact.start)
