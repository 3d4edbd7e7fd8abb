"""What the bake lets out, where it puts it, and what it leaves out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cms.models import User
from content.models import Agency, ArticlePage
from deploy.bake.bake import Bake, bake_site
from deploy.bake.rendering import Rendering, render_in
from deploy.bake.surroundings import BakeSurroundings
from tests import factories
from tests.sound_targets import sound
from translations.operations import clearance

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return factories.person()


@pytest.fixture
def bake(tmp_path: Path) -> Callable[[], Bake]:
    def run() -> Bake:
        return bake_site(tmp_path / "baked")

    return run


def text(baked: Bake, key: str) -> str:
    return (baked.folder / key).read_text(encoding="utf-8")


def test_a_cleared_page_is_baked_in_vietnamese_and_nowhere_else(
    bake: Callable[[], Bake], editor: User
) -> None:
    factories.cleared(factories.home(), editor)
    page = factories.article("Chữ đầu tiên.", slug="bai")
    factories.cleared(page, editor)

    baked = bake()

    assert "Chữ đầu tiên." in text(baked, "vi/bai/index.html")
    assert not [key for key in baked.manifest if key.startswith("ja/bai")]


def test_text_that_is_not_cleared_never_leaves(bake: Callable[[], Bake], editor: User) -> None:
    factories.cleared(factories.home(), editor)
    factories.article("Chưa được phép.", title_vi="Tiêu đề kín", slug="kin")

    baked = bake()

    everything = b"".join(path.read_bytes() for path in baked.folder.rglob("*") if path.is_file())
    assert "Chưa được phép".encode() not in everything
    assert "Tiêu đề kín".encode() not in everything
    assert any("not cleared" in notice for notice in baked.notices)


def test_words_of_an_agency_that_are_not_cleared_never_leave(bake: Callable[[], Bake], editor: User) -> None:
    agency = Agency.objects.create(name_vi="Sở Bí Mật", code="sbm")
    factories.cleared(factories.home(), editor)
    page = factories.article("Có cơ quan.", slug="bai", agency=agency)
    factories.cleared(page, editor)

    assert "Sở Bí Mật" not in text(bake(), "vi/bai/index.html")

    clearance.clear(instance=agency, person=editor)
    assert "Sở Bí Mật" in text(bake(), "vi/bai/index.html")


def test_an_approved_edition_is_public_under_its_own_address(bake: Callable[[], Bake], editor: User) -> None:
    factories.cleared(factories.home(), editor)
    factories.translated(factories.home(), "ja")
    page = factories.article("Một.", slug="bai", slug_intl="story")
    factories.cleared(page, editor)
    factories.translated(page, "ja")

    baked = bake()

    html = text(baked, "ja/story/index.html")
    assert '<html lang="ja"' in html
    assert sound("Một.", "ja") in html
    assert 'hreflang="vi" href="https://portal.example/vi/bai/"' in html
    assert "ja/bai/index.html" not in baked.manifest


def test_changing_the_vietnamese_without_clearance_takes_it_off_until_it_is_cleared(
    bake: Callable[[], Bake], editor: User
) -> None:
    factories.cleared(factories.home(), editor)
    page = factories.article("Một.", slug="bai")
    factories.cleared(page, editor)
    ArticlePage.objects.filter(pk=page.pk).update(body_vi=[factories.paragraph("Đã lén sửa.")])

    assert "vi/bai/index.html" not in bake().manifest


def test_a_page_that_cannot_be_rendered_costs_only_itself(
    bake: Callable[[], Bake], editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.cleared(factories.home(), editor)
    good, bad = factories.article(slug="tot"), factories.article(slug="hong")
    for page in (good, bad):
        factories.cleared(page, editor)
    monkeypatch.setattr(
        "deploy.bake.pages.render_in",
        lambda site, template, context: _explode_for(bad.pk, site, template, context),
    )

    baked = bake()

    assert "vi/tot/index.html" in baked.manifest
    assert "vi/hong/index.html" not in baked.manifest
    assert "/vi/hong/" not in text(baked, "vi/index.html")
    assert any("boom" in notice for notice in baked.notices)


def _explode_for(pk: int, site: BakeSurroundings, template: str, context: dict[str, Any]) -> Rendering:
    if context["page"].pk == pk:
        raise ValueError("boom")
    return render_in(site, template, context)


def test_two_bakes_of_the_same_content_are_byte_for_byte_the_same(
    bake: Callable[[], Bake], editor: User
) -> None:
    factories.cleared(factories.home(), editor)
    factories.cleared(factories.article(), editor)

    assert bake().manifest.sha256 == bake().manifest.sha256
