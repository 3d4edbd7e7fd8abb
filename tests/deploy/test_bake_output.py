"""The folder of a bake holds exactly what this bake wrote, whatever lay there before."""

import os
from pathlib import Path

import pytest

from deploy.bake.bake import bake_site
from deploy.bake.output import Output
from deploy.bake.state import FileRecord, Span, packed
from tests import factories

KEYS = ("vi/index.html", "vi/a/index.html", "vi/a/b/index.html")


@pytest.fixture
def earlier(tmp_path: Path) -> dict[str, FileRecord]:
    output = Output(tmp_path, {})
    return {key: FileRecord(key, *output.write(key, b"before")) for key in KEYS}


def keys(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


def test_what_is_removed_takes_its_empty_folders_along(
    earlier: dict[str, FileRecord], tmp_path: Path
) -> None:
    Output(tmp_path, earlier).remove(["vi/a/b/index.html", "vi/a/index.html"])

    assert keys(tmp_path) == ["vi", "vi/index.html"]


def test_a_file_that_stays_the_same_is_not_touched(earlier: dict[str, FileRecord], tmp_path: Path) -> None:
    os.utime(tmp_path / "vi/index.html", (1, 1))

    Output(tmp_path, earlier).write("vi/index.html", b"before")

    assert (tmp_path / "vi/index.html").stat().st_mtime == 1


@pytest.mark.parametrize("found", [b"cut", b""])
def test_a_file_that_is_not_what_was_written_is_replaced(
    earlier: dict[str, FileRecord], tmp_path: Path, found: bytes
) -> None:
    (tmp_path / "vi/index.html").write_bytes(found)

    Output(tmp_path, earlier).write("vi/index.html", b"before")

    assert (tmp_path / "vi/index.html").read_bytes() == b"before"


def test_parts_are_kept_only_from_a_file_that_is_what_was_written(tmp_path: Path) -> None:
    output = Output(tmp_path, {})
    parts = packed([Span("body", 4, 6), Span("about", 10, 2)])
    record = FileRecord("a.html", *output.write("a.html", "<đ>giữa</đ>".encode()), parts=parts)

    assert output.parts_of(record) == {"body": "giữa".encode(), "about": b"</"}
    (tmp_path / "a.html").write_bytes("<đ>khác</đ>".encode())
    assert output.parts_of(record) == {}


@pytest.mark.django_db
def test_nothing_is_ever_written_through_a_link(tmp_path: Path) -> None:
    factories.cleared(factories.home(), factories.person())
    elsewhere, site = tmp_path / "elsewhere", tmp_path / "baked" / "site"
    for folder in (elsewhere, site):
        folder.mkdir(parents=True)
    (elsewhere / "index.html").write_bytes(b"not ours")
    (site / "vi").symlink_to(elsewhere)
    (site / "robots.txt").symlink_to(elsewhere / "index.html")

    baked = bake_site(tmp_path / "baked")

    assert (elsewhere / "index.html").read_bytes() == b"not ours"
    assert "vi/index.html" in baked.manifest
    assert not (site / "vi").is_symlink()


@pytest.mark.django_db
def test_a_bake_over_earlier_ones_equals_a_bake_into_an_empty_folder(tmp_path: Path) -> None:
    factories.cleared(factories.home(), factories.person())
    article = factories.article("Một.", slug="mot")
    factories.cleared(article)
    for _ in range(2):
        bake_site(tmp_path / "often")
    article.unpublish()
    factories.cleared(factories.article("Hai.", slug="hai"))

    again = bake_site(tmp_path / "often")
    fresh = bake_site(tmp_path / "once")

    assert again.manifest.sha256 == fresh.manifest.sha256
    assert keys(again.folder) == keys(fresh.folder)
