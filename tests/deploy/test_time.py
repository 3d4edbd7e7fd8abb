"""What is scheduled or expires changes at its minute, without a person, and changes only its files."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django.fixtures import Settings

from content.models import ArticlePage
from deploy.bake.bake import Bake, bake_site
from deploy.bake.lock import one_publisher
from deploy.models import Release
from deploy.operations import publish
from deploy.watching import look
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> ArticlePage:
    factories.cleared(factories.home(), factories.person())
    for slug in ("khac", "bai"):
        page = factories.article(slug=slug, parent=factories.home())
        factories.cleared(page)
    return page


@pytest.fixture
def bake(tmp_path: Path) -> Callable[[], Bake]:
    return lambda: bake_site(tmp_path / "baked")


def later(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr("deploy.bake.baker.timezone.now", lambda: moment)


def test_an_expired_page_leaves_at_its_time_though_nobody_touched_anything(
    page: ArticlePage, bake: Callable[[], Bake], monkeypatch: pytest.MonkeyPatch
) -> None:
    expiry = timezone.now() + timedelta(hours=1)
    ArticlePage.objects.filter(pk=page.pk).update(expire_at=expiry)
    assert "vi/bai/index.html" in bake().files

    later(monkeypatch, expiry - timedelta(seconds=1))
    assert bake().rendered == frozenset()
    later(monkeypatch, expiry)
    baked = bake()

    assert "vi/bai/index.html" not in baked.files
    assert "/vi/bai/" not in (baked.folder / "vi/index.html").read_text()
    assert "vi/khac/index.html" not in baked.rendered


def test_a_bake_with_nothing_to_do_touches_no_file(page: ArticlePage, bake: Callable[[], Bake]) -> None:
    folder = bake().folder
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    baked = bake()

    assert baked.rendered == frozenset()
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_scheduled_text_is_published_by_the_clock(
    page: ArticlePage, settings: Settings, tmp_path: Path
) -> None:
    settings.BAKE_ROOT = tmp_path / "baked"
    settings.PUBLISH_TARGET = (tmp_path / "site").as_uri()
    publish()
    page.summary_vi = "Theo lịch."
    page.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    said: list[str] = []

    call_command("publish_scheduled", verbosity=0)
    factories.cleared(ArticlePage.objects.get(pk=page.pk))
    look(publish, said.append)
    look(publish, said.append)

    assert "Theo lịch." in (tmp_path / "site/vi/bai/index.html").read_text()
    assert len(said) == 1
    assert Release.objects.count() == 2


def test_a_publisher_at_work_is_not_disturbed(page: ArticlePage, settings: Settings, tmp_path: Path) -> None:
    settings.BAKE_ROOT = tmp_path / "baked"
    settings.PUBLISH_TARGET = (tmp_path / "site").as_uri()
    said: list[str] = []

    with one_publisher(settings.BAKE_ROOT):
        look(publish, said.append)

    assert said == []
    assert not Release.objects.exists()


def test_a_failure_is_said_and_does_not_stop_the_clock(settings: Settings, tmp_path: Path) -> None:
    settings.BAKE_ROOT = tmp_path / "baked"
    settings.PUBLISH_TARGET = (tmp_path / "site").as_uri()
    said: list[str] = []

    look(publish, said.append)

    assert "no home page" in said[0]
