"""Facts that no language says in its own way: decrees, addresses, telephone numbers."""

import re

from translations.checks.facts.fact import PHONE, Fact

_DIGITS = re.compile(r"\d+")
_LATIN = str.maketrans("ĐđƯư", "DdUu")


def code(old: Fact, new: Fact, said: str) -> str | None:
    """Return the code of *new* as *said* gives that of *old*: as it is, or with Latin letters."""
    if said == old.text:
        return new.text
    if said == old.text.translate(_LATIN):
        return new.text.translate(_LATIN)
    same_letters = _DIGITS.sub("", old.text) == _DIGITS.sub("", new.text)
    if not same_letters or _DIGITS.findall(said) != _DIGITS.findall(old.text):
        return None
    numbers = iter(_DIGITS.findall(new.text))
    return _DIGITS.sub(lambda _match: next(numbers), said)


def phone(old: Fact, new: Fact, said: str) -> str | None:
    """Return the number of *new* with the spaces, and the country's prefix, that *said* has."""
    before, after = _number(old), _number(new)
    in_groups = re.sub(r"\d", "0", old.text) == re.sub(r"\d", "0", new.text)
    places = [match.start() for match in re.finditer(r"\d", said)]
    national = len(before) - (1 if before.startswith("0") else 0)
    replaced = places[-national:]
    if not in_groups or len(before) != len(after) or len(replaced) != national:
        return None
    if before[-national:] != "".join(said[place] for place in replaced):
        return None
    letters = list(said)
    for place, digit in zip(replaced, after[-national:], strict=True):
        letters[place] = digit
    return "".join(letters)


def _number(fact: Fact) -> str:
    return next(str(reading[1]) for reading in fact.readings if reading[0] == PHONE)
