"""Scheduling, reverting, moving, unpublishing and deleting, under each interface language."""

from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.utils import timezone, translation
from wagtail.models import Revision

from content.models import ArticlePage
from media.multilingual import SOURCE_LANGUAGE
from tests import factories
from tests.safety import records
from tests.safety.admin import DRAFT, PUBLISH, Editor, form_of, written
from tests.sound_targets import sound
from translations.enums import EditionState, Waiting
from translations.models import Clearance, Edition, SourceVersion, Unit

CHANGED = [written("Áo dài, viết lại.", "bbbbb")]
TOMORROW = timezone.now() + timedelta(days=1)


def states(page: ArticlePage) -> set[str]:
    return {edition.state for edition in Edition.objects.of(page)}


def let_the_day_come(page: ArticlePage) -> None:
    an_hour_ago = timezone.now() - timedelta(hours=1)
    for revision in Revision.objects.for_instance(page).filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at = an_hour_ago
        revision.content["go_live_at"] = an_hour_ago.isoformat()
        revision.save()


def test_scheduling_a_change_changes_nothing_until_its_day(editor: Editor, page: ArticlePage) -> None:
    before = records.all_words(page)
    form = form_of(page, body=CHANGED, go_live_at=TOMORROW.strftime("%Y-%m-%d %H:%M"))

    editor.edit(page, form, PUBLISH)

    assert records.all_words(page) == before
    assert states(page) == {EditionState.APPROVED}
    cleared = Clearance.objects.get(person=editor.user)
    assert cleared.source_version.data["body"] == CHANGED
    records.assert_sound(page)


def test_what_was_scheduled_goes_public_with_the_clearance_it_was_given(
    editor: Editor, page: ArticlePage
) -> None:
    before = records.derived(page)
    editor.edit(page, form_of(page, body=CHANGED, go_live_at=TOMORROW.strftime("%Y-%m-%d %H:%M")), PUBLISH)
    let_the_day_come(page)

    with editor.after_commit():
        call_command("publish_scheduled")

    assert records.words(page, SOURCE_LANGUAGE)["body"] == CHANGED
    assert records.derived(page) == before
    assert states(page) == {EditionState.OUTDATED}
    assert {edition.waiting for edition in Edition.objects.of(page)} == {Waiting.NO_ENGINE}
    assert Clearance.objects.filter(person=editor.user).count() == 1
    records.assert_sound(page)


def test_an_expired_page_keeps_every_word(editor: Editor, page: ArticlePage) -> None:
    before = records.all_words(page)
    ArticlePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))

    with translation.override(editor.language):
        call_command("publish_scheduled")

    assert not ArticlePage.objects.get(pk=page.pk).live
    assert records.all_words(page) == before
    assert states(page) == {EditionState.APPROVED}


def test_going_back_to_an_old_revision_brings_back_its_vietnamese_and_its_approvals(
    editor: Editor, page: ArticlePage
) -> None:
    old, original = page.get_latest_revision(), records.all_words(page)
    rewritten = [written("Áo dài, viết lại.", "ccccc")]
    editor.edit(page, form_of(page, title_vi="Áo dài mới", body=rewritten), PUBLISH)
    assert states(page) == {EditionState.OUTDATED}

    shown = editor.get("wagtailadmin_pages:revisions_revert", page.pk, old.pk)
    assert shown.context["form"]["title_vi"].value() == "Áo dài"
    editor.post("wagtailadmin_pages:revisions_revert", page.pk, old.pk, data={**form_of(page), **PUBLISH})

    assert records.all_words(page) == original
    assert states(page) == {EditionState.APPROVED}
    records.assert_sound(page)


