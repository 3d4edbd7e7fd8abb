import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.models import User
from content.models import DirectoryPage, SectorPage
from tests.factories import cleared, home, person

pytestmark = pytest.mark.django_db
LIST = "/admin/sectors/"


@pytest.fixture
def directory() -> DirectoryPage:
    page = DirectoryPage(title_vi="Ngành", slug="nganh", lists="sectors")
    home().add_child(instance=page)
    return page


@pytest.fixture
def admin(client: Client, db: None) -> Client:
    client.force_login(User.objects.create_superuser("chief", password="secret"))
    return client


def sectors(directory: DirectoryPage, count: int, offset: int = 0) -> list[SectorPage]:
    made = [
        SectorPage(title_vi=f"Ngành {number}", slug=f"nganh-{number}")
        for number in range(offset, offset + count)
    ]
    for page in made:
        directory.add_child(instance=page)
    return made


def test_the_list_shows_code_title_and_the_state_of_the_editions(
    admin: Client, directory: DirectoryPage
) -> None:
    (page,) = sectors(directory, 1)
    cleared(page)

    shown = admin.get(LIST).content.decode()

    assert "nganh-0" in shown
    assert "Ngành 0" in shown
    assert "department-edition--missing" in shown
    assert reverse("tables:upload", args=["sectors"]) in shown


def test_the_number_of_queries_does_not_depend_on_the_number_of_pages(
    admin: Client, directory: DirectoryPage
) -> None:
    sectors(directory, 2)
    admin.get(LIST)
    with CaptureQueriesContext(
        connection,
    ) as few:
        admin.get(LIST)
    sectors(directory, 30, offset=2)
    with CaptureQueriesContext(connection) as many:
        admin.get(LIST)

    assert len(many) == len(few)
    assert len(many) < 40


@pytest.mark.parametrize("query", ["?live=True", "?live=False", "?ordering=-slug", "?q=ng", "?agency=999"])
def test_the_list_can_be_narrowed_searched_and_sorted(
    admin: Client, directory: DirectoryPage, query: str
) -> None:
    sectors(directory, 2)

    assert admin.get(LIST + query).status_code == 200


def test_the_menu_leads_only_those_there_who_keep_the_kind(admin: Client, directory: DirectoryPage) -> None:
    assert LIST in admin.get("/admin/").content.decode()

    admin.force_login(person("access_admin"))

    assert LIST not in admin.get("/admin/").content.decode()
