"""A page that cannot be rendered costs itself alone, and keeps its last good version."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random, SystemRandom
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from pytest_django.fixtures import Settings

from content.models import ArticlePage
from deploy.bake.bake import Bake, bake_site
from deploy.bench.big_site import Generator
from media.models import PortalImage
from tests import factories
from tests.deploy.equality.desk import picture
from translations.models import Clearance

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).resolve().parents[2] / "demo" / "articles"
CORRUPTIONS = int(os.environ.get("PORTAL_CORRUPTIONS", "25"))
SEED = int(os.environ.get("PORTAL_SEED", SystemRandom().randrange(10**6)))


@pytest.fixture(autouse=True)
def uploads(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    cache.clear()


@pytest.fixture
def page() -> ArticlePage:
    factories.cleared(factories.home(), factories.person())
    page = factories.article("Bản tốt.", title_vi="Bài hay", slug="bai")
    factories.cleared(page)
    return page


@pytest.fixture
def bake(tmp_path: Path) -> Callable[[], Bake]:
    return lambda: bake_site(tmp_path / "baked")


def store(page_id: int, column: str, stored: str) -> None:
    """Put *stored* into a column behind everybody's back."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE content_articlepage SET {column} = %s WHERE portalpage_ptr_id = %s",  # noqa: S608 - a column of ours
            [stored, page_id],
        )


def said_of(baked: Bake, page: ArticlePage) -> str:
    (notice,) = [one for one in baked.notices if f"ArticlePage {page.pk} " in one]
    return notice


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ('"no list"', "body"),
        ('[{"type": "paragraph", "value": 5, "id": "a"}]', "body, block 1 (paragraph) should be of type str"),
        ('[{"type": "gone", "value": "x", "id": "a"}]', "body, block 1 is of the unknown type 'gone'"),
        (
            '[{"type": "image", "value": {"image": "no number"}, "id": "a"}]',
            "body, block 1 (image).image should be of type int",
        ),
    ],
)
def test_a_spoilt_page_keeps_its_last_good_version_and_is_reported(
    page: ArticlePage, bake: Callable[[], Bake], stored: str, said: str
) -> None:
    factories.translated(factories.home(), "ja")
    factories.translated(page, "ja")
    good = (bake().folder / "ja/bai/index.html").read_bytes()
    store(page.pk, "body_ja", stored)

    baked = bake()

    assert (baked.folder / "ja/bai/index.html").read_bytes() == good
    assert "/ja/bai/" in (baked.folder / "ja/index.html").read_text()
    assert "in ja" in said_of(baked, page)
    assert said in said_of(baked, page)


def test_spoilt_vietnamese_keeps_the_last_cleared_version(
    page: ArticlePage, bake: Callable[[], Bake]
) -> None:
    good = (bake().folder / "vi/bai/index.html").read_bytes()
    store(page.pk, "body_vi", '{"broken": true}')

    baked = bake()

    assert (baked.folder / "vi/bai/index.html").read_bytes() == good
    assert "body" in said_of(baked, page)


def test_a_last_good_version_goes_with_its_clearance(page: ArticlePage, bake: Callable[[], Bake]) -> None:
    bake()
    store(page.pk, "body_vi", '{"broken": true}')
    assert "vi/bai/index.html" in bake().files
    Clearance.objects.filter(source_version__object_id=page.pk)._raw_delete("default")

    assert "vi/bai/index.html" not in bake().files


def test_spoilt_vietnamese_is_looked_at_again_and_again(page: ArticlePage, bake: Callable[[], Bake]) -> None:
    good = (bake().folder / "vi/bai/index.html").read_bytes()
    value = {"image": 99, "alt": "", "caption": "", "decorative": False}
    for number in range(3):
        block = {"type": "image", "value": value, "id": str(number)}
        ArticlePage.objects.filter(pk=page.pk).update(body_vi=[block])

        baked = bake()

        assert (baked.folder / "vi/bai/index.html").read_bytes() == good
        assert "media.portalimage 99, which" in said_of(baked, page)


def test_a_mended_page_is_current_again(page: ArticlePage, bake: Callable[[], Bake]) -> None:
    bake()
    store(page.pk, "body_vi", '{"broken": true}')
    bake()
    row = ArticlePage.objects.get(pk=page.pk)
    row.body_vi = [factories.paragraph("Đã sửa.")]
    row.save()
    factories.cleared(row)

    baked = bake()

    assert "Đã sửa." in (baked.folder / "vi/bai/index.html").read_text()
    assert baked.notices == []


def test_a_spoilt_page_that_is_unpublished_goes(page: ArticlePage, bake: Callable[[], Bake]) -> None:
    bake()
    store(page.pk, "body_vi", '{"broken": true}')
    bake()
    ArticlePage.objects.filter(pk=page.pk).update(live=False)

    assert "vi/bai/index.html" not in bake().files


def test_a_page_without_any_good_version_is_left_out_until_it_is_mended(
    page: ArticlePage, bake: Callable[[], Bake], monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*arguments: Any, **options: Any) -> str:
        raise ValueError("boom")

    with monkeypatch.context() as broken:
        broken.setattr("content.blocks.text.public_html", explode)
        baked = bake()
        assert "vi/bai/index.html" not in baked.files
        assert "/vi/bai/" not in (baked.folder / "vi/index.html").read_text()
        assert "body, block 1 (paragraph): boom" in said_of(baked, page)
    ArticlePage.objects.get(pk=page.pk).save()

    baked = bake()

    assert "vi/bai/index.html" in baked.files
    assert "/vi/bai/" in (baked.folder / "vi/index.html").read_text()


