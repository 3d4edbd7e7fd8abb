"""A festival of the lunar calendar comes back each year, on other Gregorian days."""

from datetime import date

import pytest

from content.calendars import lunar
from content.calendars.recurrence import LunarDay, NoSuchRecurrence, Occurrence, coming, occurrence

AUGUST = (LunarDay(8, 15), LunarDay(8, 20))


def test_the_festival_of_the_eighth_month_is_told_for_years_ahead() -> None:
    found = coming(first=AUGUST[0], last=AUGUST[1], since=date(2026, 11, 23), years=3)

    assert found == (
        Occurrence(2027, date(2027, 9, 15), date(2027, 9, 20)),
        Occurrence(2028, date(2028, 10, 3), date(2028, 10, 8)),
        Occurrence(2029, date(2029, 9, 22), date(2029, 9, 27)),
    )


@pytest.mark.parametrize(("since", "year"), [("2026-09-30", 2026), ("2026-10-01", 2027)])
def test_a_festival_that_is_under_way_still_comes(since: str, year: int) -> None:
    found = coming(first=AUGUST[0], last=AUGUST[1], since=date.fromisoformat(since), years=1)

    assert [one.year for one in found] == [year]


def test_a_festival_may_last_into_the_new_year() -> None:
    found = occurrence(first=LunarDay(12, 23), last=LunarDay(1, 7), year=2026)

    assert (found.start, found.end) == (date(2027, 1, 30), date(2027, 2, 12))


def test_a_festival_around_new_year_is_found_while_it_lasts() -> None:
    found = coming(first=LunarDay(12, 23), last=LunarDay(1, 7), since=date(2027, 2, 12), years=1)

    assert [one.year for one in found] == [2026]


def test_the_thirtieth_falls_on_the_last_day_of_a_short_month() -> None:
    last_night = occurrence(first=LunarDay(12, 30), last=LunarDay(12, 30), year=2025)

    assert last_night.start == last_night.end == date(2026, 2, 16)
    assert lunar.new_year(2026) == date(2026, 2, 17)


def test_a_leap_month_has_no_festival_of_its_own() -> None:
    found = occurrence(first=LunarDay(6, 1), last=LunarDay(6, 1), year=2025)

    assert lunar.lunar_day(found.start) == lunar.LunarDate(2025, 6, 1)


@pytest.mark.parametrize("wrong", [LunarDay(0, 1), LunarDay(13, 1), LunarDay(8, 0), LunarDay(8, 31)])
def test_days_that_no_year_has_are_refused(wrong: LunarDay) -> None:
    with pytest.raises(NoSuchRecurrence, match=f"No lunar year has a day {wrong.day} of month {wrong.month}"):
        coming(first=wrong, last=wrong, since=date(2026, 1, 1), years=1)


def test_where_the_calendar_ends_there_are_fewer_years() -> None:
    found = coming(first=LunarDay(12, 23), last=LunarDay(1, 7), since=date(2098, 6, 1), years=9)

    assert [one.year for one in found] == [2098, 2099]
