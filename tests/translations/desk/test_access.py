"""Who gets where on the desk."""

from collections.abc import Callable

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from cms.models import User
from tests import factories
from tests.translations.desk.conftest import Desk, logged_in
from translations.models import Clearance, TranslationJob
from translations.urls import urlpatterns

GET_PAGES = (
    "board",
    "board_results",
    "overview",
    "review",
    "cleared_text",
    "measures",
    "suggested_terms",
    "machine",
    "ledger",
)
SEGMENT_PAGES = ("suggestions",)
SEGMENT_ACTIONS = ("save", "approve", "send_back", "dismiss", "take_back")
MACHINE_ACTIONS = ("order_all", "cancel_job", "retry_job", "resume_engine")
EDITION_ACTIONS = ("approve_all", "ask_again")


def publisher() -> User:
    person = factories.person("access_admin")
    group = person.groups.create(name="Publishers")
    GroupPagePermission.objects.create(group=group, page=factories.home(), permission_type="publish")
    return person


SEE_THE_DESK: dict[str, Callable[[], User]] = {
    "reviewer of Korean": lambda: factories.person("access_admin", "review_ko"),
    "clearance officer": lambda: factories.person("access_admin", "clear_text"),
    "publisher": publisher,
}


def a_job(desk: Desk) -> TranslationJob:
    version = desk.edition.working_version
    assert version is not None
    job, _made = TranslationJob.objects.get_or_create(edition=desk.edition, defaults={"version": version})
    return job


def address(desk: Desk, name: str) -> str:
    if name == "resume_engine":
        return reverse("translations:resume_engine", args=["deepl"])
    key = [desk.edition.content_type_id, desk.page.pk]
    arguments: dict[str, list[int]] = {
        "board": [],
        "board_results": [],
        "overview": key,
        "clear": key,
        "measures": [],
        "suggested_terms": [],
        "add_suggested_term": [],
        "machine": [],
        "ledger": [],
        "order_all": [],
        "cancel_job": [a_job(desk).pk],
        "retry_job": [a_job(desk).pk],
        "cleared_text": list(Clearance.objects.values_list("pk", flat=True)),
    }
    of_the_edition = [
        desk.edition.pk,
        *([desk.unit("hai").pk] if name in (*SEGMENT_PAGES, *SEGMENT_ACTIONS) else []),
    ]
    return reverse(f"translations:{name}", args=arguments.get(name, of_the_edition))


def test_every_address_of_the_desk_is_in_this_matrix() -> None:
    names = {pattern.name for pattern in urlpatterns}

    assert names == {
        *GET_PAGES,
        *SEGMENT_PAGES,
        *SEGMENT_ACTIONS,
        *EDITION_ACTIONS,
        *MACHINE_ACTIONS,
        "clear",
        "add_suggested_term",
    }


@pytest.mark.parametrize("name", [pattern.name for pattern in urlpatterns])
@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_is_not_logged_in_is_sent_to_the_login(desk: Desk, method: str, name: str) -> None:
    response = getattr(Client(), method)(address(desk, name))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("wagtailadmin_login"))


@pytest.mark.parametrize("name", [pattern.name for pattern in urlpatterns])
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_editor_without_a_part_in_the_desk_is_sent_home(desk: Desk, method: str, name: str) -> None:
    client = logged_in(factories.person("access_admin"))

    response = getattr(client, method)(address(desk, name))

    assert response.status_code == 302
    assert response["Location"] == reverse("wagtailadmin_home")


@pytest.mark.parametrize("name", GET_PAGES)
@pytest.mark.parametrize("role", SEE_THE_DESK)
def test_everybody_with_a_part_in_the_desk_reads_every_page(desk: Desk, role: str, name: str) -> None:
    response = logged_in(SEE_THE_DESK[role]()).get(address(desk, name))

    assert response.status_code == 200


@pytest.mark.parametrize("role", SEE_THE_DESK)
def test_everybody_with_a_part_in_the_desk_reads_what_the_memory_suggests(desk: Desk, role: str) -> None:
    client = logged_in(SEE_THE_DESK[role]())

    piece = client.get(address(desk, "suggestions"), {"piece": ""})
    visited = client.get(address(desk, "suggestions"))

    assert piece.status_code == 200
    assert visited["Location"] == f"{desk.url}?suggest={desk.unit('hai').pk}#unit-{desk.unit('hai').pk}"


@pytest.mark.parametrize("name", [*SEGMENT_ACTIONS, *EDITION_ACTIONS])
@pytest.mark.parametrize("role", SEE_THE_DESK)
def test_only_reviewers_of_the_language_act(desk: Desk, role: str, name: str) -> None:
    unit = desk.unit("hai")
    data = {"version": unit.version, "target": "二。", "note": "x", "seen": f"{unit.pk}:{unit.version}"}

    response = logged_in(SEE_THE_DESK[role]()).post(address(desk, name), data)

    assert response.status_code == 403
    assert "You do not review this language" in response.content.decode()
    assert desk.unit("hai").version == unit.version


@pytest.mark.parametrize("name", ["clear", *SEGMENT_ACTIONS, *EDITION_ACTIONS])
def test_an_action_that_is_visited_leads_to_where_it_is_offered(desk: Desk, name: str) -> None:
    response = desk.client.get(address(desk, name))

    assert response.status_code == 302
    assert response["Location"] == address(desk, "overview" if name == "clear" else "review")


def test_who_does_not_review_the_language_reads_without_buttons(desk: Desk) -> None:
    html = logged_in(SEE_THE_DESK["reviewer of Korean"]()).get(desk.url).content.decode()

    assert "Đoạn hai." in html
    assert "<textarea" not in html
    assert reverse("translations:approve_all", args=[desk.edition.pk]) not in html


@pytest.mark.parametrize(("permissions", "is_shown"), [(["review_ja"], True), ([], False)])
def test_the_menu_shows_the_desk_to_those_who_may_enter(
    desk: Desk, permissions: list[str], is_shown: bool
) -> None:
    client = logged_in(factories.person("access_admin", *permissions))

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert (reverse("translations:board") in html) is is_shown


def test_a_page_leads_to_its_editions(desk: Desk) -> None:
    boss = factories.person(is_superuser=True)

    html = logged_in(boss).get(reverse("wagtailadmin_pages:edit", args=[desk.page.pk])).content.decode()

    assert address(desk, "overview") in html


@pytest.mark.parametrize("number", [0, 2**63, 10**30])
@pytest.mark.parametrize("name", ["overview", "review", "cleared_text"])
def test_what_is_not_there_is_not_found(desk: Desk, name: str, number: int) -> None:
    arguments = [number, number] if name == "overview" else [number]

    assert desk.client.get(reverse(f"translations:{name}", args=arguments)).status_code == 404


def test_the_desk_shows_no_kind_of_object_that_is_not_translated(desk: Desk) -> None:
    kind = ContentType.objects.get_for_model(User)

    response = desk.client.get(reverse("translations:overview", args=[kind.pk, desk.reviewer.pk]))

    assert response.status_code == 404
