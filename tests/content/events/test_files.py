"""The calendar files beside events, in each language."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from content.events.files import calendar_of, event_file
from content.models import EventPage
from content.surroundings import rendering_in
from media.multilingual import LANGUAGES
from tests.content.events.samples import DEN_TRAN, calendar, fair, festival, furnished_fair, site
from tests.content.fakes import FakeSurroundings

pytestmark = pytest.mark.django_db

EARLY = datetime(2026, 3, 2, 20, tzinfo=UTC)


def read(event: EventPage, around: FakeSurroundings | None = None) -> list[Any]:
    with rendering_in(around or site()):
        return list(Calendar.from_ical(event_file(event)).walk("VEVENT"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_is_filed_in_the_language_of_its_page(language: str) -> None:
    event = read(festival(), site(language))[0]

    assert event["SUMMARY"] == event["LOCATION"] == DEN_TRAN[language]
    assert event["SUMMARY"].params["LANGUAGE"] == language
    assert event["URL"] == f"https://portal.example/{language}/40/"


def test_a_yearly_festival_is_filed_for_three_years_each_under_its_own_name() -> None:
    filed = read(festival())

    assert [event.decoded("DTSTART") for event in filed] == [
        date(2026, 9, 25),
        date(2027, 9, 15),
        date(2028, 10, 3),
    ]
    assert len({event["UID"] for event in filed}) == 3


def test_the_name_of_a_year_stays_when_the_year_before_is_over() -> None:
    event = festival()
    before = {one["UID"]: one.decoded("DTSTART") for one in read(event)}
    after = {one["UID"]: one.decoded("DTSTART") for one in read(event, site(today=date(2026, 10, 1)))}

    assert before.keys() - after.keys() == {f"{event.translation_key}-2026@events"}
    assert all(after[uid] == day for uid, day in before.items() if uid in after)


def test_times_of_day_place_and_desk_are_filed() -> None:
    page = furnished_fair()
    (event,) = read(page)

    assert event.decoded("DTSTART").isoformat() == "2026-04-02T08:00:00+07:00"
    assert event.decoded("DTEND").isoformat() == "2026-04-03T17:30:00+07:00"
    assert event["LOCATION"] == "Đền Trần, Tức Mặc"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (20.4567, 106.1678)
    assert event["ORGANIZER"] == "mailto:desk@example.vn"
    assert event["ORGANIZER"].params["CN"] == "Sở"


def test_the_address_for_reminders_of_an_agency_is_not_told() -> None:
    page = furnished_fair()
    page.desk = None

    with rendering_in(site()):
        assert b"inside@example.vn" not in event_file(page)


def test_an_event_over_stays_in_its_file() -> None:
    (event,) = read(fair(), site(today=date(2027, 1, 1)))

    assert event.decoded("DTSTART") == date(2026, 4, 2)


@pytest.mark.parametrize(
    ("status", "word"), [("confirmed", "CONFIRMED"), ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED")]
)
def test_a_cancelled_event_says_so_in_its_file(status: str, word: str) -> None:
    assert read(fair(status=status))[0]["STATUS"] == word


def test_a_later_publication_is_a_later_version() -> None:
    first = read(fair(last_published_at=EARLY))[0]
    second = read(fair(last_published_at=EARLY.replace(day=9)))[0]

    assert first["SEQUENCE"] < second["SEQUENCE"]
    # The third of March had begun in Vietnam.
    assert first.decoded("DTSTAMP") == datetime(2026, 3, 2, 17, tzinfo=UTC)


def test_an_event_without_days_has_an_empty_file() -> None:
    assert read(fair(first_day=None, last_day=None)) == []


def test_a_zone_that_is_gone_leaves_whole_days() -> None:
    page = furnished_fair()
    page.time_zone = "Mars/Olympus"

    assert read(page)[0].decoded("DTSTART") == date(2026, 4, 2)


def test_one_calendar_holds_all_events_in_the_order_of_their_days() -> None:
    around = site("en")
    with rendering_in(around):
        filed = Calendar.from_ical(calendar_of(calendar(), around.records("content.eventpage")))

    assert filed["X-WR-CALNAME"] == "Calendar – Portal en"
    assert [event["SUMMARY"] for event in filed.walk("VEVENT")] == ["Fair", *["Tran Temple"] * 3]
