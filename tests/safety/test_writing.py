"""Creating, drafting, autosaving and publishing, under each interface language."""

import pytest

from content.models import ArticlePage, PortalPage
from media.multilingual import SOURCE_LANGUAGE
from tests import factories
from tests.safety import records
from tests.safety.admin import (
    DRAFT,
    PUBLISH,
    PUBLISH_WITHOUT_CLEARANCE,
    Editor,
    article_form,
    form_of,
    written,
)
from translations import sources
from translations.enums import EditionState, UnitState, Waiting
from translations.models import Clearance, Edition

BODY = [written("Đền Trần thờ <b>14 vị vua</b>.", "aaaaa")]
NEW = {"title_vi": "Đền Trần", "slug": "den-tran", "summary_vi": "Một ngày.", "body": BODY}
CHANGED = [written("Áo dài, viết lại.", "bbbbb")]


def created() -> ArticlePage:
    page: ArticlePage = ArticlePage.objects.get(slug="den-tran")
    return page


def test_a_draft_is_created_in_vietnamese_alone(editor: Editor) -> None:
    answer = editor.create(factories.home(), article_form(**NEW), DRAFT)

    assert answer.status_code == 302
    page = created()
    stored = records.words(page, SOURCE_LANGUAGE)
    assert (stored["title"], stored["summary"], stored["body"]) == ("Đền Trần", "Một ngày.", BODY)
    assert records.derived(page) == records.NOTHING
    assert (page.live, Edition.objects.count(), Clearance.objects.count()) == (False, 0, 0)
    records.assert_sound(page)


def test_publishing_a_new_page_records_who_cleared_what_and_opens_its_editions(editor: Editor) -> None:
    editor.create(factories.home(), article_form(**NEW), PUBLISH)

    page = created()
    clearance = Clearance.objects.get()
    assert page.live
    assert clearance.person == editor.user
    assert clearance.source_version.target == page
    assert clearance.source_version.hash == sources.digest(sources.read(page))
    assert clearance.source_version.data["title"] == "Đền Trần"
    assert {edition.waiting for edition in Edition.objects.of(page)} == {Waiting.NO_ENGINE}
    assert records.derived(page) == records.NOTHING
    records.assert_sound(page)


def test_a_new_page_is_not_published_without_clearance(editor: Editor) -> None:
    home = factories.home()
    before = PortalPage.objects.count()

    answer = editor.create(home, article_form(**NEW), PUBLISH_WITHOUT_CLEARANCE)

    [sentence] = answer.context["form"].errors["clearance_confirmed"]
    assert sentence.endswith((".", "。"))
    assert PortalPage.objects.count() == before
    assert (Edition.objects.count(), Clearance.objects.count()) == (0, 0)


def test_a_change_is_not_published_without_clearance(editor: Editor, page: ArticlePage) -> None:
    before, revisions, cleared = records.row(page), page.revisions.count(), Clearance.objects.count()

    answer = editor.edit(page, form_of(page, body=CHANGED), PUBLISH_WITHOUT_CLEARANCE)

    [sentence] = answer.context["form"].errors["clearance_confirmed"]
    assert sentence.endswith((".", "。"))
    assert records.row(page) == before
    assert (page.revisions.count(), Clearance.objects.count()) == (revisions, cleared)


def test_a_draft_of_a_public_page_changes_nothing_public(editor: Editor, page: ArticlePage) -> None:
    before = records.all_words(page)

    editor.edit(page, form_of(page, title_vi="Áo dài mới", body=CHANGED), DRAFT)

    assert records.all_words(page) == before
    assert records.draft(page)["title_vi"] == "Áo dài mới"
    assert records.row(page)["draft_title"] == "Áo dài mới"
    assert {edition.state for edition in Edition.objects.of(page)} == {EditionState.APPROVED}
    records.assert_sound(page)


def test_publishing_a_change_leaves_the_public_editions_as_they_were(
    editor: Editor, page: ArticlePage
) -> None:
    before = records.derived(page)

    editor.edit(page, form_of(page, body=CHANGED), PUBLISH)

    assert records.words(page, SOURCE_LANGUAGE)["body"] == CHANGED
    assert records.derived(page) == before
    for edition in Edition.objects.of(page):
        states = dict(edition.units.values_list("source", "state"))
        assert edition.state == EditionState.OUTDATED
        assert states["Áo dài"] == UnitState.APPROVED
        assert states["Áo dài, viết lại."] != UnitState.APPROVED
    records.assert_sound(page)


