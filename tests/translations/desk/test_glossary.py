"""Finding terms in a source."""

import unicodedata

import pytest

from translations.glossary import Glossary


def found(source: str, *terms: str) -> list[str]:
    return Glossary((term, term) for term in terms).found_in(source)


def test_terms_are_found_in_order_whatever_their_case() -> None:
    assert found("ĐỀN TRẦN có tỷ lệ lấp đầy cao", "Tỷ lệ lấp đầy", "đền Trần") == [
        "đền Trần",
        "Tỷ lệ lấp đầy",
    ]


@pytest.mark.parametrize(
    ("term", "source", "matches"),
    [
        ("khu công nghiệp", "Khu Công Nghiệp", True),
        ("khu công nghiệp", "KHU CÔNG NGHIỆP", True),
        ("KCN", "kcn", False),
        ("KCN", "Kcn", False),
        ("KCN", "các KCN mới", True),
        ("KCN Hòa Xá", "kCN Hòa Xá", False),
        ("Hòa Bình", "tỉnh Hòa Bình", True),
        ("Hòa Bình", "TỈNH HÒA BÌNH", True),
        ("Hòa Bình", "vì hòa bình", False),
        ("Đền Trần", "lễ hội đền Trần", True),
        ("Mỹ", "sang Mỹ", True),
        ("Mỹ", "mỹ thuật", False),
    ],
)
def test_a_capital_in_a_term_is_one_in_the_text_except_at_the_beginning_of_several_words(
    term: str, source: str, matches: bool
) -> None:
    assert found(source, term) == ([term] if matches else [])


def test_a_name_and_a_word_that_differ_in_capitals_are_two_terms() -> None:
    assert found("vì hòa bình ở Hòa Bình", "Hòa Bình", "hòa bình") == ["hòa bình", "Hòa Bình"]
    assert found("ở Hòa Bình", "hòa bình", "Hòa Bình") == ["Hòa Bình"]


def test_decomposed_terms_and_texts_meet() -> None:
    assert found(unicodedata.normalize("NFD", "Lễ hội Đền Trần"), "đền trần") == ["đền trần"]
    assert found("Lễ hội Đền Trần", unicodedata.normalize("NFD", "đền trần")) != []


@pytest.mark.parametrize(
    "written", ["Giao Thuỷ", "GIAO THUỶ", "Giao\u00a0Thủy", "Giao \n Thủy", "Giao Th\u00adủy"]
)
def test_other_spellings_of_the_same_word_meet(written: str) -> None:
    assert found(f"huyện {written}.", "Giao Thủy") == ["Giao Thủy"]


def test_hyphens_and_apostrophes_of_any_kind_meet() -> None:
    assert found("di tích lịch sử – văn hóa", "lịch sử - văn hóa") != []
    assert found("Ba’na", "Ba'na") != []


def test_a_term_inside_a_word_is_another_word() -> None:
    assert found("công nghiệp", "nghi", "ông") == []
    assert found("KCN2", "KCN") == []


def test_a_term_with_a_sign_at_its_end_needs_no_space_behind_it() -> None:
    assert found("TP.Nam Định", "TP.") == ["TP."]


def test_a_term_inside_a_longer_term_counts_only_where_it_stands_alone() -> None:
    assert found("Đền Trần", "đền", "Đền Trần") == ["Đền Trần"]
    assert found("Đền Trần và một đền khác", "đền", "Đền Trần") == ["Đền Trần", "đền"]


def test_a_term_is_found_through_bold_type_and_over_a_line_break() -> None:
    assert found("Khu <1>công nghiệp</1> cổ", "khu công nghiệp") == ["khu công nghiệp"]
    assert found("khu công<1/>nghiệp", "khu công nghiệp") == ["khu công nghiệp"]
    assert found("khu<1/>đền", "đền") == ["đền"]


def test_a_term_without_words_is_never_found() -> None:
    assert found("Đền Trần – 5", "", "  ", "–") == []
