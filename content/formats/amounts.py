"""Numbers, shares and sizes of files as readers of each language write them, by CLDR."""

from decimal import Decimal
from types import MappingProxyType

from babel import Locale
from babel.numbers import format_decimal, format_percent

from content.formats.locales import cldr_locale

Amount = Decimal | int

# CLDR's miscPatterns and the minimal pairs of ordinals, which Babel leaves out.
RANGES = MappingProxyType({"vi": "{}-{}", "en": "{}–{}", "ja": "{}～{}", "ko": "{}~{}"})
_ORDINALS = MappingProxyType({"vi": "thứ {}", "ja": "{} 番目", "ko": "{}번째"})
_ENGLISH_ORDINALS = MappingProxyType({"one": "{}st", "two": "{}nd", "few": "{}rd", "other": "{}th"})
_HUNDRED = 100
_KILO = 1000


def number(value: Amount, language: str, decimals: int | None = None) -> str:
    """Return *value* with the separators of the language, such as ``1.668,57``.

    As many decimals as it has, without zeros at the end; *decimals* sets their number instead.
    """
    pattern = "#,##0" if not decimals else f"#,##0.{'0' * decimals}"
    return format_decimal(
        value,
        format=None if decimals is None else pattern,
        locale=cldr_locale(language),
        decimal_quantization=decimals is not None,
    )


def percent(hundredths: Amount, language: str) -> str:
    """Return a share given in hundredths, such as ``87,6%`` for 87.6."""
    return format_percent(
        Decimal(hundredths) / _HUNDRED, locale=cldr_locale(language), decimal_quantization=False
    )


def number_range(low: Amount, high: Amount, language: str) -> str:
    """Return both ends, such as ``70–80``; one number where they are equal.

    Raises:
        ValueError: *high* is less than *low*.
    """
    if high < low:
        message = f"A range ends below its beginning: {low} to {high}."
        raise ValueError(message)
    if low == high:
        return number(low, language)
    return RANGES[language].format(number(low, language), number(high, language))


def ordinal(value: int, language: str) -> str:
    """Return the place in an order, such as ``7th`` or ``thứ 7``."""
    if language == "en":
        form = Locale.parse(cldr_locale(language)).ordinal_form(value)
        return _ENGLISH_ORDINALS[form].format(number(value, language))
    return _ORDINALS[language].format(number(value, language))


def file_size(size: int, language: str) -> str:
    """Return *size* in bytes as readable text, such as ``1,2 MB``."""
    amount, unit = float(size), "B"
    for larger in ("kB", "MB", "GB"):
        if amount < _KILO:
            break
        amount, unit = amount / _KILO, larger
    pattern = "#,##0.#" if unit in {"MB", "GB"} else "#,##0"
    return f"{format_decimal(amount, format=pattern, locale=cldr_locale(language))} {unit}"
