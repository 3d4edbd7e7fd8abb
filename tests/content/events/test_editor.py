"""The editor's form of an event: days to check, and sentences beside the fields."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail.users.models import UserProfile

from content.formats import day_range
from content.models import ContestPage, EventPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    person = factories.person(is_superuser=True, is_staff=True)
    # The sentences are compared in the language in which they were written.
    profile = UserProfile.get_for_user(person)
    profile.preferred_language = "en"
    profile.save()
    client.force_login(person)
    return client


def saved(page: Any) -> Any:
    factories.section().add_child(instance=page)
    return page


def form(editor: Client, page: Any) -> str:
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    return response.content.decode()


def yearly(**fields: Any) -> EventPage:
    lunar = {"lunar_month": 8, "lunar_day": 15, "lunar_last_month": 8, "lunar_last_day": 20}
    return EventPage(
        **{"title_vi": "Lễ hội", "slug": "le-hoi", "recurrence": "yearly-lunar", **lunar, **fields}
    )


def test_the_days_of_the_next_years_are_shown_for_checking(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("content.events.panels.localdate", lambda: date(2026, 11, 23))

    html = form(editor, saved(yearly()))

    first = day_range(date(2027, 9, 15), date(2027, 9, 20), "vi")
    last = day_range(date(2032, 9, 19), date(2032, 9, 24), "vi")
    for line in ("năm Đinh Mùi", first, "năm Nhâm Tý", last):
        assert line in html
    assert "30 tháng 9 năm 2026" not in html


def test_the_lunar_day_of_a_gregorian_day_is_shown_for_checking(editor: Client) -> None:
    html = form(editor, saved(EventPage(title_vi="Hội chợ", slug="hoi-cho", first_day=date(2026, 9, 25))))

    assert "25 tháng 9 năm 2026" in html
    assert "ngày 15 tháng 8 âm lịch" in html


def test_a_new_event_has_no_days_to_check_yet(editor: Client) -> None:
    parent = factories.section()
    url = reverse("wagtailadmin_pages:add", args=["content", "eventpage", parent.pk])

    assert "Save the page with its days to see them here." in editor.get(url).content.decode()


def posted(editor: Client, page: EventPage, **changes: str) -> Any:
    data = nested_form_data(
        {
            "title_vi": page.title_vi,
            "slug": page.slug,
            "kind": "fair",
            "status": "confirmed",
            "recurrence": "once",
            "time_zone": "Asia/Ho_Chi_Minh",
            "body_vi": streamfield([]),
            "sources_vi": streamfield([]),
            "comments": inline_formset([]),
            **changes,
        }
    )
    return editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def test_a_contradiction_is_told_beside_its_field_and_nothing_is_saved(editor: Client) -> None:
    page = saved(EventPage(title_vi="Hội chợ", slug="hoi-cho"))

    response = posted(editor, page, first_day="2026-09-24", lunar_month="8", lunar_day="15")

    # Pages are checked in Vietnamese, whoever looks at them.
    assert "25 tháng 9 năm 2026" in response.context["form"].errors["first_day"][0]
    page.refresh_from_db()
    assert page.latest_revision is None


def test_days_that_agree_are_saved(editor: Client) -> None:
    page = saved(EventPage(title_vi="Hội chợ", slug="hoi-cho"))

    response = posted(editor, page, first_day="2026-09-25", lunar_month="8", lunar_day="15")

    assert response.status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().first_day == date(2026, 9, 25)


def test_a_contest_is_edited_with_its_prizes_and_works(editor: Client) -> None:
    html = form(editor, saved(ContestPage(title_vi="Cuộc thi", slug="cuoc-thi")))

    for field in ("prizes-TOTAL_FORMS", "works-TOTAL_FORMS", "privacy_vi", "how_to_send_vi"):
        assert f'name="{field}"' in html
    assert 'name="theme_ja"' not in html
