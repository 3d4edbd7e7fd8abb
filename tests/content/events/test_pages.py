"""Event pages, contest pages and their directory, as readers see them."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from content import directories
from content.listings.events import month_label
from content.models import ContestPage, EventPage
from content.surroundings import rendering_in
from media.multilingual import LANGUAGES
from tests.content.events.samples import (
    calendar,
    cancelled_fair,
    contest,
    fair,
    festival,
    furnished_fair,
    judged_contest,
    running_contest,
    site,
    undated_fair,
)
from tests.content.fakes import FakeSurroundings
from tests.content.markup import Markup, document_problems
from tests.content.samples import rendered, shown

pytestmark = pytest.mark.django_db

SPRING, OPEN, AUTUMN, WINTER = date(2026, 3, 4), date(2026, 5, 1), date(2026, 10, 5), date(2026, 12, 24)


def texts(markup: Markup, tag: str) -> list[str]:
    return [element.text for element in markup.all(tag)]


def links(markup: Markup) -> list[str]:
    return [a.attributes["href"] for a in markup.all("a")]


def english(page: Any, today: date = SPRING, **fields: Any) -> Markup:
    page_too = [page, festival(), calendar()] if "others" not in fields else fields.pop("others")
    others = {one.pk: one for one in reversed(page_too)}
    return shown(page, site("en", today, others=tuple(others.values()), **fields))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "page",
    [
        festival,
        fair,
        furnished_fair,
        contest,
        running_contest,
        judged_contest,
        calendar,
        undated_fair,
        cancelled_fair,
    ],
)
@pytest.mark.parametrize("today", [SPRING, WINTER])
def test_a_page_is_sound(page: Any, language: str, today: date) -> None:
    for around in (site(language, today), FakeSurroundings(language, today=today)):
        assert document_problems(shown(page(), around)) == []


def test_a_hostile_word_stays_text() -> None:
    page = furnished_fair()
    assert page.place is not None
    page.admission_en = page.place.name_en = page.title_en = "<script>alert(1)</script>"

    assert "<script>alert" not in rendered("event.html", site("en"), page=page)


def test_a_yearly_festival_shows_both_calendars_and_a_file() -> None:
    markup = english(festival())

    assert "25–30 September 2026" in texts(markup, "time")
    days = "15th to 20th days of the 8th lunar month"
    assert any(said.startswith(days) for said in texts(markup, "dd"))
    assert any(said.endswith("Year of the Horse (Bính Ngọ)") for said in texts(markup, "dd"))
    assert "15–20 September 2027" in texts(markup, "time")
    assert "/en/40/event.ics" in links(markup)


def test_a_past_event_says_so_and_leads_to_what_is_coming() -> None:
    markup = english(fair(), AUTUMN)

    assert any("This event is over: it took place on 2–3 April 2026." in said for said in texts(markup, "p"))
    assert "/en/43/" in links(markup)
    assert "/en/40/" in links(markup)
    assert "/en/41/event.ics" not in links(markup)


def test_an_event_to_come_does_not_say_that_it_is_over() -> None:
    assert not any("is over" in said for said in texts(english(fair()), "p"))


@pytest.mark.parametrize(
    ("status", "word"), [("cancelled", "has been cancelled"), ("postponed", "has been postponed")]
)
def test_an_event_that_does_not_take_place_says_so_first(status: str, word: str) -> None:
    markup = english(fair(status=status))

    assert any(word in said for said in texts(markup, "p"))


def test_the_sheet_names_organiser_admission_and_desk() -> None:
    page = furnished_fair()
    markup = english(page)

    assert {"Dept.", "Free"} <= set(texts(markup, "dd"))
    assert {"Desk", "+84 228 1"} <= set(texts(markup, "p"))


def listing(today: date, *others: Any) -> Markup:
    pages = (calendar(), *others)
    return shown(calendar(), site("en", today, others=pages))


def test_the_directory_lists_what_comes_by_month_and_then_what_is_over() -> None:
    markup = listing(AUTUMN, fair(pk=51), festival(), fair(pk=52, first_day=None, last_day=None))

    assert texts(markup, "h2")[1:5] == [
        "September 2027",
        "Days to be announced",
        "Past: April 2026",
        "The whole table",
    ]


def test_the_directory_offers_a_calendar_to_follow() -> None:
    assert "/en/43/events.ics" in links(listing(SPRING, fair()))


def test_contests_stand_below_the_events() -> None:
    markup = listing(OPEN, fair(), running_contest())

    assert "Contests" in texts(markup, "h2")
    assert "/en/42/" in links(markup)
    assert "Open for entries" in texts(markup, "span")


def test_a_directory_of_past_events_says_that_none_is_announced() -> None:
    assert "No event is announced at the moment." in texts(listing(AUTUMN, fair()), "p")


def test_events_are_divided_by_kind_month_and_place() -> None:
    assert directories.facet_values(festival()) == (
        ("kind", "festival"),
        ("month", "09"),
        ("month", "10"),
        ("place", "3"),
    )
    filters = [a.text for a in listing(SPRING, festival()).all("a") if "data-facet" in a.attributes]
    assert filters == ["Festival 1", "September 1", "October 1", "Tran Temple 1"]


@pytest.mark.parametrize(
    ("language", "name"), [("vi", "Tháng 9"), ("en", "September"), ("ja", "9月"), ("ko", "9월")]
)
def test_a_month_is_named_in_the_readers_language(language: str, name: str) -> None:
    with rendering_in(FakeSurroundings(language)):
        assert month_label("09") == name


def test_the_table_of_events_holds_days_for_machines() -> None:
    found = directories.directory("events")
    assert found is not None
    around = site("en", SPRING)
    with translation.override("en"), rendering_in(around):
        records = found.sorted(around.records(found.kind))
        rows = [[column.value(record) for column in found.columns] for record in records]

    assert rows[0][:4] == ["Fair", "Fair", date(2026, 4, 2), date(2026, 4, 3)]
    assert rows[1][4] == "15th to 20th days of the 8th lunar month"


def test_the_contest_that_takes_entries_stands_first() -> None:
    found = directories.directory("contests")
    assert found is not None
    others = (contest(pk=60), running_contest(pk=61), contest(pk=62))
    around = site("en", OPEN, others=others)
    with translation.override("en"), rendering_in(around):
        records = found.sorted(around.records(found.kind))
        assert [record.card.pk for record in records] == [61, 62, 60]
        assert [column.value(records[0]) for column in found.columns][1:4] == [
            "Open for entries",
            date(2026, 3, 1),
            date(2026, 9, 30),
        ]


def test_an_entry_can_be_sent_only_while_the_contest_is_open() -> None:
    assert "https://entries.example/" in links(english(running_contest(), OPEN))
    for closed in (date(2026, 2, 1), AUTUMN):
        assert "https://entries.example/" not in links(english(running_contest(), closed))


def test_prizes_are_sums_of_the_readers_language() -> None:
    items = texts(english(running_contest(), OPEN), "li")

    assert "1 × First prize: VND 10 million" in items
    assert "5 × Consolation prize" in items


def test_the_winning_works_are_shown_when_the_results_are_out() -> None:
    markup = english(judged_contest(), WINTER)

    assert any("Trần Thị Bình" in said for said in texts(markup, "p"))
    assert not any("Trần Thị Bình" in said for said in texts(english(judged_contest(), AUTUMN), "p"))


def home_band(today: date, *others: Any) -> Markup:
    return Markup(rendered("includes/home_events.html", site("en", today, others=(*others, calendar()))))


def test_the_front_page_shows_the_next_three_events() -> None:
    later = [fair(pk=70 + day, first_day=date(2026, 5, day), last_day=None) for day in (4, 3, 2, 1)]
    cancelled = fair(pk=80, first_day=date(2026, 3, 5), status="cancelled")

    shown_links = [one for one in links(home_band(SPRING, *later, cancelled)) if one != "/en/43/"]

    assert shown_links == ["/en/71/", "/en/72/", "/en/73/"]


def test_the_front_page_has_no_band_without_events() -> None:
    assert home_band(AUTUMN, fair()).all("section") == []


def test_events_and_contests_may_stand_in_sections_and_directories() -> None:
    for kind in (EventPage, ContestPage):
        assert kind.parent_page_types == ["content.SectionPage", "content.DirectoryPage"]
