"""Copies and aliases, under each interface language: the words go along, the approvals do not."""

from content.models import ArticlePage
from media.multilingual import SOURCE_LANGUAGE
from tests import factories
from tests.safety import records
from tests.safety.admin import PUBLISH, Editor, form_of, written
from tests.sound_targets import sound
from translations.enums import EditionState, UnitState, Waiting
from translations.models import Edition, Unit


def copy(editor: Editor, page: ArticlePage, **fields: str) -> ArticlePage:
    form = {
        "new_title": "Áo dài, bản sao",
        "new_slug": "ban-sao",
        "new_parent_page": str(page.get_parent().pk),
        **fields,
    }
    answer = editor.post("wagtailadmin_pages:copy", page.pk, data=form)
    assert answer.status_code == 302
    made: ArticlePage = ArticlePage.objects.get(slug="ban-sao")
    return made


def test_the_copy_form_proposes_the_vietnamese_title(editor: Editor, page: ArticlePage) -> None:
    shown = editor.get("wagtailadmin_pages:copy", page.pk)

    assert shown.context["form"]["new_title"].value() == "Áo dài"


def test_a_copy_has_the_new_vietnamese_title_and_no_edition(editor: Editor, page: ArticlePage) -> None:
    before = records.all_words(page)

    made = copy(editor, page)

    assert records.words(made, SOURCE_LANGUAGE) == {**before[SOURCE_LANGUAGE], "title": "Áo dài, bản sao"}
    assert records.derived(made) == records.NOTHING
    assert records.all_words(page) == before
    assert not made.live
    assert not Edition.objects.of(made).exists()
    assert records.draft(made)["title_vi"] == "Áo dài, bản sao"
    records.assert_sound(made)
    records.assert_sound(page)


def test_a_copy_that_is_published_at_once_waits_for_clearance(editor: Editor, page: ArticlePage) -> None:
    made = copy(editor, page, publish_copies="on")

    assert made.live
    assert {edition.waiting for edition in Edition.objects.of(made)} == {Waiting.CLEARANCE}
    assert records.derived(made) == records.NOTHING
    records.assert_sound(made)


def test_an_alias_has_the_vietnamese_words_and_waits_for_its_own_review(
    editor: Editor, page: ArticlePage
) -> None:
    before = records.all_words(page)

    made = copy(editor, page, alias="on")

    assert made.alias_of_id == page.pk
    assert records.words(made, SOURCE_LANGUAGE) == before[SOURCE_LANGUAGE]
    assert records.derived(made) == records.NOTHING
    assert records.all_words(page) == before
    records.assert_sound(made)


def test_an_alias_follows_its_originals_vietnamese_alone(editor: Editor, page: ArticlePage) -> None:
    made = copy(editor, page, alias="on")
    changed = [written("Áo dài, viết lại.", "bbbbb")]

    editor.edit(page, form_of(page, title_vi="Áo dài mới", body=changed), PUBLISH)

    words = records.words(made, SOURCE_LANGUAGE)
    assert (words["title"], words["body"]) == ("Áo dài mới", changed)
    assert records.derived(made) == records.NOTHING
    # The same words were cleared with the original; a person still looks at them in their new place.
    units = Unit.objects.filter(edition__in=Edition.objects.of(made))
    assert {unit.state for unit in units} <= {UnitState.EMPTY, UnitState.NEEDS_REVIEW}
    records.assert_sound(made)
    records.assert_sound(page)


def test_an_aliass_own_editions_stay_when_its_original_changes(editor: Editor, page: ArticlePage) -> None:
    made = copy(editor, page, alias="on")
    factories.cleared(made)
    factories.translated(made, "ja")
    before = records.derived(made)
    assert before["ja"]["title"] == sound("Áo dài", "ja")

    editor.edit(page, form_of(page, title_vi="Áo dài mới"), PUBLISH)

    assert records.derived(made) == before
    assert Edition.objects.of(made).get(language="ja").state == EditionState.OUTDATED
    records.assert_sound(made)


def test_copying_a_section_copies_what_stands_below_it(editor: Editor) -> None:
    section = factories.section(title_vi="Văn hoá")
    inside = factories.article("Trong mục.", parent=section, title_vi="Bài trong mục")
    factories.cleared(inside)
    factories.translated(inside, "ja")

    form = {
        "new_title": "Văn hoá, bản sao",
        "new_slug": "van-hoa-ban-sao",
        "new_parent_page": str(factories.home().pk),
        "copy_subpages": "on",
    }
    editor.post("wagtailadmin_pages:copy", section.pk, data=form)

    made = ArticlePage.objects.exclude(pk=inside.pk).get()
    assert records.words(made, SOURCE_LANGUAGE) == records.words(inside, SOURCE_LANGUAGE)
    assert records.derived(made) == records.NOTHING
    assert records.derived(inside)["ja"]["title"] == sound("Bài trong mục", "ja")
    records.assert_sound(made)
    records.assert_sound(inside)
