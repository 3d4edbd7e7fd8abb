"""A change of a page opens the questions about it, about what stands above and below it, and no others."""

from datetime import UTC, datetime

from deploy.bake.facts import PageFacts
from deploy.bake.neighbours import NO_PAGE, neighbours
from deploy.bake.site_index import SiteIndex

HOME, SECTION, FIRST, SECOND, OTHER = 2, 3, 4, 5, 6
PATHS = {1: "0001", HOME: "00010001", SECTION: "000100010001", OTHER: "000100010002"}
PATHS |= {FIRST: PATHS[SECTION] + "0001", SECOND: PATHS[SECTION] + "0002"}
NOW = datetime(2026, 3, 4, tzinfo=UTC)


def facts(pk: int, title: str = "Tên", path: str = "") -> PageFacts:
    return PageFacts(
        pk=pk,
        kind="content.articlepage",
        path=path or PATHS[pk],
        slug=f"trang-{pk}",
        slug_intl="",
        in_menus=True,
        live=pk > 1,
        expire_at=None,
        published=NOW,
        translation_key=str(pk),
        lead_image=None,
        source="",
        corrupt="",
        updated={"vi": NOW},
        words=dict.fromkeys(("vi", "en", "ja", "ko"), (title, "", "")),
    )


def index(*changed: PageFacts) -> SiteIndex:
    pages = {pk: facts(pk) for pk in PATHS} | {one.pk: one for one in changed}
    return SiteIndex(pages, home=HOME, now=NOW)


def test_nothing_changed_opens_only_the_questions_of_files_without_a_page() -> None:
    assert neighbours(index(), index()) == {NO_PAGE}


def test_an_article_opens_itself_and_the_section_that_lists_it() -> None:
    assert neighbours(index(), index(facts(FIRST, "Khác"))) == {NO_PAGE, FIRST, SECTION}


def test_a_section_opens_what_stands_below_it_and_the_page_above() -> None:
    assert neighbours(index(), index(facts(SECTION, "Khác"))) == {NO_PAGE, HOME, SECTION, FIRST, SECOND}


def test_a_page_that_moves_opens_both_places() -> None:
    moved = facts(FIRST, path=PATHS[OTHER] + "0001")

    assert neighbours(index(), index(moved)) == {NO_PAGE, FIRST, SECTION, OTHER}