def test_publishing_an_old_revision_leaves_later_approvals_in_place(
    editor: Editor, page: ArticlePage
) -> None:
    old = page.get_latest_revision()
    editor.edit(page, form_of(page, body=CHANGED), PUBLISH)
    reviewed = Edition.objects.of(page).get(language="ja")
    factories.translated(page, "ja")
    before = records.derived(page)

    with translation.override(editor.language), editor.after_commit():
        old.publish()

    assert records.words(page, SOURCE_LANGUAGE)["body"] == [written("Áo dài Việt.", "ccccc")]
    assert records.derived(page) == before
    reviewed.refresh_from_db()
    assert reviewed.state == EditionState.OUTDATED
    records.assert_sound(page)


def test_a_revision_from_before_a_language_existed_touches_no_edition(
    editor: Editor, page: ArticlePage
) -> None:
    before = records.derived(page)
    old = page.get_latest_revision()
    stray: dict[str, Any] = {
        "title": "사생아",
        "title_ja": "迷子",
        "title_ko": None,
        "body_ja": "[]",
        "summary_en": "Stray",
    }
    old.content = {**old.content, **stray, "title_vi": "Áo dài xưa"}
    old.save()

    with translation.override(editor.language), editor.after_commit():
        opened = Revision.objects.get(pk=old.pk).as_object()
        Revision.objects.get(pk=old.pk).publish()

    assert (opened.title_ja, opened.title_ko) == (before["ja"]["title"], before["ko"]["title"])
    assert opened.body_ja.get_prep_value() == before["ja"]["body"]

    assert records.words(page, SOURCE_LANGUAGE)["title"] == "Áo dài xưa"
    assert records.derived(page) == before
    assert records.bare(page) == records.words(page, SOURCE_LANGUAGE)


def test_an_approval_while_an_editor_has_the_page_open_outlives_the_editors_save(
    editor: Editor, page: ArticlePage
) -> None:
    editor.edit(page, form_of(page, body=CHANGED), PUBLISH)
    stale = ArticlePage.objects.get(pk=page.pk)
    editor.get("wagtailadmin_pages:edit", page.pk)
    factories.translated(page, "ja")
    approved = records.derived(page)
    assert sound("Áo dài, viết lại.", "ja") in str(approved["ja"]["body"])

    with translation.override(editor.language):
        stale.save()
        stale.save(update_fields=["title", "title_ja", "body_ja"])
        stale.save_revision()
    editor.edit(page, form_of(page, body=CHANGED, summary_vi="Khác."), DRAFT)

    assert records.derived(page) == approved
    records.assert_sound(page)


def test_moving_a_page_changes_no_word(editor: Editor, page: ArticlePage) -> None:
    before, section = records.all_words(page), factories.section()

    editor.post("wagtailadmin_pages:move_confirm", page.pk, section.pk, data={})

    moved = ArticlePage.objects.get(pk=page.pk)
    assert moved.get_parent().pk == section.pk
    assert records.all_words(page) == before
    assert states(page) == {EditionState.APPROVED}
    records.assert_sound(moved)


def test_unpublishing_a_page_changes_no_word(editor: Editor, page: ArticlePage) -> None:
    before = records.all_words(page)

    editor.post("wagtailadmin_pages:unpublish", page.pk, data={})

    assert not ArticlePage.objects.get(pk=page.pk).live
    assert records.all_words(page) == before
    assert states(page) == {EditionState.APPROVED}
    records.assert_sound(page)


def test_deleting_a_page_takes_its_editions_and_leaves_the_record_of_what_was_cleared(
    editor: Editor, page: ArticlePage
) -> None:
    other = factories.article("Trang khác.")
    factories.cleared(other)
    kept, cleared = records.all_words(other), Clearance.objects.count()

    editor.post("wagtailadmin_pages:delete", page.pk, data={})

    assert not ArticlePage.objects.filter(pk=page.pk).exists()
    assert set(Edition.objects.values_list("object_id", flat=True)) == {other.pk}
    assert set(Unit.objects.values_list("edition__object_id", flat=True)) == {other.pk}
    assert Clearance.objects.count() == cleared
    assert SourceVersion.objects.filter(object_id=page.pk).exists()
    assert records.all_words(other) == kept
