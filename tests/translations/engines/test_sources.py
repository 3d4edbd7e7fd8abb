import unicodedata

import pytest

from translations.engines import sources
from translations.engines.batching import MAX_TEXT_BYTES, encoded_bytes


def test_decomposed_vietnamese_is_composed_and_lines_end_alike() -> None:
    decomposed = unicodedata.normalize("NFD", "Nam Định")
    assert sources.normalised(f"{decomposed}\r\na\rb\nc") == "Nam Định\na\nb\nc"


@pytest.mark.parametrize("text", ["a", "1305", "Đ", "<1>x</1>", "<\\1>"])
def test_letters_and_figures_are_words(text: str) -> None:
    assert sources.has_words(text)


@pytest.mark.parametrize("text", ["", " \n", "—", "<1/>", "<1></1>", "😀", "…"])
def test_placeholders_and_signs_are_no_words(text: str) -> None:
    assert not sources.has_words(text)


def test_the_largest_text_that_fits_is_sent_and_one_letter_more_is_refused() -> None:
    largest = "a" * (MAX_TEXT_BYTES - encoded_bytes(""))
    assert sources.refusal(largest) is None
    refused = sources.refusal(largest + "a")
    assert refused is not None
    assert refused.code == "too_long"


def test_markup_counts_towards_the_size() -> None:
    refused = sources.refusal("&" * (MAX_TEXT_BYTES // 4))
    assert refused is not None
    assert refused.code == "too_long"
