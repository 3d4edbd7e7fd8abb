"""What the memory puts into new units, and whose words it takes."""

import unicodedata

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.translations.memory.entries import SENTENCE, asking, body, opened, remembered
from translations.enums import MemoryOrigin, Origin, UnitState
from translations.models import Edition, MemoryEntry
from translations.operations import units
from translations.operations.memory import recall, remember, suggestions

pytestmark = pytest.mark.django_db

IMPORT = {"origin": MemoryOrigin.IMPORT}
ELSEWHERE = {"context_key": "articlepage.title"}


def target_of(source: str) -> str:
    (unit,) = body(opened(source))
    return unit.target


def test_a_person_outranks_an_import_even_of_the_right_field() -> None:
    remembered("Chùa cổ", "人", **ELSEWHERE)
    remembered("Chùa cổ", "輸入", **IMPORT)

    assert target_of("Chùa cổ") == "人"


@pytest.mark.parametrize("origin", MemoryOrigin)
def test_of_equal_standing_the_same_field_comes_first(origin: MemoryOrigin) -> None:
    remembered("Chùa cổ", "本文", origin=origin)
    remembered("Chùa cổ", "題名", origin=origin, **ELSEWHERE)
    remembered("Chùa cổ", "どこでも", origin=origin, context_key="")

    assert target_of("Chùa cổ") == "本文"


def test_what_was_meant_for_anywhere_comes_before_another_field() -> None:
    remembered("Chùa cổ", "どこでも", context_key="")
    remembered("Chùa cổ", "題名", **ELSEWHERE)

    assert target_of("Chùa cổ") == "どこでも"


def test_the_newest_of_equals_is_taken() -> None:
    remembered("Chùa cổ", "旧")
    remembered("Chùa cổ", "新")

    assert target_of("Chùa cổ") == "新"


def test_decomposed_letters_find_what_was_stored_composed() -> None:
    remembered(unicodedata.normalize("NFC", "Đền thờ cổ"), "古祠")

    assert target_of(unicodedata.normalize("NFD", "Đền thờ cổ")) == "古祠"


def test_an_identical_source_scores_100_and_waits_for_a_person() -> None:
    remembered(SENTENCE, "訳")

    (unit,) = body(opened(SENTENCE))

    assert (unit.state, unit.origin, unit.score) == (UnitState.NEEDS_REVIEW, Origin.MEMORY, 100)


def test_a_sentence_with_one_other_word_is_put_in_with_its_real_score() -> None:
    remembered(SENTENCE, "訳")

    (unit,) = body(opened(SENTENCE.replace("mọi", "các")))

    assert (unit.state, unit.origin, unit.target) == (UnitState.NEEDS_REVIEW, Origin.MEMORY, "訳")
    assert unit.score == pytest.approx(100 * 23 / 24, abs=0.1)


def test_a_sentence_with_other_capitals_or_points_is_put_in_however_short() -> None:
    remembered("Liên hệ", "連絡先")

    (unit,) = body(opened("LIÊN HỆ:"))

    assert (unit.target, unit.score) == ("連絡先", 99)


@pytest.mark.parametrize(
    "source",
    [
        SENTENCE.replace("mọi", "các").replace("sạch", "máy"),
        SENTENCE.replace("nước sạch", "nước sạch từ năm 2024"),
        SENTENCE.replace("quốc lộ", "<b>quốc lộ</b>"),
    ],
    ids=["two other words", "a number more", "markup the memory does not know"],
)
def test_what_differs_by_more_is_left_to_the_engine(source: str) -> None:
    remembered(SENTENCE, "訳")

    assert target_of(source) == ""


def test_another_year_is_shown_and_never_put_in() -> None:
    remembered(f"{SENTENCE} Xây năm 2024.", "訳")
    other = f"{SENTENCE} Xây năm 2025."

    (found,) = suggestions(unit=asking(other))

    assert 75 <= found.score < 95
    assert target_of(other) == ""


@pytest.mark.parametrize("target", ["訳 <2>文</2>", "<1>訳</1>文</1>", "訳文", " ", "訳\n<1>文</1>"])
def test_a_corrupted_entry_is_never_put_in(target: str) -> None:
    remembered("Đền <1>cổ</1>", target)
    remembered(f"<1>{SENTENCE}</1>", target)

    edition = opened("Đền <b>cổ</b>", f"<b>{SENTENCE}</b>", f"<b>{SENTENCE.replace('mọi', 'các')}</b>")

    assert [unit.target for unit in body(edition)] == ["", "", ""]
    assert all(
        not found.target.strip() or "\n" in found.target for found in suggestions(unit=body(edition)[0])
    )


def test_a_corrupted_entry_does_not_hide_a_sound_one() -> None:
    remembered("Đền <1>cổ</1>", "<1>祠</1>", **IMPORT)
    remembered("Đền <1>cổ</1>", "祠")

    assert target_of("Đền <b>cổ</b>") == "<1>祠</1>"


