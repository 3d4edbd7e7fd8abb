"""Projects, incentives and procedures of the demonstration."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from cms.demo.kinds.sectors import Sample, block, sources, titles
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

_INVEST = "Đầu tư"
_NO_STEP: Sample = {"note": "", "authority": "", "law": None, "law_number": "", "papers": [], "days": None}
_NO_FEE: Sample = {"fee": None, "currency": "VND", "where": "", "url": ""}


def make(makers: Makers) -> Iterator[models.Model]:
    """Make what is missing, and yield everything with words."""
    words = makers.words("projects")
    yield from (_law(makers, sample) for sample in words["laws"])
    laws = {law.number: law for law in LegalDocument.objects.all()}
    below = {sample["lists"]: _directory(makers, sample) for sample in words["directories"]}
    yield from below.values()
    desk = ContactDesk.objects.filter(name_vi=words["desk"]).first()
    sectors = {page.slug: page for page in SectorPage.objects.all()}
    for sample in words["projects"]:
        yield _project(makers, sample, below["projects"], sectors, laws, desk)
    for sample in words["incentives"]:
        yield _incentive(makers, {**words["incentive"], **sample}, below["incentives"], laws, desk)
    yield _procedure(makers, words["procedure"], below["procedures"], laws, desk)


def _law(makers: Makers, sample: Sample) -> LegalDocument:
    words = {"name_vi": sample["name"], "issuer_vi": sample["issuer"]}
    values = {name: value for name, value in sample.items() if name not in {"name", "issuer"}}
    return makers.snippet(LegalDocument(**values, **words), number=sample["number"])


def _directory(makers: Makers, sample: Sample) -> DirectoryPage:
    body = [block(f"{sample['slug']}/note", "paragraph", f"<p>{sample['note']}</p>")]
    page = DirectoryPage(**titles(sample), lists=sample["lists"], body_vi=body)
    return makers.page(page, makers.sections[_INVEST], agency=sample["agency"])


def _project(
    makers: Makers,
    sample: Sample,
    parent: DirectoryPage,
    sectors: Mapping[str, SectorPage],
    laws: Mapping[str, LegalDocument],
    desk: ContactDesk | None,
) -> ProjectPage:
    page = ProjectPage(
        **titles(sample),
        **sources(sample),
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
        **titles(sample),
        **sources(sample),
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
        **titles(sample),
        **sources(sample),
        stage=sample["stage"],
        caution_vi=sample["caution"],
        steps_vi=[
            block(f"{sample['slug']}/step/{number}", "step", _step(one, laws))
            for number, one in enumerate(sample["steps"])
        ],
        contact=desk,
    )
    page.legal_bases.set([ProcedureLegalBasis(document=laws[number]) for number in sample["laws"]])
    return makers.page(page, parent, agency=sample["agency"], cover=sample["cover"])


def _step(sample: Sample, laws: Mapping[str, LegalDocument]) -> dict[str, Any]:
    law = laws[sample["law"]].pk if "law" in sample else None
    return {**_NO_STEP, **_NO_FEE, **sample, "law": law}
