"""What a form cannot take is said at its field, and nothing is stored."""

from content.models import ArticlePage
from tests import factories
from tests.safety import records
from tests.safety.admin import DRAFT, PUBLISH, Editor, form_of, written
from tests.translations.test_bad_input import store_raw
from translations.enums import EditionState
from translations.models import Edition


def test_a_slug_that_a_sibling_has_is_refused_at_its_field(editor: Editor, page: ArticlePage) -> None:
    factories.article(slug="da-co")
    before = records.row(page)

    answer = editor.edit(page, form_of(page, slug="da-co"), PUBLISH)

    assert answer.context["form"].errors["slug"]
    assert records.row(page) == before


def test_an_international_slug_that_a_sibling_has_is_refused_at_its_field(
    editor: Editor, page: ArticlePage
) -> None:
    factories.article(slug_intl="taken")
    before = records.row(page)

    answer = editor.edit(page, form_of(page, slug_intl="taken"), PUBLISH)

    [sentence] = answer.context["form"].errors["slug_intl"]
    assert sentence.endswith((".", "。"))
    assert records.row(page) == before


def test_half_a_character_is_refused_at_its_field(editor: Editor, page: ArticlePage) -> None:
    """A browser can post one: it writes text in JSON, and JavaScript cuts emoji in two."""
    before = records.row(page)
    form = form_of(page)
    form["body_vi-0-value"] = form["body_vi-0-value"].replace("Vi\\u1ec7t", "\\ud83d")
    assert "\\ud83d" in form["body_vi-0-value"]

    for action in (PUBLISH, DRAFT):
        answer = editor.edit(page, form, action)
        assert answer.status_code == 200
        assert answer.context["form"].errors["body_vi"]

    assert records.row(page) == before


def test_a_page_whose_row_was_spoilt_opens_from_its_revision_and_can_be_mended(
    editor: Editor, page: ArticlePage
) -> None:
    original = records.all_words(page)
    store_raw(page, "[5]")

    shown = editor.get("wagtailadmin_pages:edit", page.pk)
    assert "Áo dài Việt." in str(shown.context["form"].initial["body_vi"])
    editor.edit(page, form_of(page, body=[written("Áo dài Việt.", "ccccc")]), PUBLISH)

    assert records.all_words(page) == original
    assert {edition.state for edition in Edition.objects.of(page)} == {EditionState.APPROVED}
    records.assert_sound(page)
