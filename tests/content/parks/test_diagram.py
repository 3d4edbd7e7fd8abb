"""Labels of the diagram cover neither one another nor a marker, whatever stands where."""

from itertools import combinations
from random import Random

import pytest

from content.parks.diagram import HEIGHT, MARK, WIDTH, Box, Layout, Point, lay_out, length, wrap

NAMES = ("Hòa Xá", "KCN Dệt may Rạng Đông", "ニンコ経済区", "하이롱 산업단지", "Bảo Minh")


def boxes(layout: Layout) -> list[Box]:
    return [mark.box for mark in layout.marks]


@pytest.mark.parametrize("seed", range(20))
def test_no_label_covers_another_or_a_marker(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a repeatable sample
    points = [
        Point(key, random.choice(NAMES), random.randrange(101), random.randrange(101)) for key in range(30)
    ]

    layout = lay_out(points)

    assert not [pair for pair in combinations(boxes(layout), 2) if pair[0].meets(pair[1])]
    markers = [Box(mark.x - MARK, mark.y - MARK, 2 * MARK, 2 * MARK) for mark in layout.marks]
    assert not [box for box in boxes(layout) for marker in markers if box.meets(marker)]
    assert all(box.left >= 0 and box.left + box.width <= WIDTH for box in boxes(layout))
    assert all(box.top >= 0 and box.top + box.height <= layout.height for box in boxes(layout))


def test_the_same_points_make_the_same_drawing() -> None:
    points = [Point(key, NAMES[key % 5], key * 7 % 100, key * 13 % 100) for key in range(20)]

    assert lay_out(points) == lay_out(points)


def test_labels_without_room_stand_below_the_frame() -> None:
    layout = lay_out([Point(key, "Khu công nghiệp rất dài tên", 50, 50) for key in range(60)])

    assert layout.height > HEIGHT
    assert not [pair for pair in combinations(boxes(layout), 2) if pair[0].meets(pair[1])]


def test_a_label_far_from_its_marker_is_tied_to_it() -> None:
    near, *_others, far = lay_out([Point(key, "Khu công nghiệp", 50, 50) for key in range(9)]).marks

    assert near.thread is None
    assert far.thread is not None


def test_a_long_name_is_broken_into_lines_that_fit() -> None:
    lines = wrap("Khu công nghiệp dệt may Rạng Đông")

    assert len(lines) > 1
    assert " ".join(lines) == "Khu công nghiệp dệt may Rạng Đông"
    assert all(length(line) <= 160 for line in lines)


def test_a_name_that_never_ends_is_cut() -> None:
    assert wrap("a" * 500)[-1].endswith("…")
    assert len(wrap("工" * 500)) == 3
    assert wrap("") == ()
