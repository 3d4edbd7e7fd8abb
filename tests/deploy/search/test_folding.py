"""Two spellings of a word meet, and no more than two spellings."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deploy.search.folding import fold, plain, tokens


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Nam Định", "nam dinh"),
        ("ĐỀN TRẦN", "den tran"),
        ("Dupré", "dupre"),
        ("Quý Đức", "quy duc"),
        ("ﾗﾑｻｰﾙ", "ラムサール"),
        ("ガラス", "ガラス"),
        ("한국어", "한국어"),
        ("２０２６", "2026"),
    ],
)
def test_marks_and_width_do_not_matter_and_sounds_do(written: str, folded: str) -> None:
    assert fold(plain(written)) == folded


@pytest.mark.parametrize("text", ["Đền Trần", "グエン・ヒエン", "쑤언투이"])
def test_decomposed_text_is_the_same_text(text: str) -> None:
    assert tokens(plain(normalize("NFD", text)), pairs=True) == tokens(plain(text), pairs=True)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(plain(text))

    assert fold(once) == once


def test_vietnamese_is_found_by_syllables_and_by_neighbours() -> None:
    found = tokens(plain("Khai ấn, Đền Trần"), pairs=True)

    assert found == [*"khai ấn đền trần".split(), "khai ấn", "ấn đền", "đền trần"]


def test_two_lines_have_no_neighbours() -> None:
    assert "định hà" not in tokens(plain("Nam Định\nHà Nam"), pairs=True)


def test_a_korean_compound_is_found_by_its_parts() -> None:
    compound = set(tokens(plain("국가무형문화유산"), pairs=False))

    for part in ("무형", "문화유산", "유산"):
        assert {pair for pair in tokens(part, pairs=False) if len(pair) == 2} <= compound


def test_ideographs_and_syllables_are_found_alone_and_kana_is_not() -> None:
    assert tokens("塔の寺", pairs=False) == ["塔", "寺", "塔の", "の寺"]
    assert tokens("탑", pairs=False) == ["탑"]


def test_scripts_side_by_side_are_told_apart() -> None:
    assert tokens(plain("約72kmの海"), pairs=False) == ["約", "海", "の海", "72km"]


def test_the_words_of_a_web_address_are_no_words_of_the_page() -> None:
    assert tokens(plain("xem https://example.org/nam-dinh nhé"), pairs=False) == ["xem", "nhé"]
