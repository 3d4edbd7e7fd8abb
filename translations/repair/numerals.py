"""Writing a number in digits and scale words, in the form that a translation has."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import ge

from translations.checks.facts.quantities import DIGITS, values

_MOST_DECIMALS = 3
_THOUSAND, _MYRIAD, _MILLION = 1000, 10**4, 10**6
_YEAR_DIGITS = 4

_SCALES: Mapping[str, int] = {
    "thousand": 10**3,
    "million": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_LADDERS = (("million", "billion", "trillion"), ("mn", "bn", "tn"))
_SIGNS: Mapping[str, str] = {"ja": "万億兆", "ko": "만억조"}
_SIZES = (10**4, 10**8, 10**12)
_SMALL_SIGNS = "十百千십백천"

_USUAL = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")

# The last sign of m2 is no number.
_NOT_OF_A_UNIT = r"(?<![mM\d])"

_ENGLISH = re.compile(
    rf"{_NOT_OF_A_UNIT}(?P<digits>{DIGITS})(?:(?P<gap>[\s-]?)(?P<scale>{'|'.join(_SCALES)})(?![A-Za-z]))?",
    re.IGNORECASE,
)
_ANY_SIGN = f"[{_SMALL_SIGNS}{''.join(_SIGNS.values())}]"
_CHARACTERS = re.compile(
    rf"{_NOT_OF_A_UNIT}{DIGITS}(?:\s?{_ANY_SIGN})*(?:\s?{DIGITS}(?:\s?{_ANY_SIGN})+)*(?:(?<=\D)\s?{DIGITS})?"
)


@dataclass(frozen=True)
class Spoken:
    """How the source says a number before and after: its digits, empty where there are none or several."""

    old: str
    new: str
    has_scale: bool = False

    def as_digits(self, old: str, value: Decimal) -> str | None:
        """Return *value* in the source's digits, if the translation has *old* as the source had it."""
        if not self.old or not self.new or old != converted(self.old):
            return None
        text = converted(self.new)
        if values(self.new, comma=True) != {value} or not _USUAL.fullmatch(text):
            return None
        # 06 and 12500 are ways of the source, which the translation follows where it did so before.
        is_odd = text.startswith("0") and text[1:2].isdigit(), len(text) > _YEAR_DIGITS and text.isdecimal()
        was_odd = old.startswith("0"), len(old) > _YEAR_DIGITS and old.isdecimal()
        return text if all(map(ge, was_odd, is_odd)) else None


@dataclass(frozen=True)
class Numeral:
    """Where a text says its only number, and how."""

    start: int
    end: int
    text: str

    def moved(self, by: int) -> "Numeral":
        """Return it with places in a longer text, which has the shorter one at *by*."""
        return Numeral(self.start + by, self.end + by, self.text)


def converted(digits: str) -> str:
    """Return Vietnamese *digits* with the points and commas of the other languages."""
    return digits.translate(str.maketrans(".,", ",."))


def numeral_in(said: str, language: str, *, at: int, of: int) -> Numeral | None:
    """Return the number at *at* in *said*; None where it has not *of* numbers in all."""
    pattern = _ENGLISH if language == "en" else _CHARACTERS
    found = list(pattern.finditer(said))
    return Numeral(found[at].start(), found[at].end(), found[at][0]) if len(found) == of else None


def written(value: Decimal, like: str, language: str, spoken: Spoken) -> str | None:
    """Return *value*, not negative, as *like* writes its number; None if no form is surely right."""
    if language == "en":
        return _in_english(value, like, spoken)
    return _in_characters(value, like, language, spoken)


def _in_english(value: Decimal, like: str, spoken: Spoken) -> str | None:
    found = _ENGLISH.fullmatch(like)
    if found is None:
        return None
    old, gap, scale = found["digits"], found["gap"] or "", found["scale"] or ""
    size = _SCALES.get(scale.lower(), 1)
    exact = spoken.as_digits(old, value / size)
    if exact is not None:
        return f"{exact}{gap}{scale}"
    if scale:
        return _rescaled(value, scale, gap, before=_value(old))
    if spoken.has_scale and value >= _MILLION and _value(old) < _MILLION:
        return _rescaled(value, "million", " ", before=Decimal(1))
    return digits(value, like=old, source=spoken)


