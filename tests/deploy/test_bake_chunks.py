"""Pages are read many at a time; one page's fault or change stays its own."""

from pathlib import Path
from typing import Any

import pytest

from content.models import ArticlePage
from deploy.bake.bake import bake_site
from deploy.bake.facts import PageFacts
from deploy.bake.refresh import refreshed
from tests import factories
from translations.operations import clearance

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages() -> list[ArticlePage]:
    factories.cleared(factories.home(), factories.person())
    articles = [factories.article("Một.", slug="mot"), factories.article("Hai.", slug="hai")]
    for article in articles:
        factories.cleared(article)
    return articles


def test_a_block_that_cannot_be_read_costs_only_its_page(pages: list[ArticlePage], tmp_path: Path) -> None:
    broken = {"type": "image", "value": {"image": "no number"}, "id": "00000000-0000-4000-8000-000000000000"}
    ArticlePage.objects.filter(pk=pages[0].pk).update(body_vi=[broken])
    clearance.clear(instance=ArticlePage.objects.get(pk=pages[0].pk), person=factories.person())

    baked = bake_site(tmp_path)

    assert "vi/mot/index.html" not in baked.manifest
    assert "Hai." in (baked.folder / "vi/hai/index.html").read_text()
    assert any("block 1 (image).image should be of type int" in notice for notice in baked.notices)


def test_a_text_that_changes_while_the_bake_runs_is_not_let_out(
    pages: list[ArticlePage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_and_then_change(*arguments: Any) -> dict[int, PageFacts]:
        facts = refreshed(*arguments)
        ArticlePage.objects.filter(pk=pages[0].pk).update(body_vi=[factories.paragraph("Lén sửa.")])
        return facts

    monkeypatch.setattr("deploy.bake.work.refreshed", read_and_then_change)

    baked = bake_site(tmp_path)

    assert "vi/mot/index.html" not in baked.manifest
    assert "vi/hai/index.html" in baked.manifest
    assert any("changed during the bake" in notice for notice in baked.notices)
