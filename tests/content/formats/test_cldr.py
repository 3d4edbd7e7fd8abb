"""What is written equals CLDR as Babel ships it, for every number and day that a machine can think of."""

from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit
from hypothesis import given
from hypothesis import strategies as st

from content import formats
from content.formats import Unit

LOCALES = {"vi": "vi", "en": "en_GB", "ja": "ja", "ko": "ko"}
CLDR_UNITS = [unit for unit in Unit if "-" in unit.value]

languages = st.sampled_from(sorted(LOCALES))
amounts = st.decimals(min_value=0, max_value=10**15, places=3)
days = st.dates(date(1890, 1, 1), date(2100, 12, 31))


@given(value=amounts, language=languages)
def test_a_number_has_the_separators_of_cldr(value: Decimal, language: str) -> None:
    symbols = Locale.parse(LOCALES[language]).number_symbols["latn"]
    plain, _, decimals = f"{value.normalize():f}".partition(".")
    by_hand = symbols["group"].join(
        [plain[max(end - 3, 0) : end] for end in range(len(plain), 0, -3)][::-1]
    ) + (symbols["decimal"] + decimals if decimals else "")

    assert formats.number(value, language) == by_hand == format_decimal(value, locale=LOCALES[language])


@given(value=amounts, language=languages)
def test_a_share_is_cldrs(value: Decimal, language: str) -> None:
    written = format_percent(value / 100, locale=LOCALES[language], decimal_quantization=False)

    assert formats.percent(value, language) == written


@given(value=amounts, unit=st.sampled_from(CLDR_UNITS), language=languages)
def test_a_quantity_has_the_unit_of_cldr(value: Decimal, unit: Unit, language: str) -> None:
    either = {format_unit(value, unit, length, locale=LOCALES[language]) for length in ("short", "long")}

    assert formats.quantity(value, unit, language) in either


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("unit", CLDR_UNITS)
def test_every_unit_has_a_symbol_without_a_number(unit: Unit, language: str) -> None:
    written = formats.symbol(unit, language)

    assert written
    assert formats.quantity(2, unit, language).replace(written, "").strip() == "2"


@given(amount=st.integers(0, 10**17), language=languages)
def test_money_is_never_rounded(amount: int, language: str) -> None:
    scales = {"tỷ": 10**9, "triệu": 10**6, "billion": 10**9, "million": 10**6}
    scales |= {"兆": 10**12, "億": 10**8, "万": 10**4, "조": 10**12, "억": 10**8, "만": 10**4}
    words = formats.money(amount, "VND", language)
    for name in ("VND", "đồng", "ドン", "동"):
        words = words.replace(name, "")
    for scale in scales:
        words = words.replace(scale, f" {scale} ")

    total, last = Decimal(0), Decimal(0)
    for part in words.split():
        if part in scales:
            total, last = total - last + last * scales[part], Decimal(0)
        else:
            plain = part.replace(".", "").replace(",", ".") if language == "vi" else part.replace(",", "")
            last = Decimal(plain)
            total += last
    assert total == amount


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ("tỷ", "triệu")),
        ("en", ("billion", "million")),
        ("ja", ("兆", "億", "万")),
        ("ko", ("조", "억", "만")),
    ],
)
def test_words_for_large_sums_are_cldrs(language: str, words: tuple[str, ...]) -> None:
    compact = Locale.parse(LOCALES[language]).compact_decimal_formats
    cldr = " ".join(str(one.pattern) for kind in compact.values() for one in kind["other"].values())

    assert all(word in cldr for word in words)
    assert any(word in formats.money(7 * 10**12, "VND", language) for word in words)


@given(first=days, last=days, language=languages)
def test_a_range_of_days_names_its_months_and_says_what_both_ends_share_once(
    first: date, last: date, language: str
) -> None:
    first, last = min(first, last), max(first, last)
    written = formats.day_range(first, last, language)
    month = format_date(last, "MMMM", locale=LOCALES[language])

    assert month in written
    assert written.count(str(last.year)) == 1
    if first.year == last.year and first.month == last.month:
        assert written.count(month) == 1
    else:
        assert format_date(first, "MMMM", locale=LOCALES[language]) in written


@given(day=days, language=languages)
def test_a_month_and_a_year_are_cldrs(day: date, language: str) -> None:
    assert formats.month(day, language) == format_skeleton("yMMMM", day, locale=LOCALES[language])
    assert formats.year(day, language) == format_skeleton("y", day, locale=LOCALES[language])


@pytest.mark.parametrize("language", LOCALES)
def test_the_four_quarters_of_a_year_differ(language: str) -> None:
    written = [formats.quarter(formats.quarter_start(2026, one), language) for one in range(1, 5)]

    assert len(set(written)) == 4
    assert all(str(number) in words for number, words in enumerate(written, 1))
