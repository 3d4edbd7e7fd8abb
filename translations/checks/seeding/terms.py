"""Terms of the glossary that are not said, and names that must not be."""

import re
from dataclasses import replace
from random import Random

from translations.checks.pair import ExpectedTerm, Pair
from translations.checks.seeding.sample import Deck, Kind, Sample, kind

_PLURAL = r"(?:s|es)?"


def _said(sample: Sample, random: Random) -> ExpectedTerm | None:
    target = sample.pair.target.casefold()
    terms = [term for term in sample.pair.terms if term.wanted.casefold() in target]
    return random.choice(terms) if terms else None


def _without(text: str, wanted: str, other: str) -> str:
    plural = _PLURAL if wanted.isascii() else ""
    return re.sub(re.escape(wanted) + plural, lambda match: other, text, flags=re.IGNORECASE)


def _lost(sample: Sample, random: Random, deck: Deck, *, locked: bool = False) -> Pair | None:
    term = _said(sample, random)
    if term is None:
        return None
    others = [
        other.wanted
        for one in deck.samples
        for other in one.pair.terms
        if term.wanted.casefold() not in other.wanted.casefold()
    ]
    wanted = term.wanted
    at = random.choice([at for at, letter in enumerate(wanted) if letter.isalpha()])
    misspelt = wanted[:at] + wanted[at + 1 :]
    target = _without(sample.pair.target, wanted, random.choice([random.choice(others), misspelt, ""]))
    folded = target.casefold()
    if wanted.casefold() in folded or not target.strip() or misspelt.casefold() + "s" == wanted.casefold():
        return None
    return replace(sample.broken(target), terms=(replace(term, locked=locked),))


def _locked(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    return _lost(sample, random, deck, locked=True)


def _forbidden(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    term = _said(sample, random)
    if term is None:
        return None
    names = [
        other.wanted
        for one in deck.samples
        for other in one.pair.terms
        if term.wanted.casefold() not in other.wanted.casefold()
        and other.wanted.casefold() not in term.wanted.casefold()
    ]
    if not names:
        return None
    name = random.choice(names)
    written = name
    if sample.language == "en":
        ways = [name, name.upper(), name.title(), f"{name}'s", f"“{name}”", name.replace(" ", "\u00a0")]
        written = random.choice([*ways, name[:-1] + "ies" if name.endswith("y") else f"{name}s"])
    pair = sample.broken(_without(sample.pair.target, term.wanted, written))
    return replace(pair, terms=(replace(term, forbidden=(name,)),))


KINDS: tuple[Kind, ...] = (
    kind("a term of the glossary missing", "term.missing", _lost),
    kind("a locked term missing", "term.missing", _locked),
    kind("a forbidden name", "term.forbidden", _forbidden),
)
