"""Unsaved events and contests, and the sites that they are shown on."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from content.models import (
    Agency,
    ContactDesk,
    ContestPage,
    ContestPrize,
    ContestWork,
    DirectoryPage,
    EventPage,
    Place,
)
from tests.content.fakes import FakeSurroundings
from tests.content.samples import body, picture, streams, words

FESTIVAL, FAIR, CONTEST, CALENDAR = 40, 41, 42, 43
DEN_TRAN = {"vi": "Đền Trần", "en": "Tran Temple", "ja": "チャン祠", "ko": "쩐 사당"}


def place(**fields: Any) -> Place:
    return Place(**{"pk": 3, "code": "den-tran", **words("name", **DEN_TRAN), **fields})


def festival(**fields: Any) -> EventPage:
    """Return the festival of the eighth lunar month, which comes back every year."""
    values: dict[str, Any] = {
        "pk": FESTIVAL,
        "recurrence": "yearly-lunar",
        "lunar_month": 8,
        "lunar_day": 15,
        "lunar_last_month": 8,
        "lunar_last_day": 20,
        "place": place(),
        **words("title"),
        **words("summary"),
        **streams("body", body("heading", "paragraph")),
        **streams("sources", []),
    }
    return EventPage(**{**values, **fields})


def fair(**fields: Any) -> EventPage:
    """Return a fair of two days in April 2026, with times of day."""
    values: dict[str, Any] = {
        "pk": FAIR,
        "kind": "fair",
        "first_day": date(2026, 4, 2),
        "last_day": date(2026, 4, 3),
        **words("title", vi="Hội chợ", en="Fair", ja="見本市", ko="박람회"),
        **streams("body", []),
        **streams("sources", []),
    }
    return EventPage(**{**values, **fields})


def undated_fair() -> EventPage:
    return fair(first_day=None, last_day=None)


def cancelled_fair() -> EventPage:
    return fair(status="cancelled")


def furnished_fair() -> EventPage:
    return fair(
        starts_at=time(8),
        ends_at=time(17, 30),
        place=place(latitude=Decimal("20.45670"), longitude=Decimal("106.16780"), address_vi="Tức Mặc"),
        organiser=Agency(pk=5, code="so", email="inside@example.vn", **words("name", vi="Sở", en="Dept.")),
        desk=ContactDesk(
            pk=6, email="desk@example.vn", phone="+84 228 1", **words("name", vi="Bàn", en="Desk")
        ),
        url="https://fair.example/",
        lead_image=picture(),
        **words("admission", vi="Miễn phí", en="Free", ja="無料", ko="무료"),
    )


def contest(**fields: Any) -> ContestPage:
    values: dict[str, Any] = {
        "pk": CONTEST,
        **words("title", vi="Cuộc thi", en="Contest", ja="コンテスト", ko="공모전"),
        **words("theme"),
        **streams("body", body("heading", "paragraph")),
        **streams("sources", []),
    }
    return ContestPage(**{**values, **fields})


def running_contest(**fields: Any) -> ContestPage:
    days = {"opens_on": date(2026, 3, 1), "closes_on": date(2026, 9, 30), "results_on": date(2026, 12, 10)}
    page = contest(
        **{**days, "entry_url": "https://entries.example/", "entry_email": "e@example.vn", **fields}
    )
    page.prizes.set(
        [
            ContestPrize(pk=1, rank="first", number=1, amount=Decimal(10_000_000)),
            ContestPrize(pk=2, rank="encouragement", number=5),
        ]
    )
    return page


def judged_contest() -> ContestPage:
    page = running_contest()
    page.works.set([ContestWork(pk=1, image=picture(), author="Trần Thị Bình", rank="first")])
    return page


def calendar(**fields: Any) -> DirectoryPage:
    values = {**words("title", vi="Lịch", en="Calendar", ja="カレンダー", ko="일정"), **streams("body", [])}
    return DirectoryPage(**{"pk": CALENDAR, "lists": "events", **values, **fields})


def site(language: str = "vi", today: date = date(2026, 3, 4), **fields: Any) -> FakeSurroundings:
    others = fields.pop("others", (festival(), fair(), contest(), calendar()))
    addresses = {page.pk: f"/{language}/{page.pk}/" for page in others}
    return FakeSurroundings(language, addresses, others=others, today=today, **fields)
