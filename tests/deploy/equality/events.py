"""Edits of events, contests, and what they show."""

from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.utils.timezone import localdate

from content.models import (
    Agency,
    ArticlePage,
    ContactDesk,
    ContestPage,
    ContestPrize,
    ContestWork,
    DirectoryPage,
    EventPage,
    Place,
    SectionPage,
)
from media.models import PortalImage
from tests import factories
from tests.deploy.equality.desk import Desk


class EventEdits(Desk):
    """What editors do to events and contests."""

    def edit_new_event(self, random: Random) -> str:
        page = EventPage(
            title_vi=self._words(), slug=f"su-kien-{self._count}", **self._lunar(random), place=self._place()
        )
        self._calendar("events").add_child(instance=page)
        return self._published(page)

    def edit_event_days(self, random: Random) -> str:
        page = self._event(random)
        first = localdate() + timedelta(days=random.randrange(-20, 40))
        page.recurrence, page.first_day = "once", first
        page.last_day = random.choice([None, first + timedelta(days=random.randrange(5))])
        page.lunar_month = page.lunar_day = page.lunar_last_month = page.lunar_last_day = None
        return self._published(page)

    def edit_event_times(self, random: Random) -> str:
        page = self._event(random)
        page.starts_at, page.ends_at = random.choice([(None, None), ("08:00", "17:30")])
        page.time_zone = random.choice(["Asia/Ho_Chi_Minh", "Asia/Tokyo"])
        return self._published(page)

    def edit_event_lunar_days(self, random: Random) -> str:
        page = self._event(random)
        page.first_day = page.last_day = None
        for name, value in self._lunar(random).items():
            setattr(page, name, value)
        return self._published(page)

    def edit_event_values(self, random: Random) -> str:
        page = self._event(random)
        page.kind = random.choice(["festival", "fair", "conference"])
        page.status = random.choice(["confirmed", "postponed", "cancelled"])
        page.place = random.choice([None, self._place()])
        page.organiser = random.choice([None, *Agency.objects.order_by("pk")])
        page.admission_vi, page.url = self._words(), random.choice(["", "https://example.org/"])
        return self._published(page)

    def edit_event_behind_the_editor(self, random: Random) -> str:
        page = self._event(random)
        EventPage.objects.filter(pk=page.pk).update(status="cancelled", lunar_day=random.randrange(1, 31))
        return str(page)

    def edit_event_place(self, random: Random) -> str:
        place = self._place()
        place.name_vi, place.latitude, place.longitude = self._words(), Decimal("20.4"), Decimal("106.1")
        place.save()
        factories.cleared(place)
        return str(place)

    def edit_event_desk(self, random: Random) -> str:
        page = self._event(random)
        page.desk = ContactDesk.objects.create(name_vi=self._words(), email=f"d{self._count}@example.org")
        factories.cleared(page.desk)
        return self._published(page)

    def edit_event_desk_address(self, random: Random) -> str:
        ContactDesk.objects.update(email=f"other{random.randrange(99)}@example.org")
        return "all"

    def edit_new_contest(self, random: Random) -> str:
        page = ContestPage(title_vi=self._words(), slug=f"cuoc-thi-{self._count}", theme_vi=self._words())
        self._calendar("contests").add_child(instance=page)
        return self._published(page)

    def edit_contest_days(self, random: Random) -> str:
        page = self._contest(random)
        page.opens_on = localdate() + timedelta(days=random.randrange(-40, 10))
        page.closes_on = page.opens_on + timedelta(days=random.randrange(30))
        page.results_on = random.choice([None, page.closes_on])
        return self._published(page)

    def edit_contest_prizes(self, random: Random) -> str:
        page = self._contest(random)
        page.prizes.set([ContestPrize(rank="first", number=random.randrange(1, 9), amount=Decimal(500_000))])
        return self._published(page)

    def edit_contest_works(self, random: Random) -> str:
        page = self._contest(random)
        image = random.choice(list(PortalImage.objects.order_by("pk")))
        page.works.set([ContestWork(image=image, author=self._words(), rank="first")])
        return self._published(page)

    def edit_contest_prize_behind_the_editor(self, random: Random) -> str:
        ContestPrize.objects.update(amount=Decimal(random.randrange(10**6)))
        return "all"

    def edit_events_in_text(self, random: Random) -> str:
        page = self._page(random, ArticlePage)
        block = {"type": "events", "value": {"heading": self._words(), "count": random.randrange(1, 4)}}
        page.body_vi = [{**block, "id": factories.paragraph("")["id"]}]
        return self._published(page)

    def _event(self, random: Random) -> Any:
        if not EventPage.objects.exists():
            self.edit_new_event(random)
        return self._page(random, EventPage)

    def _contest(self, random: Random) -> Any:
        if not ContestPage.objects.exists():
            self.edit_new_contest(random)
        return self._page(random, ContestPage)

    def _calendar(self, lists: str) -> DirectoryPage:
        existing = DirectoryPage.objects.filter(lists=lists).first()
        if existing is not None:
            return existing
        page = DirectoryPage(title_vi=self._words(), slug=f"lich-{lists}", lists=lists)
        SectionPage.objects.order_by("path")[0].add_child(instance=page)
        self._published(page)
        return DirectoryPage.objects.get(lists=lists)

    def _place(self) -> Place:
        existing = Place.objects.order_by("pk").first()
        if existing is None:
            existing = Place.objects.create(name_vi=self._words(), code="noi-to-chuc")
            factories.cleared(existing)
        return existing

    @staticmethod
    def _lunar(random: Random) -> dict[str, Any]:
        day = random.randrange(1, 25)
        return {
            "recurrence": "yearly-lunar",
            "lunar_month": random.randrange(1, 13),
            "lunar_day": day,
            "lunar_last_month": None,
            "lunar_last_day": None,
        }
