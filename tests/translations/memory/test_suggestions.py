"""What a reviewer is shown from the memory."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests import factories
from tests.translations.memory.entries import SENTENCE, asking, remembered
from translations.enums import MemoryOrigin
from translations.models import MemoryEntry
from translations.operations.memory import suggestions
from translations.penalties import MINIMUM_SCORE
from translations.segments.segment import normalise

CHANGED = SENTENCE.replace("mọi", "các")
RAW = 100 * 23 / 24


def only(source: str, **asked: Any) -> float:
    (found,) = suggestions(unit=asking(source, **asked))
    return found.score


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "points"),
    [
        ({}, 0),
        ({"origin": MemoryOrigin.IMPORT}, 2),
        ({"sample": True}, 2),
        ({"context_key": "articlepage.title"}, 1),
        ({"origin": MemoryOrigin.IMPORT, "sample": True, "context_key": ""}, 5),
    ],
)
def test_a_lesser_origin_takes_its_points(fields: dict[str, Any], points: float) -> None:
    remembered(SENTENCE, **fields)

    assert only(CHANGED) == pytest.approx(RAW - points)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("source", "points"),
    [
        (SENTENCE.replace(",", ";"), 1),
        (SENTENCE.upper(), 1),
        (f"<1>{SENTENCE}</1>", 6),
        (SENTENCE.replace("quốc lộ", "<1>quốc</1> lộ"), 6),
    ],
)
def test_the_same_words_said_otherwise_are_no_exact_match(source: str, points: float) -> None:
    remembered(SENTENCE)

    assert only(source) == 100 - points


@pytest.mark.django_db
@pytest.mark.parametrize(("old", "new"), [("12/3/2025", "13/3/2025"), ("ba xã", "bốn xã")])
def test_another_figure_is_never_as_good_as_another_word(old: str, new: str) -> None:
    source = f"{SENTENCE} Đã giao đất cho {old}."
    remembered(source)

    assert only(source.replace(old, new)) < only(source.replace("giao", "cấp"))


@pytest.mark.django_db
def test_a_suggestion_says_where_it_comes_from() -> None:
    person = factories.person(first_name="Lan", last_name="Phạm")
    entry = remembered(SENTENCE, "訳", person=person, uses=4)

    (found,) = suggestions(unit=asking(SENTENCE))

    assert (found.entry_id, found.source, found.target) == (entry.pk, SENTENCE, "訳")
    assert (found.origin, found.person, found.uses) == (MemoryOrigin.PERSON, person.get_full_name(), 4)


@pytest.mark.django_db
def test_who_imported_a_text_is_not_named_as_its_translator() -> None:
    remembered(SENTENCE, origin=MemoryOrigin.IMPORT, person=factories.person())

    assert suggestions(unit=asking(SENTENCE))[0].person is None


@pytest.mark.django_db
def test_the_same_translation_is_shown_once_and_the_best_first() -> None:
    remembered(SENTENCE, "訳", origin=MemoryOrigin.IMPORT)
    remembered(CHANGED, "訳")
    remembered(CHANGED, "別の訳", context_key="")

    found = suggestions(unit=asking(SENTENCE))

    assert [(one.target, one.score == 100) for one in found] == [("訳", True), ("別の訳", False)]


@pytest.mark.django_db
def test_no_more_are_shown_than_asked_for() -> None:
    for number in range(8):
        remembered(SENTENCE, f"訳{number}")

    assert len(suggestions(unit=asking(SENTENCE), limit=3)) == 3


@pytest.mark.django_db
def test_another_language_is_not_suggested() -> None:
    remembered(SENTENCE, language="ko")

    assert suggestions(unit=asking(SENTENCE)) == []


@pytest.mark.django_db
def test_signs_without_words_are_like_nothing() -> None:
    remembered("★★★", "☆")

    assert suggestions(unit=asking("—")) == []


WORDS = st.sampled_from("đền trần chùa phổ minh tỉnh xã bán bàn 14 1305 <1/> hoà hòa , .".split())
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


class AnyMemory(TestCase):
    @given(st.lists(TEXTS, max_size=12), TEXTS, st.sampled_from(MemoryOrigin), st.booleans())
    @settings(max_examples=40)
    def test_nothing_below_75_is_shown_and_only_the_same_gets_100(
        self, known: list[str], asked: str, origin: MemoryOrigin, sample: bool
    ) -> None:
        MemoryEntry.objects.all().delete()
        for number, source in enumerate(known):
            remembered(source, f"訳{number} {'<1/>' * source.count('<1/>')}", origin=origin, sample=sample)

        found = suggestions(unit=asking(asked), limit=50)

        assert all(MINIMUM_SCORE <= one.score <= 100 for one in found)
        assert all((one.score == 100) == (one.source == normalise(asked)) for one in found)
        assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
        assert any(one.score == 100 for one in found) == (asked in known)
