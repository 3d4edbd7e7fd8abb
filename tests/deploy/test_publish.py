"""Publishing: the target in step with what is public, to a folder and to S3 alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy_boto3_s3 import S3Client
from pytest_django.fixtures import Settings

from content.models import ArticlePage, PortalPage
from deploy.bake.lock import PublisherBusy, one_publisher
from deploy.exceptions import DeployError, TargetError
from deploy.manifest import FileEntry
from deploy.models import Release, ReleaseState
from deploy.operations import MANIFEST, Published, publish
from deploy.targets.folder import FolderTarget
from tests import factories
from tests.deploy.targets.stores import client_of, working_store

pytestmark = pytest.mark.django_db

Bucket = tuple[S3Client, str]


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.BAKE_ROOT = tmp_path / "baked"
    settings.PUBLISH_TARGET = (tmp_path / "site").as_uri()
    return tmp_path / "site"


@pytest.fixture
def page() -> ArticlePage:
    editor = factories.person()
    factories.cleared(factories.home(), editor)
    article = factories.article("Một.", slug="bai")
    factories.cleared(article, editor)
    return article


def keys(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_publishing_brings_the_folder_in_step(folder: Path, page: ArticlePage) -> None:
    done = publish()

    assert keys(folder) == set(done.bake.manifest)
    assert done.release is not None
    assert done.release.state == ReleaseState.LIVE
    assert done.release.uploaded == len(done.bake.manifest)


def test_publishing_twice_does_nothing_the_second_time(folder: Path, page: ArticlePage) -> None:
    publish()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    again = publish()

    assert again.release is None
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert Release.objects.count() == 1


def test_what_is_no_longer_public_is_deleted(folder: Path, page: ArticlePage) -> None:
    publish()
    page.unpublish()

    done = publish()

    assert "vi/bai/index.html" not in keys(folder)
    assert done.release is not None
    # Its card, and what only its card for other sites used, go with it.
    assert done.release.deleted >= 1
    assert not [key for key in keys(folder) if "bai" in key.split("/")]


def test_a_place_with_files_of_somebody_else_is_left_alone(folder: Path, page: ArticlePage) -> None:
    folder.mkdir()
    (folder / "thesis.html").write_text("years of work")

    with pytest.raises(TargetError, match="did not publish"):
        publish()

    assert keys(folder) == {"thesis.html"}


def test_adopting_a_place_replaces_what_was_there(folder: Path, page: ArticlePage) -> None:
    folder.mkdir()
    (folder / "old.html").write_text("the old site")

    done = publish(adopt=True)

    assert keys(folder) == set(done.bake.manifest)


def test_an_interrupted_release_is_finished_even_when_the_change_was_taken_back(
    folder: Path, page: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    before = {key: (folder / key).read_bytes() for key in keys(folder)}
    text = page.body_vi.get_prep_value()
    page.body_vi = [factories.paragraph("Đã sửa.")]
    page.save()
    factories.cleared(page)
    with monkeypatch.context() as patched:
        patched.setattr("deploy.targets.folder.FolderTarget.write_state", _die_at_the_manifest)
        with pytest.raises(KeyboardInterrupt):
            publish()
    page.body_vi = text
    page.save()

    publish()

    assert {key: (folder / key).read_bytes() for key in keys(folder)} == before


def test_a_renamed_page_leaves_a_redirect_at_its_old_address(folder: Path, page: ArticlePage) -> None:
    publish()
    page.slug = "bai-moi"
    page.save()

    publish()

    old = (folder / "vi/bai/index.html").read_text()
    assert 'content="0; url=/vi/bai-moi/"' in old
    assert "Một." in (folder / "vi/bai-moi/index.html").read_text()


def test_a_moved_section_takes_the_addresses_of_its_pages_along(folder: Path, page: ArticlePage) -> None:
    editor = factories.person()
    target, moved = factories.section(slug="dich"), factories.section(slug="nguon")
    child = factories.article("Con.", parent=moved, slug="con")
    for one in (target, moved, child):
        factories.cleared(one, editor)
    publish()
    moved.refresh_from_db()
    moved.move(PortalPage.objects.get(pk=target.pk), pos="last-child")

    publish()

    assert "Con." in (folder / "vi/dich/nguon/con/index.html").read_text()
    assert 'url=/vi/dich/nguon/con/"' in (folder / "vi/nguon/con/index.html").read_text()


def test_a_page_that_takes_over_an_old_address_wins_over_the_redirect(
    folder: Path, page: ArticlePage
) -> None:
    publish()
    page.slug = "bai-moi"
    page.save()
    factories.cleared(factories.article("Người mới.", slug="bai"), factories.person())

    publish()

    assert "Người mới." in (folder / "vi/bai/index.html").read_text()


def test_a_changed_international_slug_leaves_redirects_in_every_public_language(
    folder: Path, page: ArticlePage
) -> None:
    home = factories.home()
    for one in (home, page):
        for language in ("en", "ja"):
            factories.translated(one, language)
    PortalPage.objects.filter(pk=page.pk).update(slug_intl="story")
    publish()
    PortalPage.objects.filter(pk=page.pk).update(slug_intl="tale")

    publish()

    for language in ("en", "ja"):
        assert f'url=/{language}/tale/"' in (folder / language / "story/index.html").read_text()


def test_two_publishers_do_not_work_at_once(folder: Path, page: ArticlePage, settings: Settings) -> None:
    with one_publisher(settings.BAKE_ROOT), pytest.raises(PublisherBusy, match="Wait"):
        publish()


def test_a_target_that_refuses_leaves_a_failed_release_with_its_reason(
    folder: Path, page: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deploy.targets.folder.FolderTarget.put", _refuse)

    with pytest.raises(DeployError, match="disk is full"):
        publish()

    assert Release.objects.get().state == ReleaseState.FAILED
    assert "disk is full" in Release.objects.get().reason


def test_an_unreadable_manifest_is_replaced_by_publishing_everything_again(
    folder: Path, page: ArticlePage
) -> None:
    publish()
    state = next(path for path in folder.parent.rglob("manifest.json"))
    state.write_bytes(b"{ broken")
    said: list[str] = []

    done = publish(say=said.append)

    assert done.release is not None
    assert any("uploaded again" in sentence for sentence in said)


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    with working_store() as address:
        yield address


@pytest.fixture
def bucket(settings: Settings, store: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Bucket:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "an-id")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a-secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    client = client_of(store)
    client.create_bucket(Bucket=f"portal-{tmp_path.name.replace('_', '-').lower()[:40]}")
    name = client.list_buckets()["Buckets"][-1]["Name"]
    settings.BAKE_ROOT = tmp_path / "baked"
    settings.PUBLISH_TARGET = f"s3://{name}/site"
    settings.S3_ENDPOINT_URL = store
    return client, name


def _stored(client: S3Client, name: str) -> dict[str, tuple[bytes, str]]:
    found = {}
    for listed in client.list_objects_v2(Bucket=name, Prefix="site/").get("Contents", []):
        answer = client.get_object(Bucket=name, Key=listed["Key"])
        found[listed["Key"].removeprefix("site/")] = (answer["Body"].read(), answer["ContentType"])
    return {key: value for key, value in found.items() if not key.startswith(".portal/")}


def test_a_bucket_gets_the_same_keys_and_bytes_as_a_folder(bucket: Bucket, page: ArticlePage) -> None:
    client, name = bucket

    done: Published = publish()

    stored = _stored(client, name)
    assert {key: data for key, (data, _kind) in stored.items()} == {
        key: (done.bake.folder / key).read_bytes() for key in done.bake.manifest
    }
    assert stored["vi/bai/index.html"][1] == "text/html; charset=utf-8"
    assert stored["sitemap.xml"][1] == "application/xml; charset=utf-8"
    assert stored["vi/feed.xml"][1] == "application/rss+xml; charset=utf-8"


def test_the_second_publishing_to_a_bucket_puts_nothing(
    bucket: Bucket, page: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    puts: list[str] = []
    monkeypatch.setattr("deploy.targets.s3.S3Target.put", lambda self, entry, source: puts.append(entry.key))

    assert publish().release is None
    assert puts == []


def _refuse(self: FolderTarget, entry: FileEntry, source: Path) -> None:
    raise DeployError("The disk is full. Free some room and publish again.")


_write_state = FolderTarget.write_state


def _die_at_the_manifest(self: FolderTarget, name: str, data: bytes) -> None:
    if name == MANIFEST:
        raise KeyboardInterrupt
    _write_state(self, name, data)
