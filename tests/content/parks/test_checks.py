"""A park's values fit one another, or a sentence says which do not."""

from decimal import Decimal
from typing import Any

import pytest

from content.models import ParkPage
from content.parks.checks import faults
from content.parks.enums import ParkStatus
from tests.content.parks.samples import bare_park, full_park

pytestmark = pytest.mark.django_db
"""Kinds of pages are told apart by content type, which is a table."""


def test_a_full_and_an_empty_sheet_are_sound() -> None:
    assert faults(full_park()) == {}
    assert faults(bare_park()) == {}


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"leased_area": Decimal("110.01")}, "leased_area"),
        ({"leasable_area": Decimal("154.51")}, "leasable_area"),
        ({"leasable_area": None, "leased_area": Decimal(155)}, "leased_area"),
        ({"planned_area": Decimal(154)}, "total_area"),
        ({"status": ParkStatus.FULL}, "status"),
        ({"term_from": 2066}, "term_to"),
        ({"term_years": 49}, "term_years"),
        ({"price_low": Decimal("80.01")}, "price_high"),
        ({"price_currency": ""}, "price_currency"),
        ({"price_basis": ""}, "price_basis"),
        ({"fee_currency": ""}, "fee_currency"),
        ({"fee_basis": ""}, "fee_basis"),
        ({"power_unit": ""}, "power_unit"),
        ({"map_y": None}, "map_y"),
        ({"latitude": Decimal(20)}, "longitude"),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence_at_its_column(changed: dict[str, Any], column: str) -> None:
    found = faults(full_park(**changed))

    assert list(found) == [column]
    assert found[column].endswith(".")


def test_equal_areas_and_prices_are_no_fault() -> None:
    hundred = Decimal(100)
    park = ParkPage(
        planned_area=hundred,
        total_area=hundred,
        leasable_area=hundred,
        leased_area=hundred,
        status=ParkStatus.FULL,
        price_low=hundred,
        price_high=hundred,
        price_currency="USD",
        price_basis="term",
    )

    assert faults(park) == {}
