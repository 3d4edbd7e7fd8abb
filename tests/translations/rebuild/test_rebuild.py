"""Whatever is spoilt is named, and comes back as it was."""

import random
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deploy.models import Change
from tests import factories
from tests.translations.rebuild import corruption
from tests.translations.rebuild.corruption import Spoilt, raw, store_raw
from tests.translations.rebuild.stock import everything, looked, places, published
from tests.translations.rollback import rolled_back
from translations.enums import UnitState
from translations.models import Edition, SourceVersion, Unit
from translations.operations import units
from translations.operations.rebuild import rebuild, verify

pytestmark = pytest.mark.django_db


def test_a_sound_portal_has_no_differences() -> None:
    published()
    begun = factories.article("Chưa xong.")
    factories.cleared(begun)

    summary, reports = looked(verify)

    assert reports == []
    assert summary.editions == 6
    assert summary.objects >= 3
    assert looked(rebuild) == (summary, [])


WAYS: list[tuple[Callable[..., Spoilt], tuple[str, ...]]] = [
    (corruption.spoil_text, ("en", "ja")),
    (corruption.spoil_stream, ("en", "ja")),
    (corruption.spoil_column_without_edition, ("ko",)),
    (corruption.spoil_public_text, ("en", "ja")),
    (corruption.spoil_unit, ("en", "ja")),
]


@pytest.mark.parametrize("seed", range(4))
def test_each_of_many_random_corruptions_is_named_and_undone(seed: int) -> None:
    page, other = published(), published()
    before, besides = everything(page), everything(other)
    chance = random.Random(seed)  # noqa: S311 - chooses examples
    for number in range(35):
        spoil, languages = WAYS[number % len(WAYS)]
        with rolled_back():
            spoilt = spoil(page, chance.choice(languages), chance)

            assert places(looked(verify)[1]) == {spoilt}
            summary, _reports = looked(rebuild)

            assert (summary.differences, summary.left) == (1, 0)
            assert everything(page) == before
            assert everything(other) == besides
            assert looked(verify)[1] == []


def test_several_corruptions_at_once_are_all_named_and_undone() -> None:
    page = published()
    before = everything(page)
    chance = random.Random(7)  # noqa: S311 - chooses examples
    # A segment and the copy of it that proves it are not spoilt in one language: see below.
    languages = {corruption.spoil_public_text: ("en",), corruption.spoil_unit: ("ja",)}
    for _number in range(10):
        with rolled_back():
            spoilt = {
                spoil(page, chance.choice(languages.get(spoil, usual)), chance) for spoil, usual in WAYS
            }

            assert places(looked(verify)[1]) == spoilt
            looked(rebuild)

            assert everything(page) == before


def test_a_segment_that_is_spoilt_together_with_its_copy_is_told_and_left_alone() -> None:
    page = published()
    edition = Edition.objects.of(page).get(language="ja")
    unit = edition.units.filter(field="body")[0]
    Unit.objects.filter(pk=unit.pk).update(target="壊")
    Edition.objects.filter(pk=edition.pk).update(public_targets={**edition.public_targets, unit.key: "壊"})
    before = everything(page)

    summary, reports = looked(rebuild)

    assert places(reports) == {Spoilt("ja", unit.key)}
    assert (summary.cured, summary.left) == (0, len(reports))
    assert everything(page) == before


def test_only_the_column_that_differs_is_written_and_the_bake_hears_of_it() -> None:
    page = published()
    store_raw(page, "body_ja", "[]")
    Change.objects.all().delete()

    with CaptureQueriesContext(connection) as captured:
        looked(rebuild)

    written = [query["sql"] for query in captured if query["sql"].startswith("UPDATE")]
    assert len(written) == 1
    assert "body_ja" in written[0]
    assert "title_ja" not in written[0]
    assert list(Change.objects.values_list("kind", "subject")) == [("page", page.pk)]


def test_rebuilding_twice_writes_nothing_the_second_time() -> None:
    page = published()
    store_raw(page, "body_ja", "[]")
    looked(rebuild)

    with CaptureQueriesContext(connection) as captured:
        summary, _reports = looked(rebuild)

    assert summary.differences == 0
    assert not [query for query in captured if query["sql"].startswith(("UPDATE", "INSERT", "DELETE"))]


def test_an_outdated_edition_comes_back_as_readers_knew_it() -> None:
    page = published()
    edition = Edition.objects.of(page).get(language="ja")
    unit = edition.units.filter(field="body").first()
    assert unit is not None
    units.send_back(unit_id=unit.pk, version=unit.version, note="Sai.", person=factories.reviewer())
    before = everything(page)
    store_raw(page, "body_ja", raw(page, "body_vi"))

    looked(rebuild)

    assert everything(page) == before


def test_a_public_text_that_nothing_proves_is_told_and_left_alone() -> None:
    page = published()
    edition = Edition.objects.of(page).get(language="ja")
    key = edition.units.filter(field="body")[0].key
    edition.units.filter(key=key).update(state=UnitState.NEEDS_REVIEW)
    Edition.objects.filter(pk=edition.pk).update(public_targets={**edition.public_targets, key: ""})
    store_raw(page, "title_ja", "別の題")
    before = everything(page)

    summary, reports = looked(rebuild)

    assert places(reports) == {Spoilt("ja", key)}
    assert (summary.cured, summary.left) == (0, 1)
    assert everything(page) == before


def test_vietnamese_that_is_not_what_was_cleared_is_told_and_never_composed() -> None:
    page = published()
    version = SourceVersion.objects.of(page).get()
    SourceVersion.objects.filter(pk=version.pk).update(data={**version.data, "title": "Giả"})
    store_raw(page, "title_ja", "別の題")

    summary, reports = looked(rebuild)

    assert places(reports) == {Spoilt("en", "public text"), Spoilt("ja", "public text")}
    assert summary.cured == 0
    assert raw(page, "title_ja") == "別の題"
