"""Whatever is spoilt is named, and comes back as it was."""

import json
import random
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.models import ArticlePage
from deploy.models import Change
from tests import factories
from tests.translations.rebuild import corruption
from tests.translations.rebuild.corruption import Spoilt, raw, store_raw
from tests.translations.rollback import rolled_back
from translations import differences
from translations.enums import UnitState
from translations.models import Edition, SourceVersion, Unit
from translations.operations import rebuild as rebuilding
from translations.operations import units
from translations.operations.editions import columns_match_units
from translations.operations.rebuild import Report, Summary, rebuild, verify

pytestmark = pytest.mark.django_db

COLUMNS = [f"{name}_{language}" for name in ("title", "summary", "body") for language in ("en", "ja", "ko")]
TEXTS = ("Đền Trần thờ <b>14 vị vua</b>.", "Chùa Phổ Minh.", "Phở bò &amp; bánh gai.")


def published() -> ArticlePage:
    """An article with an English and a Japanese edition, and none in Korean."""
    page = factories.article(*TEXTS, summary_vi="Một ngày ở Nam Định.")
    factories.cleared(page)
    for language in ("en", "ja"):
        factories.translated(page, language)
    return page


def looked(act: Callable[..., Summary]) -> tuple[Summary, list[Report]]:
    reports: list[Report] = []
    summary = act(say=reports.append, progress=lambda done, total: None)
    return summary, reports


def places(reports: list[Report]) -> set[Spoilt]:
    return {Spoilt(report.difference.language, report.difference.place) for report in reports}


def everything(page: ArticlePage) -> dict[str, Any]:
    """Return every byte of the columns, and the texts they come from."""
    of_page = Edition.objects.of(page)
    return {
        **{column: raw(page, column) for column in COLUMNS},
        "public": dict(of_page.values_list("language", "public_targets")),
        "units": list(Unit.objects.filter(edition__in=of_page).order_by("pk").values_list("target", "state")),
    }


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


def test_a_spoilt_block_of_an_unknown_type_does_not_hide_behind_the_field() -> None:
    """Wagtail leaves it out when it reads the column, so comparing what the field says is not enough."""
    page = published()
    unknown = {"type": "fortune", "value": 7, "id": "00000000-0000-4000-8000-0000000000fe"}
    store_raw(page, "body_ja", json.dumps([*json.loads(raw(page, "body_ja") or ""), unknown]))
    assert columns_match_units(edition=Edition.objects.of(page).get(language="ja"))

    assert places(looked(verify)[1]) == {Spoilt("ja", "body_ja")}


def test_verifying_changes_nothing() -> None:
    page = published()
    store_raw(page, "title_ja", "別の題")
    before = everything(page)

    looked(verify)

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


def test_a_lost_placeholder_in_the_public_text_is_told() -> None:
    page = published()
    edition = Edition.objects.of(page).get(language="ja")
    unit = edition.units.get(source__startswith="Đền Trần")
    bare = "訳だけ"
    edition.units.filter(pk=unit.pk).update(target=bare, approved_target_hash=differences.digest(bare))
    Edition.objects.filter(pk=edition.pk).update(public_targets={**edition.public_targets, unit.key: bare})

    _summary, (report,) = looked(verify)

    assert report.difference.place == unit.key
    assert "lacks </1>, <1>" in report.difference.sentence


def test_an_approval_of_another_vietnamese_is_told() -> None:
    page = published()
    unit = Edition.objects.of(page).get(language="ja").units.all()[0]
    Unit.objects.filter(pk=unit.pk).update(approved_source_hash="0" * 64)

    assert places(looked(verify)[1]) == {Spoilt("ja", unit.key)}


def test_vietnamese_that_is_not_what_was_cleared_is_told_and_never_composed() -> None:
    page = published()
    version = SourceVersion.objects.of(page).get()
    SourceVersion.objects.filter(pk=version.pk).update(data={**version.data, "title": "Giả"})
    store_raw(page, "title_ja", "別の題")

    summary, reports = looked(rebuild)

    assert places(reports) == {Spoilt("en", "public text"), Spoilt("ja", "public text")}
    assert summary.cured == 0
    assert raw(page, "title_ja") == "別の題"


def test_an_edition_of_nothing_is_told() -> None:
    page = published()
    Edition.objects.of(page).filter(language="ja").update(object_id=999_999)
    store_raw(page, "title_ja", None)

    reports = [str(report) for report in looked(verify)[1]]

    assert "content.articlepage 999999, ja, edition: The object of the edition is gone." in reports


def test_an_approval_that_comes_between_is_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """A difference is looked at once more, with the edition locked, before anybody hears of it."""
    page = published()
    store_raw(page, "title_ja", "別の題")
    looked_at = rebuilding.stored_row

    def someone_was_faster(model: Any, pk: int) -> Any:
        store_raw(page, "title_ja", Edition.objects.of(page).get(language="ja").public_targets["title"])
        return looked_at(model, pk)

    monkeypatch.setattr(rebuilding, "stored_row", someone_was_faster)

    assert looked(verify)[1] == []


def test_the_number_of_queries_does_not_grow_with_the_objects_of_a_batch() -> None:
    published()
    _queries()
    few = _queries()

    for _number in range(5):
        published()

    assert _queries() == few


def _queries() -> int:
    with CaptureQueriesContext(connection) as captured:
        assert looked(verify)[1] == []
    return len(captured)


def test_many_objects_come_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 2)
    pages = [published() for _number in range(5)]
    for page in pages:
        store_raw(page, "title_ja", "別の題")
    told: list[tuple[int, int]] = []

    summary = verify(say=lambda report: None, progress=lambda done, total: told.append((done, total)))

    assert summary.differences == 5
    assert summary.editions == 15
    assert told == sorted(told)
    assert told[-1] == (summary.objects, summary.objects)


def command(*arguments: str) -> str:
    out = StringIO()
    call_command("translations", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def refused(*arguments: str) -> tuple[str, str]:
    """Run a command that fails, and return what it printed and why it failed."""
    out = StringIO()
    with pytest.raises(CommandError) as raised:
        call_command("translations", *arguments, stdout=out, stderr=StringIO())
    assert raised.value.returncode == 1
    return out.getvalue(), str(raised.value)


def test_the_command_says_one_sentence_for_each_difference_and_fails() -> None:
    page = published()
    store_raw(page, "title_ja", "別の題")

    said, error = refused("verify")

    first, last = said.strip().splitlines()
    assert first == (
        f"content.articlepage {page.pk} “{page.title_vi}”, ja, title_ja: "
        "The column is not what the public segments compose to."
    )
    assert last.endswith("1 differences, 0 cured.")
    assert "translations rebuild" in error


def test_the_command_restores_and_then_finds_nothing() -> None:
    page = published()
    store_raw(page, "title_ja", "別の題")

    assert command("rebuild").endswith("1 differences, 1 cured.\n")

    assert json.loads(command("verify", "--json"))["differences"] == 0


def test_each_difference_can_be_read_by_a_program() -> None:
    page = published()
    store_raw(page, "title_ja", "別の題")

    said, _error = refused("verify", "--json")

    first, last = map(json.loads, said.strip().splitlines())
    assert (first["language"], first["place"], first["curable"]) == ("ja", "title_ja", True)
    assert last["differences"] == 1
