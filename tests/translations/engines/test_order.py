"""A reply in another order is found out, and a reply in order is never called one."""

import random
import time
from collections.abc import Iterator

import pytest

from tests.translations.checks.demo import DemoPair, demo_pairs
from translations.checks.facts.comparison import facts_in
from translations.engines.order import is_reordered
from translations.engines.protocol import LANGUAGES, Language

SOURCES = ("Năm 1305", "Chùa Phổ Minh", "Cao 14 tầng, 21 m", "Cách Hà Nội 90 km")
TARGETS = ("In 1305", "Phổ Minh Pagoda", "14 storeys, 21 m high", "90 km from Hanoi")


def facts_said(pairs: list[DemoPair]) -> int:
    """Count the sources that say a fact."""
    return sum(any(not fact.weak for fact in facts_in(pair.source, "vi")) for pair in pairs)


def requests(language: Language, size: int = 50) -> Iterator[list[DemoPair]]:
    """Yield the demonstration's pairs as an engine would be sent them."""
    pairs = [pair for pair in demo_pairs() if pair.language == language]
    for start in range(0, len(pairs), size):
        yield pairs[start : start + size]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_approved_translation_of_the_demonstration_is_called_misplaced(language: Language) -> None:
    for pairs in requests(language):
        assert not is_reordered([pair.source for pair in pairs], [pair.target for pair in pairs], language), (
            pairs[0]
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shifted_or_shuffled_reply_of_the_demonstration_is_found_out(language: Language) -> None:
    drawn = random.Random(7)  # noqa: S311 (draws an order, guards no secret)
    telling = [pairs for pairs in requests(language) if facts_said(pairs) > 1]
    assert len(telling) >= 5
    for pairs in telling:
        sources, targets = [pair.source for pair in pairs], [pair.target for pair in pairs]
        assert is_reordered(sources, [*targets[1:], targets[0]], language)
        assert is_reordered(sources, list(reversed(targets)), language)
        assert is_reordered(sources, drawn.sample(targets, len(targets)), language)


def test_two_texts_in_each_others_places_are_found_out() -> None:
    first, pagoda, height, way = TARGETS
    assert is_reordered(SOURCES, (height, pagoda, first, way), "en")
    assert not is_reordered(SOURCES, TARGETS, "en")


@pytest.mark.parametrize("wrong", ["In 1350", "In 14 years", "90 km from Hanoi", "A year"])
def test_one_mistake_of_an_engine_is_no_other_order(wrong: str) -> None:
    assert not is_reordered(SOURCES, (wrong, *TARGETS[1:]), "en")


def test_a_mistake_that_another_mistaken_source_explains_is_no_other_order_yet() -> None:
    assert not is_reordered(SOURCES, ("90 km from Hanoi", *TARGETS[1:3], "9 km from Hanoi"), "en")


def test_many_mistakes_that_no_other_source_explains_are_no_other_order() -> None:
    assert not is_reordered(SOURCES, ("In 1350", "Phổ Minh Pagoda", "15 storeys", "9 km from Hanoi"), "en")


def test_an_endless_word_is_judged_at_once() -> None:
    started = time.monotonic()
    assert not is_reordered(("a" * 100_000, "b" * 1_999), ("c" * 100_000, "d" * 1_999), "ja")
    assert time.monotonic() - started < 5


def test_the_same_figures_in_every_text_give_nothing_away() -> None:
    assert not is_reordered(("Năm 1305", "Đền 1305"), ("The temple of 1305", "In 1305"), "en")


def test_a_target_with_other_placeholders_belongs_to_no_other_source() -> None:
    sources = ("Năm <1>1305</1>", "Cao <1/>21 m")
    assert is_reordered(sources, ("<1/>21 m high", "In <1>1305</1>"), "en")
    assert not is_reordered(sources, ("21 m high", "In 1305"), "en")
