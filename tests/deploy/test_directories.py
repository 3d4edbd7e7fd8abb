"""Directories, the files beside pages, and what day it is, in the bake."""

import csv
import json
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template

from content.directories import Column, Directory, Facet, registry
from content.models import ArticlePage, DirectoryPage, SectorPage
from content.surroundings import Record, rendering_in
from deploy.bake.bake import SITE, bake_site
from deploy.bake.clock import earliest, end_of
from deploy.bake.verify import differences
from media.multilingual import TARGET_LANGUAGES
from tests import factories
from tests.content.fakes import FakeSurroundings

pytestmark = pytest.mark.django_db

KIND = ArticlePage._meta.label_lower
SECTORS: list[int] = []
ARTICLES = Directory(
    name="articles",
    heading="Articles",
    kind=KIND,
    columns=(Column("name", "Name", lambda record: record.card.title),),
    facets=(
        Facet("cased", "Case", lambda page: ["short"] if len(page.title_vi) < 12 else ["long"], str.upper),
        Facet("sector", "Sector", lambda page: [f"#{pk}" for pk in SECTORS]),
    ),
    order=lambda record: record.card.title,
)


@pytest.fixture(autouse=True)
def _articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry._directories, ARTICLES.name, ARTICLES)
    monkeypatch.setitem(registry._by_kind, KIND, ARTICLES)


@pytest.fixture
def directory() -> DirectoryPage:
    section = factories.section(slug="dau-tu", slug_intl="invest")
    page = DirectoryPage(title_vi="Danh mục", slug="danh-muc", slug_intl="list", lists="articles")
    section.add_child(instance=page)
    SECTORS[:] = [section.pk]
    pages: list[Any] = [section, page]
    pages += [factories.article(title_vi=title, parent=section) for title in ("Một", "Bài có tên rất dài")]
    factories.cleared(factories.home())
    for one in pages:
        factories.cleared(one)
        for language in TARGET_LANGUAGES:
            factories.translated(one, language)
    return page


def baked(root: Path, name: str) -> str:
    bake_site(root)
    assert not differences(root)
    return (root / SITE / name).read_text(encoding="utf-8")


def test_a_directory_lists_the_pages_of_its_kind_wherever_they_stand(
    directory: DirectoryPage, tmp_path: Path
) -> None:
    html = baked(tmp_path, "vi/dau-tu/danh-muc/index.html")

    assert "Bài có tên rất dài" in html
    assert 'href="/vi/dau-tu/danh-muc/cased-short/"' in html


def test_each_value_of_a_facet_has_a_page_of_its_own(directory: DirectoryPage, tmp_path: Path) -> None:
    html = baked(tmp_path, "vi/dau-tu/danh-muc/cased-long/index.html")

    assert "Bài có tên rất dài" in html
    assert ">Một<" not in html
    assert (tmp_path / SITE / "en/invest/list/sector-invest/index.html").is_file()


def test_a_facet_that_no_page_has_any_more_loses_its_page(directory: DirectoryPage, tmp_path: Path) -> None:
    baked(tmp_path, "vi/dau-tu/danh-muc/cased-long/index.html")
    article = ArticlePage.objects.get(title_vi="Bài có tên rất dài")
    article.title_vi = "Ngắn"
    article.save_revision().publish()
    factories.cleared(ArticlePage.objects.get(pk=article.pk))

    html = baked(tmp_path, "vi/dau-tu/danh-muc/index.html")

    assert "Ngắn" in html
    assert not (tmp_path / SITE / "vi/dau-tu/danh-muc/cased-long/index.html").exists()


def test_the_whole_table_lies_beside_the_directory(directory: DirectoryPage, tmp_path: Path) -> None:
    rows = list(csv.reader(StringIO(baked(tmp_path, "vi/dau-tu/danh-muc/data.csv").removeprefix("\ufeff"))))
    data = json.loads((tmp_path / SITE / "ja/invest/list/data.json").read_text(encoding="utf-8"))

    assert rows == [["Name"], ["Bài có tên rất dài"], ["Một"]]
    assert data["language"] == "ja"
    assert len(data["records"]) == 2


def test_an_edit_of_one_record_leaves_other_pages_alone(directory: DirectoryPage, tmp_path: Path) -> None:
    article = ArticlePage.objects.get(title_vi="Một")
    article.save_revision().publish()
    bake_site(tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / SITE / "ja").rglob("*.html")}
    article.refresh_from_db()
    article.title_vi = "Hai"
    article.save_revision().publish()
    factories.cleared(ArticlePage.objects.get(pk=article.pk))

    rendered = bake_site(tmp_path).rendered

    assert "vi/dau-tu/danh-muc/data.csv" in rendered
    assert before == {path: path.read_bytes() for path in (tmp_path / SITE / "ja").rglob("*.html")}


def test_a_file_that_cannot_be_made_is_reported_and_stays_as_it_was(
    directory: DirectoryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = baked(tmp_path, "vi/dau-tu/danh-muc/data.csv")

    def broken(record: Record) -> str:
        raise ValueError("This cell is broken.")

    monkeypatch.setitem(
        registry._directories, "articles", Directory("articles", "A", KIND, (Column("name", "Name", broken),))
    )
    bake = bake_site(tmp_path, full=True)

    assert any("data.csv could not be made: This cell is broken." in notice for notice in bake.notices)
    assert (tmp_path / SITE / "vi/dau-tu/danh-muc/data.csv").read_text(encoding="utf-8") == before


def test_a_page_without_public_words_is_in_no_directory(directory: DirectoryPage, tmp_path: Path) -> None:
    hidden = factories.article("Chưa ai cho phép.", title_vi="Kín", parent=directory.get_parent())

    assert "Kín" not in baked(tmp_path, "vi/dau-tu/danh-muc/index.html")

    factories.cleared(hidden)
    assert "Kín" in baked(tmp_path, "vi/dau-tu/danh-muc/index.html")


def test_the_sector_pages_have_a_directory() -> None:
    assert registry.of_kind(SectorPage._meta.label_lower) is registry.directory("sectors")


def test_a_day_that_passes_makes_the_page_anew_without_any_edit(
    directory: DirectoryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = date(2031, 5, 1)
    monkeypatch.setattr(
        DirectoryPage, "companion", lambda self, name: _said(day).encode() if name == "data.csv" else b"{}"
    )
    moment = datetime(2031, 5, 1, 23, 59, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    monkeypatch.setattr("deploy.bake.baker.timezone.now", lambda: moment)
    assert baked(tmp_path, "vi/dau-tu/danh-muc/data.csv") == "False"

    assert bake_site(tmp_path).rendered == frozenset()
    monkeypatch.setattr("deploy.bake.baker.timezone.now", lambda: moment + timedelta(minutes=1))

    assert baked(tmp_path, "vi/dau-tu/danh-muc/data.csv") == "True"


def _said(day: date) -> str:
    template = Template("{% load directories %}{% passed day as gone %}{{ gone }}")
    return template.render(Context({"day": day}))


def test_today_has_not_passed_yet() -> None:
    with rendering_in(FakeSurroundings(today=date(2026, 3, 4))):
        assert [_said(date(2026, 3, day)) for day in (3, 4, 5)] == ["True", "False", "False"]


def test_only_moments_to_come_count() -> None:
    now = end_of("2026-03-04")

    assert earliest(None, now, end_of("2026-03-06"), end_of("2026-03-05"), after=now) == end_of("2026-03-05")
    assert earliest(now, after=now) is None
