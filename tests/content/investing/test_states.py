"""What holds today: laws, calls and incentives by their days, and what steps come to."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from content.investing import bands, calls, incentives, law
from content.investing.calls import CallState
from content.investing.incentives import IncentiveState
from content.investing.law import LawState
from content.investing.steps import totals
from content.surroundings import rendering_in
from tests.content.fakes import FakeSurroundings
from tests.content.investing import sheets

TODAY = date(2026, 3, 4)
YESTERDAY, TOMORROW = date(2026, 3, 3), date(2026, 3, 5)


@pytest.fixture(autouse=True)
def _content_types(db: None) -> None:
    """Kinds of pages are told apart by content type, which is a table."""


def today(day: date = TODAY) -> Any:
    return rendering_in(FakeSurroundings(today=day))


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"effective_from": None}, LawState.IN_FORCE),
        ({"effective_from": TODAY}, LawState.IN_FORCE),
        ({"effective_from": TOMORROW}, LawState.NOT_YET),
        ({"effective_to": TODAY}, LawState.IN_FORCE),
        ({"effective_to": YESTERDAY, "effective_from": None}, LawState.ENDED),
        ({"superseded_by_id": 9, "effective_to": TODAY}, LawState.IN_FORCE),
        ({"superseded_by_id": 9, "effective_to": YESTERDAY, "effective_from": None}, LawState.SUPERSEDED),
        ({"superseded_by_id": 9, "effective_from": None}, LawState.SUPERSEDED),
    ],
)
def test_a_law_is_in_force_between_its_days(fields: dict[str, Any], state: LawState) -> None:
    with today():
        assert law.state_of(sheets.document(**fields)) == state


def test_a_document_ends_the_day_before_its_successor_begins() -> None:
    old = sheets.document(
        pk=8, number="61/2020/QH14", effective_from=date(2021, 1, 1), superseded_by=sheets.document()
    )

    old.clean()

    assert old.effective_to == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, CallState.CALLING),
        ({"called_until": TODAY}, CallState.CALLING),
        ({"called_until": YESTERDAY}, CallState.EXPIRED),
        ({"called_on": TOMORROW}, CallState.SOON),
        ({"called_on": None, "called_until": None}, CallState.CALLING),
        ({"status": "taken", "called_until": YESTERDAY}, CallState.TAKEN),
        ({"status": "withdrawn"}, CallState.WITHDRAWN),
        ({"status": "appraisal"}, CallState.APPRAISAL),
    ],
)
def test_a_call_ends_by_itself(fields: dict[str, Any], state: CallState) -> None:
    project = sheets.project(**fields)

    with today():
        assert calls.state_of(project) == state
    assert state in calls.possible_states(project)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, IncentiveState.IN_FORCE),
        ({"valid_to": YESTERDAY}, IncentiveState.ENDED),
        ({"valid_to": TODAY}, IncentiveState.IN_FORCE),
        ({"valid_from": TOMORROW}, IncentiveState.NOT_YET),
        ({"valid_from": None, "valid_to": None}, IncentiveState.IN_FORCE),
    ],
)
def test_an_incentive_is_in_force_between_its_days(fields: dict[str, Any], state: IncentiveState) -> None:
    incentive = sheets.incentive(**fields)

    with today():
        assert incentives.state_of(incentive) == state
    assert state in incentives.possible_states(incentive)


def test_an_incentive_whose_law_is_superseded_is_doubtful() -> None:
    old = sheets.document(pk=8, number="61/2020/QH14", superseded_by=sheets.document())
    incentive = sheets.incentive(sheets.document(), old)

    with today():
        assert incentives.state_of(incentive) == IncentiveState.DOUBTFUL
    assert IncentiveState.DOUBTFUL in incentives.possible_states(incentive)


def test_what_is_granted_stands_in_the_order_of_time() -> None:
    assert [one.what for one in incentives.grants(sheets.incentive())] == [
        "rate",
        "exemption",
        "reduction",
        "support",
    ]
    always = sheets.incentive(is_exempt_throughout=True, exempt_years=None, rate=None, reduction=None)
    assert [one.what for one in incentives.grants(always)] == ["throughout", "support"]


def test_days_and_fees_are_added_up_and_gaps_are_counted() -> None:
    steps: list[dict[str, Any]] = [
        {"days": 5, "fee": Decimal(100), "currency": "VND"},
        {"days": None, "fee": Decimal(20), "currency": "USD"},
        {"days": 10, "fee": Decimal(50), "currency": "VND"},
        {"days": 0, "fee": None, "currency": "VND"},
    ]

    found = totals(steps)

    assert (found.days, found.untimed) == (15, 1)
    assert (found.fees, found.unpriced) == ((("USD", Decimal(20)), ("VND", Decimal(150))), 1)
    assert not found.is_free


def test_nothing_said_is_no_sum_and_nothing_asked_is_no_fee() -> None:
    assert totals([{"days": None, "fee": None}]).days is None
    assert not totals([{"days": None, "fee": None}]).is_free
    assert totals([{"days": 1, "fee": Decimal(0), "currency": "VND"}]).is_free


@pytest.mark.parametrize(
    ("low", "high", "currency", "band"),
    [
        (None, None, "VND", None),
        (None, 99_999_999_999, "VND", "vnd-0"),
        (1, 100_000_000_000, "VND", "vnd-1"),
        (10**12, None, "VND", "vnd-2"),
        (4_999_999, None, "USD", "usd-0"),
        (None, 50_000_000, "USD", "usd-2"),
    ],
)
def test_projects_are_divided_by_capital(low: Any, high: Any, currency: str, band: str | None) -> None:
    project = sheets.project(capital_from=low, capital_to=high, currency=currency)

    assert bands.band(project) == band


def test_bands_are_named_as_sums_are_written() -> None:
    with translation.override("en"), rendering_in(FakeSurroundings("en")):
        assert bands.label("vnd-0") == "under VND 100 billion"
        assert bands.label("vnd-1") == "VND 100 billion to under VND 1,000 billion"
        assert bands.label("usd-2") == "USD 50 million and more"