def test_publishing_without_a_change_keeps_every_approval(editor: Editor, page: ArticlePage) -> None:
    before = records.all_words(page)

    editor.edit(page, form_of(page), PUBLISH)

    assert records.all_words(page) == before
    assert {edition.state for edition in Edition.objects.of(page)} == {EditionState.APPROVED}
    records.assert_sound(page)


@pytest.mark.parametrize("action", [DRAFT, PUBLISH], ids=["draft", "publish"])
def test_an_emptied_field_is_empty(editor: Editor, page: ArticlePage, action: dict[str, str]) -> None:
    before = records.derived(page)

    editor.edit(page, form_of(page, summary_vi=""), action)

    assert not records.draft(page)["summary_vi"]
    if action:
        assert records.words(page, SOURCE_LANGUAGE)["summary"] is None
        assert all(not edition.units.filter(field="summary").exists() for edition in Edition.objects.of(page))
    assert records.derived(page)["ja"]["title"] == before["ja"]["title"]
    records.assert_sound(page)


def test_autosave_makes_a_draft_and_then_writes_over_its_own_revision(editor: Editor) -> None:
    home = factories.home()
    first = editor.autosave(
        "wagtailadmin_pages:add", "content", "articlepage", home.pk, form=article_form(**NEW)
    )
    page = created()
    later = {**NEW, "title_vi": "Đền Trần, mùa lễ hội"}

    again = editor.autosave(
        "wagtailadmin_pages:edit",
        page.pk,
        form={**article_form(**later), "overwrite_revision_id": str(first["revision_id"])},
    )

    assert again["revision_id"] == first["revision_id"]
    assert page.revisions.count() == 1
    assert not page.live
    assert records.words(page, SOURCE_LANGUAGE)["title"] == "Đền Trần, mùa lễ hội"
    assert records.derived(page) == records.NOTHING
    assert Edition.objects.count() == 0
    records.assert_sound(page)


def test_autosaving_a_public_page_changes_nothing_public(editor: Editor, page: ArticlePage) -> None:
    before = records.all_words(page)
    form = form_of(page, title_vi="Áo dài đang viết", body=CHANGED)
    first = editor.autosave("wagtailadmin_pages:edit", page.pk, form=form)
    revisions = page.revisions.count()

    again = editor.autosave(
        "wagtailadmin_pages:edit",
        page.pk,
        form={**form, "summary_vi": "", "overwrite_revision_id": str(first["revision_id"])},
    )

    assert (again["success"], page.revisions.count()) == (True, revisions)
    assert records.all_words(page) == before
    assert not records.draft(page)["summary_vi"]
    assert {edition.state for edition in Edition.objects.of(page)} == {EditionState.APPROVED}
    records.assert_sound(page)


def test_topics_can_be_added_and_taken_away(editor: Editor, page: ArticlePage) -> None:
    editor.edit(page, form_of(page, tags='"Văn hoá", "Áo dài"'), PUBLISH)
    assert set(ArticlePage.objects.get(pk=page.pk).tags.names()) == {"Văn hoá", "Áo dài"}

    editor.edit(page, form_of(page, tags='"Áo dài"'), PUBLISH)

    assert set(ArticlePage.objects.get(pk=page.pk).tags.names()) == {"Áo dài"}
    records.assert_sound(page)


def test_a_comment_on_a_draft_is_kept(editor: Editor, page: ArticlePage) -> None:
    comment = {
        "comments-TOTAL_FORMS": "1",
        "comments-0-id": "",
        "comments-0-text": "Cần nguồn.",
        "comments-0-contentpath": "title_vi",
        "comments-0-position": "",
        "comments-0-resolved": "",
        "comments-0-DELETE": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "0",
    }

    editor.edit(page, form_of(page, **comment), DRAFT)

    [kept] = ArticlePage.objects.get(pk=page.pk).wagtail_admin_comments.all()
    assert (kept.text, kept.user) == ("Cần nguồn.", editor.user)
