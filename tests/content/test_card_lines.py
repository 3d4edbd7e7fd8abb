"""Titles on cards are broken where their readers would break them, and cut where they can be cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.cards.lines import ELLIPSIS, balanced, broken, pieces, shortened


def em(text: str) -> float:
    """Measure as if every letter were as wide as every other."""
    return float(len(text))


TITLES = {
    "vi": "Đền Trần và chùa Phổ Minh: dấu ấn vương triều Trần",
    "en": "Where do foreign investors start? Procedural steps",
    "ja": "海外に暮らすナムディンの皆さまへ：ふるさとの言葉を守り、架け橋をつなぐ",
    "ko": "쩐 사당과 포민 사원: 남딘 땅에 새겨진 쩐 왕조의 자취",
}


@pytest.mark.parametrize("language", ["vi", "en", "ko"])
def test_words_with_spaces_stay_whole(language: str) -> None:
    lines = broken(TITLES[language], language, 14, em)

    assert " ".join(lines) == TITLES[language]
    assert set(" ".join(lines).split()) == {word for line in lines for word in line.split()}


def test_japanese_is_broken_between_phrases() -> None:
    assert broken(TITLES["ja"], "ja", 11, em) == [
        "海外に暮らす",
        "ナムディンの皆さまへ：",
        "ふるさとの言葉を守り、",
        "架け橋をつなぐ",
    ]


def test_no_japanese_line_begins_or_ends_where_it_may_not() -> None:
    lines = broken("彼は「東京都庁舎前」、（京都府）。そして数ヶ月後ーーと", "ja", 5, em)

    assert all(line[0] not in "」、）。ー" for line in lines)
    assert all(line[-1] not in "「（" for line in lines)


def test_numbers_and_latin_words_in_japanese_stay_whole() -> None:
    assert pieces("旧暦1月14日 RAMSAR湿地", "ja") == ["旧暦1月14日 ", "RAMSAR湿地"]


def test_a_word_wider_than_a_line_is_cut_between_letters() -> None:
    assert broken("Donaudampfschifffahrt", "en", 8, em) == ["Donaudam", "pfschiff", "fahrt"]


def test_lines_are_of_about_the_same_width() -> None:
    plain = broken("one two three four five six seven", "en", 27, em)
    even = balanced("one two three four five six seven", "en", 27, em)

    assert [len(line) for line in plain] == [27, 5]
    assert [len(line) for line in even] == [18, 14]


def test_a_title_that_is_too_long_ends_in_an_ellipsis_after_a_word() -> None:
    assert shortened("Where do investors start, and where then?", "en", 12, 2, em) == [
        "Where do",
        "investors…",
    ]
    assert shortened(TITLES["ja"], "ja", 11, 2, em) == ["海外に暮らす", "ナムディンの…"]


def test_a_title_that_fits_is_not_cut() -> None:
    assert shortened("Invest here", "en", 12, 1, em) == ["Invest here"]
    assert shortened("", "en", 12, 1, em) == []


@given(st.sampled_from(["vi", "en", "ja", "ko"]), st.text(max_size=80), st.integers(2, 30), st.integers(1, 4))
def test_whatever_is_written_no_line_is_too_wide_and_nothing_is_lost(
    language: str, text: str, width: int, count: int
) -> None:
    lines = broken(text, language, width, em)
    cut = shortened(text, language, width, count, em)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= width for line in [*lines, *cut])
    assert len(cut) <= count
    assert cut == lines or cut[-1].endswith(ELLIPSIS)
