"""Japanese numbers in characters: ``二十五``, ``数千``, ``毎月``."""

import re

from translations.checks.facts.fact import Reading, number
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.spelled.meanings import count_of, fraction_of, rate_of, vague_of
from translations.checks.facts.words import any_of, by_word

_DIGITS = {sign: at for at, sign in enumerate("一二三四五六七八九", start=1)}
_SIZES = {"十": 10, "百": 100, "千": 1000}
_POWERS = by_word(
    {
        1: "数十|何十",
        2: "数百|何百",
        3: "数千|何千",
        4: "数万",
        5: "数十万",
        6: "数百万",
    }
)
_PERIODS = by_word(
    {
        "m2": "平方メートル当たり|平方メートルあたり|m2当たり|m2あたり|/m2",
        "ha": "ヘクタール当たり|ヘクタールあたり|/ha",
        "year": "年間|年額|毎年",
        "month": "月額|毎月",
        "day": "毎日",
        "week": "毎週",
        "hour": "毎時|1時間当たり|1時間あたり|時間当たり",
    }
)
_LOOSE = {"半": 50, "ゼ": 0, "ロ": 0, "零": 0}


def value_of(text: str) -> int:
    """Return the value of a Chinese number below ten thousand."""
    total = digit = 0
    for sign in text:
        if sign in _SIZES:
            total, digit = total + (digit or 1) * _SIZES[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def _whole(match: re.Match[str]) -> list[list[Reading]]:
    return count_of(value_of(match[0]))


def _loose(match: re.Match[str]) -> list[list[Reading]]:
    return [[number(_LOOSE.get(match[0], 2))]]


_SIGNS = "".join([*_DIGITS, *_SIZES])
_NUMBER = f"[{_SIGNS}]+"

# Before one of these a number is surely a count: 三つ, 五校.
_COUNTERS = "つ人者件社回倍本基点棟名校台隻軒種か箇ヶカ方番"
_COUNT = f"(?!一)(?<![第{_SIGNS}])(?:{_NUMBER})(?=[{_COUNTERS}])"

RULES: tuple[Rule, ...] = (
    rule(
        "([二三四五六七八九十])分の([一二三四五六七八九])",
        lambda match: fraction_of(value_of(match[2]), value_of(match[1])),
        counted=True,
    ),
    rule(f"({any_of(_POWERS)})", lambda match: vague_of(_POWERS[match[1]]), counted=True),
    rule(f"({any_of(_PERIODS)})", lambda match: rate_of(_PERIODS[match[1].lower()]), counted=True),
    rule(_COUNT, _whole, counted=True),
    rule(f"第({_NUMBER})", lambda match: count_of(value_of(match[1])), weak=True),
    rule(_NUMBER, _whole, weak=True),
    # After a number, “倍” is no number of its own; the number may have been read, and is masked.
    rule(r"[両双半ゼロ零]|(?<![\d\0])倍", _loose, weak=True),
)
"""Numbers in characters, the surest first."""
