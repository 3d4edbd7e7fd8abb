"""Where a title is broken into lines, and how it is cut when it is too long. Pure.

Vietnamese, English and Korean break at spaces. Japanese, which sets none, breaks where a phrase
is likely to end (after kana that follow a word, and after punctuation), never where JIS X 4051
forbids it; what is longer than a line is broken between any two characters.
"""

import re
from collections.abc import Callable, Sequence

ELLIPSIS = "…"

_UNSPACED = frozenset({"ja"})
_MAY_NOT_BEGIN = frozenset(
    "、。，．・：；？！゛゜´｀¨＾￣＿ヽヾゝゞ〃仝々〆〇ー―‐／＼～∥｜…‥’”）〕］｝〉》」』】"
    "°′″℃％‰!%),.:;?]}ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_MAY_NOT_END = frozenset("‘“（〔［｛〈《「『【([{￥＄£¥$#№")
_SCRIPTS = (
    ("kana", re.compile(r"[ぁ-ゖゝゞ]")),
    ("katakana", re.compile(r"[ァ-ヺー・ヽヾ]")),
    ("han", re.compile(r"[々〆㐀-鿿豈-﫿\U00020000-\U0003ffff]")),
    ("latin", re.compile(r"[A-Za-zÀ-ɏḀ-ỿ0-9'’\-.,:/&+%]")),
)
_PHRASES_END_BETWEEN = frozenset(
    {("kana", "katakana"), ("kana", "han"), ("kana", "latin"), ("han", "katakana")}
)

Measure = Callable[[str], float]
"""Returns the width of a text, in pixels; that of two pieces is the sum of theirs."""


def pieces(text: str, language: str) -> list[str]:
    """Return *text* in the pieces that stay whole; a piece keeps the space that follows it."""
    words = [f"{word} " for word in text.split()]
    if not words:
        return []
    words[-1] = words[-1].rstrip()
    if language not in _UNSPACED:
        return words
    return [piece for word in words for piece in _phrases(word)]


def _phrases(word: str) -> list[str]:
    found = [word[:1]]
    for letter in word[1:]:
        if _may_part(found[-1][-1], letter):
            found.append(letter)
        else:
            found[-1] += letter
    return found


def _may_part(before: str, after: str) -> bool:
    if after in _MAY_NOT_BEGIN or after == " " or before in _MAY_NOT_END:
        return False
    scripts = _script(before), _script(after)
    return "" in scripts or scripts in _PHRASES_END_BETWEEN


def _script(letter: str) -> str:
    """Return what *letter* is written in; empty for punctuation, which parts what stands around it."""
    return next((name for name, letters in _SCRIPTS if letters.match(letter)), "")


def broken(text: str, language: str, width: float, measure: Measure) -> list[str]:
    """Return the lines of *text*, none wider than *width*; a word that is wider is cut between letters."""
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _narrow(pieces(text, language), width, measure):
        # Piece by piece: whole lines would be measured again with every word.
        if line and used + measure(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece
        used += measure(piece)
    return [*lines, line.rstrip()] if line else lines


def _narrow(whole: Sequence[str], width: float, measure: Measure) -> list[str]:
    """Return the pieces, those wider than a line in as many letters as fit."""
    found: list[str] = []
    for piece in whole:
        rest = piece
        while len(rest.rstrip()) > 1 and measure(rest.rstrip()) > width:
            ends = [end for end in range(len(rest) - 1, 0, -1) if measure(rest[:end]) <= width] or [1]
            fits = next((end for end in ends if _may_be_cut(rest, end)), ends[0])
            found.append(rest[:fits])
            rest = rest[fits:]
        found.append(rest)
    return found


def _may_be_cut(word: str, at: int) -> bool:
    return word[at] not in _MAY_NOT_BEGIN and word[at - 1] not in _MAY_NOT_END


def balanced(text: str, language: str, width: float, measure: Measure) -> list[str]:
    """Return the lines of *text* of about the same width: no last line of a single word."""
    lines = broken(text, language, width, measure)
    least, most = width / 2, width
    while len(lines) > 1 and most - least > 1:
        middle = (least + most) / 2
        tried = broken(text, language, middle, measure)
        if len(tried) == len(lines):
            lines, most = tried, middle
        else:
            least = middle
    return lines


def shortened(text: str, language: str, width: float, count: int, measure: Measure) -> list[str]:
    """Return the first *count* lines of *text*; where more would follow, the last ends in an ellipsis."""
    lines = broken(text, language, width, measure)
    if len(lines) <= count:
        return lines
    whole = pieces(lines[count - 1], language)
    while len(whole) > 1 and measure(_cut(whole)) > width:
        whole.pop()
    last = _cut(whole)
    while len(last) > 1 and measure(last) > width:
        last = last[:-2] + ELLIPSIS
    return [*lines[: count - 1], last]


def _cut(whole: Sequence[str]) -> str:
    return "".join(whole).rstrip(" ,.;:、。・-–") + ELLIPSIS
