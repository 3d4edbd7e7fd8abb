import json
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translations.checks.demo import demo_pairs
from translations.engines.batching import (
    MAX_CONTEXT_BYTES,
    MAX_REQUEST_BYTES,
    MAX_TEXTS,
    Room,
    batches,
    encoded_bytes,
    fewest,
    shortened,
)
from translations.engines.markup import to_html

# Long enough that a few dozen fill a request.
LONG = st.builds(lambda letter, count: letter * count, st.sampled_from("aế字😀"), st.integers(1, 9_000))
ROOM = Room(MAX_REQUEST_BYTES - MAX_CONTEXT_BYTES - 600)


@given(st.lists(st.one_of(LONG, st.text(max_size=8)), max_size=130))
def test_every_text_travels_once_and_lands_at_all_its_places(texts: list[str]) -> None:
    made = batches(dict(enumerate(texts)), ROOM)
    landed = {
        position: text
        for batch in made
        for text, positions in zip(batch.texts, batch.positions, strict=True)
        for position in positions
    }
    assert landed == dict(enumerate(texts))
    sent = [text for batch in made for text in batch.texts]
    assert sorted(sent) == sorted(set(texts))


@given(st.lists(LONG, max_size=130), st.text())
def test_no_request_is_larger_than_the_limits(texts: list[str], context: str) -> None:
    for batch in batches(dict(enumerate(texts)), ROOM):
        assert 1 <= len(batch.texts) <= MAX_TEXTS
        body = json.dumps({"text": batch.texts, "context": shortened(context * 50), "tag_handling": "html"})
        assert len(body) < MAX_REQUEST_BYTES


@given(st.lists(st.one_of(LONG, st.text(max_size=8)), max_size=130))
def test_texts_stay_in_their_order_within_a_request_and_requests_by_their_first(texts: list[str]) -> None:
    made = batches(dict(enumerate(texts)), ROOM)
    firsts = [[places[0] for places in batch.positions] for batch in made]
    assert all(one == sorted(one) for one in firsts)
    assert firsts == sorted(firsts)


@given(st.lists(LONG, max_size=130))
def test_filling_up_never_takes_more_requests_than_taking_them_in_order(texts: list[str]) -> None:
    distinct = list(dict.fromkeys(texts))
    in_order, used, count = 0, ROOM.size + 1, MAX_TEXTS
    for size in map(encoded_bytes, distinct):
        if used + size > ROOM.size or count == MAX_TEXTS:
            in_order, used, count = in_order + 1, 0, 0
        used, count = used + size, count + 1
    made = batches(dict(enumerate(texts)), ROOM)
    assert fewest([encoded_bytes(text) for text in distinct], ROOM) <= len(made) <= in_order


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("count", [30, 120, 400, 1_000])
@pytest.mark.parametrize("longest", [1, 12, 60])
def test_real_paragraphs_take_no_more_requests_than_the_limits_allow(
    seed: int, count: int, longest: int
) -> None:
    paragraphs = sorted({to_html(pair.source) for pair in demo_pairs()})
    drawn = random.Random(seed)  # noqa: S311 (draws texts, guards no secret)
    # Numbered, since a text that comes again is not sent again.
    texts = {
        n: f"{n} {' '.join(drawn.choices(paragraphs, k=drawn.randint(1, longest)))}" for n in range(count)
    }
    sizes = [encoded_bytes(text) for text in texts.values()]
    lower_bound = max(math.ceil(count / MAX_TEXTS), math.ceil(sum(sizes) / ROOM.size))
    assert len(batches(texts, ROOM)) == lower_bound == fewest(sizes, ROOM)


@pytest.mark.parametrize(
    ("shares", "requests"),
    [([0.6, 0.6, 0.6, 0.4, 0.4, 0.4], [2, 2, 2]), ([0.5, 0.34, 0.33, 0.33, 0.5], [2, 3])],
)
def test_few_large_texts_fill_each_others_gaps(shares: list[float], requests: list[int]) -> None:
    texts = {n: f"{n}" + "a" * (int(share * ROOM.size) - 10) for n, share in enumerate(shares)}
    assert [len(batch.texts) for batch in batches(texts, ROOM)] == requests


def test_many_small_texts_share_the_requests_of_few_large_ones() -> None:
    large = {n: f"{n}" + "a" * (ROOM.size // 10 - 20) for n in range(18)}
    small = {n: f"bài {n}" for n in range(18, 98)}
    assert len(batches({**large, **small}, ROOM)) == 2


def test_letters_beyond_ascii_count_as_they_are_encoded() -> None:
    assert encoded_bytes("ế") == len(r'"\u1ebf", ')
    assert encoded_bytes("😀") == len(r'"\ud83d\ude00", ')


def test_fifty_texts_are_one_request_and_fifty_one_are_two() -> None:
    assert [len(batch.texts) for batch in batches({n: f"bài {n}" for n in range(50)}, ROOM)] == [50]
    assert sum(len(batch.texts) for batch in batches({n: f"bài {n}" for n in range(51)}, ROOM)) == 51
    assert len(batches({n: f"bài {n}" for n in range(51)}, ROOM)) == 2


def test_texts_that_just_fit_share_a_request() -> None:
    half = "a" * (ROOM.size // 2 - 4)
    assert len(batches({0: half, 1: half + "b"}, ROOM)) == 2
    assert len(batches({0: half, 1: half[:-1] + "b"}, ROOM)) == 1


def test_where_order_costs_nothing_every_request_is_filled_before_the_next_begins() -> None:
    third = "a" * (ROOM.size // 3 - 10)
    made = batches({n: f"{third}{n}" for n in range(9)}, ROOM)
    assert [len(batch.texts) for batch in made] == [3, 3, 3]


def test_a_text_larger_than_the_room_travels_alone() -> None:
    made = batches({0: "bài", 1: "a" * ROOM.size, 2: "số"}, ROOM)
    assert [batch.positions for batch in made] == [((0,), (2,)), ((1,),)]


def test_a_room_may_be_measured_in_other_units_than_bytes() -> None:
    room = Room(size=10, texts=3, measure=len)
    made = batches({n: f"ế{n}" for n in range(7)}, room)
    assert sum(len(batch.texts) for batch in made) == 7
    assert len(made) == 3


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


@pytest.mark.parametrize("size", [-5, 0, 3, 4])
def test_a_context_without_room_is_left_out(size: int) -> None:
    assert shortened("Lễ hội", size) == ""
