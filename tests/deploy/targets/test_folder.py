import errno
import os
import stat
from pathlib import Path

import pytest

from deploy.exceptions import InvalidKey, PublishError, TargetError
from deploy.targets.folder import FolderTarget
from tests.deploy.targets.contract import Neighbour, Publish, TargetContract, listed


class Sibling:
    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, data: bytes) -> None:
        self._path.parent.mkdir(parents=True)
        self._path.write_bytes(data)

    def read(self) -> bytes | None:
        return self._path.read_bytes()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "srv" / "site"


@pytest.fixture
def target(site: Path) -> FolderTarget:
    return FolderTarget.open(site)


class TestFolderTarget(TargetContract):
    many = 40  # a folder knows no requests

    @pytest.fixture
    def target(self, site: Path) -> FolderTarget:
        return FolderTarget.open(site)

    @pytest.fixture
    def second(self, site: Path) -> FolderTarget:
        return FolderTarget.open(site)

    @pytest.fixture
    def neighbour(self, site: Path) -> Neighbour:
        return Sibling(site.with_name("site2") / "index.html")


def files_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_public_tree_holds_public_files_only(target: FolderTarget, site: Path, publish: Publish) -> None:
    publish(target, "en/index.html", b"page")
    target.write_state("manifest.json", b"{}")

    assert files_below(site) == ["en/index.html"]
    assert files_below(site.with_name("site.state")) == ["manifest.json"]


def test_the_web_server_may_read_the_site_but_not_the_state(
    target: FolderTarget, site: Path, publish: Publish
) -> None:
    before = os.umask(0o022)
    try:
        publish(target, "en/index.html", b"page")
    finally:
        os.umask(before)

    assert stat.S_IMODE((site / "en/index.html").stat().st_mode) == 0o644
    assert stat.S_IMODE(site.with_name("site.state").stat().st_mode) == 0o700


def test_a_put_that_fails_halfway_leaves_nothing_behind(
    target: FolderTarget, site: Path, publish: Publish, tmp_path: Path
) -> None:
    entry = publish(target, "en/index.html", b"good")
    (tmp_path / "other").write_bytes(b"evil")

    with pytest.raises(PublishError):
        target.put(entry, tmp_path / "other")

    assert files_below(tmp_path / "srv") == ["site/en/index.html"]


def test_what_a_killed_run_left_is_cleared_by_a_later_release(target: FolderTarget, site: Path) -> None:
    incoming = site.with_name("site.state") / ".incoming"
    (incoming / "abandoned").write_bytes(b"half")
    os.utime(incoming / "abandoned", (0, 0))
    (incoming / "being-written").write_bytes(b"half")

    target.write_state("manifest.json", b"{}")

    assert files_below(incoming) == ["being-written"]


def test_folders_left_empty_are_removed_up_to_the_site(
    target: FolderTarget, site: Path, publish: Publish
) -> None:
    publish(target, "en/a/b/index.html", b"page")
    publish(target, "en/index.html", b"page")

    target.delete(["en/a/b/index.html"])
    assert [path.name for path in (site / "en").iterdir()] == ["index.html"]

    target.delete(["en/index.html"])
    assert site.is_dir()
    assert list(site.iterdir()) == []


def test_a_file_that_cannot_be_removed_is_named_and_the_others_are_removed(
    target: FolderTarget, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("en/a.html", "en/b.html", "en/c.html"):
        publish(target, key, b"page")
    unlink = Path.unlink

    def refuse_b(path: Path, missing_ok: bool = False) -> None:
        if path.name == "b.html":
            raise PermissionError(errno.EPERM, "Operation not permitted")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse_b)
    with pytest.raises(PublishError, match=r"en/b\.html: The file cannot be removed") as raised:
        target.delete(["en/a.html", "en/b.html", "en/c.html"])

    assert raised.value.failures.keys() == {"en/b.html"}
    assert listed(target) == {"en/b.html": 4}


def test_a_full_disk_is_a_sentence_and_the_old_file_stays(
    target: FolderTarget, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(target, "en/index.html", b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TargetError, match=r"cannot take index\.html \(No space left on device\)\. Check"):
        publish(target, "en/index.html", b"new")

    assert target.read("en/index.html") == b"old"


def test_a_file_in_the_place_of_a_folder_is_a_sentence(target: FolderTarget, publish: Publish) -> None:
    publish(target, "en.html", b"page")

    with pytest.raises(TargetError, match=r"cannot take below\.html"):
        publish(target, "en.html/below.html", b"page")


def test_a_link_inside_the_site_does_not_lead_out(
    target: FolderTarget, site: Path, publish: Publish, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.html").write_bytes(b"secret")
    (site / "en").symlink_to(outside)
    (site / "link.html").symlink_to(outside / "secret.html")

    with pytest.raises(InvalidKey, match="through a link"):
        publish(target, "en/page.html", b"page")
    with pytest.raises(InvalidKey, match="through a link"):
        target.read("en/secret.html")
    with pytest.raises(InvalidKey, match="through a link"):
        target.delete(["en/secret.html"])
    with pytest.raises(TargetError, match=r"does not let link\.html be read"):
        target.read("link.html")
    assert set(listed(target)) == {"en", "link.html"}

    target.delete(["en", "link.html"])
    assert files_below(outside) == ["secret.html"]
    assert listed(target) == {}


def test_a_published_file_replaces_a_link_of_its_name(
    target: FolderTarget, site: Path, publish: Publish, tmp_path: Path
) -> None:
    (tmp_path / "outside.html").write_bytes(b"theirs")
    (site / "page.html").symlink_to(tmp_path / "outside.html")

    publish(target, "page.html", b"ours")

    assert (tmp_path / "outside.html").read_bytes() == b"theirs"
    assert target.read("page.html") == b"ours"


def test_a_private_document_cannot_hide_among_half_written_files(target: FolderTarget) -> None:
    with pytest.raises(InvalidKey, match="Begin it with a letter"):
        target.write_state(".incoming/manifest.json", b"{}")


def test_whatever_is_listed_can_be_deleted(target: FolderTarget, site: Path) -> None:
    for name in (b"\xff.html", "lễ.html".encode(), b"a\nb", b".portal/x", b"..hidden"):
        path = site / os.fsdecode(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")

    assert len(listed(target)) == 4
    target.delete(list(listed(target)))

    assert files_below(site) == [".portal/x"]


def test_two_file_systems_are_refused_before_anything_is_written(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = Path.stat

    def elsewhere(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = honest(path, follow_symlinks=follow_symlinks)
        if path.name != "site.state":
            return found
        return os.stat_result((*found[:2], found.st_dev + 1, *found[3:]))

    monkeypatch.setattr(Path, "stat", elsewhere)
    with pytest.raises(TargetError, match=r"two file systems.*site/site\."):
        FolderTarget.open(site)


def test_a_file_where_the_folder_should_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"")

    with pytest.raises(TargetError, match=r"site cannot be used \(File exists\)\. Check that"):
        FolderTarget.open(tmp_path / "site")


def test_the_error_keeps_the_letters_of_the_path(tmp_path: Path) -> None:
    (tmp_path / "CỔNG").write_bytes(b"")

    with pytest.raises(TargetError, match="/CỔNG cannot be used"):
        FolderTarget.open(tmp_path / "CỔNG")
