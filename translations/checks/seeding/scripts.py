"""Letters and whole texts of another language."""

import re
from random import Random

from translations.checks.pair import Pair
from translations.checks.seeding.places import replaced, words
from translations.checks.seeding.sample import Deck, Kind, Sample, kind

_OF_LANGUAGE = {
    "ja": re.compile(
        r"[\u3041-\u30fc\u4e00-\u9fff]*[\u3041-\u3096\u30a1-\u30fa][\u3041-\u30fc\u4e00-\u9fff]*"
    ),
    "ko": re.compile(r"[가-힣]{2,}"),
}
_OF_CHINA = ("发展", "产业", "园区", "旅游", "经济", "传统", "历史", "项目", "农业", "优惠")
_LOOKS_LATIN = dict(zip("aeopcxyABCEHKMOPT", "аеорсхуАВСЕНКМОРТ", strict=True))


def _words(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    """Put in a word of one of the other languages, of Chinese, or with Cyrillic letters."""
    target = sample.pair.target
    places = words(target, sample.language)
    if not places:
        return None
    others = [
        word
        for language, text in sample.others.items()
        for word in _OF_LANGUAGE.get(language, re.compile("(?!)")).findall(text)
    ]
    place = random.choice(places)
    kinds = [random.choice(_OF_CHINA), *others[:1]]
    if others:
        kinds.append(random.choice(others))
    if sample.language == "en" and set(place[0]) & _LOOKS_LATIN.keys():
        letter = random.choice(sorted(set(place[0]) & _LOOKS_LATIN.keys()))
        kinds.append(place[0].replace(letter, _LOOKS_LATIN[letter], 1))
    return sample.broken(replaced(target, place, random.choice(kinds)))


def _text(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    """Put the text of another language in the place of this one."""
    texts = [
        text
        for language, text in sorted(sample.others.items())
        # A text without a word of its own language may be right in every language: “GRDP”, “33.3 km”.
        if re.search(
            r"[가-힣\u3041-\u30fa\u4e00-\u9fff]" if language != "en" else r"(?<![\w.])[a-z]{4,}", text
        )
        and text != sample.pair.target
    ]
    return sample.broken(random.choice(texts)) if texts else None


KINDS: tuple[Kind, ...] = (
    kind("a word in another script", "script.foreign", _words),
    kind("the text of another language", "script.foreign script.missing", _text),
)
