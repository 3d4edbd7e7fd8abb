"""Words twice, full-width and invisible signs, nothing at all, too much, and another wording."""

import re
from random import Random

from translations.checks.pair import Pair
from translations.checks.seeding.places import anywhere, replaced, words
from translations.checks.seeding.sample import Deck, Kind, Sample, kind
from translations.segments.placeholders import plain

_PARTICLE = re.compile(
    r"(?<=[\u4e00-\u9fff\u30a1-\u30fa\u30fc])(を|が|は|に|の|で|と|も|から|まで)(?=[\u4e00-\u9fff\u30a1-\u30fa])"
)
_IN_USUAL_WIDTH = re.compile(r"[0-9]+|[A-Za-z]+")
_SHORT = 4
_HIDDEN = "\u0000\u0007\u0008\u000b\u001b\u007f\u0085\u200b\u200d\u2028\u202e\u2060\ufeff\ufffd\ue000\u00ad"
_NOTHING = ("", " ", "\u00a0", "\u3000", "\u200b", "…", "-", ".", "<1></1>", "\n")


def _twice(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    target, language = sample.pair.target, sample.language
    if language == "ja":
        # Beside more of the same script, a repeated compound may be another word.
        found = [*_PARTICLE.finditer(target), *words(target, language)]
        between = ""
    else:
        found, between = words(target, language), " "
    if not found:
        return None
    at = random.randrange(len(found))
    one = found[at]
    again = one[0]
    if language == "en" and random.random() < 1 / 4:
        again = again.lower()
    following = found[at + 1 : at + 2]
    if language != "ja" and following and following[0].start() == one.end() + 1 and random.random() < 1 / 3:
        phrase = target[one.start() : following[0].end()]
        return sample.broken(f"{target[: one.start()]}{phrase} {target[one.start() :]}")
    return sample.broken(f"{target[: one.end()]}{between}{again}{target[one.end() :]}")


def _full_width(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    text = re.sub(r"</?\d+/?>", lambda match: "\0" * len(match[0]), sample.pair.target)
    found = list(_IN_USUAL_WIDTH.finditer(text))
    if not found:
        return None
    one = random.choice(found)
    signs = list(one[0])
    wide = range(len(signs)) if random.random() < 1 / 2 else [random.randrange(len(signs))]
    for at in wide:
        signs[at] = chr(ord(signs[at]) + 0xFEE0)
    return sample.broken(replaced(sample.pair.target, one, "".join(signs)))


def _hidden(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    at = anywhere(sample.pair.target, random)
    return sample.broken(f"{sample.pair.target[:at]}{random.choice(_HIDDEN)}{sample.pair.target[at:]}")


def _nothing(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    return sample.broken(random.choice(_NOTHING))


def _too_long(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    pair = sample.pair
    longer = f"{pair.target} {deck.another(random, sample).pair.target}"
    over = random.randint(1, len(plain(longer)) - len(plain(pair.target)))
    return Pair(pair.language, pair.source, longer, longest=len(plain(longer)) - over)


def _another_wording(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    pair = sample.pair
    found = words(pair.target, pair.language)
    # A word or two may well be called otherwise elsewhere.
    if len(plain(pair.source).split()) < _SHORT or not found[1:]:
        return None
    one = random.choice(found)
    targets = [
        replaced(pair.target, one, ""),
        replaced(pair.target, one, deck.word(random, sample)),
        deck.another(random, sample).pair.target,
    ]
    target = random.choice(targets)
    if target == pair.target:
        return None
    return Pair(pair.language, pair.source, target, also=(pair.target,))


KINDS: tuple[Kind, ...] = (
    kind("a word twice", "doubled", _twice),
    kind("full-width digits or letters", "width", _full_width),
    kind("an invisible character", "control", _hidden),
    kind("no words", "empty", _nothing),
    kind("too long for its field", "length", _too_long),
    kind("the same text translated otherwise", "consistency", _another_wording),
)
