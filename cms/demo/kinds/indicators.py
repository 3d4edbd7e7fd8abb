"""Indicators, the costs of doing business, and their directories."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from cms.demo.makers import Makers
from content.models import Cost, CostItem, CostPage, DirectoryPage, IndicatorPage, IndicatorValue

_FAMILY = "indicators"


def make(makers: Makers) -> Iterable[models.Model]:
    """Make what is missing; return everything that has words."""
    words = makers.words(_FAMILY)
    return [*_indicators(makers, words), *_costs(makers, words)]


def _indicators(makers: Makers, words: Mapping[str, Any]) -> Iterator[models.Model]:
    directory = _directory(makers, words["directory"])
    yield directory
    for sample in words["indicators"]:
        page = IndicatorPage(
            definition_vi=sample["definition"],
            counted_vi=sample.get("counted", ""),
            remarks_vi=sample["note"],
            unit=sample["unit"],
            period=sample["period"],
            drawing=sample.get("drawing", "line"),
            is_key_figure=sample.get("is_key_figure", False),
            **_page(sample),
            **_state(sample),
        )
        page.figures.set(
            [IndicatorValue(**{**value, "value": Decimal(value["value"])}) for value in sample["values"]]
        )
        yield makers.page(page, directory, agency=sample["agency"])


def _costs(makers: Makers, words: Mapping[str, Any]) -> Iterator[models.Model]:
    directory = _directory(makers, words["costs_directory"])
    yield directory
    items = [_item(makers, place, sample) for place, sample in enumerate(words["basket"])]
    yield from items
    sample = words["costs"]
    page = CostPage(year=sample["year"], remarks_vi=sample["note"], **_page(sample), **_state(sample))
    page.costs.set([Cost(item=item, sort_order=place) for place, item in enumerate(items)])
    yield makers.page(page, directory, agency=sample["agency"])


def _directory(makers: Makers, sample: Mapping[str, Any]) -> DirectoryPage:
    page = DirectoryPage(lists=sample["lists"], **_page(sample))
    return makers.page(page, makers.sections[sample["section"]])


def _item(makers: Makers, place: int, sample: Mapping[str, Any]) -> CostItem:
    values = {name: sample.get(name, "") for name in ("code", "group", "per", "per_also")}
    return makers.snippet(CostItem(name_vi=sample["name"], position=place, **values), code=sample["code"])


def _page(sample: Mapping[str, Any]) -> dict[str, Any]:
    return {"title_vi": sample["title"], "slug": sample["slug"], "summary_vi": sample["summary"]}


def _state(sample: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "figure_source_vi": sample.get("source", ""),
        "figure_url": sample.get("url", ""),
        "as_of": sample.get("as_of"),
        "review_by": sample.get("review_by"),
    }
