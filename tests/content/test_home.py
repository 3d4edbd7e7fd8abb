"""The home page opens the five pillars, in their order, with what editors marked."""

from collections.abc import Sequence

import pytest

from content.enums import Pillar
from content.models import SectionPage
from content.templatetags.home import after_colon, before_colon
from tests.content.fakes import FakeSurroundings
from tests.content.markup import Element, Markup, document_problems
from tests.content.samples import busy_site, full_article, home, rendered, section, shown

pytestmark = pytest.mark.django_db


def marked(pk: int, pillar: str) -> SectionPage:
    page = section(pk)
    page.pillar = pillar
    return page


def with_sections(*sections: SectionPage, language: str = "vi") -> FakeSurroundings:
    addresses = {page.pk: f"/{language}/{page.pk}/" for page in (home(), *sections)}
    return FakeSurroundings(language=language, below=sections, addresses=addresses)


def classes(markup: Markup, tag: str, name: str) -> list[Element]:
    return [each for each in markup.all(tag) if name in each.attributes.get("class", "").split()]


def kinds_of(tiles: Sequence[Element]) -> list[str]:
    return [tile.attributes["class"].split()[-1] for tile in tiles]


def test_pillars_stand_in_their_own_order_whatever_that_of_the_tree() -> None:
    sections = [marked(20, "live"), marked(21, "invest"), marked(22, "taste")]

    tiles = classes(shown(home(), with_sections(*sections)), "li", "pillar")

    assert kinds_of(tiles) == ["pillar-invest", "pillar-taste", "pillar-live"]


def test_a_second_section_of_a_pillar_is_a_link_under_the_first() -> None:
    markup = shown(home(), with_sections(marked(20, "visit"), marked(21, "visit"), marked(22, "")))

    (tile,) = classes(markup, "li", "pillar")
    (more,) = classes(markup, "ul", "pillar-more")
    links = [a.attributes["href"] for a in markup.all("a") if a.attributes["href"].startswith("/vi/2")]
    assert kinds_of([tile]) == ["pillar-visit"]
    assert len(more.children) == 1
    assert links == ["/vi/20/", "/vi/21/", "/vi/22/"]
    assert len(classes(markup, "ul", "cards")[0].children) == 1


def test_under_a_pillar_stands_what_is_right_below_its_section_but_no_article() -> None:
    site = with_sections(marked(20, "invest"))
    site.deeper = {20: [section(40), full_article(41)]}
    site.addresses |= {40: "/vi/40/", 41: "/vi/41/"}

    (more,) = classes(shown(home(), site), "ul", "pillar-more")

    assert [entry.children[0].attributes["href"] for entry in more.children] == ["/vi/40/"]


def test_a_home_page_without_pillars_lists_its_sections_as_cards() -> None:
    markup = shown(home(), with_sections(marked(20, ""), marked(21, "")))

    assert classes(markup, "li", "pillar") == []
    assert len(classes(markup, "ul", "cards")[0].children) == 2


@pytest.mark.parametrize("language", ["vi", "en", "ja", "ko"])
def test_the_home_page_with_every_pillar_is_sound(language: str) -> None:
    sections = [marked(30 + number, code) for number, code in enumerate((*Pillar.values, *Pillar.values, ""))]

    assert document_problems(shown(home(), with_sections(*sections, language=language))) == []


@pytest.mark.parametrize("pillar", Pillar.values)
def test_every_pillar_has_an_icon_of_its_own(pillar: str) -> None:
    icon = Markup(rendered("includes/pillar_icon.html", busy_site(), pillar=pillar))

    assert icon.one("path").attributes["d"]
    others = {rendered("includes/pillar_icon.html", busy_site(), pillar=other) for other in Pillar.values}
    assert len(others) == len(Pillar.values)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Nam Định: miền di sản", "Nam Định: "),
        ("ナムディン：遺産が息づく", "ナムディン："),
        ("Nam Định", ""),
        ("Lúc 12:30 ở Nam Định", ""),
        ("Nam Định: ", ""),
    ],
)
def test_a_title_is_set_in_two_lines_where_a_name_leads_it_in(title: str, name: str) -> None:
    assert before_colon(title) == name
    assert name + after_colon(title) == title


def test_the_lines_of_a_title_are_still_one_heading() -> None:
    page = home()
    page.title_vi = "Nam Định: miền <di sản>"

    assert shown(page, busy_site()).one("h1").text == page.title_vi