def test_an_image_that_is_not_there_any_more_is_reported_until_the_block_goes(
    page: ArticlePage, bake: Callable[[], Bake]
) -> None:
    block = {"type": "image", "value": {"image": 99, "alt": "", "caption": "", "decorative": False}}
    page.body_vi = [{**block, "id": "00000000-0000-4000-8000-000000000000"}, factories.paragraph("Còn đây.")]
    page.save()
    factories.cleared(page)

    for _ in range(2):
        baked = bake()
        assert "Còn đây." in (baked.folder / "vi/bai/index.html").read_text()
        assert "media.portalimage 99, which it shows, does not exist" in said_of(baked, page)
    page.body_vi = [factories.paragraph("Còn đây.")]
    page.save()
    factories.cleared(page)

    assert bake().notices == []


def test_a_text_that_names_an_image_which_never_was_keeps_the_last_good_version(
    page: ArticlePage, bake: Callable[[], Bake]
) -> None:
    factories.translated(factories.home(), "ja")
    factories.translated(page, "ja")
    good = (bake().folder / "ja/bai/index.html").read_bytes()
    value = {"image": 99, "alt": "", "caption": "", "decorative": False}
    ArticlePage.objects.filter(pk=page.pk).update(body_ja=[{"type": "image", "value": value, "id": "x"}])

    for _ in range(2):
        baked = bake()
        assert (baked.folder / "ja/bai/index.html").read_bytes() == good
        assert "could not be rendered in ja: media.portalimage 99, which" in said_of(baked, page)


def test_an_image_that_was_shown_and_is_deleted_leaves_the_page(
    page: ArticlePage, bake: Callable[[], Bake]
) -> None:
    image = PortalImage(title="Ảnh", file=picture("#aa3300"))
    image.save()
    block = {"type": "image", "value": {"image": image.pk, "alt": "", "caption": "", "decorative": False}}
    page.body_vi = [{**block, "id": "00000000-0000-4000-8000-000000000000"}, factories.paragraph("Còn đây.")]
    page.save()
    factories.cleared(page)
    path = bake().folder / "vi/bai/index.html"
    assert "<figure" in path.read_text()
    image.delete()

    for _ in range(2):
        baked = bake()
        assert "<figure" not in path.read_text()
        assert "Còn đây." in path.read_text()
        assert "is shown without something" in said_of(baked, page)


def corrupted(stored: Any, random: Random) -> tuple[str, str]:
    """Return stream data that is spoilt somewhere, and how."""
    ways: dict[str, Callable[[], Any]] = {
        "cut JSON": lambda: json.dumps(stored)[: random.randrange(1, 40)],
        "no list": lambda: json.dumps({"blocks": stored}),
        "unknown block": lambda: json.dumps([{**random.choice(stored), "type": "no-such-block"}, *stored]),
        "no value": lambda: json.dumps([{"type": "paragraph", "id": "x"}, *stored]),
        "wrong type": lambda: json.dumps([{**stored[0], "value": random.choice([5, ["a"], {"b": 1}])}]),
        "wrong image": lambda: json.dumps(
            [{"type": "image", "value": {"image": random.choice(["x", {}, [1]])}, "id": "x"}]
        ),
        "dangling image": lambda: json.dumps(
            [*stored, {"type": "image", "value": {"image": random.randrange(10**6, 10**9)}, "id": "x"}]
        ),
        "text for a list": lambda: json.dumps([{"type": "list", "value": {"items": "abc"}, "id": "x"}]),
        "short row": lambda: json.dumps(
            [
                {
                    "type": "table",
                    "value": {"columns": [{"type": "text", "heading": "a"}], "rows": [{"values": []}]},
                    "id": "x",
                }
            ]
        ),
    }
    name = random.choice(sorted(ways))
    return ways[name](), name


def test_random_corruptions_abort_no_bake_and_cost_only_their_page(
    tmp_path: Path, bake: Callable[[], Bake]
) -> None:
    random = Random(SEED)  # noqa: S311 - a repeatable sample
    Generator(SAMPLES, say=lambda line: None).run(4)
    good = {key: (tmp_path / "baked/site" / key).read_bytes() for key in bake().files}
    pages = list(ArticlePage.objects.order_by("pk"))
    for number in range(CORRUPTIONS):
        page, language = random.choice(pages), random.choice(["vi", "en", "ja", "ko"])
        column = f"body_{language}"
        before = json.dumps(getattr(page, column).get_prep_value())
        stored, how = corrupted(json.loads(before), random)
        # A column of JSON on PostgreSQL takes no broken JSON; there it is a JSON string.
        store(page.pk, column, json.dumps(stored) if how == "cut JSON" else stored)

        baked = bake()

        told = f"seed {SEED}, corruption {number}: {how} in {column} of {page.pk}: {baked.notices}"
        assert any(f"ArticlePage {page.pk} " in one and f"in {language}" in one for one in baked.notices), (
            told
        )
        now = {key: (baked.folder / key).read_bytes() for key in baked.files}
        assert now == good, told
        store(page.pk, column, before)
    assert bake().notices == []
