"""A page is shared with a card of its own: drawn once, and again only when it would look different."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.cache import cache
from PIL import Image
from pytest_django.fixtures import Settings
from wagtail.models import Collection, CollectionViewRestriction

from content.cards import faces
from content.cards.card import CardContents, draw
from content.models import ArticlePage, OrganisationSettings, PortalPage
from deploy.bake import cards
from deploy.bake.bake import Bake, bake_site
from deploy.bake.verify import differences
from media.models import PortalImage
from tests import factories
from tests.deploy.equality.desk import picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folders(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.CARD_ROOT = tmp_path / "cards"
    # Wagtail remembers renditions by number, and every test's first picture has the same.
    cache.clear()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the cards that were drawn."""
    titles: list[str] = []

    def watched(contents: CardContents, shown: bytes | None) -> bytes:
        titles.append(contents.title)
        return draw(contents, shown)

    monkeypatch.setattr(cards, "draw", watched)
    return titles


@pytest.fixture
def article() -> ArticlePage:
    factories.cleared(factories.home())
    section = factories.section(slug="muc", title_vi="Mục")
    factories.cleared(section)
    image = PortalImage(title="Ảnh", file=picture("#aa3300"))
    image.save()
    page = factories.article(slug="bai", title_vi="Bài", parent=section, lead_image=image)
    factories.cleared(page)
    return page


@pytest.fixture
def bake(tmp_path: Path) -> Callable[[], Bake]:
    return lambda: bake_site(tmp_path / "baked")


def card_of(baked: Bake, key: str = "vi/muc/bai/index.html") -> str:
    html = (baked.folder / key).read_text(encoding="utf-8")
    (address,) = re.findall(r'<meta property="og:image" content="https://portal\.example/([^"]+)"', html)
    assert address in baked.manifest
    return str(address)


def redness(card: Path) -> int:
    """Return how red the place of the lead picture is; the ground is darker than the picture."""
    with Image.open(card) as opened:
        pixel = opened.convert("RGB").getpixel((1000, 300))
    assert isinstance(pixel, tuple)
    return int(pixel[0])


def renamed(page: PortalPage, **words: str) -> None:
    for name, said in words.items():
        setattr(page, name, said)
    page.save_revision().publish()
    factories.cleared(type(page).objects.get(pk=page.pk))


def test_each_page_is_shared_with_a_card_of_its_own(article: ArticlePage, bake: Callable[[], Bake]) -> None:
    baked = bake()

    assert re.fullmatch(r"media/card\.[0-9a-f]{16}\.jpg", card_of(baked))
    assert card_of(baked) != card_of(baked, "vi/muc/index.html")


def test_a_card_is_drawn_once(article: ArticlePage, bake: Callable[[], Bake], drawn: list[str]) -> None:
    bake()
    first = list(drawn)
    renamed(article, summary_vi="Khác hẳn")
    OrganisationSettings.objects.update(phone="0228")
    bake()

    assert sorted(first) == sorted({"Bài", "Mục", factories.home().title_vi})
    assert drawn == first


def test_another_title_makes_another_card_and_the_old_one_goes(
    article: ArticlePage, bake: Callable[[], Bake], drawn: list[str]
) -> None:
    before = card_of(bake())
    drawn.clear()
    renamed(article, title_vi="Bài khác")
    baked = bake()

    assert drawn == ["Bài khác"]
    assert card_of(baked) != before
    assert before not in baked.manifest


def test_a_section_that_is_renamed_changes_the_cards_below_it(
    article: ArticlePage, bake: Callable[[], Bake], drawn: list[str]
) -> None:
    before = card_of(bake())
    renamed(article.get_parent().specific, title_vi="Mục khác")

    assert card_of(bake()) != before


def test_other_colours_change_every_card(
    article: ArticlePage, bake: Callable[[], Bake], drawn: list[str]
) -> None:
    OrganisationSettings.objects.create(site_id=factories.home().get_site().pk, name_vi="Cổng")
    bake()
    drawn.clear()
    OrganisationSettings.objects.update(brand_colour="#123456")
    bake()

    assert len(drawn) == 3


def test_a_picture_that_changes_its_focal_point_is_put_on_the_card_anew(
    article: ArticlePage, bake: Callable[[], Bake], tmp_path: Path
) -> None:
    bake()
    image = PortalImage.objects.get()
    image.focal_point_x = image.focal_point_y = 5
    image.focal_point_width = image.focal_point_height = 4
    image.save()
    bake()

    assert differences(tmp_path / "baked") == []


def test_a_picture_that_becomes_private_leaves_the_card(
    article: ArticlePage, bake: Callable[[], Bake]
) -> None:
    with_picture = (baked := bake()).folder / card_of(baked)
    assert redness(with_picture) > 160
    root = Collection.get_first_root_node()
    CollectionViewRestriction.objects.create(collection=root, restriction_type="login")
    baked = bake()

    assert redness(baked.folder / card_of(baked)) < 160
    assert not with_picture.exists()


def test_the_store_of_cards_may_be_emptied(
    article: ArticlePage, bake: Callable[[], Bake], tmp_path: Path
) -> None:
    before = card_of(bake())
    shutil.rmtree(tmp_path / "cards")

    assert differences(tmp_path / "baked") == []
    assert card_of(bake()) == before


def test_without_the_faces_a_page_is_shared_with_its_picture_and_it_is_said(
    article: ArticlePage, bake: Callable[[], Bake], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faces, "are_there", lambda: False)
    baked = bake()

    assert "card" not in card_of(baked)
    assert [said for said in baked.notices if faces.PACKAGE in said]


def test_faces_that_are_installed_later_are_used_without_being_asked(
    article: ArticlePage, bake: Callable[[], Bake], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as without:
        without.setattr(faces, "are_there", lambda: False)
        bake()

    assert "card" in card_of(bake())
