"""The judgement on a whole reply: whether its texts stand in the order of their sources.

A text in another's place is sound by itself; only what it says gives it away.
"""

from collections.abc import Sequence

from translations.checks.facts.comparison import compare, facts_in
from translations.engines.protocol import Language
from translations.segments.placeholders import problems

_ENOUGH = 2
"""One text with another's facts may be an engine's mistake; two that stand in each other's places are not."""

_LONGEST = 2_000
"""Characters of the longest text that is read: reading facts takes a square of the longest word's length."""


def is_reordered(sources: Sequence[str], targets: Sequence[str], language: Language) -> bool:
    """Tell whether several *targets*, which stand in the places of *sources*, belong to other ones.

    Such a target contradicts its own source in numbers, dates or document names, and agrees,
    placeholders included, with a source that says some and whose own target contradicts it
    too. Where all texts say the same or none, nothing gives the order away.
    """
    contradicted = [
        index
        for index, (source, target) in enumerate(zip(sources, targets, strict=True))
        if max(len(source), len(target)) <= _LONGEST and not _agree(source, target, language)
    ]
    telling = [index for index in contradicted if _says_facts(sources[index])]
    misplaced = 0
    for index in contradicted:
        others = (sources[other] for other in telling if other != index)
        if any(_belong(source, targets[index], language) for source in others):
            misplaced += 1
        if misplaced >= _ENOUGH:
            return True
    return False


def _says_facts(source: str) -> bool:
    return any(not fact.weak for fact in facts_in(source, "vi"))


def _agree(source: str, target: str, language: Language) -> bool:
    return compare(source, target, language).agrees


def _belong(source: str, target: str, language: Language) -> bool:
    return not problems(source, target) and _agree(source, target, language)
