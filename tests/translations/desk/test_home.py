"""A person's own work, on the first page of the admin."""

from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests import factories
from tests.translations.desk.conftest import Desk, logged_in
from translations.operations.editions import open_editions
from translations.views.home import tasks_of


def home_of(*permissions: str) -> str:
    client = logged_in(factories.person("access_admin", *permissions))
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_reviewer_finds_the_editions_that_wait_in_their_language(desk: Desk) -> None:
    html = home_of("review_ja")

    assert "1 edition waits for you." in html
    assert f"{reverse('translations:board')}?language=ja&amp;waiting=reviewer" in html
    assert "Korean" not in html


def test_the_link_leads_to_just_these(desk: Desk) -> None:
    other = factories.article("Chưa ai duyệt.", title_vi="Bài chưa cho phép")

    html = desk.client.get(f"{reverse('translations:board')}?language=ja&waiting=reviewer").content.decode()

    assert desk.page.title_vi in html
    assert other.title_vi not in html


def test_who_has_nothing_to_do_is_told_so(desk: Desk) -> None:
    factories.translated(desk.page, "ja", desk.reviewer)

    assert "Nothing on the desk waits for you." in home_of("review_ja")


def test_texts_without_clearance_are_counted_once_for_their_three_languages(desk: Desk) -> None:
    open_editions(instance=factories.article("Chưa cho phép."))

    html = home_of("clear_text")

    assert "1 text waits for you to let it leave." in html


def test_an_editor_without_a_part_in_the_desk_sees_nothing_of_it(desk: Desk) -> None:
    assert "desk-waiting" not in home_of()


def test_the_panel_asks_the_database_once_for_all_languages(
    desk: Desk, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    boss = factories.person("review_en", "review_ja", "review_ko")
    boss.get_all_permissions()

    class Request:
        user = boss

    with django_assert_num_queries(1):
        assert len(tasks_of(Request()) or []) == 3  # type: ignore[arg-type]  # all it reads is the user
