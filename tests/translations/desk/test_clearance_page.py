"""The page of one object: its text's clearance and its editions."""

from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.models import GroupPagePermission, Site

from content.models import Agency, OrganisationSettings, Tag
from media.models import PortalDocument, PortalImage
from tests import factories
from tests.media import samples
from tests.translations.desk.conftest import Desk, logged_in
from translations import sources
from translations.enums import Waiting
from translations.exceptions import NotPublished, StaleText
from translations.models import Clearance, Edition
from translations.operations import clearance
from translations.operations.editions import open_editions

pytestmark = pytest.mark.django_db

SECRET = "Một bí mật chưa duyệt."


@pytest.fixture
def officer() -> Client:
    return logged_in(factories.person("access_admin", "clear_text", first_name="Hoa"))


def key(instance: Any) -> list[int]:
    return [ContentType.objects.get_for_model(instance).pk, instance.pk]


def overview(client: Client, instance: Any) -> str:
    response = client.get(reverse("translations:overview", args=key(instance)))
    assert response.status_code == 200
    return unescape(response.content.decode())


def clear(client: Client, instance: Any, seen: str | None = None) -> Any:
    text = sources.digest(sources.read(instance)) if seen is None else seen
    return client.post(reverse("translations:clear", args=key(instance)), {"seen": text})


def waiting_article(**fields: Any) -> Any:
    page = factories.article(SECRET, **fields)
    open_editions(instance=page)
    return page


def an_agency() -> Any:
    agency = Agency(name_vi="Sở Du lịch", code="sdl")
    agency.save()
    return agency


def settings_of_the_site() -> Any:
    organisation = OrganisationSettings(site=Site.objects.get(), name_vi="Tỉnh Ninh Bình", tagline_vi="Cố đô")
    organisation.save()
    return organisation


def a_topic() -> Any:
    topic = Tag(name="Lễ hội", slug="le-hoi")
    topic.save()
    return topic


def a_picture() -> Any:
    picture = PortalImage(
        title_vi="Cổng", alt_vi="Cổng đền", file=ContentFile(samples.picture(), name="cong.jpg")
    )
    picture.save()
    return picture


def a_document() -> Any:
    document = PortalDocument(title_vi="Quyết định", file=ContentFile(samples.PDF, name="quyet-dinh.pdf"))
    document.save()
    return document


