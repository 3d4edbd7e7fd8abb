"""Vietnamese numbers in words: ``hai mươi lăm``, ``hàng nghìn``, ``mỗi tháng``."""

import re
from decimal import Decimal

from translations.checks.facts.fact import Reading, number
from translations.checks.facts.scanning import Rule, rule
from translations.checks.facts.spelled.meanings import count_of, fraction_of, rate_of, vague_of
from translations.checks.facts.words import END, START, any_of, by_word

_DIGITS = by_word(
    {
        1: "một|mốt",
        2: "hai",
        3: "ba",
        4: "bốn|tư",
        5: "năm|lăm|nhăm",
        6: "sáu",
        7: "bảy|bẩy",
        8: "tám",
        9: "chín",
    }
)
_POWERS = by_word(
    {
        1: "chục",
        2: "trăm",
        3: "nghìn|ngàn",
        4: "chục nghìn|chục ngàn|vạn",
        5: "trăm nghìn",
        6: "triệu",
        7: "chục triệu",
        8: "trăm triệu",
        9: "tỷ",
    }
)
_PERIODS = {
    "m2": "m2",
    "ha": "ha",
    "năm": "year",
    "tháng": "month",
    "ngày": "day",
    "tuần": "week",
    "giờ": "hour",
    "quý": "quarter",
}
_RANKS = {"đôi": 2, "nhất": 1, "nhì": 2}


def value_of(text: str) -> int:
    """Return the value of number words, from one to the hundred thousands."""
    total = section = digit = 0
    for word in text.lower().split():
        match word:
            case "mười":
                section, digit = section + 10, 0
            case "mươi":
                section, digit = section + 10 * digit, 0
            case "trăm":
                section, digit = section + 100 * digit, 0
            case "nghìn" | "ngàn":
                total, section, digit = total + 1000 * (section + digit or 1), 0, 0
            case "linh" | "lẻ":
                pass
            case _:
                digit = _DIGITS[word]
    return total + section + digit


def _whole(match: re.Match[str]) -> list[list[Reading]]:
    return count_of(value_of(match[0]))


def _rank_or_digit(match: re.Match[str]) -> list[list[Reading]]:
    return count_of(_RANKS.get(match[0].lower()) or value_of(match[0]))


def _fraction(match: re.Match[str]) -> list[list[Reading]]:
    return fraction_of(_DIGITS[match[1].lower()], _FRACTIONS[match[2].lower()])


_DIGIT = any_of(_DIGITS)
_FRACTIONS = {word: value for word, value in _DIGITS.items() if value > 1} | {"mười": 10}
_SIZES = "mươi|trăm|nghìn|ngàn"

# “hai trăm năm” may be two hundred years: a five goes on with a number only before a size.
_NO_YEAR_HERE = rf"(?!năm(?! (?:{_SIZES})))"
_LONG = (
    rf"(?:(?:{_DIGIT}) (?:{_SIZES})|mười)"
    rf"(?: (?:linh |lẻ )?(?:{_NO_YEAR_HERE}(?:{_DIGIT})|mười|{_SIZES}))*"
)

# “Hai” may begin a name, and “ba mẹ” are parents.
_SHORT = "(?:hai|Hai(?= [a-zà-ỹđ])|ba(?! (?:mẹ|má|lá|gác))|bốn|sáu|bảy|tám|chín)"

# “năm” is five or a year: a year by the word before it, by the word after it, or before digits.
_BEFORE_A_YEAR = "mỗi hằng hàng trong nhiều các những cả đầu cuối một".split()
_AFTER_A_YEAR = "nay|qua|trước|sau|tới|ngoái|học|đó|này|liền|gần"
_FIVE = "".join(rf"(?<!{word} )" for word in _BEFORE_A_YEAR) + rf"năm(?= (?!{_AFTER_A_YEAR}|\d)[a-zà-ỹ])"

# “tư” alone is a part of “đầu tư” and “tư vấn”, “nhất” of “hợp nhất”; before
# digits, which may have been read and are masked, “năm” is a year.
_NOT_A_WORD = (
    r"(?<!hợp )(?<!thống )(?<!duy )(?<!đồng )"
    rf"(?!nhất (?:trí|định|quán)|tư{END}|năm (?:[\d\0]|(?:{_AFTER_A_YEAR}){END}))"
)

RULES: tuple[Rule, ...] = (
    rule(rf"{START}({_DIGIT}) phần ({any_of(_FRACTIONS)}){END}", _fraction, counted=True),
    rule(
        rf"{START}hàng ({any_of(_POWERS)}){END}",
        lambda match: vague_of(_POWERS[match[1].lower()]),
        counted=True,
    ),
    rule(
        rf"(?:/|{START}(?:mỗi|hằng|hàng) )({any_of(_PERIODS)}){END}",
        lambda match: rate_of(_PERIODS[match[1].lower()]),
        counted=True,
    ),
    rule(rf"{START}{_LONG}{END}", _whole, counted=True),
    rule(rf"{START}gấp đôi{END}", lambda match: count_of(2), counted=True),
    rule(rf"{START}gấp rưỡi{END}", lambda match: [[number(Decimal("1.5")), number(50, "%")]], counted=True),
    rule(rf"{START}một nửa{END}(?! (?:đầu|cuối|ngày|đêm))", lambda match: [[number(50, "%")]]),
    rule(rf"{START}thứ ({_DIGIT}){END}", lambda match: count_of(value_of(match[1])), exact_case=True),
    rule(rf"{START}{_SHORT}{END}(?! (?:đầu|cuối))", _whole, counted=True, exact_case=True),
    rule(rf"{START}{_FIVE}", lambda match: count_of(5), counted=True, exact_case=True),
    rule(rf"{START}{_NOT_A_WORD}(?:{_DIGIT}|mười|đôi|nhất|nhì){END}", _rank_or_digit, weak=True),
)
"""Numbers in words, the surest first."""
