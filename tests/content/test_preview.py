"""Editors see their pages in every language before anybody else does."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from content.blocks import BodyBlock
from content.models import ArticlePage, OrganisationSettings, PortalPage
from content.preview import PreviewSurroundings
from media.models import PortalImage
from media.multilingual import LANGUAGES
from tests import factories
from tests.content.markup import Markup, document_problems

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.person(is_superuser=True, is_staff=True))
    return client


def draft_url(page: PortalPage, language: str) -> str:
    return f"{reverse('wagtailadmin_pages:view_draft', args=[page.pk])}?mode={language}"


def preview(editor: Client, page: PortalPage, language: str) -> Markup:
    response = editor.get(draft_url(page, language))
    assert response.status_code == 200
    return Markup(response.content.decode())


def with_titles(page: PortalPage, **titles: str) -> Any:
    """Write derived columns as the translation desk does."""
    PortalPage.objects.filter(pk=page.pk).update(**titles)
    return type(page).objects.get(pk=page.pk)


def test_a_preview_is_offered_in_each_language_under_its_own_name() -> None:
    assert ArticlePage().preview_modes == [
        ("vi", "Tiếng Việt"),
        ("en", "English"),
        ("ja", "日本語"),
        ("ko", "한국어"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [factories.home, factories.section, factories.article])
def test_every_kind_of_page_is_previewed_in_every_language(editor: Client, kind: Any, language: str) -> None:
    page = with_titles(kind(), title_en="A page", title_ja="ページ", title_ko="페이지")

    markup = preview(editor, page, language)

    assert markup.one("html").attributes["lang"] == language
    assert (
        markup.one("h1").text
        == {"vi": page.title_vi, "en": "A page", "ja": "ページ", "ko": "페이지"}[language]
    )
    assert document_problems(markup) == []


def test_a_preview_shows_the_draft_and_not_what_is_live(editor: Client) -> None:
    page = factories.article()
    page.title_vi = "Tiêu đề mới"
    page.save_revision()

    assert preview(editor, page, "vi").one("h1").text == "Tiêu đề mới"


def test_links_of_a_preview_open_previews_in_the_same_language(editor: Client) -> None:
    section = with_titles(factories.section(), title_ja="投資")
    page = with_titles(factories.article(parent=section), title_ja="記事")

    links = [a for a in preview(editor, page, "ja").all("a") if "href" in a.attributes]
    assert {a.attributes["href"] for a in links if a.text == "投資"} == {draft_url(section, "ja")}
    switch = [a.attributes["href"] for a in links if "hreflang" in a.attributes]
    assert switch == [f"?mode={language}" for language in LANGUAGES]


def test_a_listing_in_preview_holds_drafts_and_only_titled_pages() -> None:
    section = factories.section()
    with_titles(factories.article(parent=section, live=False), title_ja="下書き")
    factories.article(parent=section)
    section.refresh_from_db()

    assert len(PreviewSurroundings("vi").children(section)) == 2
    assert [card.title for card in PreviewSurroundings("ja").children(section)] == ["下書き"]


def test_the_newest_articles_come_first_and_drafts_last() -> None:
    old = factories.article(first_published_at="2026-01-01T00:00Z")
    draft = factories.article()
    new = factories.article(first_published_at="2026-03-01T00:00Z")

    assert [card.pk for card in PreviewSurroundings("vi").latest("content.articlepage", 5)] == [
        new.pk,
        old.pk,
        draft.pk,
    ]


def test_a_new_page_is_previewed_before_it_is_saved(editor: Client) -> None:
    home = factories.home()
    url = reverse("wagtailadmin_pages:preview_on_add", args=["content", "sectionpage", home.pk])
    form = {
        "title_vi": "Du lịch",
        "slug": "du-lich",
        "summary_vi": "Biển",
        "body_vi-count": "0",
        "tags": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }

    assert editor.post(url, form).json() == {"is_valid": True, "is_available": True}
    markup = Markup(editor.get(url, {"mode": "vi"}).content.decode())

    assert markup.one("h1").text == "Du lịch"
    assert not PortalPage.objects.filter(slug="du-lich").exists()


def test_viewing_the_live_page_is_a_preview_for_those_who_work_here(editor: Client) -> None:
    page = factories.article(slug="bai")
    page.save_revision().publish()

    response = editor.get("/bai/")

    assert Markup(response.content.decode()).one("h1").text == page.title_vi


def test_the_public_is_not_served_by_the_cms(client: Client) -> None:
    factories.article(slug="bai").save_revision().publish()

    response = client.get("/bai/")

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("wagtailadmin_login"))


def test_a_preview_wears_the_colours_of_the_organisation() -> None:
    OrganisationSettings.objects.create(
        site_id=factories.home().get_site().pk, name_vi="Cổng", brand_colour="#123456"
    )

    assert "%23123456" in PreviewSurroundings("vi").asset_url("portal/colours.css")
    assert PreviewSurroundings("vi").organisation().name_vi == "Cổng"


def test_a_picture_without_its_file_is_left_out_of_a_preview() -> None:
    lost = PortalImage(pk=1, title_vi="Ảnh", width=10, height=10, file="images/lost.jpg")

    assert PreviewSurroundings("vi").picture(lost, "width-480|format-webp") is None


def test_a_link_to_a_page_that_is_gone_leads_nowhere() -> None:
    assert PreviewSurroundings("vi").page_url(4711) is None


@pytest.mark.parametrize("name", sorted(BodyBlock().child_blocks.keys() - {"table"}))
def test_an_editor_sees_what_a_block_looks_like_before_choosing_it(editor: Client, name: str) -> None:
    field: Any = ArticlePage._meta.get_field("body_vi")
    block = field.stream_block.child_blocks[name]

    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    assert block.is_previewable
    assert "portal/site.css" in response.content.decode()
