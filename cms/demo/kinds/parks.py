"""The industrial parks, clusters and the economic zone of the demonstration, with their directory."""

import uuid
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from cms.demo.articles import RawBlock
from cms.demo.makers import Makers
from content.models import (
    ComparisonPage,
    ContactDesk,
    DirectoryPage,
    LegalDocument,
    MapPlace,
    ParkDecision,
    ParkDistance,
    ParkPage,
    ParkSector,
    Place,
    SectorPage,
)
from content.parks.enums import ParkKind

_NAMESPACE = uuid.UUID("5d8f4f6e-6d0e-5a51-8a3e-9e2f0a7c4b63")
_PARKS, _SECTORS = "Đầu tư - Khu công nghiệp", "Đầu tư - Ngành, lĩnh vực"
_AGENCY = "skhdt"
_VALUES = ("established", "term_from", "term_to", "term_years", "as_of", "review_by")
_AREAS = ("planned_area", "total_area", "map_x", "map_y")
_DESK = "Bàn tiếp nhận câu hỏi đầu tư"

Sample = Mapping[str, Any]


def make(makers: Makers) -> Iterator[models.Model]:
    """Make what is missing, and yield everything with words."""
    words = makers.words("parks")
    places = {one["code"]: _place(makers, one) for one in words["place"]}
    decisions = {one["number"]: _decision(makers, one) for one in words["decision"]}
    sector = makers.page(SectorPage(**_titles(words["textile"])), makers.sections[_SECTORS], agency=_AGENCY)
    directory = _directory(makers, words, places)
    yield from (*places.values(), *decisions.values(), sector, directory)
    for sample in words["park"]:
        park = _park(sample)
        _add_rows(park, sample, places, decisions, {sector.slug: sector})
        yield makers.page(park, directory, agency=_AGENCY)
    yield makers.page(ComparisonPage(**_titles(words["comparison"])), makers.sections[_PARKS], agency=_AGENCY)


def _titles(sample: Sample) -> dict[str, str]:
    translated = {f"{name}_vi": sample.get(name, "") for name in ("title", "menu_title", "summary")}
    return {**translated, "slug": sample.get("slug") or sample["code"], "slug_intl": sample["slug_intl"]}


def _place(makers: Makers, sample: Sample) -> Place:
    place = Place(name_vi=sample["name"], code=sample["code"], kind=sample["kind"])
    return makers.snippet(place, code=sample["code"])


def _decision(makers: Makers, sample: Sample) -> LegalDocument:
    document = LegalDocument(
        number=sample["number"],
        name_vi=sample["name"],
        issuer_vi=sample["issuer"],
        issued_on=sample["issued_on"],
    )
    return makers.snippet(document, number=sample["number"])


def _directory(makers: Makers, words: Mapping[str, Any], places: Mapping[str, Place]) -> DirectoryPage:
    sample = words["directory"]
    page = DirectoryPage(**_titles(sample), lists="parks", sea_side=sample["sea_side"])
    page.map_places.set(
        [
            MapPlace(place=places[one["code"]], map_x=one["map_x"], map_y=one["map_y"])
            for one in words["place"]
        ]
    )
    return makers.page(page, makers.sections[_PARKS], agency=_AGENCY, cover="parks")


def _park(sample: Sample) -> ParkPage:
    return ParkPage(
        **_titles(sample),
        code=sample["code"],
        park_kind=sample.get("kind", ParkKind.PARK),
        status=sample.get("status", ""),
        measured_from_vi=sample.get("measured_from", ""),
        figure_source_vi=sample.get("figure_source", ""),
        figure_url=sample.get("figure_url", ""),
        body_vi=_body(sample),
        contact=ContactDesk.objects.filter(name_vi=_DESK).first(),
        **{name: sample.get(name) for name in _VALUES},
        **{name: Decimal(sample[name]) for name in _AREAS if name in sample},
    )


def _add_rows(
    park: ParkPage,
    sample: Sample,
    places: Mapping[str, Place],
    decisions: Mapping[str, LegalDocument],
    sectors: Mapping[str, SectorPage],
) -> None:
    roles = sample.get("decisions", {}).items()
    park.decisions.set([ParkDecision(document=decisions[number], role=role) for number, role in roles])
    distances = sample.get("distances", {}).items()
    park.distances.set([ParkDistance(place=places[code], kilometres=far) for code, far in distances])
    park.sectors.set([ParkSector(sector=sectors[slug]) for slug in sample.get("sectors", ())])


def _body(sample: Sample) -> list[RawBlock]:
    if "body" not in sample:
        return []
    name = f"{sample['code']}/body"
    return [
        {"type": "paragraph", "value": f"<p>{sample['body']}</p>", "id": str(uuid.uuid5(_NAMESPACE, name))}
    ]
