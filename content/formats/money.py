"""Money in words: large sums as each language counts them, exactly or not at all.

Vietnamese and English count dong in tỷ and billions, also above a thousand of them; Japanese and Korean
write every group of four digits (2兆2,490億ドン). The words are CLDR's. Where a sum cannot be said so
without rounding it, all of its digits are written.
"""

from decimal import Decimal
from types import MappingProxyType

from babel import Locale
from babel.numbers import get_currency_name

from content.formats.amounts import RANGES, Amount, number
from content.formats.locales import cldr_locale

DONG = "VND"
DOLLAR = "USD"

# CLDR has "đồng Việt Nam", "ベトナム ドン", "베트남 동": on a Vietnamese portal the country is known.
_DONG = MappingProxyType({"vi": "đồng", "ja": "ドン", "ko": "동"})
# What stands between groups of four digits.
_GAPS = MappingProxyType({"ja": "", "ko": " "})
_SCALES = (1_000_000_000, 1_000_000)
_MYRIADS = (1_000_000_000_000, 100_000_000, 10_000)
_CENT = Decimal("0.01")


def money(amount: Amount, currency: str, language: str) -> str:
    """Return a sum with its currency (ISO 4217), such as ``2.249 tỷ đồng`` or ``VND 2,249 billion``."""
    words = in_words(amount, language)
    if language == "en":
        return f"{currency} {words}"
    return _with_name(words, _name_after_words(currency, language), language)


def in_words(amount: Amount, language: str) -> str:
    """Return a large number as the language counts it, such as ``2.249 tỷ`` or ``2兆2,490億``."""
    sign, size = ("-", -amount) if amount < 0 else ("", amount)
    return sign + (_in_myriads(size, language) if language in _GAPS else _in_thousands(size, language))


def price_range(low: Amount, high: Amount, currency: str, language: str) -> str:
    """Return a price or a range of prices, such as ``70–80 USD``.

    All digits are written, since prices are compared.

    Raises:
        ValueError: *high* is less than *low*.
    """
    if high < low:
        message = f"A range of prices ends below its beginning: {low} to {high}."
        raise ValueError(message)
    digits = number(low, language)
    if low != high:
        digits = RANGES[language].format(digits, number(high, language))
    return _with_name(digits, _DONG.get(language, currency) if currency == DONG else currency, language)


def _name_after_words(currency: str, language: str) -> str:
    if currency == DONG:
        return _DONG[language]
    if currency == DOLLAR and language in _GAPS:
        return get_currency_name(DOLLAR, count=2, locale=cldr_locale(language))
    return currency


def _with_name(words: str, name: str, language: str) -> str:
    return f"{words}{name}" if language == "ja" and not name.isascii() else f"{words} {name}"


def _in_thousands(size: Amount, language: str) -> str:
    for scale in _SCALES:
        scaled = Decimal(size) / scale
        if scaled >= 1 and scaled == scaled.quantize(_CENT):
            return _pattern(scale, "long", language).replace("0", number(scaled, language), 1)
    return number(size, language)


def _in_myriads(size: Amount, language: str) -> str:
    groups, rest = [], Decimal(size)
    for scale in _MYRIADS:
        group, rest = divmod(rest, scale)
        if group:
            groups.append(_pattern(scale, "short", language).replace("0", number(group, language), 1))
    if rest or not groups:
        groups.append(number(rest, language))
    return _GAPS[language].join(groups)


def _pattern(scale: int, length: str, language: str) -> str:
    """Return CLDR's pattern for so many, such as ``0 tỷ``."""
    formats = Locale.parse(cldr_locale(language)).compact_decimal_formats[length]
    return str(formats["other"][str(scale)].pattern)
