"""A calendar program reads back what was written, and gets the same bytes each time."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from content.calendars.ical import Contact, Entry, Status, WrongTimes, calendar_file

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
FESTIVAL = Entry(
    uid="le-hoi-2026@portal",
    language="vi",
    summary="Lễ hội Đền Trần; tháng Tám, hằng năm",
    start=date(2026, 9, 25),
    end=date(2026, 9, 30),
    changed=datetime(2026, 11, 23, 9, 30, tzinfo=HANOI),
    sequence=4,
    description="Dòng thứ nhất\nDòng thứ hai, có dấu phẩy; và dấu \\",
    location="Khu di tích Đền Trần – chùa Tháp",
    url="https://portal.example/vi/su-kien/den-tran/",
    geo=(20.4567, 106.1678),
)
FAIR = replace(
    FESTIVAL,
    uid="hoi-cho@portal",
    start=datetime(2026, 12, 1, 8, 0, tzinfo=HANOI),
    end=datetime(2026, 12, 2, 17, 30, tzinfo=HANOI),
)


def read(*entries: Entry) -> Any:
    return Calendar.from_ical(calendar_file(entries, name="Sự kiện", language="vi"))


def only_event(*entries: Entry) -> Any:
    (event,) = read(*entries).walk("VEVENT")
    return event


def test_the_words_come_back_as_they_were_and_say_their_language() -> None:
    event = only_event(FESTIVAL)

    assert event["SUMMARY"] == FESTIVAL.summary
    assert event["DESCRIPTION"] == FESTIVAL.description
    assert event["LOCATION"] == FESTIVAL.location
    assert {event[name].params["LANGUAGE"] for name in ("SUMMARY", "DESCRIPTION", "LOCATION")} == {"vi"}
    assert event["UID"] == FESTIVAL.uid
    assert event["URL"] == FESTIVAL.url
    assert (event["GEO"].latitude, event["GEO"].longitude) == FESTIVAL.geo


def test_whole_days_end_before_the_day_after_the_last() -> None:
    event = only_event(FESTIVAL)

    assert event.decoded("DTSTART") == date(2026, 9, 25)
    assert event.decoded("DTEND") == date(2026, 10, 1)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_time_of_day_stands_in_its_zone_and_brings_the_zone_along() -> None:
    calendar = read(FAIR)
    (event,), (zone,) = calendar.walk("VEVENT"), calendar.walk("VTIMEZONE")

    assert event["DTSTART"].params["TZID"] == zone["TZID"] == "Asia/Ho_Chi_Minh"
    assert event.decoded("DTSTART").astimezone(UTC) == datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
    assert event.decoded("DTEND").astimezone(UTC) == datetime(2026, 12, 2, 10, 30, tzinfo=UTC)
    (rule,) = zone.walk("STANDARD")
    assert rule["TZOFFSETTO"].td == timedelta(hours=7)


def test_a_zone_with_summer_time_brings_its_changes() -> None:
    paris = ZoneInfo("Europe/Paris")
    calendar = read(replace(FAIR, start=FAIR.start.astimezone(paris), end=FAIR.end.astimezone(paris)))  # type: ignore[attr-defined]  # the fair has moments

    assert calendar.walk("DAYLIGHT")
    assert calendar.walk("VEVENT")[0].decoded("DTSTART") == FAIR.start


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.CONFIRMED, "CONFIRMED"),
        (Status.POSTPONED, "TENTATIVE"),
        (Status.CANCELLED, "CANCELLED"),
    ],
)
def test_a_cancelled_event_says_so_where_it_is_kept_already(status: Status, word: str) -> None:
    event = only_event(replace(FESTIVAL, status=status))

    assert event["STATUS"] == word
    assert event["SEQUENCE"] == 4
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 23, 2, 30, tzinfo=UTC)


def test_an_organiser_with_an_address_can_be_written_to() -> None:
    event = only_event(replace(FESTIVAL, organiser=Contact("Sở Văn hóa", "sovhttdl@example.vn")))

    assert event["ORGANIZER"] == "mailto:sovhttdl@example.vn"
    assert event["ORGANIZER"].params["CN"] == "Sở Văn hóa"


def test_an_organiser_without_an_address_is_still_named() -> None:
    event = only_event(replace(FESTIVAL, organiser=Contact("Sở Văn hóa")))

    assert event["CONTACT"] == "Sở Văn hóa"
    assert "ORGANIZER" not in event


def test_what_is_not_known_is_not_written() -> None:
    event = only_event(Entry("a", "en", "Fair", date(2026, 1, 1), date(2026, 1, 1), FESTIVAL.changed))

    assert not {"DESCRIPTION", "LOCATION", "URL", "GEO", "ORGANIZER", "CONTACT"} & set(event)


def test_a_whole_calendar_has_a_name_and_each_zone_once() -> None:
    calendar = read(FESTIVAL, FAIR, replace(FAIR, uid="another"))

    assert [event["UID"] for event in calendar.walk("VEVENT")] == [FESTIVAL.uid, FAIR.uid, "another"]
    assert len(calendar.walk("VTIMEZONE")) == 1
    assert calendar["X-WR-CALNAME"] == calendar["NAME"] == "Sự kiện"
    assert calendar["METHOD"] == "PUBLISH"


def test_an_empty_calendar_can_be_followed() -> None:
    assert read().walk("VEVENT") == []


def test_lines_are_folded_for_old_programs() -> None:
    written = calendar_file([FESTIVAL], name="Sự kiện", language="vi")

    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert b"\n" not in written.replace(b"\r\n", b"")


def test_the_same_event_gives_the_same_bytes() -> None:
    once, again = (calendar_file([FESTIVAL, FAIR], name="Sự kiện", language="vi") for _time in range(2))

    assert once == again


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (replace(FESTIVAL, end=date(2026, 9, 24)), "ends before it starts"),
        (replace(FESTIVAL, end=FAIR.end), "has a time of day at one end only"),
        (replace(FAIR, end=datetime(2026, 12, 2, 17, 30)), "without a named time zone"),  # noqa: DTZ001 - the wrong
        (replace(FAIR, start=datetime(2026, 12, 1, tzinfo=timezone(timedelta(hours=7)))), "named time zone"),
    ],
)
def test_times_that_make_no_sense_are_refused_in_a_sentence(entry: Entry, sentence: str) -> None:
    with pytest.raises(WrongTimes, match=f"The event {entry.uid} .*{sentence}"):
        calendar_file([entry], name="Sự kiện", language="vi")
