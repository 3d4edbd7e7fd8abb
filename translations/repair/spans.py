"""Where two Vietnamese texts differ, when they differ in facts and names alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translations.checks.facts.comparison import facts_in
from translations.checks.facts.fact import Fact
from translations.checks.pair import ExpectedTerm
from translations.repair.words import Words

_FACT, _NAME = "\x01", "\x02"


@dataclass(frozen=True)
class Span:
    """A stretch of words that says facts, or that is a name of the glossary.

    Several facts share one stretch in ``10-15 triệu`` and ``quý IV/2027``.
    """

    start: int
    end: int
    text: str
    facts: tuple[Fact, ...] = ()
    name: ExpectedTerm | None = None

    @property
    def masked(self) -> tuple[int, int, str]:
        """The span as `Words.masked` takes it."""
        return self.start, self.end, _NAME if self.name else _FACT


def fact_spans(words: Words, facts: Sequence[Fact]) -> list[Span]:
    """Return where the firm ones of *facts* are said, in order; those around a placeholder are left out."""
    by_place: dict[tuple[int, str], list[Fact]] = {}
    for fact in facts:
        if not fact.weak:
            by_place.setdefault((fact.start, fact.text), []).append(fact)
    found = []
    for (start, text), said in by_place.items():
        # The text of a fact is stripped, its place is that of the whole match.
        first = words.text.find(text, start)
        if words.is_whole(first, first + len(text)):
            found.append(Span(first, first + len(text), text, tuple(said)))
    return found


def _name_spans(words: Words, names: Sequence[ExpectedTerm]) -> Iterator[Span]:
    text = words.text.casefold()
    if len(text) != len(words.text):
        return
    taken: list[tuple[int, int]] = []
    for name in sorted(names, key=lambda one: len(one.vietnamese), reverse=True):
        wanted = name.vietnamese.casefold()
        start = text.find(wanted)
        while wanted and start >= 0:
            end = start + len(wanted)
            is_free = not any(start < last and first < end for first, last in taken)
            if is_free and _is_whole_word(text, start, end) and words.is_whole(start, end):
                taken.append((start, end))
                yield Span(start, end, words.text[start:end], name=name)
            start = text.find(wanted, end)


def _is_whole_word(text: str, start: int, end: int) -> bool:
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


def _spans(words: Words, names: Sequence[ExpectedTerm]) -> list[Span]:
    named = list(_name_spans(words, names))
    facts = [
        span
        for span in fact_spans(words, facts_in(words.text, "vi"))
        if not any(span.start < name.end and name.start < span.end for name in named)
    ]
    return sorted([*named, *facts], key=lambda span: span.start)


def aligned(old: Words, new: Words, names: Sequence[ExpectedTerm]) -> list[tuple[Span, Span]] | None:
    """Return the facts and names of two texts side by side; None where anything else differs too.

    The names are only looked for where the facts alone do not explain the difference.
    """
    for known in ((), names) if names else ((),):
        mine, theirs = _spans(old, known), _spans(new, known)
        if old.masked(span.masked for span in mine) == new.masked(span.masked for span in theirs):
            return list(zip(mine, theirs, strict=True))
    return None
