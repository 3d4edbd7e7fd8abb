"""Finding terms in a source."""

import unicodedata

from translations.glossary import Glossary


def found(source: str, *terms: str) -> list[str]:
    return Glossary((term, term) for term in terms).found_in(source)


def test_terms_are_found_in_order_whatever_their_case() -> None:
    assert found("ĐỀN TRẦN có tỷ lệ lấp đầy cao", "Tỷ lệ lấp đầy", "đền Trần") == [
        "đền Trần",
        "Tỷ lệ lấp đầy",
    ]


def test_decomposed_terms_and_texts_meet() -> None:
    assert found(unicodedata.normalize("NFD", "Lễ hội Đền Trần"), "đền trần") == ["đền trần"]
    assert found("Lễ hội Đền Trần", unicodedata.normalize("NFD", "đền trần")) != []


def test_a_term_inside_a_word_is_another_word() -> None:
    assert found("công nghiệp", "nghi", "ông") == []


def test_a_term_inside_a_longer_term_counts_only_where_it_stands_alone() -> None:
    assert found("Đền Trần", "Đền", "Đền Trần") == ["Đền Trần"]
    assert found("Đền Trần và một đền khác", "Đền", "Đền Trần") == ["Đền Trần", "Đền"]


def test_a_term_is_found_through_bold_type() -> None:
    assert found("Đền <1>Trần</1> cổ", "Đền Trần") == ["Đền Trần"]


def test_a_term_without_words_is_never_found() -> None:
    assert found("Đền Trần", "", "  ") == []
