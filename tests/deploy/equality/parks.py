"""Edits of parks, of what they name, and of what shows them."""

from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.utils.timezone import localdate

from content.models import (
    ArticlePage,
    ComparisonPage,
    ContactDesk,
    DirectoryPage,
    LegalDocument,
    MapOutline,
    MapPlace,
    ParkDecision,
    ParkDistance,
    ParkDocument,
    ParkPage,
    ParkSector,
    Place,
    SectionPage,
    SectorPage,
)
from content.parks.enums import DecisionRole, ParkKind, ParkStatus, SeaSide
from media.models import PortalDocument
from media.multilingual import TARGET_LANGUAGES
from tests import factories
from tests.deploy.equality.desk import Desk

_COLUMNS = ["status", "available_area", "occupancy", "price", "as_of"]


class ParkEdits(Desk):
    """What the department of planning changes."""

    # --- values, rows, words, publishing

    def edit_park_land(self, random: Random) -> str:
        park = self._park(random)
        park.leasable_area = random.choice([None, Decimal(random.randrange(100, 300))])
        park.leased_area = random.choice([None, Decimal(random.randrange(100)), park.leasable_area])
        park.status = random.choice(["", ParkStatus.OPERATING, ParkStatus.PLANNED])
        park.park_kind = random.choice(ParkKind.values)
        return self._published(park)

    def edit_park_prices(self, random: Random) -> str:
        park = self._park(random)
        park.price_low, park.price_currency, park.price_basis = (
            Decimal(random.randrange(1, 99)),
            "USD",
            "term",
        )
        park.water, park.gas = Decimal(random.randrange(1, 9999)), random.choice([None, True, False])
        park.figure_source_vi = park.developer_vi = self._words()
        return self._published(park)

    def edit_park_days(self, random: Random) -> str:
        park = self._park(random)
        park.as_of = localdate() - timedelta(days=400)
        park.review_by = random.choice([None, localdate() + timedelta(days=random.randrange(-3, 4))])
        return self._published(park)

    def edit_park_rows(self, random: Random) -> str:
        park = self._park(random)
        park.decisions.set(
            [ParkDecision(document=self._law(random), role=random.choice(DecisionRole.values))]
        )
        places = random.sample(list(Place.objects.order_by("pk")), 2)
        park.distances.set([ParkDistance(place=one, kilometres=random.randrange(200)) for one in places])
        sectors = random.sample(list(SectorPage.objects.order_by("pk")), random.randrange(3))
        park.sectors.set([ParkSector(sector=one) for one in sectors])
        documents = list(PortalDocument.objects.order_by("pk"))[:1]
        park.documents.set([ParkDocument(document=one) for one in documents])
        park.contact = random.choice([None, *ContactDesk.objects.order_by("pk")])
        park.map_x, park.map_y = Decimal(random.randrange(101)), Decimal(random.randrange(101))
        return self._published(park)

    def edit_park_title(self, random: Random) -> str:
        park = self._park(random)
        park.title_vi, park.menu_title_vi = self._words(), random.choice(["", self._words()])
        self._published(park)
        return self._translated(park)

    def edit_park_hidden_or_back(self, random: Random) -> str:
        park = self._park(random)
        if park.live:
            park.unpublish()
            return str(park)
        return self._published(park)

    def edit_park_behind_the_desk(self, random: Random) -> str:
        park = self._park(random)
        ParkPage.objects.filter(pk=park.pk).update(leasable_area=500, leased_area=random.randrange(500))
        return str(park)

    def edit_park_copied(self, random: Random) -> str:
        park = self._park(random)
        words = self._words()
        park.copy(update_attrs={"slug": f"ban-sao-{self._count}", "slug_intl": "", "title_vi": words})
        return str(park)

    def edit_park_alias(self, random: Random) -> str:
        park = self._park(random)
        park.create_alias(
            parent=self._listing(random), update_slug=f"bi-danh-khu-{self._words()[-3:].strip()}"
        )
        return str(park)

    def edit_park_moved(self, random: Random) -> str:
        park = self._park(random)
        park.move(random.choice([self._listing(random), *SectionPage.objects.order_by("pk")]), "last-child")
        return str(park)

    def edit_park_deleted(self, random: Random) -> str:
        park = self._park(random)
        said = str(park)
        if ParkPage.objects.count() > 2:
            park.delete()
        return said

    # --- what parks name

    def edit_sector_of_parks(self, random: Random) -> str:
        self._park(random)
        sector = random.choice(list(SectorPage.objects.order_by("pk")))
        sector.title_vi = self._words()
        self._published(sector)
        return self._translated(sector)

    def edit_place_of_parks(self, random: Random) -> str:
        self._park(random)
        place = random.choice(list(Place.objects.order_by("pk")))
        place.name_vi = self._words()
        place.save()
        return self._shown_everywhere(place)

    def edit_law_of_parks(self, random: Random) -> str:
        law = self._law(random)
        law.effective_to = localdate() + timedelta(days=random.randrange(-3, 4))
        others = LegalDocument.objects.exclude(pk=law.pk).filter(superseded_by=None).order_by("pk")
        law.superseded_by = random.choice([None, *others])
        law.name_vi = self._words()
        law.save()
        return self._shown_everywhere(law)

    def edit_desk_of_parks(self, random: Random) -> str:
        self._park(random)
        desk = random.choice(list(ContactDesk.objects.order_by("pk")))
        desk.phone, desk.reply_days = str(random.randrange(10**9)), random.randrange(1, 10)
        desk.name_vi = self._words()
        desk.save()
        return self._shown_everywhere(desk)

    # --- what shows them

    def edit_directory_of_parks(self, random: Random) -> str:
        self._park(random)
        page = self._listing(random)
        page.sea_side = random.choice(["", *SeaSide.values])
        page.map_outline = random.choice([None, *MapOutline.objects.order_by("pk")])
        place = random.choice(list(Place.objects.order_by("pk")))
        page.map_places.set([MapPlace(place=place, map_x=random.randrange(101), map_y=random.randrange(101))])
        page.summary_vi = self._words()
        return self._published(page)

    def edit_outline_of_parks(self, random: Random) -> str:
        self._park(random)
        outline = random.choice(list(MapOutline.objects.order_by("pk")))
        shape = ["path", f"M0 0L{random.randrange(99)} 9"]
        outline.geometry = {"view_box": [0, 0, 100, random.randrange(50, 150)], "shapes": [shape]}
        outline.approval_number = random.choice(["", "12/QĐ-UBND"])
        outline.name_vi = self._words()
        outline.save()
        return self._shown_everywhere(outline)

    def edit_comparison_of_parks(self, random: Random) -> str:
        self._park(random)
        page = random.choice(list(ComparisonPage.objects.order_by("pk")))
        page.title_vi = self._words()
        return self._published(page)

    def edit_table_of_parks_in_a_text(self, random: Random) -> str:
        chosen = random.choice([[], [self._park(random).pk]])
        page = self._page(random, ArticlePage)
        value = {"heading": self._words(), "parks": chosen, "columns": random.sample(_COLUMNS, 3)}
        page.body_vi = [
            factories.paragraph(self._words()),
            {"type": "parks", "value": value, "id": f"00000000-0000-4000-9000-{self._count:012d}"},
        ]
        return self._published(page)

    # --- what they need

    def _park(self, random: Random) -> Any:
        parks = ParkPage.objects.filter(alias_of=None).order_by("pk")
        if parks and random.random() < 0.8:
            return random.choice(list(parks))
        self._around(random)
        park = ParkPage(title_vi=self._words(), slug=f"khu-{self._count}", slug_intl=f"park-{self._count}")
        park.total_area, park.map_x, park.map_y = Decimal(random.randrange(1, 999)), Decimal(50), Decimal(50)
        self._listing(random).add_child(instance=park)
        park.sectors.set([ParkSector(sector=random.choice(list(SectorPage.objects.order_by("pk"))))])
        self._published(park)
        self._translated(park)
        return park

    def _listing(self, random: Random) -> DirectoryPage:
        found = DirectoryPage.objects.filter(lists="parks").order_by("pk").first()
        if found is not None:
            return found
        page = DirectoryPage(title_vi=self._words(), slug="khu", slug_intl="parks", lists="parks")
        random.choice(list(SectionPage.objects.filter(live=True).order_by("pk"))).add_child(instance=page)
        self._published(page)
        self._translated(page)
        return page

    def _around(self, random: Random) -> None:
        """Make what parks name and what compares them, where it is missing."""
        section = SectionPage.objects.order_by("pk").first()
        assert section is not None
        pages: list[Any] = [] if ComparisonPage.objects.exists() else [ComparisonPage(slug="so-sanh-khu")]
        pages += [
            SectorPage(slug=f"nganh-{self._count}-{one}") for one in range(3 - SectorPage.objects.count())
        ]
        for page in pages:
            page.title_vi = self._words()
            section.add_child(instance=page)
            self._published(page)
            self._translated(page)
        if Place.objects.count() < 3:
            for _number in range(3):
                words = self._words()
                self._shown_everywhere(Place.objects.create(name_vi=words, code=f"noi-khu-{self._count}"))
        if not MapOutline.objects.exists():
            self._shown_everywhere(MapOutline.objects.create(name_vi=self._words(), approved_on=localdate()))
        if not ContactDesk.objects.exists():
            self._shown_everywhere(ContactDesk.objects.create(name_vi=self._words(), email="a@example.org"))

    def _law(self, random: Random) -> LegalDocument:
        self._park(random)
        laws = list(LegalDocument.objects.order_by("pk"))
        if len(laws) > 2 and random.random() < 0.8:
            return random.choice(laws)
        words = self._words()
        law = LegalDocument.objects.create(number=f"{self._count}/QĐ-TTg", name_vi=words)
        self._shown_everywhere(law)
        return law

    def _shown_everywhere(self, instance: Any) -> str:
        factories.cleared(instance)
        return self._translated(instance)

    @staticmethod
    def _translated(instance: Any) -> str:
        for language in TARGET_LANGUAGES:
            factories.translated(instance, language)
        return str(instance)
