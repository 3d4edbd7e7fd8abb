"""Which words a text holds, and what two spellings of a word have in common.

``content/static/portal/search.js`` does the same to what a reader types; its functions
have the same names, and a test holds the two together.
"""

import re
from itertools import pairwise
from operator import add
from unicodedata import normalize

# Scripts that set no space where a word ends: kana, ideographs and Hangul. A Korean
# compound is written as one word, so its parts are found as in Japanese: by pairs.
_KANA = "ぁ-ゖゝ-ゟァ-ヺー-ヿ"
_SYLLABIC = "々〆㐀-䶿一-鿿가-힣\U00020000-\U0003ffff"

_RUN = re.compile(f"[{_KANA}{_SYLLABIC}]+")
_SINGLE = re.compile(f"[{_SYLLABIC}]")
_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_MARKS = re.compile("[\u0300-\u036f]+")
_MARKED = range(0x80, 0x2000)
"""Where Unicode has letters with such a mark, and the marks themselves."""
_WITHOUT = {code: normalize("NFC", _MARKS.sub("", normalize("NFD", chr(code)))) for code in _MARKED}
_FOLDED = _WITHOUT | {ord("đ"): "d"}


def plain(text: str) -> str:
    """Return *text* in one form of Unicode, in small letters, without web addresses."""
    return _ADDRESS.sub(" ", normalize("NFKC", text).lower())


def fold(word: str) -> str:
    """Return a word of plain text without its marks: ``đền`` becomes ``den``.

    The marks of kana and the parts of Hangul stay: they make other sounds, not other spellings.
    """
    return word.translate(_FOLDED)


def tokens(text: str, *, pairs: bool) -> list[str]:
    """Return what plain *text* is found by, each token as often as it stands there.

    A word of letters is one token. Of a run without spaces it is every two neighbours, and
    every ideograph and Hangul syllable alone.

    Args:
        pairs: also two neighbouring words of a line. Vietnamese writes a space after each
            syllable, so that its words are such pairs.
    """
    found: list[str] = []
    for run in _RUN.findall(text):
        found += _SINGLE.findall(run)
        found += map(add, run, run[1:])
    for line in _RUN.sub(" ", text).split("\n"):
        words = _WORD.findall(line)
        found += words
        if pairs:
            found += map(" ".join, pairwise(words))
    return found
