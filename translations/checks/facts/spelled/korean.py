"""Korean numbers in words: ``스물다섯``, ``수천``, ``매월``."""

import re

from translations.checks.facts.fact import Reading, number
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.spelled.meanings import count_of, rate_of, vague_of
from translations.checks.facts.words import any_of, by_word

_ONES = by_word(
    {
        1: "하나|한",
        2: "둘|두",
        3: "셋|세|석",
        4: "넷|네|넉",
        5: "다섯",
        6: "여섯",
        7: "일곱",
        8: "여덟",
        9: "아홉",
    }
)
_TENS = by_word({10: "열", 20: "스물|스무", 30: "서른", 40: "마흔", 50: "쉰"})
_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "열흘": 10,
}
_POWERS = {"수십": 1, "수백": 2, "수천": 3, "수만": 4, "수십만": 5, "수백만": 6}
_EACH = by_word(
    {
        "m2": "제곱미터당|평방미터당|m2당|/m2",
        "ha": "헥타르당|ha당|/ha",
        "hour": "시간당",
        "month": "월당",
        "day": "하루당",
    }
)
_PERIODS = by_word(
    {
        "year": "연간|매년|연",
        "month": "월간|매월|매달|월",
        "day": "매일|하루",
    }
)
_SYLLABLES = {
    **{syllable: at for at, syllable in enumerate("일이삼사오육칠팔구", start=1)},
    "십": 10,
    "백": 100,
    "천": 1000,
    "만": 10_000,
}
_LOOSE = {"절반": 50, "첫": 1, "제로": 0, "영": 0, "셋째": 3}


def value_of(text: str) -> int:
    """Return the value of a native Korean number below sixty."""
    tens = next((word for word in _TENS if text.startswith(word)), "")
    return _TENS.get(tens, 0) + _ONES.get(text.removeprefix(tens), 0)


def _native(match: re.Match[str]) -> list[list[Reading]]:
    return count_of(value_of(match[1]))


def _loose(match: re.Match[str]) -> list[list[Reading]]:
    return [[number(_LOOSE.get(match[0], 2))]]


_START = "(?<![가-힣])"
_NATIVE = rf"((?:(?:{any_of(_TENS)})(?:{any_of(_ONES)})?|{any_of(_ONES)}))"

# Before one of these a number is surely a count: 세 곳, 다섯 명.
_COUNTERS = (
    "개|곳|명|채|점|종|번째|배|가지|당사자|척|마리|차례|군데|사람|나라|달|시간|건|단계|기관|대|번|주|해"
)

RULES: tuple[Rule, ...] = (
    rule(rf"{_START}({any_of(_POWERS)})", lambda match: vague_of(_POWERS[match[1]]), counted=True),
    rule(f"({any_of(_EACH)})", lambda match: rate_of(_EACH[match[1].lower()]), counted=True),
    rule(
        # The number after it may have been read, and is masked.
        rf"(?<![가-힣\d])({any_of(_PERIODS)})(?= ?[\d\0])",
        lambda match: rate_of(_PERIODS[match[1]]),
        counted=True,
    ),
    rule(rf"{_START}(?!한|하나){_NATIVE}(?= ?(?:{_COUNTERS}))", _native, counted=True),
    rule(rf"{_START}({any_of(_DAYS)})", lambda match: count_of(_DAYS[match[1]]), weak=True),
    rule(f"{_START}{_NATIVE}", _native, weak=True),
    # After a number, “배” is no number of its own; the number may have been read, and is masked.
    rule(r"양|쌍|(?<![\d\0])(?<![\d\0] )배|절반|첫|제로|영|둘째|셋째", _loose, weak=True),
    rule(f"[{''.join(_SYLLABLES)}]", lambda match: count_of(_SYLLABLES[match[0]]), weak=True),
)
"""Numbers in words, the surest first."""
