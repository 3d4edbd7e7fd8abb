"""Events, contests, parks, projects, incentives, procedures and sectors in words of schema.org."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from content.models import ComparisonPage, PortalPage
from content.surroundings import rendering_in
from media.multilingual import LANGUAGES
from tests.content.events import samples as events
from tests.content.fakes import FakeSurroundings
from tests.content.investing import sheets
from tests.content.parks import samples as parks
from tests.content.samples import words
from tests.content.test_structured_data import graph_of

pytestmark = pytest.mark.django_db


def graph(page: PortalPage, site: FakeSurroundings) -> dict[str, dict[str, Any]]:
    with translation.override(site.language), rendering_in(site):
        return graph_of(page, site)


def entity(page: PortalPage, site: FakeSurroundings) -> dict[str, Any]:
    """Return what a page is about."""
    found: dict[str, Any] = graph(page, site)["WebPage"]["mainEntity"]
    return found


EVERYTHING = (
    (events.festival, events.site),
    (events.furnished_fair, events.site),
    (events.undated_fair, events.site),
    (events.judged_contest, events.site),
    (parks.full_park, parks.site),
    (parks.bare_park, parks.site),
    (sheets.sector, sheets.site),
    (sheets.bare_sector, sheets.site),
    (sheets.project, sheets.site),
    (sheets.bare_project, sheets.site),
    (sheets.incentive, sheets.site),
    (sheets.bare_incentive, sheets.site),
    (sheets.procedure, sheets.site),
    (sheets.bare_procedure, sheets.site),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "site"), EVERYTHING)
def test_each_kind_speaks_the_vocabulary_with_everything_and_with_nothing(
    page: Any, site: Any, language: str
) -> None:
    assert graph(page(), site(language))


def test_an_event_has_its_times_with_the_zone_its_place_and_its_calendar() -> None:
    said = entity(events.furnished_fair(), events.site("en"))

    assert (said["@type"], said["startDate"]) == ("ExhibitionEvent", "2026-04-02T08:00:00+07:00")
    assert said["eventStatus"] == "https://schema.org/EventScheduled"
    assert said["location"]["geo"]["latitude"] == 20.4567
    assert said["organizer"]["name"] == "Dept."
    assert said["subjectOf"]["contentUrl"] == "https://portal.example/en/41/event.ics"


def test_a_festival_of_the_moon_has_the_days_that_come_next() -> None:
    days = [
        entity(events.festival(), events.site("ja", today=today))["startDate"]
        for today in (date(2026, 3, 4), date(2026, 12, 1))
    ]

    assert days == ["2026-09-25", "2027-09-15"]


def test_an_event_without_days_is_only_a_page_and_a_cancelled_one_says_so() -> None:
    assert "mainEntity" not in graph(events.undated_fair(), events.site())["WebPage"]
    assert entity(events.cancelled_fair(), events.site())["eventStatus"].endswith("EventCancelled")


def test_the_works_that_won_a_contest_name_their_authors_and_prizes() -> None:
    said = entity(events.judged_contest(), events.site("vi"))

    assert (said["startDate"], said["endDate"]) == ("2026-03-01", "2026-09-30")
    (work,) = said["workFeatured"]
    assert work["author"]["name"] == "Trần Thị Bình"
    assert work["award"]


def properties(page: PortalPage, site: FakeSurroundings) -> dict[str, dict[str, Any]]:
    return {one["propertyID"]: one for one in entity(page, site)["additionalProperty"]}


def test_a_park_says_its_areas_as_numbers_with_codes_of_units() -> None:
    park = parks.full_park()
    said = properties(park, parks.site("ko", park))

    assert (said["leasable_area"]["value"], said["leasable_area"]["unitCode"]) == (110, "HAR")
    assert (said["occupancy"]["value"], said["occupancy"]["unitCode"]) == (87.6, "P1")
    assert (said["price"]["minValue"], said["price"]["maxValue"]) == (70, 80)
    assert said["price"]["unitText"] == "USD/m²"
    assert (said["power"]["value"], said["power"]["unitText"]) == (126, "MVA")


def test_a_park_has_a_position_only_where_one_was_measured() -> None:
    measured = parks.full_park(latitude=Decimal("20.1"), longitude=Decimal("106.2"))

    assert entity(measured, parks.site("vi", measured))["geo"]["longitude"] == 106.2
    assert "geo" not in entity(parks.full_park(), parks.site("vi", parks.full_park()))
    assert set(properties(parks.bare_park(), parks.site("en"))) == {"kind"}


def test_figures_are_of_their_day_and_cite_their_source_and_the_law() -> None:
    said = graph(sheets.project(), sheets.site("en"))["WebPage"]

    assert said["temporalCoverage"] == "2026-01-31"
    source, law = said["citation"]
    assert (source["name"], source["url"]) == ("Department", "https://example.org/so-lieu")
    assert (law["legislationIdentifier"], law["legislationDate"]) == ("143/2025/QH15", "2025-12-11")


def test_a_project_seeks_its_capital_for_as_long_as_it_is_called_for() -> None:
    wanted = entity(sheets.project(), sheets.site("ja"))["seeks"]

    assert wanted["priceSpecification"]["minPrice"] == 2_249_000_000_000
    assert wanted["priceSpecification"]["priceCurrency"] == "VND"
    assert wanted["validThrough"] == "2026-03-10"
    assert "seeks" not in entity(sheets.project(), sheets.site("ja", today=date(2026, 3, 11)))


def test_an_incentive_says_who_grants_it_and_whether_it_is_in_force() -> None:
    said = entity(sheets.incentive(), sheets.site("en", today=date(2026, 5, 1)))

    assert said["provider"]["name"] == "Tran Temple"
    assert said["incentiveStatus"] == "https://schema.org/IncentiveStatusActive"
    assert said["incentiveAmount"] == {"@type": "QuantitativeValue", "maxValue": 1000, "unitText": "USD"}
    ended = entity(sheets.incentive(), sheets.site("en", today=date(2027, 1, 1)))
    assert ended["incentiveStatus"] == "https://schema.org/IncentiveStatusRetired"


def test_a_procedure_is_told_step_by_step_and_its_cost_only_where_every_step_says_it() -> None:
    said = entity(sheets.procedure(), sheets.site("vi"))
    priced = entity(sheets.procedure(sheets.step(), sheets.step(fee="500000")), sheets.site("vi"))

    assert [(one["position"], one["name"]) for one in said["step"]] == [
        (1, "Đề nghị cấp giấy"),
        (2, "Tìm hiểu"),
    ]
    assert said["about"]["serviceOperator"][0]["name"] == "Sở Tài chính"
    assert "estimatedCost" not in said
    (cost,) = priced["estimatedCost"]
    assert (cost["currency"], cost["value"]) == ("VND", 2_000_000)


def test_a_sector_gives_its_figures_with_units_and_days() -> None:
    first, second = graph(sheets.sector(), sheets.site("en"))["WebPage"]["mentions"]

    assert (first["value"], first["unitCode"], first["observationDate"]) == (519.6, "HAR", "1924-01-01")
    assert second["observationDate"] == "2026-01-31"


def test_the_comparison_lists_the_parks_in_the_order_of_the_page() -> None:
    one, other = parks.full_park(), parks.bare_park(park_kind="zone")
    page = ComparisonPage(pk=70, **words("title"))
    site = parks.site("en", one, other, others=[page])
    listed = graph(page, site)["CollectionPage"]["mainEntity"]

    assert listed["numberOfItems"] == 2
    assert [item["url"] for item in listed["itemListElement"]] == [
        "https://portal.example/en/51/",
        "https://portal.example/en/50/",
    ]
