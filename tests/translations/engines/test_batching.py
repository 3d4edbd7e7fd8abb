import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.engines.batching import (
    MAX_CONTEXT_BYTES,
    MAX_REQUEST_BYTES,
    MAX_TEXT_BYTES,
    MAX_TEXTS,
    batches,
    encoded_bytes,
    shortened,
)

# Long enough that a few dozen fill a request.
LONG = st.builds(lambda letter, count: letter * count, st.sampled_from("aế字😀"), st.integers(1, 9_000))


@given(st.lists(st.one_of(LONG, st.text(max_size=8)), max_size=130))
def test_every_text_travels_once_and_lands_at_all_its_places(texts: list[str]) -> None:
    made = batches(dict(enumerate(texts)))
    landed = {
        position: text
        for batch in made
        for text, positions in zip(batch.texts, batch.positions, strict=True)
        for position in positions
    }
    assert landed == dict(enumerate(texts))
    sent = [text for batch in made for text in batch.texts]
    assert sent == list(dict.fromkeys(texts))


@given(st.lists(LONG, max_size=130), st.text())
def test_no_request_is_larger_than_the_limits(texts: list[str], context: str) -> None:
    for batch in batches(dict(enumerate(texts))):
        assert 1 <= len(batch.texts) <= MAX_TEXTS
        body = json.dumps({"text": batch.texts, "context": shortened(context * 50), "tag_handling": "html"})
        assert len(body) + 1_000 < MAX_REQUEST_BYTES


def test_letters_beyond_ascii_count_as_they_are_encoded() -> None:
    assert encoded_bytes("ế") == len(r'"\u1ebf", ')
    assert encoded_bytes("😀") == len(r'"\ud83d\ude00", ')


def test_fifty_texts_are_one_request_and_fifty_one_are_two() -> None:
    assert [len(batch.texts) for batch in batches({n: f"bài {n}" for n in range(50)})] == [50]
    assert [len(batch.texts) for batch in batches({n: f"bài {n}" for n in range(51)})] == [50, 1]


def test_texts_that_just_fit_share_a_request() -> None:
    half = "a" * (MAX_TEXT_BYTES // 2 - 4)
    assert len(batches({0: half, 1: half + "b"})) == 2
    assert len(batches({0: half, 1: half[:-1] + "b"})) == 1


def test_every_request_is_filled_before_the_next_begins() -> None:
    third = "a" * (MAX_TEXT_BYTES // 3 - 10)
    assert [len(batch.texts) for batch in batches({n: f"{third}{n}" for n in range(9)})] == [3, 3, 3]


def test_a_text_that_fits_nowhere_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not fit into a request"):
        batches({0: "a" * MAX_TEXT_BYTES})


def test_a_short_context_is_sent_whole() -> None:
    assert shortened("Lễ hội Đền Trần") == "Lễ hội Đền Trần"


@pytest.mark.parametrize("letter", ["a", "ế", "😀"])
def test_a_long_context_is_cut_between_words_and_nearly_fills_its_room(letter: str) -> None:
    word = letter * 6
    cut = shortened(f"{word} " * 20_000)
    assert cut.split(" ") == [word] * len(cut.split(" "))
    assert MAX_CONTEXT_BYTES - 200 < encoded_bytes(cut) <= MAX_CONTEXT_BYTES


def test_a_context_of_one_endless_word_is_cut_anywhere() -> None:
    cut = shortened("ế" * 20_000)
    assert MAX_CONTEXT_BYTES - 200 < encoded_bytes(cut) <= MAX_CONTEXT_BYTES
