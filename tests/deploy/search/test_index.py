"""The files of one language say in which pages a word stands, and how weightily."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deploy.search.index import index_language, shard
from deploy.search.postings import posting, score
from tests.deploy.search.baked import published, write_page

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def decoded(written: str) -> dict[int, int]:
    """Return {page: points}, read as the browser reads it."""
    found = {}
    page, number, place = -1, 0, 1
    for character in written:
        digit = _ALPHABET.index(character)
        number += digit % 32 * place
        place *= 32
        if digit < 32:
            page += number // 8
            found[page] = number % 8
            number, place = 0, 1
    return found


def read(files: dict[str, bytes], name: str) -> Any:
    return json.loads(files[name])


def forms(files: dict[str, bytes], folded: str) -> dict[str, dict[int, int]]:
    """Return {form: {page: points}} of a folded token."""
    words = read(files, f"words/{shard(folded, read(files, 'index.json')['shards'])}.json")
    entry = words.get(folded, {})
    written = {folded: entry} if isinstance(entry, str) else entry
    return {form: decoded(postings) for form, postings in written.items()}


@given(st.lists(st.tuples(st.integers(1, 50_000), st.integers(1, 7)), max_size=30))
def test_what_is_written_is_what_is_read(postings: list[tuple[int, int]]) -> None:
    pages = {}
    page = -1
    for distance, points in postings:
        page += distance
        pages[page] = points

    assert decoded("".join(posting(distance, points) for distance, points in postings)) == pages


def test_more_of_a_word_is_worth_more_up_to_a_limit() -> None:
    assert [score(weight) for weight in (1, 2, 3, 4, 16, 10_000)] == [1, 2, 2, 3, 5, 7]


def test_spellings_lie_together_and_are_told_apart(tmp_path: Path) -> None:
    write_page(tmp_path, "/vi/a/", "<p>đền</p>")
    write_page(tmp_path, "/vi/b/", "<p>den đến</p>")

    _pages, files = index_language(tmp_path, "vi")

    assert forms(files, "den") == {"đền": {0: 1}, "den": {1: 1}, "đến": {1: 1}}


def test_a_word_of_the_title_is_worth_more_than_one_of_a_heading_and_that_more_than_one_of_the_text(
    tmp_path: Path,
) -> None:
    write_page(tmp_path, "/en/a/", "<h1>temple</h1><h2>festival</h2><p>market</p>")

    _pages, files = index_language(tmp_path, "en")

    points = [forms(files, word)[word][0] for word in ("temple", "festival", "market")]
    assert points == sorted(points, reverse=True)
    assert len(set(points)) == 3


def test_only_vietnamese_words_are_indexed_in_pairs(tmp_path: Path) -> None:
    for language in ("vi", "en"):
        write_page(tmp_path, f"/{language}/a/", "<p>Nam Dinh</p>")

    assert forms(index_language(tmp_path, "vi")[1], "nam dinh") == {"nam dinh": {0: 1}}
    assert forms(index_language(tmp_path, "en")[1], "nam dinh") == {}


def test_articles_are_numbered_by_their_day_and_sections_come_before(tmp_path: Path) -> None:
    write_page(tmp_path, "/ko/new/", "<p>1</p>", head=published("2026-02-01"))
    write_page(tmp_path, "/ko/old/", "<p>2</p>", head=published("2025-02-01"))
    write_page(tmp_path, "/ko/section/", "<p>3</p>")

    _pages, files = index_language(tmp_path, "ko")

    assert read(files, "pages/0.json") == ["/ko/section/", "/ko/old/", "/ko/new/"]


def test_a_page_that_is_not_to_be_found_takes_no_number(tmp_path: Path) -> None:
    write_page(tmp_path, "/vi/a/", "<p>một</p>", head='<meta name="robots" content="noindex">')
    write_page(tmp_path, "/vi/b/", "<p>hai</p>")

    pages, files = index_language(tmp_path, "vi")

    assert pages == 1
    assert read(files, "pages/0.json") == ["/vi/b/"]


@pytest.mark.parametrize("word", ["invest", "investment", "investors"])
def test_words_that_begin_alike_lie_in_one_file(word: str) -> None:
    assert shard(word, 512) == shard("inve", 512)


def test_a_language_without_pages_has_an_empty_index(tmp_path: Path) -> None:
    (tmp_path / "ja").mkdir()

    pages, files = index_language(tmp_path, "ja")

    assert pages == 0
    assert read(files, "index.json")["pages"] == 0
    assert read(files, "words/0.json") == {}
