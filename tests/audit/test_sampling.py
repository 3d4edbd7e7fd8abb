"""The audit finds one page of every kind by itself."""

from deploy.bake.state import FileRecord
from scripts.audit.sampling import NO_LANGUAGE, Sample, samples

KINDS = {1: "home", 2: "article", 3: "article", 4: "directory of park"}


def file(key: str, size: int, page: int | None = None, language: str | None = None) -> FileRecord:
    return FileRecord(key, f"hash of {key}", size, page, language)


def chosen(*files: FileRecord) -> dict[tuple[str, str], str]:
    return {(one.kind, one.language): one.key for one in samples(files, KINDS)}


def test_the_largest_page_of_a_kind_stands_for_it_in_all_languages() -> None:
    found = chosen(
        file("vi/ngan/index.html", 100, 2, "vi"),
        file("vi/dai/index.html", 200, 3, "vi"),
        file("ja/long/index.html", 150, 3, "ja"),
        file("ja/short/index.html", 190, 2, "ja"),
    )

    assert found == {("article", "vi"): "vi/dai/index.html", ("article", "ja"): "ja/long/index.html"}


def test_where_that_page_has_no_edition_another_stands_for_the_language() -> None:
    found = chosen(
        file("vi/dai/index.html", 200, 3, "vi"),
        file("ko/short/index.html", 90, 2, "ko"),
    )

    assert found["article", "ko"] == "ko/short/index.html"


def test_pages_outside_the_tree_are_kinds_of_their_own() -> None:
    found = chosen(
        file("vi/index.html", 50, 1, "vi"),
        file("vi/search/index.html", 20, language="vi"),
        file("vi/404.html", 10, language="vi"),
        file("index.html", 5),
    )

    assert found == {
        ("home", "vi"): "vi/index.html",
        ("search", "vi"): "vi/search/index.html",
        ("404", "vi"): "vi/404.html",
        ("root", NO_LANGUAGE): "index.html",
    }


def test_of_two_files_with_the_same_bytes_the_entrance_is_looked_at() -> None:
    entrance, lost = FileRecord("index.html", "same", 5), FileRecord("404.html", "same", 5)

    assert chosen(lost, entrance) == {("root", NO_LANGUAGE): "index.html"}


def test_a_narrowed_directory_is_a_kind_beside_the_whole_one_and_its_facets_are_not_told_apart() -> None:
    found = chosen(
        file("vi/kcn/index.html", 200, 4, "vi"),
        file("vi/kcn/sector-textiles/index.html", 90, language="vi"),
        file("vi/kcn/status-open/index.html", 95, language="vi"),
        file("vi/kcn/compare/index.html", 70, language="vi"),
    )

    assert found == {
        ("directory of park", "vi"): "vi/kcn/index.html",
        ("directory of park, narrowed", "vi"): "vi/kcn/status-open/index.html",
        ("directory of park, compare", "vi"): "vi/kcn/compare/index.html",
    }


def test_the_address_of_an_index_is_its_folder() -> None:
    assert Sample("home", "vi", "vi/index.html").path == "/vi/"
    assert Sample("404", "vi", "vi/404.html").path == "/vi/404.html"
    assert Sample("root", NO_LANGUAGE, "index.html").path == "/"
