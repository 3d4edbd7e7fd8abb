"""Sectors, projects, incentives and procedures of the demonstration."""

import uuid
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from cms.demo.articles import RawBlock
from cms.demo.makers import Makers
from content.models import (
    ContactDesk,
    DirectoryPage,
    IncentiveLegalBasis,
    IncentivePage,
    LegalDocument,
    ParkPage,
    ProcedureLegalBasis,
    ProcedurePage,
    ProjectLegalBasis,
    ProjectPage,
    SectorPage,
)

_NAMESPACE = uuid.UUID("5f0a1c66-1f0a-5b3f-9c55-2f5f5f2a8f21")
_INVEST, _SECTORS = "Đầu tư", "Đầu tư - Ngành, lĩnh vực"
_NO_STEP = {"note": "", "authority": "", "law": None, "law_number": "", "papers": [], "days": None}
_NO_FEE = {"fee": None, "currency": "VND", "where": "", "url": ""}
_PLAIN_FIGURE = {"as_of": None, "period": "day", "url": ""}

Sample = Mapping[str, Any]


def make(makers: Makers) -> Iterator[models.Model]:
    """Make what is missing, and yield everything with words."""
    words = makers.words("projects")
    laws = {sample["number"]: _law(makers, sample) for sample in words["laws"]}
    yield from laws.values()
    below = {sample["lists"]: _directory(makers, sample) for sample in words["directories"]}
    yield from below.values()
    desk = ContactDesk.objects.filter(name_vi=words["desk"]).first()
    sectors = {sample["slug"]: _sector(makers, sample, desk) for sample in words["sectors"]}
    yield from sectors.values()
    for sample in words["projects"]:
        yield _project(makers, sample, below["projects"], sectors, laws, desk)
    for sample in words["incentives"]:
        yield _incentive(makers, {**words["incentive"], **sample}, below["incentives"], laws, desk)
    yield _procedure(makers, words["procedure"], below["procedures"], laws, desk)


def _law(makers: Makers, sample: Sample) -> LegalDocument:
    words = {"name_vi": sample["name"], "issuer_vi": sample["issuer"]}
    values = {name: value for name, value in sample.items() if name not in {"name", "issuer"}}
    return makers.snippet(LegalDocument(**values, **words), number=sample["number"])


def _named(sample: Sample) -> dict[str, Any]:
    return {
        "title_vi": sample["title"],
        "summary_vi": sample["summary"],
        "slug": sample["slug"],
        "slug_intl": sample["slug_intl"],
    }


def _sourced(sample: Sample) -> dict[str, Any]:
    return {
        "as_of": sample.get("as_of"),
        "figure_source_vi": sample["source"],
        "figure_url": sample["source_url"],
    }


def _directory(makers: Makers, sample: Sample) -> DirectoryPage:
    body = [_block(f"{sample['slug']}/note", "paragraph", f"<p>{sample['note']}</p>")]
    page = DirectoryPage(**_named(sample), lists=sample["lists"], body_vi=body)
    return makers.page(page, makers.sections[_INVEST], agency=sample["agency"])


def _sector(makers: Makers, sample: Sample, desk: ContactDesk | None) -> SectorPage:
    slug = sample["slug"]
    page = SectorPage(
        **_named(sample),
        **_sourced(sample),
        overview_vi=sample["overview"],
        advantages_vi=[
            _block(f"{slug}/advantage/{number}", "advantage", {**one, "text": f"<p>{one['text']}</p>"})
            for number, one in enumerate(sample.get("advantages", ()))
        ],
        key_figures_vi=[
            _block(f"{slug}/figure/{number}", "figure", {**_PLAIN_FIGURE, **one})
            for number, one in enumerate(sample["figures"])
        ],
        contact=desk,
    )
    return makers.page(page, makers.sections[_SECTORS], agency=sample["agency"], cover=sample["cover"])


def _project(
    makers: Makers,
    sample: Sample,
    parent: DirectoryPage,
    sectors: Mapping[str, SectorPage],
    laws: Mapping[str, LegalDocument],
    desk: ContactDesk | None,
) -> ProjectPage:
    page = ProjectPage(
        **_named(sample),
        **_sourced(sample),
        sector=sectors.get(sample.get("sector", "")),
        park=ParkPage.objects.filter(code=sample.get("park")).first(),
        location_vi=sample.get("location", ""),
        objectives_vi=sample["objectives"],
        scale_vi=sample.get("scale", ""),
        land_area=Decimal(sample["land_area"]) if "land_area" in sample else None,
        capital_from=Decimal(sample["capital"]),
        form=sample.get("form", ""),
        status=sample["status"],
        contact=desk,
    )
    page.legal_bases.set([ProjectLegalBasis(document=laws[number]) for number in sample.get("laws", ())])
    return makers.page(page, parent, agency=sample["agency"], cover=sample["cover"])


def _incentive(
    makers: Makers,
    sample: Sample,
    parent: DirectoryPage,
    laws: Mapping[str, LegalDocument],
    desk: ContactDesk | None,
) -> IncentivePage:
    page = IncentivePage(
        **_named(sample),
        **_sourced(sample),
        kind=sample["kind"],
        conditions_vi=sample["conditions"],
        valid_from=sample["valid_from"],
        contact=desk,
    )
    page.legal_bases.set([IncentiveLegalBasis(document=laws[number]) for number in sample["laws"]])
    return makers.page(page, parent, agency="skhdt", cover="guides")


def _procedure(
    makers: Makers,
    sample: Sample,
    parent: DirectoryPage,
    laws: Mapping[str, LegalDocument],
    desk: ContactDesk | None,
) -> ProcedurePage:
    page = ProcedurePage(
        **_named(sample),
        **_sourced(sample),
        stage=sample["stage"],
        caution_vi=sample["caution"],
        steps_vi=[
            _block(f"{sample['slug']}/step/{number}", "step", _step(one, laws))
            for number, one in enumerate(sample["steps"])
        ],
        contact=desk,
    )
    page.legal_bases.set([ProcedureLegalBasis(document=laws[number]) for number in sample["laws"]])
    return makers.page(page, parent, agency=sample["agency"], cover=sample["cover"])


def _step(sample: Sample, laws: Mapping[str, LegalDocument]) -> dict[str, Any]:
    law = laws[sample["law"]].pk if "law" in sample else None
    return {**_NO_STEP, **_NO_FEE, **sample, "law": law}


def _block(name: str, kind: str, value: Any) -> RawBlock:
    return {"type": kind, "value": value, "id": str(uuid.uuid5(_NAMESPACE, name))}
