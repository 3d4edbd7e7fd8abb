"""What an editor is told of days that contradict each other."""

from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests.content.events.samples import contest, fair, festival, furnished_fair, undated_fair

pytestmark = pytest.mark.django_db


def refused(event: Any) -> dict[str, list[str]]:
    """Return what cleaning *event* complains of, in the editors' language's source."""
    with translation.override("en"):
        try:
            event.clean()
        except ValidationError as refusal:
            return refusal.message_dict
    return {}


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"last_day": date(2026, 4, 1)}, "last_day", "The event ends before it begins."),
        ({"last_day": None, "starts_at": time(9), "ends_at": time(8)}, "ends_at", "ends before it begins"),
        ({"starts_at": time(9)}, "ends_at", "Give both times of day, or none"),
        ({"ends_at": time(9)}, "starts_at", "Give both times of day, or none"),
        ({"time_zone": "Asia/Hanoi"}, "time_zone", "“Asia/Hanoi” is no time zone."),
        ({"first_day": None}, "first_day", "Give the Gregorian day on which the event begins."),
        ({"lunar_day": 15}, "lunar_month", "A lunar date needs both its day and its month."),
        ({"lunar_last_month": 8, "lunar_last_day": 1}, "lunar_month", "Give the lunar day on which"),
        ({"recurrence": "yearly-lunar"}, "lunar_month", "needs the lunar day on which it begins."),
    ],
)
def test_days_that_make_no_sense_are_refused(changes: dict[str, Any], field: str, sentence: str) -> None:
    problems = refused(fair(**changes))

    assert list(problems) == [field]
    assert sentence in problems[field][0]


def test_a_fair_over_midnight_may_end_at_an_earlier_hour() -> None:
    assert refused(fair(starts_at=time(20), ends_at=time(2))) == {}


@pytest.mark.parametrize("event", [fair, festival, undated_fair, furnished_fair])
def test_sound_days_are_taken(event: Any) -> None:
    assert refused(event()) == {}


def test_a_lunar_day_that_is_another_gregorian_day_is_named_with_the_right_one() -> None:
    problems = refused(fair(first_day=date(2026, 9, 24), last_day=None, lunar_month=8, lunar_day=15))

    assert problems == {
        "first_day": [
            (
                "24 September 2026 is the 14th day of the 8th lunar month, not the 15th day of the 8th lunar "
                "month, which is 25 September 2026. Correct one of the two dates."
            )
        ]
    }


def test_the_sentence_names_days_as_the_interface_does() -> None:
    event = fair(first_day=date(2026, 9, 24), last_day=None, lunar_month=8, lunar_day=15)
    with translation.override("vi"), pytest.raises(ValidationError) as refusal:
        event.clean()

    assert "25 tháng 9 năm 2026" in refusal.value.messages[0]


def test_a_lunar_day_that_the_year_lacks_is_said_to_be_missing() -> None:
    event = fair(first_day=date(2026, 2, 16), last_day=None, lunar_month=12, lunar_day=30)

    assert "That lunar year has no such day" in refused(event)["first_day"][0]


def test_the_last_day_is_compared_too() -> None:
    lunar = {"lunar_month": 8, "lunar_day": 15, "lunar_last_month": 8, "lunar_last_day": 20}
    event = fair(first_day=date(2026, 9, 25), last_day=date(2026, 10, 1), **lunar)

    assert "30 September 2026" in refused(event)["last_day"][0]


def test_the_days_of_a_leap_month_agree_with_its_number() -> None:
    assert refused(fair(first_day=date(2025, 7, 25), last_day=None, lunar_month=6, lunar_day=1)) == {}


def test_gregorian_days_of_a_yearly_festival_must_be_those_computed() -> None:
    assert refused(festival(first_day=date(2026, 9, 25), last_day=date(2026, 9, 30))) == {}

    problems = refused(festival(first_day=date(2026, 9, 25), last_day=date(2026, 9, 29)))
    assert "25–30 September 2026" in problems["first_day"][0]


def test_days_that_the_lunar_calendar_does_not_reach_are_refused_in_a_sentence() -> None:
    event = fair(first_day=date(1954, 5, 7), last_day=None, lunar_month=4, lunar_day=5)

    assert refused(event) == {
        "first_day": ["The lunar calendar is computed for the years 1968 to 2100 only."]
    }


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"opens_on": date(2026, 9, 1), "closes_on": date(2026, 8, 1)}, "closes_on"),
        ({"closes_on": date(2026, 9, 1), "results_on": date(2026, 8, 1)}, "results_on"),
        ({"opens_on": date(2026, 9, 1)}, "closes_on"),
    ],
)
def test_a_contest_that_closes_before_it_opens_is_refused(days: dict[str, Any], field: str) -> None:
    assert list(refused(contest(**days))) == [field]


def test_a_contest_in_order_is_taken() -> None:
    days = {"opens_on": date(2026, 8, 1), "closes_on": date(2026, 8, 1), "results_on": date(2026, 8, 1)}

    assert refused(contest(**days)) == {}
