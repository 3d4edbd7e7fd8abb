"""The Vietnamese lunar calendar says what printed calendars of Vietnam say."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.calendars.lunar import (
    FIRST_YEAR,
    LAST_YEAR,
    LunarDate,
    NoSuchLunarDay,
    YearNotSupported,
    gregorian_day,
    lunar_day,
    months,
    new_year,
)

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
DAY = timedelta(days=1)

# Chinese New Year, as the observatory of Hong Kong prints it; Tết is another day where the two differ.
NEW_YEARS_IN_CHINA = """
    1968-01-30 1969-02-17 1970-02-06 1971-01-27 1972-02-15 1973-02-03 1974-01-23 1975-02-11 1976-01-31
    1977-02-18 1978-02-07 1979-01-28 1980-02-16 1981-02-05 1982-01-25 1983-02-13 1984-02-02 1985-02-20
    1986-02-09 1987-01-29 1988-02-17 1989-02-06 1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10
    1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 2000-02-05 2001-01-24 2002-02-12 2003-02-01
    2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23
    2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12
    2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03
""".split()
# Where midnight of Hà Nội lies between the new moon (in 1985: the solstice) and midnight of Beijing.
OTHERWISE_IN_VIETNAM = {1968: "01-29", 1969: "02-16", 1985: "01-21", 2007: "02-17", 2030: "02-02"}

# China has the tenth month of 1984 twice and the sixth of 1987; 2033 is where simpler rules fail.
LEAP_MONTHS = """
    1968/7 1971/5 1974/4 1976/8 1979/6 1982/4 1985/2 1987/7 1990/5 1993/3 1995/8 1998/5 2001/4 2004/2 2006/7
    2009/5 2012/4 2014/9 2017/6 2020/4 2023/2 2025/6 2028/5 2031/3 2033/11 2036/6
""".split()


@pytest.mark.parametrize("in_china", NEW_YEARS_IN_CHINA)
def test_tet_is_the_day_of_printed_calendars(in_china: str) -> None:
    year = int(in_china[:4])
    tet = f"{year}-{OTHERWISE_IN_VIETNAM.get(year, in_china[5:])}"

    assert new_year(year).isoformat() == tet
    assert lunar_day(date.fromisoformat(tet)) == LunarDate(year, 1, 1)


def test_leap_months_are_those_of_vietnam() -> None:
    leap = [f"{one.year}/{one.number}" for year in YEARS for one in months(year) if one.is_leap]

    assert leap[: len(LEAP_MONTHS)] == LEAP_MONTHS


@pytest.mark.parametrize(
    ("gregorian", "lunar"),
    [
        ("2025-02-08", LunarDate(2025, 1, 11)),  # Khai ấn of 2025 begins, as its organisers said
        ("2025-07-25", LunarDate(2025, 6, 1, is_leap=True)),
        ("2024-04-18", LunarDate(2024, 3, 10)),  # Giỗ Tổ Hùng Vương, a public holiday
        ("2025-04-07", LunarDate(2025, 3, 10)),
        ("2026-04-26", LunarDate(2026, 3, 10)),
        ("2026-09-25", LunarDate(2026, 8, 15)),  # Trung thu
        ("2024-02-09", LunarDate(2023, 12, 30)),
    ],
)
def test_feasts_fall_on_the_days_that_they_were_kept(gregorian: str, lunar: LunarDate) -> None:
    assert lunar_day(date.fromisoformat(gregorian)) == lunar
    assert gregorian_day(lunar).isoformat() == gregorian


def test_every_day_of_the_calendar_goes_there_and_back() -> None:
    days = [
        new_year(FIRST_YEAR) + n * DAY for n in range((date(2101, 1, 28) - new_year(FIRST_YEAR)).days + 1)
    ]

    assert len(days) > 60 * 365
    assert all(gregorian_day(lunar_day(day)) == day for day in days)


def test_the_days_of_the_calendar_follow_each_other() -> None:
    counted = [one for year in YEARS for one in months(year)]

    assert all(one.first + one.days * DAY == following.first for one, following in pairwise(counted))
    assert {one.days for one in counted} == {29, 30}


@given(st.sampled_from(YEARS))
def test_a_year_has_twelve_months_and_may_repeat_one(year: int) -> None:
    own = [one.number for one in months(year) if not one.is_leap]
    repeated = [(at, one.number) for at, one in enumerate(months(year)) if one.is_leap]

    assert own == list(range(1, 13))
    assert len(repeated) <= 1
    assert all(months(year)[at - 1].number == number for at, number in repeated)


@pytest.mark.parametrize("day", ["1968-01-28", "1900-01-01", "2101-01-29", "2400-06-01"])
def test_days_outside_the_calendar_are_refused_in_a_sentence(day: str) -> None:
    with pytest.raises(YearNotSupported, match=r"computed for the years 1968 to 2100, not for \d{4}\."):
        lunar_day(date.fromisoformat(day))


@pytest.mark.parametrize("year", [1967, 2101])
def test_years_outside_the_calendar_are_refused(year: int) -> None:
    with pytest.raises(YearNotSupported):
        gregorian_day(LunarDate(year, 8, 15))


@pytest.mark.parametrize(
    "wanted",
    [
        LunarDate(2026, 8, 15, is_leap=True),
        LunarDate(2026, 13, 1),
        LunarDate(2026, 1, 0),
        LunarDate(2025, 12, 30),  # that year ended on its 29th
    ],
)
def test_a_day_that_the_year_lacks_is_refused(wanted: LunarDate) -> None:
    with pytest.raises(NoSuchLunarDay, match=f"The lunar year {wanted.year} has no day {wanted.day}"):
        gregorian_day(wanted)
