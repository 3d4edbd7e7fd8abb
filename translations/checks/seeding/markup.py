"""Placeholders lost, invented and crossed."""

from random import Random

from translations.checks.pair import Pair
from translations.checks.seeding.places import PLACEHOLDER, anywhere, replaced
from translations.checks.seeding.sample import Deck, Kind, Sample, kind


def _lost(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    found = list(PLACEHOLDER.finditer(sample.pair.target))
    if not found:
        return None
    target = sample.pair.target
    if random.random() < 1 / 3:
        return sample.broken(PLACEHOLDER.sub("", target))
    return sample.broken(replaced(target, random.choice(found), ""))


def _invented(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    target = sample.pair.target
    at = anywhere(target, random)
    number = random.choice([1, 2, 3, 7])
    token = random.choice([f"<{number}>", f"</{number}>", f"<{number}/>", f"<{number}></{number}>"])
    return sample.broken(f"{target[:at]}{token}{target[at:]}")


def _crossed(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    found = list(PLACEHOLDER.finditer(sample.pair.target))
    opening = [one for one in found if "/" not in one[0]]
    if not opening:
        return None
    one = random.choice(opening)
    closing = next(other for other in found if other[0] == one[0].replace("<", "</"))
    target = sample.pair.target
    between = target[one.end() : closing.start()]
    turned = f"{closing[0]}{between}{one[0]}"
    return sample.broken(f"{target[: one.start()]}{turned}{target[closing.end() :]}")


KINDS: tuple[Kind, ...] = (
    kind("a placeholder lost", "placeholders", _lost),
    kind("a placeholder invented", "placeholders", _invented),
    kind("placeholders crossed", "placeholders", _crossed),
)
