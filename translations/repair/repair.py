"""Patching an approved translation when its source changed in facts and names alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from translations.checks.facts.comparison import compare, facts_in
from translations.checks.facts.fact import CODE, NUMBER, Fact, agree, same
from translations.checks.pair import ExpectedTerm, Language
from translations.repair.amounts import Place, beside_the_number, bounds
from translations.repair.names import renamed, with_particle
from translations.repair.rendering import RENDERERS
from translations.repair.spans import Span, aligned, fact_spans
from translations.repair.words import Edit, Words, read
from translations.segments import placeholders

_ENDS = 2

# More than a reviewer checks at a glance; and every change is looked for among all facts.
_MOST_CHANGES = 20


def repair(
    *,
    old_source: str,
    old_target: str,
    new_source: str,
    language: Language,
    terms: Sequence[ExpectedTerm] = (),
) -> str | None:
    """Return *old_target* with the facts and names of *new_source*; None where it has to be translated anew.

    The sources have to be the same but for facts and for the names in *terms*, and the old
    translation has to say what changed in exactly one place, in a form that is surely right
    with the new value too. What comes back says every fact of the new source, and keeps
    every other word of the old translation, and its placeholders.
    """
    old, new, target = read(old_source), read(new_source), read(old_target)
    if old is None or new is None or target is None:
        return None
    pairs = aligned(old, new, terms)
    if pairs is None or sum(before.text != after.text for before, after in pairs) > _MOST_CHANGES:
        return None
    patient = _Patient(old, target, language, pairs)
    edits = patient.edits()
    text = target.patched(edits) if edits is not None else None
    if edits is None or text is None or placeholders.problems(new_source, text):
        return None
    if not compare(new_source, text, language).agrees or not _only_edits_differ(patient, edits, text):
        return None
    return text


def _only_edits_differ(patient: "_Patient", edits: Sequence[Edit], text: str) -> bool:
    """Whether the repaired text says the facts that the old one did, but for those that were edited."""
    after = read(text)
    if after is None or any(before.name for before, _after in patient.pairs):
        return after is not None
    mine, theirs = patient.said, fact_spans(after, facts_in(after.text, patient.language))
    return len(mine) == len(theirs) and all(
        one.text == other.text or any(edit.start < one.end and one.start < edit.end for edit in edits)
        for one, other in zip(mine, theirs, strict=True)
    )


@dataclass(frozen=True)
class _Patient:
    """A translation, and the spans of its source before and after."""

    source: Words
    target: Words
    language: Language
    pairs: Sequence[tuple[Span, Span]]

    @cached_property
    def said(self) -> list[Span]:
        return fact_spans(self.target, self._facts)

    @cached_property
    def _facts(self) -> list[Fact]:
        return facts_in(self.target.text, self.language)

    @cached_property
    def _facts_of_source(self) -> list[Fact]:
        return facts_in(self.source.text, "vi")

    def edits(self) -> list[Edit] | None:
        """Return everything that has to change in the translation; None if it cannot be told."""
        edits: dict[tuple[int, int], Edit] = {}
        for before, after in self.pairs:
            found = self._of_pair(before, after) if before.text != after.text else []
            if found is None:
                return None
            for edit in found:
                if edits.setdefault((edit.start, edit.end), edit) != edit:
                    return None
        ordered = sorted(edits.values(), key=lambda one: one.start)
        crossed = any(one.end > other.start for one, other in pairwise(ordered))
        return None if crossed else ordered

    def _of_pair(self, before: Span, after: Span) -> list[Edit] | None:
        if before.name is not None and after.name is not None:
            if before.name.vietnamese == after.name.vietnamese:
                return []
            others = [one.name.wanted for one, _other in self.pairs if one.name and one is not before]
            if any(before.name.wanted in wanted for wanted in others):
                # Said once for both, or as a part of the other: nobody knows which is meant.
                return None
            return renamed(before.name, after.name, self.target, self.language)
        if len(before.facts) != len(after.facts):
            return None
        if len(before.facts) == _ENDS and (ranges := list(self._ranges(before))):
            return self._of_range(before, after, ranges)
        edits: list[Edit] = []
        for old, new in zip(before.facts, after.facts, strict=True):
            found = [] if old.readings == new.readings and _same_thing(old, new) else self._of_fact(old, new)
            if found is None:
                return None
            edits += found
        return edits

    def _ranges(self, span: Span) -> Iterator[Span]:
        for said in self.said:
            if len(said.facts) == _ENDS and all(map(agree, span.facts, said.facts)):
                yield said

    def _of_range(self, before: Span, after: Span, ranges: Sequence[Span]) -> list[Edit] | None:
        if len(ranges) != 1 or not all(self._is_only(fact, 1) for fact in before.facts):
            return None
        place = Place(self.target, ranges[0].start, ranges[0].text, self.language)
        return self._attached(bounds(before.text, after.text, place), ranges[0])

    def _of_fact(self, old: Fact, new: Fact) -> list[Edit] | None:
        found = [(span, fact) for span in self.said for fact in span.facts if agree(old, fact)]
        if not found or not self._is_only(old, len(found)) or not self._is_one_change(old, new):
            return None
        edits: list[Edit] = []
        for span, fact in found:
            changed = self._attached(self._rendered(old, new, span, fact), span)
            if changed is None:
                return None
            edits += changed
        return edits

    def _is_only(self, old: Fact, times: int) -> bool:
        """Whether source and target both say what *old* says *times* times, and nowhere in words."""
        here = [fact for fact in self._facts_of_source if _may_be_meant(fact) and agree(old, fact)]
        there = [fact for fact in self._facts if agree(old, fact)]
        firm = [fact for fact in there if not fact.weak]
        explained = any(fact.weak and agree(old, fact) for fact in self._facts_of_source)
        return len(here) == len(firm) == times and (len(there) == len(firm) or explained)

    def _is_one_change(self, old: Fact, new: Fact) -> bool:
        """Whether everything in the source that says *old* now says *new*."""
        return all(
            two.readings == new.readings
            for before, after in self.pairs
            for one, two in zip(before.facts, after.facts, strict=False)
            if agree(old, one)
        )

    def _rendered(self, old: Fact, new: Fact, span: Span, said: Fact) -> list[Edit] | None:
        for kind in RENDERERS:
            if _share(old, said, kind):
                at, of = span.facts.index(said), len(span.facts)
                place = Place(self.target, span.start, span.text, self.language, at, of)
                return RENDERERS[kind](old, new, said, place)
        return None

    def _attached(self, edits: list[Edit] | None, span: Span) -> list[Edit] | None:
        """Return *edits* with the Korean particle that stands right behind the fact."""
        if edits is None or self.language != "ko":
            return edits
        found: list[Edit] = []
        for edit in edits:
            # What follows a number and is no particle is what was counted.
            attached = with_particle(edit, self.target) if edit.end == span.end else None
            found += attached or [edit]
        return found


def _may_be_meant(fact: Fact) -> bool:
    return fact.counted or not fact.weak


def _same_thing(old: Fact, new: Fact) -> bool:
    """Whether two facts of one value are of the same thing: not Congress XIII and Term XIII.

    The address of a page has one value with ``http`` and with ``https``, and is copied.
    """
    if old.kind == NUMBER:
        return beside_the_number(old.text) == beside_the_number(new.text)
    return old.kind != CODE


def _share(one: Fact, other: Fact, kind: str) -> bool:
    return any(mine[0] == kind and same(mine, theirs) for mine in one.readings for theirs in other.readings)
