"""A pseudo-translation: every word replaced by an invented one in the target's script.

The same word always becomes the same invention, digits and punctuation stay, tags stay.
"""

import hashlib
import html
import re

MARKS = {"EN-GB": "[Tr]", "EN-US": "[Tr]", "JA": "【訳】", "KO": "【역】"}
_SYLLABLES = {
    "EN-GB": "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te".split(),
    "JA": list("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"),
    "KO": list("가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주"),
}
_SYLLABLES["EN-US"] = _SYLLABLES["EN-GB"]
_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f])*")
_TAG = re.compile(r"(<[^<>]*>)")


def translated(markup: str, target: str) -> str:
    """Return HTML *markup* with its words replaced for DeepL's *target* code, behind the target's mark."""
    return MARKS[target] + "".join(
        piece if piece.startswith("<") else html.escape(_words(html.unescape(piece), target), quote=False)
        for piece in _TAG.split(markup)
    )


def letters(markup: str) -> str:
    """Return the text of HTML *markup*, which is what DeepL bills."""
    return html.unescape(_TAG.sub("", markup))


def _words(text: str, target: str) -> str:
    return _WORD.sub(lambda word: _invented(word[0], target), text)


def _invented(word: str, target: str) -> str:
    digest = hashlib.blake2s(word.lower().encode()).digest()
    syllables = _SYLLABLES[target]
    count = max(1, min(4, len(word) // 2 + 1))
    made = "".join(syllables[byte % len(syllables)] for byte in digest[:count])
    return made.capitalize() if word[0].isupper() else made
