"""What is claimed of a number: more or less than it, rising or falling."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Signs:
    """How a language says a claim, as patterns; *more* and *less* hold the number in digits."""

    more: str
    less: str
    rise: str
    fall: str


_DIGITS = r"(?<![\d.,])(?P<digits>\d[\d.,]*+)"
_BEFORE = rf"[^.!?。\d]{{0,6}}{_DIGITS}"
_AFTER = rf"{_DIGITS}[^\d。、]{{0,8}}?"

_SIGNS: Mapping[str, Signs] = {
    "vi": Signs(
        more=rf"(?<!\w)(?:hơn|trên|vượt|ít nhất|tối thiểu){_BEFORE}",
        less=rf"(?<!\w)(?:gần|dưới|chưa đến|chưa tới|chưa đầy|không quá|tối đa){_BEFORE}",
        rise=r"(?<!\w)(?:tăng|tăng trưởng)(?: \w+){0,2}? (?=\d)",
        fall=r"(?<!\w)(?:giảm|sụt)(?: \w+){0,2}? (?=\d)",
    ),
    "en": Signs(
        more=rf"(?<!\w)(?<!no )(?<!not )(?:more than|over|above|at least|in excess of|exceed\w*){_BEFORE}",
        less=(
            r"(?<!\w)(?:fewer than|less than|under|below|nearly|almost|up to|no more than|at most)"
            rf"{_BEFORE}"
        ),
        rise=r"\b(?:grew|grow\w*|rose|rising|rise[sn]?|increas\w+|up|gain\w*|expand\w*|climb\w*|higher|surge\w*)\b",
        fall=r"\b(?:fell|fall\w*|declin\w+|decreas\w+|drop\w*|down|reduc\w+|cut\w*|lower\w*|shr[aiu]nk\w*|slip\w*)\b",
    ),
    "ja": Signs(
        more=rf"{_AFTER}(?:を超え|以上|超|余り|を上回)",
        less=rf"{_AFTER}(?:未満|以下|近く|弱|足らず|を下回|以内|まで)",
        rise="増|上昇|伸び|成長|拡大|上回|高ま|プラス",
        fall="減|低下|下落|縮小|下回|マイナス|引き下げ|割引",
    ),
    "ko": Signs(
        more=rf"{_AFTER}(?:이상|넘|초과)",
        less=rf"{_AFTER}(?:미만|이하|가까|채 안|못 미|이내|까지)",
        rise="증가|상승|성장|늘|올랐|올라|오른|확대|증대|뛰",
        fall="감소|하락|줄|내렸|내려|내린|축소|감면|인하|할인|떨어",
    ),
}


def contradictions(source: str, target: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield what the source claims and what the target claims against it; texts as `plain` returns them."""
    mine, theirs = _SIGNS["vi"], _SIGNS[language]
    yield from _of_bounds(
        _bounds(mine.more, source), _bounds(theirs.more, target), _bounds(theirs.less, target)
    )
    yield from _of_bounds(
        _bounds(mine.less, source), _bounds(theirs.less, target), _bounds(theirs.more, target)
    )
    for said, same, opposite in (
        (mine.rise, theirs.rise, theirs.fall),
        (mine.fall, theirs.fall, theirs.rise),
    ):
        claim, against = _first(said, source), _first(opposite, target)
        if claim and against and not _first(same, target):
            yield claim, against


def _bounds(pattern: str, text: str) -> dict[str, str]:
    """Return the claims in *text* by the digits that they are of."""
    found = re.finditer(pattern, text, re.IGNORECASE)
    return {re.sub(r"\D", "", match["digits"]): match[0].strip() for match in found}


def _of_bounds(
    claims: Mapping[str, str], same: Mapping[str, str], opposite: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for digits, claim in claims.items():
        if digits not in same and digits in opposite:
            yield claim, opposite[digits]


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.IGNORECASE)
    return found[0].strip() if found else ""
