"""Changes of one row that change others' files: a front page, a collection, words that two pages share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from pytest_django.fixtures import Settings
from wagtail.models import Collection, CollectionViewRestriction, Site

from content.models import HomePage, SectionPage
from deploy.bake.bake import Bake, bake_site
from deploy.bake.verify import differences
from media.models import PortalImage
from tests import factories
from tests.deploy.equality.desk import picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uploads(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    cache.clear()


@pytest.fixture
def bake(tmp_path: Path) -> Callable[[], Bake]:
    return lambda: bake_site(tmp_path / "baked")


def test_another_front_page_makes_another_portal(tmp_path: Path, bake: Callable[[], Bake]) -> None:
    home = factories.home()
    factories.cleared(home, factories.person())
    other = HomePage(title_vi="Trang chủ khác", slug="khac", slug_intl="other")
    home.get_parent().add_child(instance=other)
    factories.cleared(other)
    bake()
    Site.objects.update(root_page=other)

    baked = bake()

    assert "Trang chủ khác" in (baked.folder / "vi/index.html").read_text()
    assert differences(tmp_path / "baked") == []


def test_a_section_that_becomes_a_pillar_opens_it_on_the_home_page(
    tmp_path: Path, bake: Callable[[], Bake]
) -> None:
    home, section = factories.home(), factories.section(slug="dau-tu")
    below = SectionPage(title_vi="Hạ tầng", slug="ha-tang")
    section.add_child(instance=below)
    for page in (home, section, below):
        factories.cleared(page)
    path = bake().folder / "vi/index.html"
    assert "pillar-invest" not in path.read_text()

    section.pillar = "invest"
    section.save_revision().publish()
    bake()

    assert "pillar-invest" in path.read_text()
    assert 'href="/vi/dau-tu/ha-tang/"' in path.read_text()
    assert differences(tmp_path / "baked") == []


def test_a_collection_that_moves_below_a_private_one_takes_its_pictures_along(
    tmp_path: Path, bake: Callable[[], Bake]
) -> None:
    factories.cleared(factories.home(), factories.person())
    root = Collection.get_first_root_node()
    closed, pictures = root.add_child(name="Kín"), root.add_child(name="Ảnh")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    image = PortalImage(title="Ảnh", file=picture("#aa3300"), collection=pictures)
    image.save()
    page = factories.article("Thân bài.", slug="bai", lead_image=image)
    factories.cleared(page)
    path = bake().folder / "vi/bai/index.html"
    assert "lead-figure" in path.read_text()

    pictures.move(Collection.objects.get(pk=closed.pk), "sorted-child")
    baked = bake()

    assert "lead-figure" not in path.read_text()
    assert not [key for key in baked.files if key.startswith("media/")]
    assert differences(tmp_path / "baked") == []


def test_words_that_are_cleared_for_one_page_are_cleared_for_another(
    tmp_path: Path, bake: Callable[[], Bake]
) -> None:
    factories.cleared(factories.home(), factories.person())
    words: dict[str, Any] = {"title_vi": "Cùng lời", "body_vi": []}
    one, _other = (factories.article(slug=slug, **words) for slug in ("mot", "hai"))
    assert "vi/hai/index.html" not in bake().files

    factories.cleared(one)
    baked = bake()

    assert {"vi/mot/index.html", "vi/hai/index.html"} <= baked.files.keys()
    assert differences(tmp_path / "baked") == []
