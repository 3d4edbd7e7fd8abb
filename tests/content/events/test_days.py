"""When an event takes place, and where today stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from typing import Any

import pytest

from content.events.days import coming, following, months, shown
from content.events.enums import ContestStage, Stage
from content.events.showing import When, when
from content.events.stages import contest_stage
from content.models import EventPage
from content.surroundings import rendering_in
from tests.content.events.samples import (
    contest,
    fair,
    festival,
    judged_contest,
    running_contest,
)
from tests.content.fakes import FakeSurroundings

# Even an unsaved page asks for its content type.
pytestmark = pytest.mark.django_db


@contextmanager
def on(today: date, language: str = "vi") -> Iterator[None]:
    with rendering_in(FakeSurroundings(language, today=today)):
        yield


def told(event: EventPage, today: date = date(2026, 3, 4), language: str = "vi") -> When:
    with on(today, language):
        return when(event)


@pytest.mark.parametrize(
    ("today", "first", "stage"),
    [
        (date(2026, 9, 24), date(2026, 9, 25), Stage.COMING),
        (date(2026, 9, 25), date(2026, 9, 25), Stage.NOW),
        (date(2026, 9, 30), date(2026, 9, 25), Stage.NOW),
        (date(2026, 10, 1), date(2027, 9, 15), Stage.COMING),
    ],
)
def test_a_yearly_festival_is_told_for_the_next_time(today: date, first: date, stage: Stage) -> None:
    said = told(festival(), today)

    assert said.stage == stage
    assert said.days is not None
    assert said.days.first == first.isoformat()
    assert said.is_yearly


def test_a_yearly_festival_names_its_lunar_days_and_the_years_after() -> None:
    said = told(festival(), language="en")

    assert said.lunar == "15th to 20th days of the 8th lunar month"
    assert said.lunar_year == "Year of the Horse (Bính Ngọ)"
    assert [days.first for days in said.further] == ["2027-09-15", "2028-10-03", "2029-09-22"]


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        (date(2026, 4, 1), Stage.COMING),
        (date(2026, 4, 2), Stage.NOW),
        (date(2026, 4, 3), Stage.NOW),
        (date(2026, 4, 4), Stage.PAST),
    ],
)
def test_an_event_is_coming_then_now_then_past(today: date, stage: Stage) -> None:
    said = told(fair(), today)

    assert said.stage == stage
    assert said.is_past is (stage == Stage.PAST)
    assert said.further == ()


def test_an_event_without_days_says_that_they_are_to_come() -> None:
    assert told(fair(first_day=None, last_day=None)) == When(Stage.UNDATED)


def test_an_event_of_one_day_needs_no_last_day() -> None:
    said = told(fair(last_day=None))

    assert said.days is not None
    assert (said.days.first, said.days.last) == ("2026-04-02", "2026-04-02")


@pytest.mark.parametrize(
    ("language", "times"),
    [
        ("vi", "08:00–17:30 (Giờ Việt Nam, UTC+07:00)"),
        ("en", "08:00–17:30 (Vietnam Time, UTC+07:00)"),
        ("ja", "8:00–17:30 (ベトナム時間, UTC+07:00)"),
        ("ko", "AM 8:00–PM 5:30 (베트남 시간, UTC+07:00)"),
    ],
)
def test_a_time_of_day_stands_with_its_zone(language: str, times: str) -> None:
    event = fair(starts_at=time(8), ends_at=time(17, 30))

    assert told(event, language=language).times == times


def test_a_zone_that_is_gone_takes_only_its_own_words_away() -> None:
    event = fair(starts_at=time(8), ends_at=time(17, 30), time_zone="Mars/Olympus")

    assert told(event).times == "08:00–17:30"


def test_lunar_days_that_no_year_has_leave_an_event_undated() -> None:
    assert told(festival(lunar_day=31)) == When(Stage.UNDATED)


def test_a_fair_on_a_lunar_day_names_it() -> None:
    assert told(fair(lunar_month=2, lunar_day=15, last_day=None)).lunar == "ngày 15 tháng 2 âm lịch"
    assert told(fair()).lunar == ""


def test_what_comes_leaves_out_what_is_over() -> None:
    with on(date(2026, 10, 1)):
        assert [one.year for one in coming(festival(), 2)] == [2027, 2028]
        assert coming(fair(), 2) == []
        assert shown(fair()) is not None


def test_the_editor_is_shown_the_years_ahead() -> None:
    assert [one.year for one in following(festival(), date(2026, 10, 1), 6)] == list(range(2027, 2033))
    assert following(fair(), date(2026, 1, 1), 6) == ()


def test_a_festival_stands_under_every_month_it_can_fall_in() -> None:
    assert months(festival()) == {9, 10}
    assert months(fair(last_day=date(2026, 5, 1))) == {4, 5}
    assert months(fair(first_day=None, last_day=None)) == set()


CONTEST_DAYS: list[tuple[Any, ContestStage]] = [
    (date(2026, 2, 28), ContestStage.BEFORE),
    (date(2026, 3, 1), ContestStage.OPEN),
    (date(2026, 9, 30), ContestStage.OPEN),
    (date(2026, 10, 1), ContestStage.CLOSED),
    (date(2026, 12, 9), ContestStage.CLOSED),
    (date(2026, 12, 10), ContestStage.RESULTS),
]


@pytest.mark.parametrize(("today", "stage"), CONTEST_DAYS)
def test_a_contest_opens_closes_and_has_results_by_its_days(today: date, stage: ContestStage) -> None:
    with on(today):
        assert contest_stage(judged_contest()) == stage


def test_a_contest_without_works_has_no_results_yet() -> None:
    with on(date(2027, 1, 1)):
        assert contest_stage(running_contest()) == ContestStage.CLOSED


def test_a_contest_without_days_is_neither_open_nor_closed() -> None:
    with on(date(2026, 5, 1)):
        assert contest_stage(contest()) == ContestStage.UNDATED
