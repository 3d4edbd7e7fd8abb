"""Folding and comparing Vietnamese, without a database."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.shingles import FEWEST, MOST, Frequencies
from translations.similarity import fewest_syllables, folded, length_window, likeness, most_alike

SYLLABLES = st.sampled_from("đền trần chùa phổ minh nam định tỉnh xã 14 1305 bán bàn".split())
SENTENCES = st.lists(SYLLABLES, min_size=1, max_size=30).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("Uỷ ban, thuỷ sản", "ủy ban thủy sản"),
        ("<1>Đền</1> Trần", "đền trần"),
        ("TRANG CHỦ!", "Trang chủ"),
        (unicodedata.normalize("NFD", "Đền thờ Trần Thủ Độ"), "Đền thờ Trần Thủ Độ"),
    ],
)
def test_the_same_words_fold_to_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("bán", "bàn"), ("quý", "quy"), ("1.250", "1,250"), ("năm 2024", "năm 2025")]
)
def test_other_words_and_numbers_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_the_tone_after_q_stays_where_it_is() -> None:
    assert folded("Quý") == " quý "


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_a_word_with_another_tone_counts_as_another_word() -> None:
    assert likeness(" mẹ bán rau ", " mẹ bàn rau ") == pytest.approx(100 * 2 / 3)


@given(SENTENCES, SENTENCES)
def test_only_the_same_words_are_wholly_alike(one: str, other: str) -> None:
    assert (likeness(folded(one), folded(other)) == 100) == (folded(one) == folded(other))
    assert 0 <= likeness(one, other) == likeness(other, one) <= 100


@given(SENTENCES, st.lists(SENTENCES, max_size=20), st.sampled_from([50.0, 75.0, 95.0]))
def test_the_most_alike_are_those_that_a_plain_comparison_finds(
    words: str, others: list[str], least: float
) -> None:
    plainly = {key: likeness(words, other) for key, other in enumerate(others)}

    found = most_alike(words, enumerate(others), least=least, limit=100)

    assert dict(found) == {key: value for key, value in plainly.items() if value >= least}
    assert [value for _key, value in found] == sorted((value for _key, value in found), reverse=True)


@given(SENTENCES, SENTENCES, st.sampled_from([75.0, 95.0]))
def test_nothing_alike_is_longer_or_shorter_than_the_window_in_syllables(
    one: str, other: str, least: float
) -> None:
    if likeness(one, other) >= least:
        shortest, longest = length_window(len(one.split()), least)
        assert shortest <= len(other.split()) <= longest


def test_a_text_of_fewer_syllables_has_no_neighbour_at_95() -> None:
    fewest = fewest_syllables(95)
    words = [str(number) for number in range(fewest + 1)]

    assert likeness(" ".join(words[:fewest]), " ".join(words)) >= 95
    assert likeness(" ".join(words[: fewest - 1]), " ".join(words[:fewest])) < 95


# --- which stretches are looked for

BOILERPLATE = [f"ủy ban nhân dân tỉnh ban hành quyết định số {number} về đê điều" for number in range(200)]


def test_a_stretch_of_every_text_is_not_looked_for() -> None:
    picked = Frequencies(BOILERPLATE).picked(folded("Ủy ban nhân dân tỉnh khen bà con đảo xa"))

    assert picked
    assert not {" ủy ban ", " ban nhân ", " nhân dân ", " dân tỉnh "} & set(picked)


def test_numbers_are_looked_for_only_where_there_is_nothing_else() -> None:
    known = Frequencies(BOILERPLATE)

    plan = "Kế hoạch khuyến nông cho vụ mùa tới ở những xã ven biển được duyệt ngày 12/7/2031"
    assert not any("2031" in piece for piece in known.picked(folded(plan)))
    assert known.picked(folded("12 2031 7"))


def test_a_text_of_nothing_but_common_words_is_looked_for_all_the_same() -> None:
    assert Frequencies(BOILERPLATE).picked(folded("Ủy ban nhân dân tỉnh"))


@given(SENTENCES, st.lists(SENTENCES, max_size=20))
def test_what_is_looked_for_stands_in_the_text(words: str, sample: list[str]) -> None:
    text = folded(words)

    picked = Frequencies(sample).picked(text)

    assert 1 <= len(picked) <= max(MOST, FEWEST)
    assert all(piece in text for piece in picked)
    assert len(set(picked)) == len(picked)


def test_an_empty_text_is_not_looked_for() -> None:
    assert Frequencies(BOILERPLATE).picked("") == []
