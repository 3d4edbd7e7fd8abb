"""Facts altered: one digit, a unit, a month, the number of a document, or a whole number left out."""

import re
from random import Random

from translations.checks.pair import Pair
from translations.checks.seeding.places import PLACEHOLDER, replaced
from translations.checks.seeding.sample import Deck, Kind, Sample, kind

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DOCUMENT = re.compile(r"\d{1,5}(?:/\d{4})?[/-][A-ZĐ][A-ZĐa-z\d]*(?:-[A-ZĐ][A-ZĐa-z\d]*)*")
_UNITS = {
    "en": {
        "billion": "million",
        "million": "billion",
        "hectares": "square metres",
        "years": "months",
        "km": "m",
    },
    "ja": {"億": "万", "万": "億", "ヘクタール": "平方メートル", "年間": "か月間", "km": "m"},
    "ko": {"억": "만", "만 ": "억 ", "헥타르": "제곱미터", "km": "m", "ha": "㎡"},
}
_MONTHS = "January February March April May June July August September October November December".split()
_DATES = {
    "en": re.compile(rf"\b({'|'.join(_MONTHS)})\b(?= \d|\.|,|$)|(?<=\d )({'|'.join(_MONTHS)})\b"),
    "ja": re.compile(r"\d{1,2}(?=[月日])"),
    "ko": re.compile(r"\d{1,2}(?=[월일])"),
}


def _masked(text: str) -> str:
    """Return *text* with its placeholders, which have digits, blanked out; every place stays."""
    return PLACEHOLDER.sub(lambda match: "\0" * len(match[0]), text)


def _other_digit(text: str, random: Random) -> str:
    at = random.choice([at for at, sign in enumerate(text) if sign.isdigit()])
    digit = random.choice([digit for digit in "123456789" if digit != text[at]])
    return f"{text[:at]}{digit}{text[at + 1 :]}"


def _number(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    found = list(_NUMBER.finditer(_masked(sample.pair.target)))
    if not found:
        return None
    one = random.choice(found)
    return sample.broken(replaced(sample.pair.target, one, _other_digit(one[0], random)))


def _unit(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    target = sample.pair.target
    units = _UNITS[sample.language]
    found = [
        match
        for unit in units
        for match in re.finditer(rf"(?<=\d)\s?{re.escape(unit)}(?![a-z/])", _masked(target))
    ]
    if not found:
        return None
    one = random.choice(found)
    unit = next(unit for unit in units if one[0].lstrip().startswith(unit) or one[0].endswith(unit))
    return sample.broken(replaced(target, one, one[0].replace(unit, units[unit])))


def _document(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    found = list(_DOCUMENT.finditer(_masked(sample.pair.target)))
    if not found:
        return None
    one = random.choice(found)
    # The letters say who issued it, and of which kind it is.
    others = [one[0].replace("QĐ", "NQ"), one[0].replace("TTg", "CP"), one[0].replace("UBND", "HĐND")]
    spoilt = [text for text in others if text != one[0]]
    return sample.broken(
        replaced(sample.pair.target, one, random.choice([*spoilt, _other_digit(one[0], random)]))
    )


def _date(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    found = list(_DATES[sample.language].finditer(_masked(sample.pair.target)))
    if not found:
        return None
    one = random.choice(found)
    if sample.language == "en":
        other = random.choice([month for month in _MONTHS if month != one[0]])
    else:
        other = str(random.choice([number for number in range(1, 13) if number != int(one[0])]))
    return sample.broken(replaced(sample.pair.target, one, other))


KINDS: tuple[Kind, ...] = (
    kind("a digit altered", "facts.missing facts.added", _number, share=99, draws=6),
    kind("a unit altered", "facts.missing facts.added", _unit, share=99, draws=6),
    kind("a date altered", "facts.missing facts.added", _date, share=99, draws=6),
    kind("a document's number altered", "facts.missing facts.added", _document, share=99, draws=6),
)
