"""The words of a segment as facts are read in them, and where each stands in the segment's text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translations.checks.facts.scanning import plain
from translations.segments.placeholders import tokens

_usual_form = lru_cache(maxsize=4096)(plain)


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for those from *start* to *end*, places in `Words.text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Words:
    """A segment's text and its words.

    Attributes:
        raw: the text with placeholders.
        text: what `plain` makes of it; facts count their places in this.
        places: where each character of *text* begins and ends in *raw*.
        marks: the placeholders, each with the place in *text* that it stands before.
    """

    raw: str
    text: str
    places: Sequence[tuple[int, int]]
    marks: Sequence[tuple[int, str]]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether no placeholder stands between *start* and *end*."""
        return not any(start < place < end for place, _mark in self.marks)

    def masked(self, spans: Iterable[tuple[int, int, str]]) -> str:
        """Return the text with placeholders, and with a sign for each span: start, end, sign."""
        pieces, at = [], 0
        for start, end, sign in sorted(spans):
            pieces += [self._marked(at, start), sign]
            at = end
        return "".join([*pieces, self._marked(at, len(self.text) + 1)])

    def _marked(self, start: int, end: int) -> str:
        """Return the words from *start* to *end* with the placeholders before, between and after them."""
        pieces, at = [], start
        for place, mark in self.marks:
            if start <= place <= end:
                pieces += [self.text[at:place], mark]
                at = place
        return "".join([*pieces, self.text[at:end]])

    def patched(self, edits: Iterable[Edit]) -> str | None:
        """Return the segment's text after *edits*; None where it reads otherwise than it is written."""
        raw, last = self.raw, len(self.text)
        for edit in sorted(edits, key=lambda one: one.start, reverse=True):
            start, end = self.places[edit.start][0], self.places[edit.end - 1][1]
            if edit.end > last or self.raw[start:end] != self.text[edit.start : edit.end]:
                return None
            raw, last = raw[:start] + edit.text + raw[end:], edit.start
        return raw


def read(raw: str) -> Words | None:
    """Return the words of a segment; None where places in them cannot be told for sure."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    marks: list[tuple[int, str]] = []
    at = 0
    for token in tokens(raw):
        if not isinstance(token, str):
            marks.append((len(letters), str(token)))
            at += len(str(token))
            continue
        if "<" in token:
            return None
        for letter in token:
            form = _usual_form(letter)
            if form == " " and letters and letters[-1] == " ":
                # Spaces in a row are read as one.
                places[-1] = (places[-1][0], at + 1)
            else:
                letters += form
                places += [(at, at + 1)] * len(form)
            at += 1
    text = "".join(letters)
    return Words(raw, text, places, marks) if text == plain(raw) else None
