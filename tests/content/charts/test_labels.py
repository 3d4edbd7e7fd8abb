"""Labels do not overlap, and keep a rhythm where they can."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from content.charts import labels


def test_wide_letters_take_more_room() -> None:
    assert labels.width("年") > labels.width("y")


def test_labels_with_room_all_stay() -> None:
    assert labels.that_fit([0, 100, 200], ["2003", "2007", "2025"]) == [0, 1, 2]


def test_of_many_labels_every_so_many_stay() -> None:
    kept = labels.that_fit([at * 12.0 for at in range(20)], ["Q1 2021"] * 20)

    assert kept[-1] == 19
    assert len({right - left for left, right in pairwise(kept)}) == 1


def test_labels_far_apart_stay_whatever_the_rhythm() -> None:
    assert labels.that_fit([0, 50, 250, 255], ["2003", "2007", "2024", "2025"]) == [0, 1, 3]


@given(
    st.lists(
        st.tuples(st.floats(0, 360), st.text(st.sampled_from("0123456789年Q ,."), max_size=9)), min_size=1
    )
)
def test_no_two_labels_overlap(places: list[tuple[float, str]]) -> None:
    places.sort()
    centres, words = [place for place, _ in places], [text for _, text in places]
    kept = labels.that_fit(centres, words)

    assert kept[-1] == len(words) - 1
    for left, right in pairwise(kept):
        half = (labels.width(words[left]) + labels.width(words[right])) / 2
        assert centres[right] - centres[left] >= half