EVERY_KIND: dict[str, Callable[[], Any]] = {
    "page": lambda: factories.article(SECRET),
    "snippet": an_agency,
    "settings": settings_of_the_site,
    "topic": a_topic,
    "picture": a_picture,
    "document": a_document,
}


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_of_object_is_cleared_in_the_same_way(
    officer: Client, kind: str, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    instance = EVERY_KIND[kind]()
    open_editions(instance=instance)

    html = overview(officer, instance)
    response = clear(officer, instance)

    assert "Nobody has confirmed yet" in html
    assert response.status_code == 302
    editions = Edition.objects.of(instance)
    assert {edition.waiting for edition in editions} == {Waiting.NO_ENGINE}
    assert all(edition.units.exists() for edition in editions)


@pytest.mark.parametrize(("make", "place"), [(a_picture, "/uploads/"), (a_document, "/documents/")])
def test_a_file_can_be_looked_at_before_its_words_are_cleared(
    officer: Client, make: Callable[[], Any], place: str, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    html = overview(officer, make())

    assert f'<a href="{place}' in html


def test_the_whole_text_is_read_before_it_is_cleared(officer: Client) -> None:
    page = waiting_article(title_vi="Tin mật", summary_vi="Tóm tắt.")

    html = overview(officer, page)

    assert all(f"<p>{words}</p>" in html for words in ("Tin mật", "Tóm tắt.", SECRET))


def test_who_cleared_what_and_when_is_on_record(officer: Client) -> None:
    page = waiting_article()
    clear(officer, page)

    html = overview(officer, page)
    record = Clearance.objects.get()

    assert record.person.first_name == "Hoa"
    assert "Hoa confirmed on" in html
    text = officer.get(reverse("translations:cleared_text", args=[record.pk])).content.decode()
    assert SECRET in text
    assert record.source_version.hash in text


def test_an_old_clearance_stays_on_record_beside_the_new_text(officer: Client) -> None:
    agency = an_agency()
    clear(officer, agency)
    agency.name_vi = "Sở Văn hóa"
    agency.save()

    html = overview(officer, agency)

    assert "Nobody has confirmed yet" in html
    assert html.count("/clearances/") == 1
    assert "(as it is now)" not in html


def test_a_text_that_changed_while_it_was_read_is_not_cleared(officer: Client) -> None:
    agency = an_agency()
    read = sources.digest(sources.read(agency))
    agency.name_vi = "Sở khác"
    agency.save()

    response = clear(officer, agency, read)

    assert response.status_code == 409
    assert "The text changed while you had it open." in response.content.decode()
    assert "<p>Sở khác</p>" in response.content.decode()
    assert not Clearance.objects.exists()


def test_who_may_not_clear_neither_reads_the_text_nor_clears_it() -> None:
    page = waiting_article()
    client = logged_in(factories.person("access_admin", "review_ja"))

    html = overview(client, page)
    response = clear(client, page)

    assert SECRET not in html
    assert "<form" not in html[html.index('id="clearance"') :]
    assert response.status_code == 403
    assert SECRET not in response.content.decode()
    assert not Clearance.objects.exists()


def publisher_of(page: Any) -> Client:
    person = factories.person("access_admin")
    group = person.groups.create(name=f"Publishers of {page.pk}")
    GroupPagePermission.objects.create(group=group, page=page, permission_type="publish")
    return logged_in(person)


def test_a_publisher_clears_pages_of_the_own_section_and_nothing_else() -> None:
    own, other = factories.section(), factories.section()
    mine, theirs = waiting_article(parent=own), waiting_article(parent=other)
    client = publisher_of(own)

    assert clear(client, mine).status_code == 302
    assert clear(client, theirs).status_code == 403
    assert clear(client, an_agency()).status_code == 403
    assert SECRET not in overview(client, theirs)


def test_a_page_that_is_not_published_is_not_cleared_here(officer: Client) -> None:
    page = waiting_article(live=False)

    html = overview(officer, page)
    response = clear(officer, page)

    assert "Whoever publishes it confirms its text then." in html
    assert SECRET not in html
    assert response.status_code == 422
    assert not Clearance.objects.exists()


@pytest.mark.parametrize("stored", ['[{"type": "paragraph", "id": "b7"}]', '{"blocks": []}', '"text"', "[1]"])
def test_a_text_that_cannot_be_read_is_named_and_not_cleared(officer: Client, stored: str) -> None:
    page = waiting_article()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE content_articlepage SET body_vi = %s", [stored])

    html = overview(officer, page)
    response = clear(officer, page, "x")

    assert "The stored Vietnamese cannot be read" in html
    assert response.status_code == 422
    assert not Clearance.objects.exists()


def test_the_place_of_a_broken_block_is_told(officer: Client) -> None:
    page = waiting_article()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE content_articlepage SET body_vi = %s", ['[{"type": "paragraph", "id": "b7"}]'])

    assert "The block at body/b7 has no type or no value." in overview(officer, page)


def test_an_object_shows_its_three_editions(desk: Desk) -> None:
    factories.translated(desk.page, "ko")

    html = " ".join(overview(desk.client, desk.page).split())

    assert all(f'id="edition-{language}"' in html for language in ("en", "ja", "ko"))
    assert html.count("see this edition</dd>") == 3
    assert html.count(">see this edition</dd>") == 1
    assert "3 of 3 segments wait for a person." in html


def test_a_page_is_not_shown_under_the_kind_of_its_base(officer: Client) -> None:
    page = waiting_article()
    base = ContentType.objects.get(app_label="content", model="portalpage")

    response = officer.get(reverse("translations:overview", args=[base.pk, page.pk]))

    assert response.status_code == 404


def test_the_verb_itself_refuses_what_the_page_does_not_offer() -> None:
    agency, draft = an_agency(), factories.article(live=False)
    officer, reviewer = factories.person("clear_text"), factories.reviewer()
    hash_of_draft = sources.digest(sources.read(draft))

    with pytest.raises(PermissionDenied):
        clearance.confirm(instance=agency, seen=sources.digest(sources.read(agency)), person=reviewer)
    with pytest.raises(StaleText):
        clearance.confirm(instance=agency, seen="", person=officer)
    with pytest.raises(NotPublished):
        clearance.confirm(instance=draft, seen=hash_of_draft, person=officer)
    assert not Clearance.objects.exists()
