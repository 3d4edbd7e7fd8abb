"""The folder of a bake holds exactly what this bake wrote, whatever lay there before."""

import os
from pathlib import Path

import pytest

from deploy.bake.bake import bake_site
from deploy.bake.output import Output
from deploy.manifest import build
from tests import factories


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    output = Output(tmp_path / "out")
    for key in ("vi/index.html", "vi/a/index.html", "vi/a/b/index.html"):
        output.write(key, b"before")
    output.finish()
    return output.root


def keys(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


def test_what_is_not_written_again_is_gone_with_its_empty_folders(earlier: Path) -> None:
    output = Output(earlier)
    output.write("vi/index.html", b"before")
    output.finish()

    assert keys(earlier) == ["vi", "vi/index.html"]


def test_a_file_that_stays_the_same_is_not_touched(earlier: Path) -> None:
    os.utime(earlier / "vi/index.html", (1, 1))

    Output(earlier).write("vi/index.html", b"before")

    assert (earlier / "vi/index.html").stat().st_mtime == 1


def test_a_file_of_the_same_size_with_other_bytes_is_replaced(earlier: Path) -> None:
    Output(earlier).write("vi/index.html", b"after!")

    assert (earlier / "vi/index.html").read_bytes() == b"after!"


def test_nothing_is_ever_written_through_a_link(earlier: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_bytes(b"not ours")
    (earlier / "en").symlink_to(elsewhere)
    (earlier / "robots.txt").symlink_to(elsewhere / "index.html")

    output = Output(earlier)
    for key in ("en/index.html", "robots.txt"):
        output.write(key, b"ours")
    output.finish()

    assert (elsewhere / "index.html").read_bytes() == b"not ours"
    assert set(build(earlier)) == {"en/index.html", "robots.txt"}


@pytest.mark.django_db
def test_a_bake_over_earlier_ones_equals_a_bake_into_an_empty_folder(tmp_path: Path) -> None:
    factories.cleared(factories.home(), factories.person())
    article = factories.article("Một.", slug="mot")
    factories.cleared(article)
    for _ in range(2):
        bake_site(tmp_path / "often")
    article.unpublish()
    factories.cleared(factories.article("Hai.", slug="hai"))

    again, fresh = bake_site(tmp_path / "often"), bake_site(tmp_path / "once")

    assert again.manifest.sha256 == fresh.manifest.sha256
    assert keys(again.folder) == keys(fresh.folder)
