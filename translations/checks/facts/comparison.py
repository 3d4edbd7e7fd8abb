"""Comparing the facts of a translation with those of its source, by value."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from translations.checks.facts import english, japanese, korean, vietnamese
from translations.checks.facts.claims import contradictions
from translations.checks.facts.fact import (
    CODE,
    DATE,
    FRACTION,
    LUNAR,
    NUMBER,
    RATE,
    VAGUE,
    WRITTEN,
    Fact,
    Reading,
    agree,
    day,
    lunar,
    number,
    same,
)
from translations.checks.facts.scanning import Rule, plain, scan

_RULES: Mapping[str, Sequence[Rule]] = {
    "vi": vietnamese.RULES,
    "en": english.RULES,
    "ja": japanese.RULES,
    "ko": korean.RULES,
}
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})")
_ONES = frozenset([number(1), (WRITTEN, Decimal(1))])


@dataclass(frozen=True, slots=True)
class Comparison:
    """Facts of the source that the target does not say, and facts of the target that the source does not."""

    missing: tuple[Fact, ...]
    added: tuple[Fact, ...]

    @property
    def agrees(self) -> bool:
        """Whether every fact is said on both sides."""
        return not self.missing and not self.added


def facts_in(text: str, language: str) -> list[Fact]:
    """Return the facts that *text* says, in order."""
    return scan(plain(text), _RULES[language])


def compare(source: str, target: str, language: str) -> Comparison:
    """Compare a Vietnamese *source* with its *target* in *language*."""
    here, there = facts_in(source, "vi"), facts_in(target, language)
    missing = tuple(fact for fact in here if not fact.weak and not _is_said(fact, there, here))
    added = tuple(fact for fact in there if _has_a_source(fact) and not _is_said(fact, here, there))
    others, theirs = _unsaid(here, there), _unsaid(there, here)
    for kind in (NUMBER, VAGUE, RATE, FRACTION):
        mine = [fact for fact in others if fact.kind == kind]
        found = [fact for fact in theirs if fact.kind == kind]
        if mine and found:
            # Said in words on both sides, and not the same.
            missing, added = (*missing, mine[0]), (*added, found[0])
    for said, against in contradictions(plain(source), plain(target), language):
        missing, added = (*missing, Fact(said, 0, frozenset())), (*added, Fact(against, 0, frozenset()))
    return Comparison(missing, added)


def _unsaid(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if (fact.counted or _is_one(fact)) and not _is_said(fact, others, facts)]


def _has_a_source(fact: Fact) -> bool:
    """Whether a fact of the target has to come from the source: ``1人`` and ``1つ`` are ways of speaking."""
    return not fact.weak and not _is_one(fact)


def _is_one(fact: Fact) -> bool:
    return not fact.weak and not _ONES.isdisjoint(fact.readings)


def _is_said(fact: Fact, others: Sequence[Fact], own: Sequence[Fact]) -> bool:
    """Whether the other text says *fact*; *own* are all facts of its text."""
    return (
        any(agree(fact, other) for other in others)
        or any(_is_said_in_parts(reading, others, own) for reading in fact.readings)
        or any(_is_part(fact, reading) for other in others for reading in other.readings)
    )


def _is_said_in_parts(reading: Reading, others: Sequence[Fact], own: Sequence[Fact]) -> bool:
    """Whether a date is said with its day, its month and its year in different places."""
    if reading[0] == CODE and (numbers := _of_a_slash(reading)):
        return all(
            any(same(one, number(part)) for other in others for one in other.readings) for part in numbers
        )
    if reading[0] not in (DATE, LUNAR):
        return False
    year, month, of_month = _date(reading)
    known = [one for other in others for one in other.readings]
    return (
        (not year or any(same(number(year), one) or (one[0] == DATE and one[1] == year) for one in known))
        and any(one[0] == reading[0] and _date(one)[1] == month for one in known)
        and (not of_month or any(_says_day(other, of_month, own) for other in others))
    )


def _says_day(other: Fact, of_month: int, own: Sequence[Fact]) -> bool:
    """Whether *other* says the day; a number that *own* facts say too is one of something else."""
    if not any(_is_day(reading, of_month) for reading in other.readings):
        return False
    if other.kind in (DATE, LUNAR):
        return True
    is_number = other.counted or not other.weak
    return is_number and not any(agree(mine, other) for mine in own)


def _is_part(fact: Fact, reading: Reading) -> bool:
    """Whether *fact* is a part of the date, or of the 7/9, that *reading* means."""
    if reading[0] == CODE:
        return any(same(one, number(part)) for one in fact.readings for part in _of_a_slash(reading))
    if reading[0] not in (DATE, LUNAR):
        return False
    year, month, of_month = _date(reading)
    parts = {number(year), number(of_month), day(0, month, of_month), day(year, month), lunar(0, of_month)}
    return any(same(one, part) for one in fact.readings for part in parts - {number(0), lunar(0, 0)})


def _of_a_slash(reading: Reading) -> list[int]:
    """Return both numbers of ``7/9``, which may be said as seven of nine."""
    found = _SLASHED.fullmatch(str(reading[1]))
    return [int(found[1]), int(found[2])] if found else []


def _is_day(reading: Reading, of_month: int) -> bool:
    return same(reading, number(of_month)) or (reading[0] in (DATE, LUNAR) and _date(reading)[2] == of_month)


def _date(reading: Reading) -> tuple[int, int, int]:
    """Return year, month and day of a date of either calendar."""
    _kind, *numbers = reading
    year, month, of_month = [0, *map(int, numbers)][-3:]
    return year, month, of_month
