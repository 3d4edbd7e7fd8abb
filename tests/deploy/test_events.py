"""Events in the bake: days that pass, and what a change makes again."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from content.models import DirectoryPage, EventPage, Place
from deploy.bake.bake import SITE, bake_site
from deploy.bake.verify import differences
from media.multilingual import TARGET_LANGUAGES
from tests import factories

pytestmark = pytest.mark.django_db

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR, FAIR = "vi/su-kien/lich", "vi/su-kien/lich/hoi-cho"


def at(monkeypatch: pytest.MonkeyPatch, *moment: int) -> None:
    now = datetime(*moment, tzinfo=HANOI)  # type: ignore[misc,arg-type]  # the parts of a moment
    monkeypatch.setattr("deploy.bake.baker.timezone.now", lambda: now)


@pytest.fixture
def fair(monkeypatch: pytest.MonkeyPatch) -> EventPage:
    at(monkeypatch, 2031, 4, 1, 9)
    section = factories.section(slug="su-kien", slug_intl="events")
    calendar = DirectoryPage(title_vi="Lịch", slug="lich", slug_intl="calendar", lists="events")
    section.add_child(instance=calendar)
    place = Place.objects.create(name_vi="Nhà văn hóa", code="nha-van-hoa")
    page = EventPage(
        title_vi="Hội chợ",
        slug="hoi-cho",
        slug_intl="fair",
        first_day=date(2031, 4, 2),
        last_day=date(2031, 4, 3),
        place=place,
    )
    calendar.add_child(instance=page)
    for one in (factories.home(), place, section, calendar, page):
        factories.cleared(one)
        for language in TARGET_LANGUAGES:
            factories.translated(one, language)
    return page


def baked(root: Path, name: str) -> str:
    bake_site(root)
    assert not differences(root)
    return (root / SITE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ((2031, 4, 1, 23, 59), None),
        ((2031, 4, 2, 0, 0), "Taking place now"),
        ((2031, 4, 3, 23, 59), "Taking place now"),
        ((2031, 4, 4, 0, 0), "Past"),
    ],
)
def test_an_event_begins_and_ends_without_anybodys_doing(
    fair: EventPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: tuple[int, ...],
    said: str | None,
) -> None:
    bake_site(tmp_path)
    at(monkeypatch, *moment)

    html = baked(tmp_path, "en/events/calendar/fair/index.html")

    badges = [word for word in ("Taking place now", "Past") if f">{word}</span>" in html]
    assert badges == ([said] if said else [])


def test_the_listing_parts_what_is_over_by_itself(
    fair: EventPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 'id="past"' not in baked(tmp_path, f"{CALENDAR}/index.html")

    at(monkeypatch, 2031, 4, 4, 0, 0)

    assert 'id="past"' in baked(tmp_path, f"{CALENDAR}/index.html")


def test_calendar_files_lie_beside_their_pages_in_every_language(fair: EventPage, tmp_path: Path) -> None:
    bake_site(tmp_path)

    for name in ("vi/su-kien/lich/hoi-cho/event.ics", "ja/events/calendar/fair/event.ics"):
        (event,) = Calendar.from_ical((tmp_path / SITE / name).read_bytes()).walk("VEVENT")
        assert event.decoded("DTSTART") == date(2031, 4, 2)
    assert (tmp_path / SITE / "ko/events/calendar/events.ics").is_file()


def test_a_new_name_of_a_place_is_told_where_its_events_are_and_nowhere_else(
    fair: EventPage, tmp_path: Path
) -> None:
    bake_site(tmp_path)
    place = Place.objects.get()
    place.name_vi = "Nhà văn hóa mới"
    place.save()
    factories.cleared(place)

    rendered = bake_site(tmp_path).rendered

    assert {
        f"{FAIR}/index.html",
        f"{FAIR}/event.ics",
        f"{CALENDAR}/index.html",
        f"{CALENDAR}/events.ics",
    } <= rendered
    theirs = ("vi/su-kien/lich/", "vi/embed/su-kien/lich/")
    assert not [key for key in rendered if not key.startswith(theirs) and key != "vi/index.html"]
