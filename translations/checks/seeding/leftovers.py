"""Vietnamese left in a translation: a word, a phrase, a sentence, all of it."""

import re
import unicodedata
from random import Random

from translations.checks.pair import Pair
from translations.checks.seeding.places import replaced, words
from translations.checks.seeding.sample import Deck, Kind, Sample, kind
from translations.segments.placeholders import plain

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = {
    "en": re.compile(r"(?<=[.!?]) "),
    "ja": re.compile(r"(?<=[。！？])"),
    "ko": re.compile(r"(?<=[.!?]) "),
}
_SENTENCE_LENGTH = 4
_SPECIAL = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


def _word(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    # A word that approved texts have may be a word of their language, and prove nothing.
    left = [
        word
        for word in _WORD.findall(plain(sample.pair.source))
        if len(word) > 1 and word[0].islower() and word not in deck.vocabulary
    ]
    places = words(sample.pair.target, sample.language)
    if not left or not places:
        return None
    return sample.broken(replaced(sample.pair.target, random.choice(places), random.choice(left)))


def _phrase(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    source = [word for word in re.split(r"\s+", plain(sample.pair.source)) if word]
    places = words(sample.pair.target, sample.language)
    length = random.randint(2, 5)
    phrases = [" ".join(source[at : at + length]) for at in range(len(source) - length + 1)]
    phrases = [phrase for phrase in phrases if phrase[0].islower() and _SPECIAL.search(phrase)]
    if not phrases or not places:
        return None
    return sample.broken(
        replaced(sample.pair.target, random.choice(places), random.choice(phrases).rstrip(".,;:"))
    )


def _sentence(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    source = [
        part
        for part in re.split(r"(?<=[.!?]) ", plain(sample.pair.source))
        if len(part.split()) >= _SENTENCE_LENGTH
    ]
    target = [part for part in _SENTENCE[sample.language].split(sample.pair.target) if part]
    if not source or not target[1:]:
        return None
    target[random.randrange(len(target))] = random.choice(source)
    return sample.broken(("" if sample.language == "ja" else " ").join(target))


def _all(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    source = sample.pair.source
    if plain(source) == plain(sample.pair.target) or not _SPECIAL.search(source):
        return None
    ways = [
        source,
        f"{source} ",
        source.rstrip(".;:"),
        source[0].swapcase() + source[1:],
        source.replace(" ", "\u00a0"),
    ]
    if len(re.findall(r"(?<!\S)[a-zđà-ỹ]+", source)) >= _SENTENCE_LENGTH:
        letters = unicodedata.normalize("NFD", source.replace("đ", "d").replace("Đ", "D"))
        ways.append("".join(letter for letter in letters if not unicodedata.combining(letter)))
    return sample.broken(random.choice(ways))


KINDS: tuple[Kind, ...] = (
    kind("a Vietnamese word left", "vietnamese.left", _word),
    kind("a Vietnamese phrase left", "vietnamese.left", _phrase),
    kind("a Vietnamese sentence left", "vietnamese.left", _sentence),
    kind("the Vietnamese text unchanged", "unchanged", _all),
)
