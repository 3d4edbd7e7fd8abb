"""The index follows what was baked, and only what is different is written."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from deploy.headers import cache_control, content_type
from deploy.keys import check_key
from deploy.search import __main__ as program
from deploy.search.build import build_search
from deploy.search.exceptions import NothingBaked, SearchError, UnreadablePage
from tests.deploy.search import generated
from tests.deploy.search.baked import contents, published, write_page

SITE = 80


@pytest.fixture(scope="module")
def generated_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("generated")
    generated.write_site(site, SITE)
    return site


@pytest.fixture
def site(generated_site: Path, tmp_path: Path) -> Path:
    return copytree(generated_site, tmp_path / "site")


def test_the_same_pages_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    build_search(site, tmp_path / "one", generated.LANGUAGES, processes=1)
    build_search(site, tmp_path / "two", reversed(generated.LANGUAGES), processes=2)

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_second_run_writes_nothing(site: Path, tmp_path: Path) -> None:
    first = build_search(site, tmp_path / "out", ["vi", "ja"], processes=1)
    second = build_search(site, tmp_path / "out", ["vi", "ja"], processes=1)

    assert first.pages == {"vi": SITE, "ja": SITE}
    assert set(first.written) == contents(tmp_path / "out").keys()
    assert (second.written, second.removed) == ((), ())


def test_an_index_that_was_brought_up_to_date_equals_a_new_one(site: Path, tmp_path: Path) -> None:
    build_search(site, tmp_path / "out", ["ko"], processes=1)
    generated.write(site, generated.article("ko", SITE))
    (site / "ko" / "s3" / "p3" / "index.html").unlink()

    build_search(site, tmp_path / "out", ["ko"], processes=1)
    build_search(site, tmp_path / "new", ["ko"], processes=1)

    assert contents(tmp_path / "out") == contents(tmp_path / "new")


def test_a_changed_sentence_changes_the_files_of_its_words_alone(site: Path, tmp_path: Path) -> None:
    before = build_search(site, tmp_path / "out", ["vi"], processes=1)
    page = site / "vi" / "s3" / "p3" / "index.html"
    page.write_text(page.read_text().replace("</article>", "<p>Một lễ hội</p></article>"))

    after = build_search(site, tmp_path / "out", ["vi"], processes=1)

    # Three words and two pairs.
    assert 1 <= len(after.written) <= 5 < len(before.written)
    assert all(key.startswith("search/vi/words/") for key in after.written)


def test_a_new_article_leaves_the_numbers_of_the_others(site: Path, tmp_path: Path) -> None:
    build_search(site, tmp_path / "out", ["en"], processes=1)
    addresses = tmp_path / "out" / "search" / "en" / "pages" / "0.json"
    before = json.loads(addresses.read_bytes())
    write_page(site, "/en/first/", "<h1>New</h1>", head=published("2026-11-23"))

    build_search(site, tmp_path / "out", ["en"], processes=1)

    assert json.loads(addresses.read_bytes()) == [*before, "/en/first/"]


def test_files_that_are_no_longer_needed_are_removed(site: Path, tmp_path: Path) -> None:
    before = build_search(site, tmp_path / "out", ["vi"], processes=1)
    for number in range(3, SITE):
        (site / "vi" / f"s{number % 20}" / f"p{number}" / "index.html").unlink()

    after = build_search(site, tmp_path / "out", ["vi"], processes=1)

    assert after.removed
    assert set(after.removed) < set(before.written)
    assert contents(tmp_path / "out").keys() == set(before.written) - set(after.removed)


def test_a_language_that_was_not_asked_for_stays(site: Path, tmp_path: Path) -> None:
    build_search(site, tmp_path / "out", ["vi", "en"], processes=1)
    before = contents(tmp_path / "out")
    write_page(site, "/vi/khac/", "<h1>Khác</h1>")

    after = build_search(site, tmp_path / "out", ["en"], processes=1)

    assert after.pages == {"en": SITE}
    assert contents(tmp_path / "out") == before


def test_every_file_can_be_published(site: Path, tmp_path: Path) -> None:
    for key in build_search(site, tmp_path, ["vi", "ko"], processes=1).written:
        check_key(key)
        assert content_type(key) == "application/json; charset=utf-8"
        assert "immutable" not in cache_control(key)


def test_the_index_may_lie_beside_the_pages(site: Path) -> None:
    first = build_search(site, site, ["ja"], processes=1)

    assert build_search(site, site, ["ja"], processes=1).pages == first.pages == {"ja": SITE}


def test_a_language_without_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NothingBaked, match=r"no baked pages in .*ja\. Bake the site first\.") as caught:
        build_search(tmp_path, tmp_path / "out", ["ja"], processes=1)

    assert isinstance(caught.value, SearchError)


def test_a_page_that_cannot_be_read_leaves_the_index_as_it_was(site: Path, tmp_path: Path) -> None:
    build_search(site, tmp_path / "out", ["vi"], processes=1)
    before = contents(tmp_path / "out")
    (site / "vi" / "s3" / "p3" / "index.html").write_bytes(b"\xff\xfe")

    with pytest.raises(UnreadablePage, match=r"vi/s3/p3/index\.html"):
        build_search(site, tmp_path / "out", ["vi"], processes=2)

    assert contents(tmp_path / "out") == before


def test_the_program_says_what_it_took(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["search", str(site), str(tmp_path / "out"), "--languages", "vi"])

    assert program.main() == 0
    assert capsys.readouterr().out.startswith("80 pages in ")


def test_the_program_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["search", str(tmp_path), str(tmp_path / "out"), "--languages", "vi"])

    assert program.main() == 1
    assert "Bake the site first." in capsys.readouterr().err
