"""Stale figures are listed for their owners, who are written to once."""

import smtplib
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from content.freshness import digest
from content.freshness.digest import send_digest
from content.freshness.due import kinds, to_review
from content.models import Agency, CostPage, FreshnessDigest, IndicatorPage
from tests import factories, indicator_pages

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)


@pytest.fixture
def agency() -> Agency:
    made = Agency(name_vi="Sở Tài chính", code="stc", email="stc@example.vn")
    made.save()
    return made


def due(days: int, agency: Agency | None, today: date = TODAY, **fields: Any) -> IndicatorPage:
    """Return an indicator to be reviewed so many days from *today*."""
    return indicator_pages.indicator(agency=agency, review_by=today + timedelta(days=days), **fields)


def test_every_kind_of_page_with_figures_is_looked_at() -> None:
    assert {IndicatorPage, CostPage} <= set(kinds())


def test_the_longest_overdue_come_first(agency: Agency) -> None:
    later, first = due(-1, agency), due(-40, agency)
    costs = indicator_pages.costs(review_by=TODAY - timedelta(days=2))
    due(0, agency)

    assert [page.pk for page in to_review(before=TODAY)] == [first.pk, costs.pk, later.pk]


def test_what_is_not_public_and_what_is_an_alias_waits_for_nobody(agency: Agency) -> None:
    page = due(-5, agency)
    page.create_alias(parent=factories.section(), update_slug="bi-danh")
    due(-5, agency, live=False)

    assert [one.pk for one in to_review(before=TODAY)] == [page.pk]


def test_an_agency_is_told_what_is_overdue_and_what_soon_will_be(agency: Agency) -> None:
    overdue, soon = due(-1, agency, title_vi="Diện tích"), due(20, agency, title_vi="Bờ biển")
    due(31, agency, title_vi="Năm sau")

    done = send_digest(today=TODAY)

    (letter,) = mail.outbox
    assert letter.to == ["stc@example.vn"]
    assert letter.body.index("Diện tích") < letter.body.index("Bờ biển")
    assert "22 tháng 11 năm 2026" in letter.body
    assert reverse("wagtailadmin_pages:edit", args=[overdue.pk]) in letter.body
    assert reverse("wagtailadmin_pages:edit", args=[soon.pk]) in letter.body
    assert "Năm sau" not in letter.body
    assert done.sent[0].pages == 2


def test_nothing_is_sent_where_nothing_is_due(agency: Agency) -> None:
    due(60, agency)

    assert send_digest(today=TODAY).sent == []
    assert mail.outbox == []
    assert not FreshnessDigest.objects.exists()


def test_nobody_is_written_to_twice_in_a_day(agency: Agency) -> None:
    due(-1, agency)
    send_digest(today=TODAY)

    again = send_digest(today=TODAY)

    assert len(mail.outbox) == 1
    assert [letter.agency for letter in again.already_sent] == [agency]
    assert len(send_digest(today=TODAY + timedelta(days=7)).sent) == 1


def test_each_agency_hears_of_its_own_figures_only(agency: Agency) -> None:
    other = Agency(name_vi="Sở Du lịch", code="sdl", email="sdl@example.vn")
    other.save()
    due(-1, agency, title_vi="Đất")
    due(-1, other, title_vi="Khách")

    send_digest(today=TODAY)

    said = {letter.to[0]: letter.body for letter in mail.outbox}
    assert "Đất" in said["stc@example.vn"]
    assert "Khách" not in said["stc@example.vn"]
    assert "Khách" in said["sdl@example.vn"]


def test_figures_that_nobody_can_be_asked_about_are_named(agency: Agency) -> None:
    Agency.objects.update(email="")
    due(-1, agency, title_vi="Đất")
    due(-1, None, title_vi="Biển")

    assert sorted(send_digest(today=TODAY).unowned) == ["Biển", "Đất"]


def test_a_letter_that_was_refused_can_be_sent_again(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    due(-1, agency)

    def refuse(*args: object) -> None:
        raise smtplib.SMTPRecipientsRefused({})

    with monkeypatch.context() as patched:
        patched.setattr(digest, "send_mail", refuse)
        assert len(send_digest(today=TODAY).failed) == 1

    assert len(send_digest(today=TODAY).sent) == 1


def test_a_rehearsal_sends_nothing(agency: Agency) -> None:
    due(-1, agency, today=localdate())
    said = StringIO()

    call_command("send_freshness_digest", "--dry-run", stdout=said)

    assert "Would write to stc@example.vn: 1 overdue, 0 soon" in said.getvalue()
    assert mail.outbox == []
    assert not FreshnessDigest.objects.exists()


def test_the_command_fails_where_a_letter_was_not_delivered(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    due(-1, agency, today=localdate())

    def refuse(*args: object) -> None:
        raise OSError("No route to host.")

    monkeypatch.setattr(digest, "send_mail", refuse)

    with pytest.raises(CommandError, match="No route to host"):
        call_command("send_freshness_digest", stdout=StringIO())


# --- in the admin


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(factories.person(is_superuser=True, is_staff=True))
    return client


def report(admin: Client, **filters: Any) -> str:
    return admin.get(reverse("figures_to_review"), filters).content.decode()


def test_the_report_can_be_narrowed_to_an_agency_and_to_what_is_overdue(
    admin: Client, agency: Agency
) -> None:
    due(-3, agency, today=localdate(), title_vi="Quá hạn")
    due(3, agency, today=localdate(), title_vi="Sắp đến")
    due(-3, None, today=localdate(), title_vi="Không ai")

    assert all(title in report(admin) for title in ("Quá hạn", "Sắp đến", "Không ai"))
    narrowed = report(admin, agency=agency.pk, due="overdue")
    assert "Quá hạn" in narrowed
    assert "Sắp đến" not in narrowed
    assert "Không ai" not in narrowed
    assert "Sắp đến" in report(admin, due="soon")


def test_the_report_can_be_exported(admin: Client, agency: Agency) -> None:
    due(-3, agency, today=localdate(), title_vi="Quá hạn")

    answer = admin.get(reverse("figures_to_review"), {"export": "csv"})
    lines = b"".join(answer).decode().splitlines()

    assert len(lines) == 2
    assert "Quá hạn" in lines[1]
    assert "Sở Tài chính" in lines[1]


def test_the_first_page_says_how_many_wait(admin: Client, agency: Agency) -> None:
    panel = 'aria-labelledby="figures-to-review"'
    empty = admin.get(reverse("wagtailadmin_home")).content.decode()
    due(-3, agency, today=localdate())

    assert panel not in empty
    assert panel in admin.get(reverse("wagtailadmin_home")).content.decode()


def test_who_has_no_part_in_pages_sees_no_report(client: Client) -> None:
    client.force_login(factories.person("access_admin"))

    assert client.get(reverse("figures_to_review")).status_code == 302
