"""A name of the glossary in the place of another."""

import re

from translations.checks.pair import ExpectedTerm
from translations.repair import korean
from translations.repair.words import Edit, Words

_ARTICLE = re.compile(r"(?<![A-Za-z])(?P<article>an?|the) $", re.IGNORECASE)
_VOWELS = "aeiou"


def renamed(old: ExpectedTerm, new: ExpectedTerm, target: Words, language: str) -> list[Edit] | None:
    """Return the edits that say *new* where *target* says *old*; None unless it says it exactly once."""
    start = target.text.find(old.wanted)
    end = start + len(old.wanted)
    if not old.wanted or start < 0 or target.text.count(old.wanted) != 1:
        return None
    edit = Edit(start, end, new.wanted)
    if language == "en":
        return [edit] if _fits_in_english(old.wanted, new.wanted, target.text, edit) else None
    if language == "ko":
        if target.text[start - 1 : start].isalnum():
            return None
        return with_particle(edit, target)
    return [edit]


def with_particle(edit: Edit, target: Words) -> list[Edit] | None:
    """Return *edit* and, where a Korean particle behind it takes another form, the edit of that."""
    following = target.text[edit.end :]
    found = korean.particle(target.text[edit.start : edit.end], edit.text, following)
    if found is None:
        return None
    start, end, text = found
    if start == end or following[start:end] == text:
        return [edit]
    return [edit, Edit(edit.end + start, edit.end + end, text)]


def _fits_in_english(old: str, new: str, text: str, edit: Edit) -> bool:
    is_whole = not text[edit.start - 1 : edit.start].isalnum() and not text[edit.end : edit.end + 1].isalnum()
    if not is_whole or not (old[0].isupper() and new[0].isupper()):
        # A common noun has a number, and other words agree with it.
        return False
    if old.casefold().startswith("the ") != new.casefold().startswith("the "):
        return False
    article = _ARTICLE.search(text[: edit.start])
    if article is None:
        return True
    if article["article"].lower() == "the":
        # Whether a name takes an article depends on the kind of place it names.
        return not _ends(old).isdisjoint(_ends(new))
    return (old[0].lower() in _VOWELS) == (new[0].lower() in _VOWELS)


def _ends(name: str) -> set[str]:
    """Return the first and the last word, of which one says what kind of thing is named."""
    first, *_between = words = name.split()
    return {first, words[-1]}
