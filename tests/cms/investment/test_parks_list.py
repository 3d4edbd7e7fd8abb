"""The list of parks reads like the department's paper file, and every list opens."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.investment.kinds import InvestmentGroup
from cms.models import User
from content.models import DirectoryPage, ParkPage
from tests.factories import home, person

pytestmark = pytest.mark.django_db
NAMES = [item.name for item in InvestmentGroup.items]


@pytest.fixture
def directory() -> DirectoryPage:
    page = DirectoryPage(title_vi="Khu công nghiệp", slug="khu", lists="parks")
    home().add_child(instance=page)
    return page


@pytest.fixture
def admin(client: Client, db: None) -> Client:
    client.force_login(User.objects.create_superuser("chief", password="secret"))
    return client


def park(directory: DirectoryPage, code: str, **fields: object) -> ParkPage:
    page = ParkPage(title_vi=f"Khu {code}", slug=code, code=code, **fields)
    directory.add_child(instance=page)
    return page


@pytest.mark.parametrize("name", NAMES)
def test_every_list_opens_and_can_be_narrowed(admin: Client, name: str) -> None:
    assert admin.get(f"/admin/{name}/").status_code == 200
    assert admin.get(f"/admin/{name}/?live=True&ordering=-live").status_code == 200


def test_a_park_shows_its_figures_and_whether_they_await_review(
    admin: Client, directory: DirectoryPage
) -> None:
    park(
        directory,
        "hoa-xa",
        status="operating",
        leasable_area=Decimal(200),
        leased_area=Decimal(150),
        as_of=date(2025, 1, 1),
        review_by=date(2025, 7, 1),
    )
    park(directory, "bao-minh", as_of=date(2025, 1, 1), review_by=date(2999, 1, 1))

    shown = admin.get("/admin/parks/").content.decode()
    due = admin.get("/admin/parks/?freshness=due").content.decode()

    assert "75" in shown
    assert shown.count("department-stale") == 2
    assert "01/07/2025" in shown
    assert ("hoa-xa" in due, "bao-minh" in due) == (True, False)


def test_more_parks_need_no_more_queries(admin: Client, directory: DirectoryPage) -> None:
    for number in range(2):
        park(directory, f"khu-{number}", leasable_area=Decimal(2), leased_area=Decimal(1))
    admin.get("/admin/parks/")
    with CaptureQueriesContext(connection) as few:
        admin.get("/admin/parks/")
    for number in range(2, 25):
        park(directory, f"khu-{number}", leasable_area=Decimal(2), leased_area=Decimal(1))
    with CaptureQueriesContext(connection) as many:
        admin.get("/admin/parks/")

    assert len(many) == len(few)
    assert len(many) < 60


def test_lists_without_a_table_are_in_the_menu_of_those_who_keep_them(admin: Client) -> None:
    home().add_child(instance=DirectoryPage(title_vi="Thủ tục", slug="thu-tuc", lists="procedures"))

    assert "/admin/procedures/" in admin.get("/admin/").content.decode()

    admin.force_login(person("access_admin"))
    assert "/admin/procedures/" not in admin.get("/admin/").content.decode()
