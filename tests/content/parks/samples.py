"""Unsaved parks with everything or nearly nothing on their sheets."""

from datetime import date
from decimal import Decimal
from typing import Any

from content.models import (
    Agency,
    ContactDesk,
    DirectoryPage,
    LegalDocument,
    ParkDecision,
    ParkDistance,
    ParkDocument,
    ParkPage,
    ParkSector,
    Place,
    SectorPage,
)
from content.parks.enums import Currency, DecisionRole, ParkKind, ParkStatus, PowerUnit, PriceBasis
from media.models import PortalDocument
from tests.content.fakes import FakeSurroundings
from tests.content.samples import streams, words

LONG = {
    "vi": "Công ty cổ phần Đầu tư hạ tầng khu công nghiệp và dịch vụ",
    "en": "Infrastructure Investment and Services Joint Stock Company",
    "ja": "工業団地インフラ投資サービス株式会社",
    "ko": "산업단지 인프라 투자 및 서비스 주식회사",
}
SECTORS = tuple(range(901, 911))


def sectors() -> list[SectorPage]:
    return [SectorPage(pk=pk, **words("title", **LONG)) for pk in SECTORS]


def full_park(pk: int = 50, **fields: Any) -> ParkPage:
    """Return a park of which everything is known, at length."""
    park = ParkPage(
        **{
            "pk": pk,
            "code": f"khu-{pk}",
            "park_kind": ParkKind.PARK,
            "status": ParkStatus.OPERATING,
            "established": 2007,
            "planned_area": Decimal("193.20"),
            "total_area": Decimal("154.50"),
            "leasable_area": Decimal("110.00"),
            "leased_area": Decimal("96.36"),
            "term_from": 2015,
            "term_to": 2065,
            "term_years": 50,
            "price_low": Decimal(70),
            "price_high": Decimal(80),
            "price_currency": Currency.USD,
            "price_basis": PriceBasis.TERM,
            "fee": Decimal("0.5"),
            "fee_currency": Currency.USD,
            "fee_basis": PriceBasis.YEAR,
            "power": Decimal(126),
            "power_unit": PowerUnit.MVA,
            "water": Decimal(20000),
            "wastewater": Decimal(12000),
            "gas": False,
            "telecom": True,
            "map_x": Decimal(40),
            "map_y": Decimal(30),
            "as_of": date(2026, 2, 28),
            "review_by": date(2026, 12, 31),
            "figure_url": "https://example.org/so-lieu",
            "contact": desk(),
            **words("title"),
            **words("summary"),
            **words("developer", **LONG),
            **words("measured_from"),
            **words("figure_source", **LONG),
            **streams("body", [{"type": "paragraph", "value": "<p>Chữ.</p>"}]),
            **fields,
        }
    )
    park.decisions.set([ParkDecision(role=role, document=document(role)) for role in DecisionRole.values])
    park.sectors.set([ParkSector(sector_id=pk) for pk in SECTORS])
    park.distances.set([ParkDistance(place=place(number), kilometres=number * 12) for number in range(1, 9)])
    park.documents.set(
        [ParkDocument(document=PortalDocument(pk=3, collection_id=1, file="a.pdf", **words("title")))]
    )
    return park


def bare_park(pk: int = 51, **fields: Any) -> ParkPage:
    """Return a park of which a name is known, and nothing else."""
    return ParkPage(pk=pk, **words("title"), **streams("body", []), **fields)


def place(number: int) -> Place:
    return Place(pk=number, code=f"noi-{number}", **words("name", **LONG))


def document(role: str) -> LegalDocument:
    later = LegalDocument(pk=8, number="90/2026/NĐ-CP", **words("name"))
    return LegalDocument(
        pk=7,
        number="1245/QĐ-TTg",
        issued_on=date(2024, 10, 23),
        effective_to=date(2025, 1, 1),
        superseded_by=later,
        **words("name", **LONG),
        **words("issuer"),
    )


def desk() -> ContactDesk:
    agency = Agency(code="so", **words("name", **LONG))
    return ContactDesk(
        pk=4,
        agency=agency,
        person="Nguyễn Văn An",
        email="dau-tu@example.org",
        phone="+84 228 000 000",
        reply_days=3,
        **words("name", **LONG),
        **words("scope", **LONG),
        **words("hours"),
    )


def site(language: str = "vi", *parks: ParkPage, **more: Any) -> FakeSurroundings:
    """Return a site on which *parks* and their sectors are public, under their primary keys."""
    others = [*parks, *sectors(), *more.pop("others", ())]
    addresses = {one.pk: f"/{language}/{one.pk}/" for one in others}
    return FakeSurroundings(language, addresses=addresses, others=others, **more)


def directory(**fields: Any) -> DirectoryPage:
    """Return the directory of parks."""
    return DirectoryPage(pk=60, lists="parks", **words("title"), **streams("body", []), **fields)
