"""The benchmark's own parts, on a small memory."""

from random import Random

import pytest
from django.conf import settings

from translations.bench.corpus import Writer
from translations.bench.lookups import Lookups, sample_texts
from translations.bench.report import rows
from translations.models import MemoryEntry

MEMORY = settings.BASE_DIR / "demo" / "memory.tmx"


def writer(texts: list[str]) -> Writer:
    return Writer(texts, Random(1))  # noqa: S311 - a repeatable sample, no secret


def test_the_same_seed_writes_the_same_distinct_sources() -> None:
    texts = sample_texts(MEMORY)

    first, second = (list(writer(texts).sources(500)) for _ in range(2))

    assert first == second
    assert len(set(first)) == 500


def test_texts_without_three_words_in_a_row_are_refused() -> None:
    with pytest.raises(ValueError, match="no stretch of three words"):
        writer(["Xã.", "Chùa cổ"])


@pytest.mark.django_db
def test_a_small_memory_is_measured_and_nearly_every_best_match_found() -> None:
    lookups = Lookups(sample_texts(MEMORY), lambda line: None)
    lookups.fill(300)

    measured = lookups.measure(queries=40, compared=40)

    assert MemoryEntry.objects.count() == 300
    assert measured.compared >= 20
    assert measured.found >= 0.9 * measured.compared
    assert 0 < measured.ours.median <= measured.ours.p95 <= measured.ours.longest
    assert [row["name"] for row in rows(measured, vendor="x", entries=300)] == [
        "memory_lookup_300_x_p50",
        "memory_lookup_300_x_p95",
        "memory_lookup_300_x_max",
        "memory_best_match_found_300_x",
    ]
