"""What the admin's listings show and how they sort, under each interface language."""

from content.models import PortalPage
from tests import factories
from tests.safety.admin import Editor

# In the order of their Vietnamese titles; the derived titles sort the other way round.
TITLES = ("An", "Bo", "Ca")


def make_pages() -> PortalPage:
    home = factories.home()
    for title, foreign in zip(TITLES, ("3", "2", "1"), strict=True):
        page = factories.article(title_vi=title, slug=title.lower())
        PortalPage.objects.filter(pk=page.pk).update(title_en=foreign, title_ja=foreign, title_ko=foreign)
    return home


def test_the_explorer_sorts_by_vietnamese_title(editor: Editor) -> None:
    home = make_pages()

    rising = editor.get("wagtailadmin_explore", home.pk, ordering="title")
    falling = editor.get("wagtailadmin_explore", home.pk, ordering="-title")

    assert [page.slug for page in rising.context["pages"]] == ["an", "bo", "ca"]
    assert [page.slug for page in falling.context["pages"]] == ["ca", "bo", "an"]


def test_the_explorer_shows_vietnamese_titles(editor: Editor) -> None:
    home = make_pages()

    shown = editor.get("wagtailadmin_explore", home.pk)

    assert [page.get_admin_display_title() for page in shown.context["pages"]] != ["1", "2", "3"]
    assert {page.get_admin_display_title() for page in shown.context["pages"]} == set(TITLES)


def test_queries_by_title_mean_vietnamese(editor: Editor) -> None:
    make_pages()

    found = editor.get("wagtailadmin_pages:search", q="Bo")

    assert [page.slug for page in found.context["pages"]] == ["bo"]


def test_the_editor_shows_the_clearance_box(editor: Editor) -> None:
    page = factories.article()

    shown = editor.get("wagtailadmin_pages:edit", page.pk)

    assert b'name="clearance_confirmed"' in shown.content
    assert not any(name.endswith(("_en", "_ja", "_ko")) for name in shown.context["form"].fields)
