"""Repairing approved targets whose source changed in facts and names alone."""

from dataclasses import dataclass

from translations.checks.pair import ExpectedTerm, Language
from translations.enums import Origin, UnitState
from translations.models import Unit
from translations.operations.expected_terms import ExpectedTerms
from translations.repair.repair import repair
from translations.segments.segment import digest

_SCORE = 100.0


@dataclass(frozen=True)
class Approved:
    """The two texts that a unit's approval is for."""

    source: str
    target: str


class Repairs:
    """The repairs of one edition; the glossary is read at most once, and only where something is repaired."""

    def __init__(self, language: Language, terms: ExpectedTerms) -> None:
        """Args: terms: the glossary, which the editions of an object share."""
        self._language = language
        self._terms = terms

    def text(self, known: Approved, source: str) -> str | None:
        """Return the approved target with the facts and names of *source*, if it can be had for sure."""
        names: dict[str, ExpectedTerm] = {}
        for each in (known.source, source):
            names |= {term.vietnamese: term for term in self._terms.of(each, self._language)}
        return repair(
            old_source=known.source,
            old_target=known.target,
            new_source=source,
            language=self._language,
            terms=list(names.values()),
        )

    def mend(self, unit: Unit, known: Approved) -> bool:
        """Repair *unit* from what was approved, or give it back that text to be worked on.

        Only a repair that can be undone is kept: the approved text is stored nowhere else, and
        the next change of the source is compared with it.
        """
        text = self.text(known, unit.source)
        if text is not None and self.text(Approved(unit.source, text), known.source) == known.target:
            unit.target, unit.origin, unit.score = text, Origin.REPAIR, _SCORE
            return True
        unit.target = known.target
        return leave_repair(unit)


def approved_text(unit: Unit, repairs: Repairs) -> Approved | None:
    """Return what was approved last, if the unit's target still is that or a repair of it.

    A person who edited or returned the unit has taken it on: there is nothing to repair then.
    """
    source = unit.source if unit.state == UnitState.APPROVED else unit.previous_source
    if not source or not unit.approved_source_hash or digest(source) != unit.approved_source_hash:
        return None
    target: str | None = unit.target
    if unit.origin == Origin.REPAIR and unit.state != UnitState.APPROVED:
        target = repairs.text(Approved(unit.source, unit.target), source)
    if target is None or digest(target) != unit.approved_target_hash:
        return None
    return Approved(source, target)


def leave_repair(unit: Unit) -> bool:
    """Say of a target that is no repair for its present source where it came from; whether that changed."""
    if unit.origin != Origin.REPAIR:
        return False
    written = Origin.PERSON if unit.edited_by_id else Origin.MEMORY
    unit.origin = Origin.ENGINE if unit.target == unit.machine_text else written
    unit.score = None
    return True
