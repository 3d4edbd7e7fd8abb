"""What follows from a park's areas."""

from decimal import Decimal

import pytest

from content.models import ParkPage
from content.parks.enums import Availability, ParkStatus
from content.parks.land import available, occupancy

pytestmark = pytest.mark.django_db
"""Kinds of pages are told apart by content type, which is a table."""


def test_occupancy_is_what_is_leased_of_what_can_be_leased() -> None:
    assert occupancy(Decimal(110), Decimal("96.36")) == Decimal("87.6")
    assert available(Decimal(110), Decimal("96.36")) == Decimal("13.64")


def test_a_park_with_a_little_land_left_is_not_at_a_hundred() -> None:
    assert occupancy(Decimal(1000), Decimal("999.99")) == Decimal("99.9")


@pytest.mark.parametrize(("leasable", "leased"), [(None, Decimal(1)), (Decimal(1), None), (None, None)])
def test_nothing_is_computed_of_an_unknown_area(leasable: Decimal | None, leased: Decimal | None) -> None:
    assert occupancy(leasable, leased) is None
    assert available(leasable, leased) is None


def test_land_that_nobody_leased_yet_is_all_available() -> None:
    assert occupancy(Decimal(10), Decimal(0)) == 0
    assert available(Decimal(10), Decimal(0)) == 10


@pytest.mark.parametrize(
    ("leased", "band"),
    [
        (100, Availability.NONE),
        (99, Availability.UNDER_10),
        (90, Availability.UNDER_50),
        (50, Availability.OVER_50),
        (0, Availability.OVER_50),
    ],
)
def test_available_land_comes_in_bands(leased: int, band: str) -> None:
    park = ParkPage(leasable_area=Decimal(100), leased_area=Decimal(leased))

    assert park.availability == band
    assert park.is_full is (band == Availability.NONE)


def test_a_park_said_to_be_full_has_no_land_though_its_areas_are_unknown() -> None:
    park = ParkPage(status=ParkStatus.FULL)

    assert park.is_full
    assert park.availability == Availability.NONE
    assert park.occupancy is None


def test_of_an_unknown_park_nothing_is_said() -> None:
    park = ParkPage()

    assert (park.available_area, park.occupancy, park.availability, park.is_full) == (None, None, "", False)
