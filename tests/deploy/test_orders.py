"""Background workers help with a bake: it comes out the same with them, without them, or with broken ones."""

import zlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django.fixtures import Settings

from content.models import ArticlePage, OrganisationSettings
from deploy.bake import orders, workers
from deploy.bake.bake import STATE, Bake, bake_site
from deploy.bake.pages import Job
from deploy.bake.parcels import GarbledParcel, unpacked
from deploy.bake.state import State
from deploy.bake.verify import differences
from deploy.bake.workers import Hands, Renderer
from deploy.bench.big_site import Generator
from deploy.models import BakeOrder, Parcel
from media.models import PortalImage

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).resolve().parents[2] / "demo" / "articles"
TWO = Hands(helpers=2)
NOBODY = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture(autouse=True)
def portal(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    cache.clear()
    monkeypatch.setattr(workers, "WORTH_IT", 1)
    monkeypatch.setattr(orders, "_PAUSE_SECONDS", 0.01)
    Generator(SAMPLES, say=lambda line: None).run(2)


@pytest.fixture
def rendered_here(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages the bake itself rendered, chunk by chunk; what workers render is not in it."""
    counted: list[int] = []
    render = Renderer.chunk

    def chunk(renderer: Renderer, jobs: list[Job]) -> workers.Rendered:
        if renderer.output.root.name == "site":
            counted.append(len(jobs))
        return render(renderer, jobs)

    monkeypatch.setattr(Renderer, "chunk", chunk)
    return counted


def contents(baked: Bake) -> dict[str, bytes]:
    return {key: (baked.folder / key).read_bytes() for key in baked.files}


def test_pages_that_workers_render_are_the_same_and_known_as_well(
    tmp_path: Path, rendered_here: list[int]
) -> None:
    alone = bake_site(tmp_path / "alone", apart=True)
    rendered_here.clear()
    helped = bake_site(tmp_path / "helped", apart=True, hands=TWO)

    assert rendered_here == []
    assert contents(helped) == contents(alone)
    assert helped.notices == []
    with State.open(tmp_path / "alone" / STATE) as mine, State.open(tmp_path / "helped" / STATE) as theirs:
        assert mine.files == theirs.files
        assert all(mine.questions_of(key) == theirs.questions_of(key) for key in mine.files)
    assert not BakeOrder.objects.exists()


def test_what_changes_after_a_bake_with_help_is_noticed(tmp_path: Path) -> None:
    root = tmp_path / "baked"
    bake_site(root, hands=TWO)
    ArticlePage.objects.filter(pk=ArticlePage.objects.earliest("pk").pk).update(title_ja="変更")
    PortalImage.objects.update(focal_point_x=3, focal_point_y=4, focal_point_width=5, focal_point_height=6)

    bake_site(root, hands=TWO)

    assert differences(root) == []


def test_a_bake_ends_when_nobody_comes(tmp_path: Path, settings: Settings, rendered_here: list[int]) -> None:
    settings.TASKS = NOBODY

    baked = bake_site(tmp_path / "baked", hands=TWO)

    assert sum(rendered_here) == baked.pages == 16
    assert not Parcel.objects.exists()


def test_pages_whose_parts_are_kept_are_rendered_here(tmp_path: Path, rendered_here: list[int]) -> None:
    root = tmp_path / "baked"
    bake_site(root)
    rendered_here.clear()
    OrganisationSettings.objects.update(phone="0228 123 456")

    baked = bake_site(root, hands=TWO)

    assert sum(rendered_here) == baked.pages
    assert differences(root) == []


def test_a_worker_with_other_code_leaves_the_work_alone(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rendered_here: list[int],
    caplog: pytest.LogCaptureFixture,
) -> None:
    prints = iter(["new", "old", "old"])
    monkeypatch.setattr(orders, "code_print", lambda: next(prints))

    baked = bake_site(tmp_path / "baked", hands=TWO)

    assert sum(rendered_here) == baked.pages
    assert "other code" in caplog.text


def test_what_a_worker_garbled_is_rendered_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rendered_here: list[int]
) -> None:
    alone = contents(bake_site(tmp_path / "alone", apart=True))
    rendered_here.clear()
    monkeypatch.setattr(orders, "packed", lambda *arguments: b"no parcel")

    helped = bake_site(tmp_path / "helped", apart=True, hands=TWO)

    assert contents(helped) == alone
    assert sum(rendered_here) == helped.pages


def test_what_a_worker_took_and_never_returned_is_rendered_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rendered_here: list[int]
) -> None:
    monkeypatch.setattr(orders, "_deliver", lambda parcel, result: None)
    monkeypatch.setattr(orders, "PATIENCE", timedelta(0))

    baked = bake_site(tmp_path / "baked", hands=TWO)

    assert sum(rendered_here) == baked.pages == 16


def test_a_spoilt_page_keeps_its_last_good_version_whoever_renders_it(tmp_path: Path) -> None:
    root = tmp_path / "baked"
    good = contents(bake_site(root))
    page, other = ArticlePage.objects.order_by("pk")[:2]
    value = {"image": 10**6, "alt": "", "caption": "", "decorative": False}
    ArticlePage.objects.filter(pk=page.pk).update(body_ja=[{"type": "image", "value": value, "id": "x"}])
    ArticlePage.objects.filter(pk=other.pk).update(body_ko=[{"type": "paragraph", "value": 5, "id": "x"}])

    baked = bake_site(root, full=True, hands=TWO)

    assert contents(baked) == good
    assert len(baked.notices) == 2
    assert "could not be rendered in ja: media.portalimage 1000000" in " ".join(baked.notices)
    assert "could not be rendered in ko: body, block 1" in " ".join(baked.notices)


def test_orders_of_bakes_that_were_killed_are_forgotten(tmp_path: Path) -> None:
    long_ago = timezone.now() - timedelta(days=2)
    BakeOrder.objects.create(code="", now=long_ago, home=1, facts=b"", closed=[], withdrawn=[])

    bake_site(tmp_path / "baked", hands=TWO)

    assert not BakeOrder.objects.exists()


@pytest.mark.parametrize(
    "parcel", [b"", b"x", zlib.compress(b"[]"), zlib.compress(b'{"answers": 5}'), zlib.compress(b"\xff")]
)
def test_a_parcel_of_another_form_is_refused(parcel: bytes) -> None:
    with pytest.raises(GarbledParcel, match="cannot be read"):
        unpacked(parcel)