def _rescaled(value: Decimal, scale: str, gap: str, *, before: Decimal) -> str | None:
    """Return *value* with *scale*, or with the next one where it would leave it in an odd size."""
    size = _SCALES[scale.lower()]
    if 1 <= value / size < max(Decimal(_THOUSAND), before + 1):
        return _joined(value / size, gap, scale)
    for ladder in _LADDERS:
        for word in reversed(ladder if scale.lower() in ladder else ()):
            if value >= _SCALES[word]:
                return _joined(value / _SCALES[word], gap, word)
    return None


def _joined(mantissa: Decimal, gap: str, scale: str) -> str | None:
    text = _grouped(mantissa)
    return None if text is None else f"{text}{gap}{scale}"


def _grouped(value: Decimal) -> str | None:
    """Return *value* with commas between thousands; None where it has too many decimals to be meant."""
    if value != value.quantize(Decimal(10) ** -_MOST_DECIMALS):
        return None
    return f"{value.normalize():,f}"


def digits(value: Decimal, *, like: str, source: Spoken, before_scale: bool = False) -> str | None:
    """Return *value* in digits alone, with commas if *like* has them, or its source has points."""
    exact = source.as_digits(like, value)
    if exact is not None:
        return exact
    text = _grouped(value)
    if text is None or value < _THOUSAND:
        return text
    if before_scale:
        return text if "," in like else text.replace(",", "")
    whole = like.split(".", maxsplit=1)[0]
    if "," in whole or (len(whole) < _YEAR_DIGITS and (source.has_scale or "." in source.new)):
        return text
    is_year = len(whole) <= _YEAR_DIGITS and len(source.new) == _YEAR_DIGITS and source.new.isdecimal()
    return text.replace(",", "") if is_year else None


def _value(text: str) -> Decimal:
    (value,) = values(text, comma=False)
    return value


def _in_characters(value: Decimal, like: str, language: str, spoken: Spoken) -> str | None:
    signs = _SIGNS[language]
    has_signs = any(sign in like for sign in signs)
    if any(sign in like for sign in _SMALL_SIGNS):
        return _in_thousands(value, like, language)
    if not has_signs:
        if spoken.has_scale and value >= _MYRIAD and _value(like) < _MYRIAD:
            return _composed(value, like, language)
        return digits(value, like=like, source=spoken)
    single = re.fullmatch(rf"({DIGITS})(\s?)([{signs}])", like)
    if single and "." in single[1]:
        return _with_decimals(value, single, language)
    return _composed(value, like, language)


def _with_decimals(value: Decimal, like: re.Match[str], language: str) -> str | None:
    mantissa = value / _SIZES[_SIGNS[language].index(like[3])]
    if 1 <= mantissa < _MYRIAD and mantissa == mantissa.quantize(Decimal("0.01")):
        return f"{mantissa.normalize():f}{like[2]}{like[3]}"
    return _composed(value, like[0], language)


def _in_thousands(value: Decimal, like: str, language: str) -> str | None:
    """Return *value* as ``5천만`` and ``27억 5천만`` write theirs: only whole thousands of a myriad."""
    thousand = "千" if language == "ja" else "천"
    if not re.fullmatch(rf"(?:\d+[{_SIGNS[language]}] ?)?\d{thousand}[{_SIGNS[language]}]", like):
        return None
    text = _composed(value, like, language)
    if text is None:
        return None
    short = re.sub(rf"(?<!\d)(\d),?000(?=[{_SIGNS[language]}])", rf"\g<1>{thousand}", text)
    return (
        short
        if re.fullmatch(rf"(?:\d+[{_SIGNS[language]}] ?)*(?:\d{thousand}[{_SIGNS[language]}])?", short)
        else None
    )


def _composed(value: Decimal, like: str, language: str) -> str | None:
    """Return *value* in groups of four digits, each with its sign: ``27億5000万``, ``27억 5,000만``."""
    if value != value.to_integral_value():
        return None
    signs, left = _SIGNS[language], int(value)
    if left < _MYRIAD:
        return f"{left:,}"
    with_comma = "," in like or (language == "ko" and re.search(r"\d{4}", like) is None)
    gap = " " if language == "ko" and not re.search(rf"[{signs}]\d", like) else ""
    pieces = []
    for size, sign in [*reversed(list(zip(_SIZES, signs, strict=True))), (1, "")]:
        count, left = divmod(left, size)
        if count >= _MYRIAD:
            return None
        if count:
            pieces.append(f"{count:,}{sign}" if with_comma else f"{count}{sign}")
    return gap.join(pieces)
