"""The number of queries does not grow with the number of segments."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.models import ArticlePage
from tests import factories
from tests.translations.desk_setup import Desk
from translations.enums import UnitState
from translations.models import Edition, Unit
from translations.operations import clearance, units
from translations.operations.editions import open_editions

pytestmark = pytest.mark.django_db

FEW, MANY = 5, 50
# SQLite takes a statement's values in batches, so a longer article costs a few more of them.
BATCHES = 12
THREE_EDITIONS = 75


def texts(count: int, prefix: str = "Đoạn văn") -> list[str]:
    return [f"{prefix} số {number}." for number in range(count)]


def queries(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def cleared_article(count: int) -> ArticlePage:
    page = factories.article(*texts(count))
    clearance.clear(instance=page, person=factories.person())
    return ArticlePage.objects.get(pk=page.pk)


def first_opening(count: int) -> int:
    page = cleared_article(count)
    return queries(lambda: open_editions(instance=page))


def opening_from_memory(count: int) -> int:
    """The same words were approved in another article."""
    known = factories.article(*texts(count))
    factories.cleared(known)
    factories.translated(known, "ja")
    page = cleared_article(count)
    spent = queries(lambda: open_editions(instance=page))
    recalled = Unit.objects.filter(edition__in=Edition.objects.of(page), edition__language="ja")
    assert recalled.filter(state=UnitState.NEEDS_REVIEW, field="body").count() == count
    return spent


def opening_again(count: int) -> int:
    page = cleared_article(count)
    open_editions(instance=page)
    return queries(lambda: open_editions(instance=page))


def opening_after_everything_changed(count: int) -> int:
    page = cleared_article(count)
    open_editions(instance=page)
    page.body_vi = [factories.paragraph(text) for text in texts(count, "Viết lại")]
    page.save()
    clearance.clear(instance=page, person=factories.person())
    return queries(lambda: open_editions(instance=page))


@pytest.mark.parametrize(
    "opening", [first_opening, opening_from_memory, opening_again, opening_after_everything_changed]
)
def test_opening_three_editions_takes_a_bounded_number_of_queries(opening: Callable[[int], int]) -> None:
    few, many = opening(FEW), opening(MANY)

    assert many <= THREE_EDITIONS
    assert many - few <= BATCHES


def approval(count: int) -> int:
    desk = Desk.begun(texts(count))
    unit = desk.edition.units.get(pk=desk.written.pk)
    return queries(lambda: units.approve(unit_id=unit.pk, version=unit.version, person=desk.reviewer))


def test_approving_one_segment_of_many_costs_what_it_costs_in_a_few() -> None:
    few, many = approval(FEW), approval(MANY)

    assert many <= few <= 20
