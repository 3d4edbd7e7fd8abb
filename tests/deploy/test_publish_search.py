"""The search index is published behind the pages it is made of."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from content.models import ArticlePage
from deploy.bake.bake import bake_site
from deploy.bake.verify import differences
from deploy.models import Release
from deploy.operations import publish
from deploy.search.build import SearchIndex
from deploy.search.exceptions import SearchError
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.BAKE_ROOT = tmp_path / "baked"
    settings.PUBLISH_TARGET = (tmp_path / "site").as_uri()
    return tmp_path / "site"


@pytest.fixture
def page() -> ArticlePage:
    factories.cleared(factories.home(), factories.person())
    page = factories.article("Nước mắm Sa Châu.", slug="bai")
    factories.cleared(page)
    return page


def said_by(folder: Path, language: str) -> str:
    return "".join(path.read_text() for path in sorted((folder / "search" / language).rglob("*.json")))


def test_what_is_published_can_be_searched_in_one_release(folder: Path, page: ArticlePage) -> None:
    done = publish()

    search = (folder / "vi/search/index.html").read_text()
    assert 'href="/ko/search/" lang="ko"' in search
    assert "not available in this language" not in search
    assert "/vi/bai/" in said_by(folder, "vi")
    assert Release.objects.get() == done.release
    assert Release.objects.get().files == sum(path.is_file() for path in folder.rglob("*"))
    assert publish().release is None


def test_only_the_languages_that_changed_are_indexed_again(
    folder: Path, page: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.translated(factories.home(), "ja")
    publish()
    asked: list[list[str]] = []

    def build(site: Path, output: Path, languages: list[str], processes: int) -> SearchIndex:
        asked.append(languages)
        return SearchIndex({}, (), ())

    monkeypatch.setattr("deploy.bake.searching.build_search", build)
    ArticlePage.objects.filter(pk=page.pk).update(seo_title_vi="Khác")
    factories.cleared(ArticlePage.objects.get(pk=page.pk))

    publish()

    assert asked == [["vi"]]


def test_a_page_that_goes_leaves_the_index(folder: Path, page: ArticlePage) -> None:
    publish()
    page.unpublish()

    publish()

    assert "/vi/bai/" not in said_by(folder, "vi")


def test_pages_are_published_though_the_index_cannot_be_made(
    folder: Path, page: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **options: object) -> object:
        raise SearchError("The index is out of order.")

    monkeypatch.setattr("deploy.bake.searching.build_search", fail)
    said: list[str] = []

    done = publish(say=said.append)

    assert done.release is not None
    assert "The index is out of order." in said
    assert (folder / "vi/bai/index.html").exists()


def test_the_index_is_no_part_of_the_bake_and_stays_when_everything_is_baked_again(
    folder: Path, page: ArticlePage, settings: Settings
) -> None:
    publish()
    ArticlePage.objects.filter(pk=page.pk).update(seo_title_vi="Khác")
    before = said_by(folder, "vi")
    bake_site(settings.BAKE_ROOT, full=True)

    assert differences(settings.BAKE_ROOT) == []
    assert said_by(settings.BAKE_ROOT / "site", "vi") == before


def test_a_page_cannot_take_the_place_of_the_search(folder: Path, page: ArticlePage) -> None:
    rival = factories.article("Trang lạ.", slug="search")
    factories.cleared(rival)
    said: list[str] = []

    publish(say=said.append)

    assert "Trang lạ." not in (folder / "vi/search/index.html").read_text()
    assert any("/vi/search/" in one for one in said)
