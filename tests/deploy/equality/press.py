"""Edits of the press room, contacts, agencies, countries and films."""

from datetime import date, timedelta
from random import Random
from typing import Any

from django.utils.timezone import localdate

from content.models import (
    Agency,
    AgencyPage,
    ContactDesk,
    ContactPage,
    ContactPageDesk,
    CountryPage,
    DirectoryPage,
    PortalPage,
    PressKitFile,
    PressRoomPage,
    PressRoomSpokesperson,
    SectionPage,
    Spokesperson,
    StatementKind,
    StatementPage,
    VideoPage,
)
from media.models import PortalImage
from tests import factories
from tests.deploy.equality.desk import Desk


class PressEdits(Desk):
    """What the office that speaks for the province changes."""

    def edit_statement(self, random: Random) -> str:
        page = self._of(random, StatementPage, self._new_statement)
        page.kind = random.choice(StatementKind.values)
        page.issued_on = date(random.choice([2024, 2025]), 1, random.randrange(1, 28))
        page.said_vi, page.correct_vi = self._words(), self._words()
        page.is_own_error = random.random() < 0.5
        page.corrects = random.choice([None, *PortalPage.objects.filter(depth__gt=2).order_by("pk")])
        page.desk = self._desk(random)
        return self._published(page)

    def edit_log_of_statements(self, random: Random) -> str:
        if not DirectoryPage.objects.filter(lists="statements").exists():
            page = DirectoryPage(title_vi=self._words(), slug=f"so-{self._count}", lists="statements")
            self._parent(random).add_child(instance=page)
            return self._published(page)
        return self._published(self._new_statement(random))

    def edit_spokesperson(self, random: Random) -> str:
        person = self._spokesperson(random)
        person.role_vi = self._words()
        day = localdate() + timedelta(days=random.randrange(-2, 3))
        person.valid_from, person.valid_to = random.choice([(day, None), (None, day), (None, None)])
        person.agency = random.choice([None, *Agency.objects.order_by("pk")])
        person.save()
        factories.cleared(person)
        return str(person)

    def edit_press_room(self, random: Random) -> str:
        page = self._of(random, PressRoomPage, lambda _random: PressRoomPage(slug=f"bao-chi-{self._count}"))
        page.spokespersons.set([PressRoomSpokesperson(person=self._spokesperson(random))])
        images = random.sample(list(PortalImage.objects.order_by("pk")), 2)
        page.kit.set([PressKitFile(image=image) for image in images])
        page.desk = self._desk(random)
        return self._published(page)

    def edit_desk(self, random: Random) -> str:
        desk = self._desk(random)
        desk.name_vi, desk.phone = self._words(), str(random.randrange(10**9))
        desk.speaks_ja, desk.reply_days = random.random() < 0.5, random.randrange(1, 10)
        desk.save()
        factories.cleared(desk)
        return str(desk)

    def edit_contact_page(self, random: Random) -> str:
        page = self._of(random, ContactPage, lambda _random: ContactPage(slug=f"lien-he-{self._count}"))
        desks = [self._desk(random) for _number in range(random.randrange(1, 3))]
        page.desks.set([ContactPageDesk(desk=desk, sort_order=place) for place, desk in enumerate(desks)])
        return self._published(page)

    def edit_agency_page(self, random: Random) -> str:
        page = self._of(random, AgencyPage, lambda _random: AgencyPage(slug=f"co-quan-{self._count}"))
        page.agency = random.choice(list(Agency.objects.order_by("pk")))
        page.website = f"https://{random.randrange(10**6)}.example.org"
        return self._published(page)

    def edit_predecessor(self, random: Random) -> str:
        younger, older = random.sample(list(Agency.objects.order_by("pk")), 2)
        Agency.objects.filter(pk=older.pk).update(predecessor=None)
        Agency.objects.filter(pk=younger.pk).update(predecessor=older, valid_from=date(2025, 3, 1))
        return str(younger)

    def edit_country(self, random: Random) -> str:
        page = self._of(random, CountryPage, lambda _random: CountryPage(slug=f"nuoc-{self._count}"))
        page.country = random.choice(["JP", "KR", "FR"])
        page.projects = random.choice([None, random.randrange(500)])
        page.as_of = localdate() - timedelta(days=400)
        page.review_by = random.choice([None, localdate() + timedelta(days=random.randrange(-3, 4))])
        return self._published(page)

    def edit_film(self, random: Random) -> str:
        page = self._of(random, VideoPage, lambda _random: VideoPage(slug=f"phim-{self._count}"))
        page.seconds, page.spoken = random.randrange(1, 999), random.choice(["vi", "en"])
        page.transcript_vi = [factories.paragraph(self._words())]
        return self._published(page)

    # --- what they need

    def _of(self, random: Random, kind: type[PortalPage], make: Any) -> Any:
        """Return a page of *kind*; now and then, and where there is none, a new one."""
        pages = list(kind.objects.order_by("pk"))
        if pages and random.random() < 0.8:
            return random.choice(pages).specific
        words = self._words()
        page = make(random)
        page.title_vi = page.title_vi or words
        return self._put(random, page) if page.pk is None else page

    def _put(self, random: Random, page: Any) -> Any:
        if isinstance(page, AgencyPage):
            page.agency = Agency.objects.order_by("pk").first()
        if isinstance(page, CountryPage):
            page.country = "JP"
        self._parent(random).add_child(instance=page)
        return page

    def _new_statement(self, random: Random) -> StatementPage:
        words = self._words()
        page = StatementPage(
            title_vi=words, slug=f"phat-ngon-{self._count}", issued_on=date(2025, 7, 1), correct_vi=words
        )
        return self._put(random, page)  # type: ignore[no-any-return]  # what was put comes back

    def _parent(self, random: Random) -> SectionPage:
        return random.choice(list(SectionPage.objects.order_by("pk")))

    def _desk(self, random: Random) -> ContactDesk:
        desks = list(ContactDesk.objects.order_by("pk"))
        if desks and random.random() < 0.7:
            return random.choice(desks)
        desk = ContactDesk.objects.create(name_vi=self._words(), email="a@example.org")
        factories.cleared(desk)
        return desk

    def _spokesperson(self, random: Random) -> Spokesperson:
        people = list(Spokesperson.objects.order_by("pk"))
        if people and random.random() < 0.7:
            return random.choice(people)
        person = Spokesperson.objects.create(full_name=self._words(), role_vi=self._words())
        factories.cleared(person)
        return person
