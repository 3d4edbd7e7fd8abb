"""Places in a text where an error can be put."""

import re
from random import Random

PLACEHOLDER = re.compile(r"</?[1-9]\d*/?>")

_WORDS = {
    "en": re.compile(r"(?<![\w'’-])[A-Za-z]{2,}(?![\w'’-])"),
    "ja": re.compile(r"[\u4e00-\u9fff]{2,}|[\u30a1-\u30fa\u30fc]{3,}"),
    "ko": re.compile(r"(?<!\S)[가-힣]{2,}(?=[\s.,])"),
}


def words(text: str, language: str) -> list[re.Match[str]]:
    """Return the words of a text; of Japanese, its compounds and loan words."""
    return list(_WORDS[language].finditer(text))


def replaced(text: str, match: re.Match[str], words: str) -> str:
    """Return *text* with *words* in the place of a match."""
    return f"{text[: match.start()]}{words}{text[match.end() :]}"


def anywhere(text: str, random: Random) -> int:
    """Return a place in *text* that is in no placeholder."""
    inside = {at for match in PLACEHOLDER.finditer(text) for at in range(match.start() + 1, match.end())}
    return random.choice([at for at in range(len(text) + 1) if at not in inside])
