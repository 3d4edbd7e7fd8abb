"""Indicators, costs and directories are sets of data with files, a day and a source."""

from datetime import date
from decimal import Decimal

import pytest

from content.models import CostPage, DirectoryPage, IndicatorPage, IndicatorValue
from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings
from tests.content.samples import words
from tests.content.test_structured_data import graph_of

pytestmark = pytest.mark.django_db


def site(language: str = "en") -> FakeSurroundings:
    return FakeSurroundings(language=language, addresses={30: f"/{language}/30/"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_indicator_is_a_dataset_with_its_time_its_day_and_its_source(language: str) -> None:
    page = IndicatorPage(
        pk=30,
        as_of=date(2025, 12, 31),
        figure_url="https://example.org/report",
        **words("title"),
        **words("definition"),
        **words("figure_source"),
    )
    page.figures.set(
        [IndicatorValue(pk=pk, start=date(2020 + pk, 1, 1), value=Decimal(pk)) for pk in (2, 1, 3)]
    )

    data = graph_of(page, site(language))["WebPage"]["mainEntity"]
    assert (data["@type"], data["temporalCoverage"]) == ("Dataset", "2021-01-01/2023-01-01")
    assert data["dateModified"] == "2025-12-31"
    assert data["isBasedOn"]["url"] == "https://example.org/report"
    files = {one["encodingFormat"]: one["contentUrl"] for one in data["distribution"]}
    assert files["text/csv"] == f"https://portal.example/{language}/30/data.csv"
    assert set(files) == {"text/csv", "application/json"}


def test_costs_are_those_of_a_year() -> None:
    page = CostPage(pk=30, year=2025, **words("title"))

    assert graph_of(page, site())["WebPage"]["mainEntity"]["temporalCoverage"] == "2025"


def test_a_directory_is_a_dataset_where_it_lists_something() -> None:
    listing = DirectoryPage(pk=30, lists="sectors", **words("title"))
    empty = DirectoryPage(pk=30, lists="nothing", **words("title"))

    assert graph_of(listing, site())["CollectionPage"]["mainEntity"]["distribution"]
    assert "mainEntity" not in graph_of(empty, site())["CollectionPage"]
