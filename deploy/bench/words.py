"""Words for generated pages: Vietnamese of the sample articles, pseudo text in the other scripts."""

import re
from collections.abc import Iterable
from pathlib import Path
from random import Random
from zlib import crc32

from translations.segments.placeholders import Placeholder, tokens

_BODY = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"(?<=[^\x00-\x7f])[ \t]+(?=[^\x00-\x7f])")

_SYLLABLES = "an be cor dal en fi gra hol in ket lan mor nis or pel qua res sta tor un ver win".split()
_KANJI = "山川水田人口中心工業港海道文化祭教育春秋東西南北新古市町村寺塔門石木金米魚船車橋町家国地方産物"
_FULL_STOPS = str.maketrans({".": "。", ",": "、", ":": "：", ";": "；"})


def sample_words(folder: Path) -> list[str]:
    """Return the words of the sample articles in *folder*, in reading order.

    Raises:
        ValueError: the folder holds no words.
    """
    texts = (_BODY.sub("", path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md")))
    words = [word for text in texts for word in _WORD.findall(text)]
    if not words:
        raise ValueError(f"There are no sample articles in {folder}.")
    return words


class Prose:
    """Vietnamese text: stretches of *words* that do stand beside each other in the samples."""

    def __init__(self, words: list[str], random: Random) -> None:
        self._words = words
        self._random = random

    def phrase(self, shortest: int, longest: int) -> str:
        """Return some words with a capital, without a full stop."""
        length = self._random.randint(shortest, longest)
        start = self._random.randrange(len(self._words) - length)
        words = " ".join(self._words[start : start + length])
        return words[0].upper() + words[1:]

    def sentences(self, count: int) -> str:
        """Return *count* sentences of ordinary length."""
        return " ".join(f"{self.phrase(9, 24)}." for _ in range(count))


def pseudo(source: str, language: str) -> str:
    """Return a segment's text in the script of *language*: meaningless, as long, placeholders kept.

    The same word always becomes the same letters.
    """
    return "".join(
        str(token) if isinstance(token, Placeholder) else _in_script(token, language)
        for token in tokens(source)
    )


def _in_script(text: str, language: str) -> str:
    words = _WORD.sub(lambda found: _word(found[0], language), text)
    return _GAP.sub("", words).translate(_FULL_STOPS) if language == "ja" else words


def _word(vietnamese: str, language: str) -> str:
    number = crc32(vietnamese.lower().encode())
    if language == "ko":
        return "".join(chr(0xAC00 + part % 11_172) for part in _parts(number, 1 + number % 2))
    if language == "ja":
        return "".join(_KANJI[part % len(_KANJI)] for part in _parts(number, 1 + number % 2))
    word = "".join(_SYLLABLES[part % len(_SYLLABLES)] for part in _parts(number, 1 + number % 2))
    return word.capitalize() if vietnamese[0].isupper() else word


def _parts(number: int, count: int) -> Iterable[int]:
    return (number >> (11 * place) for place in range(1, count + 1))
