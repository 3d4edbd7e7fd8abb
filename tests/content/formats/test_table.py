"""Numbers, dates, money and areas in four languages, as people who write them would."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from content import formats
from content.formats import Unit

LANGUAGES = ("vi", "en", "ja", "ko")
THIN = "\u2009"

# What is written, and how in Vietnamese, English, Japanese and Korean.
Row = tuple[Callable[[str], str], str, str, str, str]

NUMBERS: list[Row] = [
    (lambda code: formats.number(Decimal("1668.570"), code), "1.668,57", "1,668.57", "1,668.57", "1,668.57"),
    (lambda code: formats.number(1_234_567, code), "1.234.567", "1,234,567", "1,234,567", "1,234,567"),
    (lambda code: formats.number(Decimal("3.5"), code, 2), "3,50", "3.50", "3.50", "3.50"),
    (lambda code: formats.number(Decimal("1668.57"), code, 0), "1.669", "1,669", "1,669", "1,669"),
    (lambda code: formats.percent(Decimal("87.6"), code), "87,6%", "87.6%", "87.6%", "87.6%"),
    (lambda code: formats.percent(100, code), "100%", "100%", "100%", "100%"),
    (lambda code: formats.ordinal(7, code), "thứ 7", "7th", "7 番目", "7번째"),
    (lambda code: formats.ordinal(22, code), "thứ 22", "22nd", "22 番目", "22번째"),
    (lambda code: formats.number_range(70, 80, code), "70-80", "70–80", "70～80", "70~80"),
    (lambda code: formats.number_range(70, 70, code), "70", "70", "70", "70"),
]
SIZES: list[Row] = [
    (lambda code: formats.area(Decimal("285.37"), code), "285,37 ha", "285.37 ha", "285.37 ha", "285.37ha"),
    (lambda code: formats.area(13_950, code), "13.950 ha", "13,950 ha", "13,950 ha", "13,950ha"),
    (
        lambda code: formats.quantity(1669, Unit.SQUARE_KILOMETRE, code),
        "1.669 km²",
        "1,669 km²",
        "1,669 km²",
        "1,669km²",
    ),
    (lambda code: formats.distance(Decimal("27.6"), code), "27,6 km", "27.6 km", "27.6 km", "27.6km"),
    (lambda code: formats.quantity(50, Unit.YEAR, code), "50 năm", "50 years", "50 年", "50년"),
    (lambda code: formats.quantity(220, Unit.COUNT, code), "220", "220", "220", "220"),
    (
        lambda code: formats.rate(10_000, Unit.CUBIC_METRE, Unit.DAY, code),
        "10.000 m³/ngày",
        "10,000 m³/day",
        "10,000 m³/日",
        "10,000m³/일",
    ),
]
MONEY: list[Row] = [
    (
        lambda code: formats.money(2_249_000_000_000, "VND", code),
        "2.249 tỷ đồng",
        "VND 2,249 billion",
        "2兆2,490億ドン",
        "2조 2,490억 동",
    ),
    (
        lambda code: formats.money(19_785_000_000_000, "VND", code),
        "19.785 tỷ đồng",
        "VND 19,785 billion",
        "19兆7,850億ドン",
        "19조 7,850억 동",
    ),
    (
        lambda code: formats.money(4_960_000, "VND", code),
        "4,96 triệu đồng",
        "VND 4.96 million",
        "496万ドン",
        "496만 동",
    ),
    (
        lambda code: formats.money(1_234_567, "VND", code),
        "1.234.567 đồng",
        "VND 1,234,567",
        "123万4,567ドン",
        "123만 4,567 동",
    ),
    (
        lambda code: formats.money(70_000_000, "USD", code),
        "70 triệu USD",
        "USD 70 million",
        "7,000万米ドル",
        "7,000만 미국 달러",
    ),
    (
        lambda code: formats.money(Decimal("1.5"), "USD", code),
        "1,5 USD",
        "USD 1.5",
        "1.5米ドル",
        "1.5 미국 달러",
    ),
    (
        lambda code: formats.money(5_000_000, "EUR", code),
        "5 triệu EUR",
        "EUR 5 million",
        "500万 EUR",
        "500만 EUR",
    ),
    (lambda code: formats.money(0, "VND", code), "0 đồng", "VND 0", "0ドン", "0 동"),
    (
        lambda code: formats.money(-2_500_000, "VND", code),
        "-2,5 triệu đồng",
        "VND -2.5 million",
        "-250万ドン",
        "-250만 동",
    ),
    (
        lambda code: formats.price(70, 80, "USD", [Unit.SQUARE_METRE], code),
        "70-80 USD/m²",
        "70–80 USD/m²",
        "70～80 USD/m²",
        "70~80 USD/m²",
    ),
    (
        lambda code: formats.price(60_000, 80_000, "VND", [Unit.SQUARE_METRE, Unit.MONTH], code),
        "60.000-80.000 đồng/m²/tháng",
        "60,000–80,000 VND/m²/month",
        "60,000～80,000ドン/m²/月",
        "60,000~80,000 동/m²/월",
    ),
    (
        lambda code: formats.price(Decimal("0.08"), Decimal("0.08"), "USD", [Unit.KILOWATT_HOUR], code),
        "0,08 USD/kWh",
        "0.08 USD/kWh",
        "0.08 USD/kWh",
        "0.08 USD/kWh",
    ),
]
DAYS: list[Row] = [
    (
        lambda code: formats.day_range(date(2026, 9, 15), date(2026, 9, 20), code),
        f"15{THIN}–{THIN}20 tháng 9 năm 2026",
        "15–20 September 2026",
        "2026年9月15日～20日",
        "2026년 9월 15일~20일",
    ),
    (
        lambda code: formats.day_range(date(2026, 9, 15), date(2026, 10, 20), code),
        f"15 tháng 9{THIN}–{THIN}20 tháng 10 năm 2026",
        f"15 September{THIN}–{THIN}20 October 2026",
        "2026年9月15日～10月20日",
        "2026년 9월 15일 ~ 10월 20일",
    ),
    (
        lambda code: formats.day_range(date(2025, 12, 15), date(2026, 1, 20), code),
        f"15 tháng 12 năm 2025{THIN}–{THIN}20 tháng 1 năm 2026",
        f"15 December 2025{THIN}–{THIN}20 January 2026",
        "2025年12月15日～2026年1月20日",
        "2025년 12월 15일 ~ 2026년 1월 20일",
    ),
    (
        lambda code: formats.day_range(date(2026, 9, 15), date(2026, 9, 15), code),
        "15 tháng 9 năm 2026",
        "15 September 2026",
        "2026年9月15日",
        "2026년 9월 15일",
    ),
    (
        lambda code: formats.month(date(2026, 9, 15), code),
        "tháng 9 năm 2026",
        "September 2026",
        "2026年9月",
        "2026년 9월",
    ),
    (
        lambda code: formats.quarter(date(2026, 9, 15), code),
        "Quý 3 năm 2026",
        "3rd quarter 2026",
        "2026年第3四半期",
        "2026년 3분기",
    ),
    (lambda code: formats.year(date(2026, 9, 15), code), "2026", "2026", "2026年", "2026년"),
]


@pytest.mark.parametrize("row", [*NUMBERS, *SIZES, *MONEY, *DAYS], ids=lambda row: row[2])
def test_a_value_is_written_as_readers_of_each_language_write_it(row: Row) -> None:
    write, *expected = row

    assert [write(language) for language in LANGUAGES] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_range_runs_forwards(language: str) -> None:
    with pytest.raises(ValueError, match="below its beginning"):
        formats.number_range(80, 70, language)
    with pytest.raises(ValueError, match="below its beginning"):
        formats.price_range(80, 70, "USD", language)
    with pytest.raises(ValueError, match="ends before it begins"):
        formats.day_range(date(2026, 9, 20), date(2026, 9, 15), language)
