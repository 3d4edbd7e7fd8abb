"""Sentences in the register of a newspaper or a friend."""

import re
from random import Random

from translations.checks.pair import Pair
from translations.checks.seeding.sample import Deck, Kind, Sample, kind

_JAPANESE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"でした。", ("だった。", "であった。")),
    (r"です。", ("だ。", "である。")),
    (r"(?<=[\u4e00-\u9fff])しています。", ("している。", "しているのだ。")),
    (r"ています。", ("ている。",)),
    (r"ていました。", ("ていた。",)),
    (r"(?<=[\u4e00-\u9fff]{2})しました。", ("した。",)),
    (r"(?<=[\u4e00-\u9fff]{2})します。", ("する。", "するのである。")),
    (r"されました。", ("された。",)),
    (r"されます。", ("される。",)),
    (r"れます。", ("れる。",)),
    (r"れました。", ("れた。",)),
    (r"あります。", ("ある。",)),
    (r"ありました。", ("あった。",)),
    (r"ありません。", ("ない。",)),
    (r"できます。", ("できる。",)),
    (r"なります。", ("なる。", "なるのだ。")),
    (r"なりました。", ("なった。",)),
    (r"行います。", ("行う。",)),
    (r"でしょう。", ("だろう。",)),
    (r"えます。", ("える。",)),
    (r"けます。", ("ける。",)),
    (r"べます。", ("べる。",)),
    (r"めます。", ("める。",)),
    (r"ります。", ("る。",)),
)
_JONGSEONG_B, _JONGSEONG_N, _SYLLABLES, _JONGSEONG = 17, 4, 0xAC00, 28
_KOREAN = re.compile(r"([가-힣])니다\.")


def _in_japanese(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    target = sample.pair.target
    # A text that notes an item of a list down may be in the dictionary form.
    if sample.pair.source[0].islower() or sample.pair.source.startswith("<1>"):
        return None
    places = [
        (match, plainly)
        for pattern, forms in _JAPANESE
        for match in re.finditer(pattern, target)
        for plainly in forms
    ]
    if not places:
        return None
    one, plainly = random.choice(places)
    return sample.broken(f"{target[: one.start()]}{plainly}{target[one.end() :]}")


def _in_korean(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    target = sample.pair.target
    found = list(_KOREAN.finditer(target))
    if not found:
        return None
    one = random.choice(found)
    said = random.choice(_plainly(one[1], target[max(0, one.start() - 1) : one.start()]))
    return sample.broken(f"{target[: one.start()]}{said}{target[one.end() :]}")


def _plainly(syllable: str, before: str) -> list[str]:
    """Return the last syllable of 합니다, 입니다 and the like as 한다, 이다, 해요 and the like."""
    if syllable == "습":
        is_adjective = before in "었았했였겠있없높많"
        return ["다.", "어요."] if is_adjective else ["는다.", "어요."]
    forms = {"합": ["한다.", "해요."], "입": ["이다.", "이에요.", "이야."], "됩": ["된다.", "돼요."]}
    if syllable in forms:
        return forms[syllable]
    code = ord(syllable) - _SYLLABLES
    if code % _JONGSEONG != _JONGSEONG_B:
        return ["다."]
    return [f"{chr(_SYLLABLES + code - _JONGSEONG_B + _JONGSEONG_N)}다."]


KINDS: tuple[Kind, ...] = (
    kind("である for です・ます", "register", _in_japanese, ("ja",)),
    kind("한다 or 해요 for 합니다", "register", _in_korean, ("ko",)),
)
