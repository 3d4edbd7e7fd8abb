"""Korean particles: several have one form behind a consonant and another behind a vowel."""

import re

_FIRST, _LAST, _FINALS = ord("가"), ord("힣"), 28
_RIEUL = 8
# As they are read: 영 or 십, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구.
_DIGITS = {"0": 1, "1": _RIEUL, "2": 0, "3": 1, "4": 0, "5": 0, "6": 1, "7": _RIEUL, "8": _RIEUL, "9": 0}
_PAIRS = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"))
_HANGUL = "가-힣"
_PAIRED = re.compile(rf"(?P<one>[은는이가을를과와])(?![{_HANGUL}])")
_BY_MEANS = re.compile(rf"(?P<one>으로|로)(?=[^{_HANGUL}]|$|는|도|의|써|부터|서|만)")
_SAME_BEHIND_ALL = re.compile(r"의|에|도|만|까지|부터|께|보다|처럼|마다|시|군|성")
_CLOSING = re.compile(r"[’”'\"」』》〉\]]*")


def final(text: str) -> int | None:
    """Return the number of the last syllable's final consonant, 0 for a vowel; None if nobody can tell."""
    last = text[-1:]
    if last in _DIGITS:
        return _DIGITS[last]
    if last and _FIRST <= ord(last) <= _LAST:
        return (ord(last) - _FIRST) % _FINALS
    return None


def particle(old: str, new: str, following: str) -> tuple[int, int, str] | None:
    """Return how the particle behind a word changes when *new* takes the place of *old*.

    Args:
        following: the words behind it.

    Returns:
        Start and end in *following* and the other particle, with an empty text where none is
        to be changed; None where the right form cannot be told.
    """
    at = len(_CLOSING.match(following)[0])  # type: ignore[index]  # it matches the empty text too
    rest, before, after = following[at:], final(old), final(new)
    if not re.match(rf"[{_HANGUL}(（]", rest) or (before is not None and _class(before) == _class(after)):
        return 0, 0, ""
    if _SAME_BEHIND_ALL.match(rest):
        return 0, 0, ""
    if after is None:
        return None
    if found := _BY_MEANS.match(rest):
        return at, at + found.end("one"), "로" if after in (0, _RIEUL) else "으로"
    if found := _PAIRED.match(rest):
        pair = next(one for one in _PAIRS if found["one"] in one)
        return at, at + 1, pair[after == 0]
    return None


def _class(consonant: int | None) -> int | None:
    return None if consonant is None else min(consonant, 1) + (consonant == _RIEUL)
