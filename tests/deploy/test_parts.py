"""A part of a page's file is made again when an answer changed that it asked for, and not before."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template, TemplateSyntaxError

from content.models import ArticlePage, OrganisationSettings, SectionPage
from deploy.bake import pages
from deploy.bake.bake import Bake, bake_site
from deploy.bake.rendering import Rendering, render_in
from deploy.bake.state import OUTSIDE, WHOLE
from deploy.bake.surroundings import BakeSurroundings, PartTwice
from tests import factories

ALL = {"metadata", "languages", "trail", "body", "about"}


@pytest.fixture
def section(db: None) -> SectionPage:
    factories.cleared(factories.home(), factories.person())
    section = factories.section(slug="muc", title_vi="Mục", show_in_menus=True)
    factories.cleared(section)
    return section


@pytest.fixture
def article(section: SectionPage) -> ArticlePage:
    link = f'<a linktype="page" id="{section.pk}">Xem mục</a>'
    article = factories.article(link, slug="bai", parent=section)
    factories.cleared(article)
    return article


@pytest.fixture
def bake(tmp_path: Path) -> Callable[[], Bake]:
    return lambda: bake_site(tmp_path / "baked")


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> dict[int, set[str]]:
    """Which parts of each page were rendered in Vietnamese."""
    found: dict[int, set[str]] = {}

    def watched(site: BakeSurroundings, template: str, context: dict[str, Any]) -> Rendering:
        result = render_in(site, template, context)
        if site.language == "vi":
            found[context["page"].pk] = set(site.asked) - {OUTSIDE, WHOLE}
        return result

    monkeypatch.setattr(pages, "render_in", watched)
    return found


def test_every_part_of_a_new_page_is_rendered(
    article: ArticlePage, bake: Callable[[], Bake], rendered: dict[int, set[str]]
) -> None:
    bake()

    assert rendered[article.pk] == ALL


def test_a_telephone_number_in_the_footer_renders_no_part_again(
    article: ArticlePage, bake: Callable[[], Bake], rendered: dict[int, set[str]]
) -> None:
    bake()
    OrganisationSettings.objects.update_or_create(site_id=1, defaults={"phone": "0228 123 456"})
    baked = bake()

    assert rendered[article.pk] == set()
    assert "0228 123 456" in (baked.folder / "vi/muc/bai/index.html").read_text()


def test_a_new_name_of_the_organisation_renders_what_says_it(
    article: ArticlePage, bake: Callable[[], Bake], rendered: dict[int, set[str]]
) -> None:
    bake()
    organisation, _made = OrganisationSettings.objects.get_or_create(site_id=1)
    organisation.name_vi = "Tên mới"
    organisation.save()
    factories.cleared(organisation)
    bake()

    assert rendered[article.pk] == {"metadata"}


def test_a_section_with_another_title_changes_the_trail_and_the_metadata_of_its_articles_and_no_other_part(
    article: ArticlePage, section: SectionPage, bake: Callable[[], Bake], rendered: dict[int, set[str]]
) -> None:
    bake()
    section.title_vi = "Mục khác"
    section.save_revision().publish()
    factories.cleared(section)
    bake()

    assert rendered[article.pk] == {"metadata", "trail"}
    assert rendered[section.pk] == ALL


def test_an_address_that_changes_renders_whatever_leads_to_it(
    article: ArticlePage, section: SectionPage, bake: Callable[[], Bake], rendered: dict[int, set[str]]
) -> None:
    other = factories.article("Đọc thêm.", slug="khac", parent=section)
    factories.cleared(other)
    ArticlePage.objects.filter(pk=article.pk).update(
        body_vi=[factories.paragraph(f'<a linktype="page" id="{other.pk}">Đọc thêm</a>')]
    )
    article.refresh_from_db()
    factories.cleared(article)
    bake()
    other.slug = "khac-nua"
    other.save_revision().publish()
    baked = bake()

    assert rendered[article.pk] == {"body"}
    assert "/vi/muc/khac-nua/" in (baked.folder / "vi/muc/bai/index.html").read_text()


def test_a_file_that_somebody_changed_keeps_no_part(
    article: ArticlePage, bake: Callable[[], Bake], rendered: dict[int, set[str]]
) -> None:
    baked = bake()
    path = baked.folder / "vi/muc/bai/index.html"
    path.write_bytes(path.read_bytes().replace("Xem mục".encode(), b"Hacked!"))
    OrganisationSettings.objects.update_or_create(site_id=1, defaults={"phone": "0228 123 456"})
    bake()

    assert rendered[article.pk] == ALL
    assert "Xem mục" in path.read_text()


def surroundings(kept: dict[str, bytes] | None = None) -> BakeSurroundings:
    answers: Any = SimpleNamespace(ask=lambda question: question, fragments={})
    return BakeSurroundings("vi", answers, "https://example.org", kept)


def test_two_parts_of_one_name_are_refused() -> None:
    site = surroundings()
    site.part("body", lambda: "a")

    with pytest.raises(PartTwice, match="two parts with the name 'body'"):
        site.part("body", lambda: "b")


def test_a_part_inside_another_belongs_to_it() -> None:
    site = surroundings()
    site.part("body", lambda: site.part("inner", lambda: str(site.ask("url", 1, "vi"))))

    assert site.asked == {OUTSIDE: {}, "body": {("url", 1, "vi"): None}}


def test_a_part_inside_what_pages_share_is_no_part() -> None:
    site = surroundings()

    assert site.shared(("menu",), lambda: site.part("inner", lambda: "words")) == "words"
    assert site.parts == {}


def test_a_kept_part_asks_nothing() -> None:
    site = surroundings({"body": b"as it was"})
    site.part("body", lambda: str(site.ask("url", 1, "vi")))

    assert site.parts == {"body": b"as it was"}
    assert site.asked == {OUTSIDE: {}}


@pytest.mark.parametrize("written", ["part", "part body", 'part "Body"', 'part "a" "b"', 'part ""'])
def test_a_part_needs_a_name_of_small_letters(written: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="one name of small letters"):
        Template("{% load portal %}{% " + written + " %}{% endpart %}").render(Context())
