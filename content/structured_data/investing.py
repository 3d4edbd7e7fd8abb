"""Projects, incentives, procedures and sectors as schema.org describes them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from content.formats import Unit
from content.formats.units import CURRENCIES
from content.investing import calls, incentives
from content.investing.calls import CallState
from content.investing.incentives import IncentiveState
from content.investing.steps import steps_of, totals
from content.models import IncentivePage, ProcedurePage, ProjectPage, SectorPage
from content.models.incentive import IncentiveKind
from content.structured_data.pages import responsible
from content.structured_data.registry import Node, describes, node, words
from content.structured_data.values import CODES, about_figures, agency, iso, place, plain, web
from content.surroundings import Surroundings
from media.multilingual import localized

_OPEN = frozenset({CallState.CALLING, CallState.SOON})
_STATUS = MappingProxyType(
    {
        IncentiveState.IN_FORCE: "https://schema.org/IncentiveStatusActive",
        IncentiveState.ENDED: "https://schema.org/IncentiveStatusRetired",
    }
)
_TAXES = frozenset({IncentiveKind.INCOME_TAX, IncentiveKind.IMPORT_DUTY})


@describes(ProjectPage)
def project(page: ProjectPage, site: Surroundings) -> Node:
    """Describe a project, and while it is called for, the investment that it seeks."""
    area = page.land_area
    where = place(page.place, site) or node("Place", name=words(page, "location", site))
    if area is not None:
        size = node("PropertyValue", value=plain(area), unitCode=CODES[Unit.HECTARE])
        where |= {"additionalProperty": size}
    described = node(
        "Project",
        name=words(page, "title", site),
        description=words(page, "objectives", site) or words(page, "summary", site),
        identifier=page.code,
        location=where if "name" in where else None,
        seeks=_sought(page) if calls.state_of(page) in _OPEN else None,
    )
    return node(
        "WebPage",
        author=responsible(page, site),
        mainEntity=described,
        **about_figures(page, page.legal_bases.all(), site),
    )


def _sought(page: ProjectPage) -> Node:
    low, high = plain(page.capital_from), plain(page.capital_to)
    price = node("PriceSpecification", priceCurrency=page.currency, minPrice=low, maxPrice=high)
    return node(
        "Demand",
        validFrom=iso(page.called_on),
        validThrough=iso(page.called_until),
        priceSpecification=price if low is not None or high is not None else None,
    )


@describes(IncentivePage)
def incentive(page: IncentivePage, site: Surroundings) -> Node:
    """Describe an incentive: who grants it, where, and for how long."""
    areas = [place(row.place, site) or str(row.get_area_display()) for row in page.areas.all()]
    support = plain(page.support)
    described = node(
        "FinancialIncentive",
        name=words(page, "title", site),
        description=words(page, "conditions", site) or words(page, "summary", site),
        identifier=page.code,
        provider=agency(page.decided_by, site),
        areaServed=areas,
        validFrom=iso(page.valid_from),
        validThrough=iso(page.valid_to),
        incentiveStatus=_STATUS.get(incentives.state_of(page), ""),
        incentiveType="https://schema.org/IncentiveTypeTaxWaiver" if page.kind in _TAXES else "",
        incentiveAmount=node("QuantitativeValue", maxValue=support, unitText=page.currency)
        if support is not None
        else None,
    )
    return node(
        "WebPage",
        author=responsible(page, site),
        mainEntity=described,
        **about_figures(page, page.legal_bases.all(), site),
    )


@describes(ProcedurePage)
def procedure(page: ProcedurePage, site: Surroundings) -> Node:
    """Describe a procedure: how it is done, step by step, and the service that it is."""
    steps = [step for step in steps_of(page) if step.get("title")]
    # Working days are no duration of the calendar, so no time is given.
    described = node(
        "HowTo",
        name=words(page, "title", site),
        description=words(page, "summary", site),
        inLanguage=site.language,
        estimatedCost=_cost(steps),
        step=[_step(number, step) for number, step in enumerate(steps, 1)],
        about=_service(page, steps, site),
    )
    return node(
        "WebPage",
        author=responsible(page, site),
        mainEntity=described,
        **about_figures(page, page.legal_bases.all(), site),
    )


def _step(number: int, step: Mapping[str, Any]) -> Node:
    note = step.get("note") or ""
    return node("HowToStep", position=number, name=step["title"], text=note, url=web(step.get("url") or ""))


def _cost(steps: list[Mapping[str, Any]]) -> list[Node]:
    """Return what all steps cost together; nothing where a step does not say it."""
    sums = totals(steps)
    if sums.unpriced:
        return []
    return [node("MonetaryAmount", currency=currency, value=plain(fee)) for currency, fee in sums.fees]


def _service(page: ProcedurePage, steps: list[Mapping[str, Any]], site: Surroundings) -> Node:
    authorities = dict.fromkeys(step["authority"] for step in steps if step.get("authority"))
    addresses = dict.fromkeys(url for step in steps if (url := web(step.get("url") or "")))
    return node(
        "GovernmentService",
        name=words(page, "title", site),
        identifier=page.code,
        serviceOperator=[node("GovernmentOrganization", name=name) for name in authorities],
        availableChannel=[node("ServiceChannel", serviceUrl=url) for url in addresses],
    )


@describes(SectorPage)
def sector(page: SectorPage, site: Surroundings) -> Node:
    """Describe a sector and its figures."""
    figures = getattr(page, localized("key_figures", site.language)) or ()
    observed = [_observation(block.value, page) for block in figures]
    return node(
        "WebPage",
        author=responsible(page, site),
        about=node("DefinedTerm", name=words(page, "title", site), description=words(page, "overview", site)),
        mentions=[one for one in observed if one],
        **about_figures(page, (), site),
    )


def _observation(figure: Mapping[str, Any], page: SectorPage) -> Node | None:
    value = plain(figure.get("value"))
    if value is None or not figure.get("label"):
        return None
    unit = figure["unit"]
    return node(
        "Observation",
        name=figure["label"],
        value=value,
        unitCode=CODES.get(unit, ""),
        unitText=unit if unit in CURRENCIES else "",
        observationDate=iso(figure.get("as_of") or page.as_of),
    )
