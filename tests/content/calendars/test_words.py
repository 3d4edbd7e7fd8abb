"""Lunar days in words that a reader of each language knows."""

import pytest

from content.calendars.lunar import LunarDate
from content.calendars.words import lunar_date, lunar_span, year_name

LANGUAGES = ("vi", "en", "ja", "ko")


def told(day: LunarDate) -> list[str]:
    return [lunar_date(day, language) for language in LANGUAGES]


def told_span(first: LunarDate, last: LunarDate) -> list[str]:
    return [lunar_span(first, last, language) for language in LANGUAGES]


def test_a_day_is_named_in_each_language() -> None:
    assert told(LunarDate(2026, 8, 15)) == [
        "ngày 15 tháng 8 âm lịch",
        "15th day of the 8th lunar month",
        "ベトナム旧暦8月15日",
        "베트남 음력 8월 15일",
    ]


def test_vietnamese_has_names_for_the_first_days_and_for_two_months() -> None:
    assert lunar_date(LunarDate(2026, 1, 8), "vi") == "mùng 8 tháng Giêng âm lịch"
    assert lunar_date(LunarDate(2026, 12, 23), "vi") == "ngày 23 tháng Chạp âm lịch"
    assert lunar_date(LunarDate(2026, 1, 10), "vi").startswith("mùng 10 ")


def test_a_leap_month_is_said_to_be_one() -> None:
    assert told(LunarDate(2025, 6, 1, is_leap=True)) == [
        "mùng 1 tháng 6 nhuận âm lịch",
        "1st day of the leap 6th lunar month",
        "ベトナム旧暦閏6月1日",
        "베트남 음력 윤6월 1일",
    ]


@pytest.mark.parametrize(
    ("day", "ordinal"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (22, "22nd")]
)
def test_english_counts_days_with_their_endings(day: int, ordinal: str) -> None:
    assert lunar_date(LunarDate(2026, 4, day), "en") == f"{ordinal} day of the 4th lunar month"


def test_days_of_one_month_name_it_once() -> None:
    assert told_span(LunarDate(2026, 8, 15), LunarDate(2026, 8, 20)) == [
        "từ ngày 15 đến ngày 20 tháng 8 âm lịch",
        "15th to 20th days of the 8th lunar month",
        "ベトナム旧暦8月15日～20日",
        "베트남 음력 8월 15일~20일",
    ]


def test_days_of_two_months_name_both() -> None:
    assert told_span(LunarDate(2026, 12, 23), LunarDate(2027, 1, 7)) == [
        "từ ngày 23 tháng Chạp đến mùng 7 tháng Giêng âm lịch",
        "23rd day of the 12th lunar month to 7th day of the 1st lunar month",
        "ベトナム旧暦12月23日～1月7日",
        "베트남 음력 12월 23일~1월 7일",
    ]


def test_a_month_and_its_leap_month_are_two() -> None:
    span = lunar_span(LunarDate(2025, 6, 30), LunarDate(2025, 6, 2, is_leap=True), "ja")

    assert span == "ベトナム旧暦6月30日～閏6月2日"


def test_one_day_is_no_span() -> None:
    assert told_span(LunarDate(2026, 8, 15), LunarDate(2026, 8, 15)) == told(LunarDate(2026, 8, 15))


@pytest.mark.parametrize(
    ("year", "names"),
    [
        (2026, ["năm Bính Ngọ", "Year of the Horse (Bính Ngọ)", "丙午（ウマ年）", "병오년(말의 해)"]),
        (2023, ["năm Quý Mão", "Year of the Cat (Quý Mão)", "癸卯（ネコ年）", "계묘년(고양이의 해)"]),
        (1984, ["năm Giáp Tý", "Year of the Rat (Giáp Tý)", "甲子（ネズミ年）", "갑자년(쥐의 해)"]),
        (2043, ["năm Quý Hợi", "Year of the Pig (Quý Hợi)", "癸亥（ブタ年）", "계해년(돼지의 해)"]),
    ],
)
def test_a_year_carries_the_name_and_the_animal_of_vietnam(year: int, names: list[str]) -> None:
    assert [year_name(year, language) for language in LANGUAGES] == names


def test_a_round_of_names_takes_sixty_years() -> None:
    assert len({year_name(year, "vi") for year in range(1968, 2028)}) == 60
    assert year_name(1968, "vi") == year_name(2028, "vi")