def test_every_use_is_counted_with_its_time() -> None:
    entry = remembered("Chùa cổ", "古寺")
    spare = remembered("Chùa mới", "新寺")

    opened("Chùa cổ", "Chùa cổ", "Đền")
    entry.refresh_from_db()
    spare.refresh_from_db()

    assert (entry.uses, spare.uses) == (2, 0)
    assert entry.used_at is not None
    assert spare.used_at is None


def test_recalling_again_fills_and_counts_nothing() -> None:
    entry = remembered("Chùa cổ", "古寺")
    edition = opened("Chùa cổ")

    assert recall(edition=edition) == 0
    assert MemoryEntry.objects.get(pk=entry.pk).uses == 1


def recall_queries(*texts: str) -> int:
    edition = opened(*texts)
    edition.units.update(state=UnitState.EMPTY, target="")
    with CaptureQueriesContext(connection) as captured:
        recall(edition=Edition.objects.get(pk=edition.pk))
    return len(captured)


def test_exact_matches_cost_the_same_for_many_units() -> None:
    for number in range(60):
        remembered(f"Chùa cổ số {number} ở ven sông", "古寺")

    few = recall_queries(*(f"Chùa cổ số {number} ở ven sông" for number in range(3)))
    many = recall_queries(*(f"Chùa cổ số {number} ở ven sông" for number in range(60)))

    assert many <= few + 1


def test_an_unknown_short_text_is_not_searched_for_one_by_one() -> None:
    few = recall_queries("Làng hoa", "Làng mai")
    many = recall_queries(*(f"Làng hoa thứ {number}" for number in range(40)))

    assert many <= few + 1


# --- use only here


def approved_in_article(source: str, target: str, *, only_here: bool) -> Edition:
    edition = opened(source)
    approve_first(edition, target, only_here=only_here)
    return edition


def approve_first(edition: Edition, target: str, *, only_here: bool) -> None:
    unit = body(edition)[0]
    edition.units.filter(pk=unit.pk).update(only_here=only_here)
    units.approve(unit_id=unit.pk, version=unit.version, target=target, person=factories.reviewer())


def again(edition: Edition) -> str:
    """Forget the target of the first paragraph and ask the memory for it."""
    unit = body(edition)[0]
    edition.units.filter(pk=unit.pk).update(state=UnitState.EMPTY, target="")
    recall(edition=Edition.objects.get(pk=edition.pk))
    return body(edition)[0].target


def test_what_is_used_only_here_reaches_no_other_object() -> None:
    here = approved_in_article(SENTENCE, "ここだけ", only_here=True)

    assert again(here) == "ここだけ"
    assert target_of(SENTENCE) == ""
    assert target_of(SENTENCE.replace("mọi", "các")) == ""
    assert suggestions(unit=asking(SENTENCE, subject=here.object_id + 1)) == []
    assert [one.target for one in suggestions(unit=asking(SENTENCE, subject=here.object_id))] == ["ここだけ"]


def test_what_is_used_only_here_wins_here_over_what_all_use() -> None:
    here = approved_in_article("Chùa cổ", "ここだけ", only_here=True)
    remembered("Chùa cổ", "皆")

    assert again(here) == "ここだけ"
    assert target_of("Chùa cổ") == "皆"


def test_unticking_gives_it_to_all_again() -> None:
    here = approved_in_article("Chùa cổ", "訳", only_here=True)

    approve_first(here, "訳", only_here=False)

    assert target_of("Chùa cổ") == "訳"
    assert not MemoryEntry.objects.exclude(only_for="").exists()


def test_ticking_later_takes_it_back_from_all() -> None:
    here = approved_in_article("Chùa cổ", "訳", only_here=False)

    approve_first(here, "訳", only_here=True)

    assert target_of("Chùa cổ") == ""
    assert again(here) == "訳"


def test_ticking_later_leaves_all_what_another_object_approved_too() -> None:
    approved_in_article("Chùa cổ", "訳", only_here=False)
    here = approved_in_article("Chùa cổ", "訳", only_here=False)

    approve_first(here, "訳", only_here=True)

    assert target_of("Chùa cổ") == "訳"


def test_approving_an_import_makes_it_a_persons() -> None:
    entry = remembered("Chùa cổ", "古寺", sample=True, **IMPORT)
    edition = opened("Chùa cổ")

    approve_first(edition, "古寺", only_here=False)
    entry.refresh_from_db()

    assert (entry.origin, entry.sample, entry.uses) == (MemoryOrigin.PERSON, False, 1)
    assert entry.person is not None


def test_remembering_takes_few_queries() -> None:
    unit = body(opened("Chùa cổ"))[0]
    unit.target = "古寺"
    person = factories.reviewer()
    kind = unit.edition.content_type
    assert kind.model == "articlepage"

    with CaptureQueriesContext(connection) as captured:
        remember(unit=unit, person=person)

    assert len(captured) <= 4
