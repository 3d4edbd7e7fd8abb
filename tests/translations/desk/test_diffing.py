"""Word diffs of sources and of translations."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from translations.diffing import MOST_WORDS, Kind, word_diff

DELETED, INSERTED, SAME = Kind.DELETED, Kind.INSERTED, Kind.SAME


def said(before: str, after: str) -> list[tuple[Kind, str]]:
    return [(change.kind, change.text) for change in word_diff(before, after)]


def test_a_changed_word_is_marked_whole() -> None:
    assert said("Lễ hội mùa xuân", "Lễ hội mùa thu") == [
        (SAME, "Lễ hội mùa "),
        (DELETED, "xuân"),
        (INSERTED, "thu"),
    ]


def test_a_number_is_never_cut() -> None:
    assert said("có 1.250.000 người", "có 1.350.000 người") == [
        (SAME, "có "),
        (DELETED, "1.250.000"),
        (INSERTED, "1.350.000"),
        (SAME, " người"),
    ]


def test_only_what_changed_is_marked_where_no_spaces_part_the_words() -> None:
    assert said("資本金は15億ドンです。", "資本金は150億ドンである。") == [
        (SAME, "資本金は"),
        (DELETED, "15"),
        (INSERTED, "150"),
        (SAME, "億ドンで"),
        (DELETED, "す"),
        (INSERTED, "ある"),
        (SAME, "。"),
    ]


def test_a_placeholder_is_never_cut() -> None:
    assert said("a <1>b</1>", "a <2>b</2>") == [
        (SAME, "a "),
        (DELETED, "<1>"),
        (INSERTED, "<2>"),
        (SAME, "b"),
        (DELETED, "</1>"),
        (INSERTED, "</2>"),
    ]


def test_two_changed_words_side_by_side_are_one_change() -> None:
    assert said("vào cuối năm nay", "vào giữa tháng nay") == [
        (SAME, "vào "),
        (DELETED, "cuối năm"),
        (INSERTED, "giữa tháng"),
        (SAME, " nay"),
    ]


def test_decomposed_vietnamese_is_no_change() -> None:
    text = "Đền Trần ở phường Lộc Vượng"

    assert said(unicodedata.normalize("NFD", text), text) == [(SAME, text)]


def test_a_huge_text_is_replaced_whole_rather_than_compared_for_ever() -> None:
    before, after = "từ " * MOST_WORDS, "chữ " * MOST_WORDS

    assert said(before, after) == [(DELETED, before), (INSERTED, after)]


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_texts_can_be_read_from_the_diff(before: str, after: str) -> None:
    changes = word_diff(before, after)

    kept_or = {
        kind: "".join(change.text for change in changes if change.kind in (SAME, kind))
        for kind in (DELETED, INSERTED)
    }
    assert kept_or[DELETED] == unicodedata.normalize("NFC", before)
    assert kept_or[INSERTED] == unicodedata.normalize("NFC", after)
