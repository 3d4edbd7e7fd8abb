"""Translations by machine that say nothing and pass every check, for tests of what becomes of them.

Each word becomes an invented one in the letters of the language, the same one each time.
Placeholders, figures, addresses and marks stay where they are. Units are words like any other,
so a source with quantities or dates in it (*15 tỷ đồng*) needs a translation by hand.
"""

import hashlib
import re

_SYLLABLES = {
    "en": "bra dre fla gri klo mur nel pra stu vel".split(),
    "ja": list("ラリルレロナヌネノマ"),
    "ko": list("나라마바하노로모보호"),
}
_SYLLABLES_A_WORD = 4
_ADDRESS_OR_WORD = re.compile(r"(?P<address>https?://[^\s<]+|\S+@\S+)|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FULL_STOP = re.compile(r"\.(?=[\s<]|$)")


def sound(source: str, language: str) -> str:
    """Return a text for *source* in ``en``, ``ja`` or ``ko`` that can be approved."""
    said = _ADDRESS_OR_WORD.sub(lambda found: found["address"] or _invented(found[0], language), source)
    return _FULL_STOP.sub("。", said) if language == "ja" else said


def _invented(word: str, language: str) -> str:
    digest = hashlib.blake2s(word.encode()).digest()
    syllables = _SYLLABLES[language]
    return "".join(syllables[byte % len(syllables)] for byte in digest[:_SYLLABLES_A_WORD])
