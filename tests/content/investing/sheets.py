"""Sector, project, incentive and procedure pages with everything or nearly nothing on them, unsaved."""

from datetime import date
from decimal import Decimal
from typing import Any

from content.models import (
    Agency,
    ContactDesk,
    IncentiveAreaRow,
    IncentiveLegalBasis,
    IncentivePage,
    IncentiveSectorRow,
    LegalDocument,
    ParkPage,
    Place,
    ProcedureLegalBasis,
    ProcedurePage,
    ProjectAttachment,
    ProjectLegalBasis,
    ProjectPage,
    SectorPage,
)
from media.models import PortalDocument
from tests.content.fakes import FakeSurroundings
from tests.content.samples import body, picture, streams, words

HOSTILE = '"><script>alert(1)</script>'
SECTOR, PARK, PROJECT, INCENTIVE, PROCEDURE = 31, 32, 33, 34, 35


def document(**fields: Any) -> LegalDocument:
    return LegalDocument(
        **{
            "pk": 3,
            "number": "143/2025/QH15",
            "kind": "law",
            "issued_on": date(2025, 12, 11),
            "effective_from": date(2026, 3, 1),
            "url": "https://example.org/luat",
            **words("name", vi="Luật Đầu tư", en="Law on Investment", ja="投資法", ko="투자법"),
            **words("issuer"),
            **fields,
        }
    )


def desk() -> ContactDesk:
    return ContactDesk(
        pk=4,
        agency=Agency(code="skhdt", **words("name")),
        person="Nguyễn An",
        email="dautu@example.org",
        phone="+84 (0) 1",
        reply_days=5,
        speaks_ja=True,
        **words("name"),
        **words("scope"),
        **words("hours"),
    )


def figures() -> dict[str, Any]:
    return {
        "as_of": date(2026, 1, 31),
        "review_by": date(2026, 12, 31),
        "figure_url": "https://example.org/so-lieu",
        **words("figure_source", vi="Sở", en="Department", ja="局", ko="국"),
    }


def sector(**fields: Any) -> SectorPage:
    advantage = {"type": "advantage", "value": {"title": "Lâu đời", "text": "<p>Từ <b>1898</b>.</p>"}}
    figure = {
        "label": "Giai đoạn 1",
        "value": "519.6",
        "unit": "area-hectare",
        "as_of": "1924-01-01",
        "period": "year",
        "source": "Báo",
        "url": "https://example.org",
    }
    plain = {**figure, "as_of": None, "source": "", "url": ""}
    return SectorPage(
        **{
            "pk": SECTOR,
            "lead_image": picture(),
            "contact": desk(),
            **figures(),
            **words("title"),
            **words("summary"),
            **words("overview"),
            **streams("advantages", [advantage]),
            **streams(
                "key_figures", [{"type": "figure", "value": figure}, {"type": "figure", "value": plain}]
            ),
            **streams("body", body("heading", "paragraph")),
            **fields,
        }
    )


def project(**fields: Any) -> ProjectPage:
    page = ProjectPage(
        **{
            "pk": PROJECT,
            "code": "DA-01",
            "sector_id": SECTOR,
            "park_id": PARK,
            "place": Place(pk=5, code="giao-thuy", **words("name")),
            "land_area": Decimal("12.5"),
            "capital_from": Decimal(2_249_000_000_000),
            "capital_to": Decimal(2_500_000_000_000),
            "form": "ppp",
            "term_years": 50,
            "called_on": date(2026, 1, 1),
            "called_until": date(2026, 3, 10),
            "contact": desk(),
            **figures(),
            **words("title"),
            **words("summary"),
            **words("location"),
            **words("site_state"),
            **words("objectives"),
            **words("scale"),
            **streams("body", body("heading", "paragraph")),
            **fields,
        }
    )
    page.legal_bases.set([ProjectLegalBasis(pk=1, document=document())])
    page.attachments.set(
        [
            ProjectAttachment(
                pk=1,
                document=PortalDocument(
                    pk=3, collection_id=1, file="a/du-an.pdf", file_size=3000, **words("title")
                ),
            )
        ]
    )
    return page


def incentive(*bases: LegalDocument, **fields: Any) -> IncentivePage:
    page = IncentivePage(
        **{
            "pk": INCENTIVE,
            "code": "UD-01",
            "kind": "income-tax",
            "least_capital": Decimal(5_000_000),
            "currency": "USD",
            "least_jobs": 500,
            "rate": Decimal(10),
            "rate_years": 15,
            "exempt_years": 4,
            "reduction": Decimal(50),
            "reduction_years": 9,
            "support": Decimal(1000),
            "valid_from": date(2026, 1, 1),
            "valid_to": date(2026, 12, 31),
            "decided_by": Agency(code="thue", **words("name")),
            "contact": desk(),
            **figures(),
            **words("title"),
            **words("summary"),
            **words("conditions"),
            **streams("body", body("heading", "paragraph")),
            **fields,
        }
    )
    page.sectors.set([IncentiveSectorRow(pk=1, sector_id=SECTOR)])
    page.areas.set(
        [IncentiveAreaRow(pk=1, area="economic-zone", place=Place(pk=6, code="ninh-co", **words("name")))]
    )
    page.legal_bases.set(
        [IncentiveLegalBasis(pk=pk, document=one) for pk, one in enumerate(bases or [document()], 1)]
    )
    return page


def step(**fields: Any) -> dict[str, Any]:
    value = {
        "title": "Đề nghị cấp giấy",
        "note": "Ghi chú",
        "authority": "Sở Tài chính",
        "law": None,
        "law_number": "143/2025/QH15",
        "papers": ["Văn bản đề nghị", "Báo cáo"],
        "days": 15,
        "fee": "1500000",
        "currency": "VND",
        "where": "Một cửa",
        "url": "https://example.org/nop",
    }
    return {"type": "step", "value": {**value, **fields}}


BARE_STEP = step(
    note="", authority="", law_number="", papers=[], days=None, fee=None, where="", url="", title="Tìm hiểu"
)


def procedure(*steps: dict[str, Any], **fields: Any) -> ProcedurePage:
    page = ProcedurePage(
        **{
            "pk": PROCEDURE,
            "code": "1.009642",
            "contact": desk(),
            **figures(),
            **words("title"),
            **words("summary"),
            **words("caution"),
            **streams("steps", list(steps or [step(), BARE_STEP])),
            **streams("body", body("heading", "paragraph")),
            **fields,
        }
    )
    page.legal_bases.set([ProcedureLegalBasis(pk=1, document=document())])
    return page


def bare_sector() -> SectorPage:
    return SectorPage(pk=SECTOR, **words("title"))


def bare_project() -> ProjectPage:
    return ProjectPage(pk=PROJECT, **words("title"))


def bare_incentive() -> IncentivePage:
    return IncentivePage(pk=INCENTIVE, kind="land-rent", **words("title"))


def bare_procedure() -> ProcedurePage:
    return ProcedurePage(pk=PROCEDURE, **words("title"), **streams("steps", []))


def park() -> ParkPage:
    page = ParkPage(pk=PARK, **words("title"))
    page.sectors.set([])
    return page


def site(language: str = "vi", **fields: Any) -> FakeSurroundings:
    pages = [sector(), park(), project(), incentive(), procedure()]
    return FakeSurroundings(
        **{
            "language": language,
            "addresses": {page.pk: f"/{language}/{page.pk}/" for page in pages},
            "others": pages,
            **fields,
        }
    )
