"""Errors are seeded into the demonstration's translations: they are caught, and good texts are let alone."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from scripts.messages import messages_of_the_code
from tests.translations.checks.demo import MEMORY
from translations.checks import delivered, every
from translations.checks.finding import Finding
from translations.checks.pair import Language, Pair
from translations.checks.seeding.memories import read_decks
from translations.checks.seeding.sample import Deck, Kind
from translations.checks.seeding.score import KINDS, Score, precision, recall, seeded

SEED = 7
FACTS = "facts.missing"


@cache
def demo() -> Mapping[Language, Deck]:
    return read_decks(MEMORY, MEMORY.with_name("glossary.tsv"))


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return list(recall(demo(), seed=SEED, most=120))


def test_of_each_kind_of_error_enough_are_seeded_in_each_language(scores: list[Score]) -> None:
    assert {(score.kind, score.language) for score in scores} == {
        (kind.name, language) for kind in KINDS for language in kind.languages
    }
    assert [score for score in scores if score.seeded < 5] == []
    assert sum(score.seeded for score in scores) > 5000


def test_of_each_kind_of_error_nineteen_of_twenty_are_caught(scores: list[Score]) -> None:
    assert [(score.kind, score.language, score.rate) for score in scores if score.rate < 95] == []


def test_of_altered_facts_ninety_nine_of_a_hundred_are_caught(scores: list[Score]) -> None:
    facts = {kind.name for kind in KINDS if FACTS in kind.checks}
    of_facts = [score for score in scores if score.kind in facts]

    assert sum(score.seeded for score in of_facts) > 500
    assert [(score.kind, score.language, score.rate) for score in of_facts if score.rate < 99] == []


def test_of_good_texts_hardly_any_is_called_wrong_and_few_are_called_doubtful() -> None:
    for one in precision(demo()):
        assert one.segments > 350
        assert one.with_errors <= 0.01 * one.segments, one.said
        assert one.with_warnings <= 0.03 * one.segments, one.said


@pytest.mark.parametrize("check", every.CHECKS, ids=lambda check: check.__name__)
def test_a_check_that_is_switched_off_is_missed(check: every.Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(every, "CHECKS", tuple(one for one in every.CHECKS if one is not check))

    assert [score.kind for score in recall(demo(), seed=SEED, most=8) if not score.is_enough] != []


@pytest.mark.parametrize("check", ["_check_tags", "check_tagging"])
def test_a_check_of_html_that_is_switched_off_is_missed(check: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivered, check, lambda *_pair: iter(()))

    assert [score.kind for score in recall(demo(), seed=SEED, most=8) if not score.is_enough] != []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_same_seed_draws_the_same_errors_and_another_draws_others(kind: Kind) -> None:
    language = kind.languages[-1]
    deck = demo()[language]
    once = seeded(kind, deck, language, seed=1, most=20)

    assert seeded(kind, deck, language, seed=1, most=20) == once
    assert seeded(kind, deck, language, seed=2, most=20) != once


def test_every_sentence_that_a_check_says_is_marked_for_the_catalogues(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: set[str] = set()

    def remembered(pair: Pair) -> list[Finding]:
        found = delivered.check_delivered(pair)
        said.update(finding.sentence for finding in found)
        return found

    monkeypatch.setattr("translations.checks.seeding.score.check_delivered", remembered)
    list(recall(demo(), seed=SEED, most=8))

    assert len(said) > 20
    assert said - {message.id for message in messages_of_the_code() if isinstance(message.id, str)} == set()


def test_the_command_prints_a_table_and_a_verdict_and_writes_the_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = tmp_path / "figures.json"

    call_command("bench_checks", most=5, seed=3, json=figures)

    *table, verdict = capsys.readouterr().out.splitlines()
    assert table[0].split() == ["seeded", "error", "language", "seeded", "caught", "%", "wanted"]
    assert any(line.startswith("ja: of 361 approved segments 0 are called wrong") for line in table)
    assert "seeded errors were caught" in verdict
    assert json.loads(figures.read_text())["seed"] == 3


@pytest.mark.parametrize(
    ("memory", "glossary", "sentence"),
    [
        (b"<tmx", b"vi\ten\tja\tko\tnote\n", "damaged or cut off"),
        (
            b"<tmx version='1.4'><header srclang='vi'/><body/></tmx>",
            b"vi\ten\tja\tko\tnote\n",
            "no translation",
        ),
        (b"<tmx version='1.4'><header srclang='vi'/><body/></tmx>", b"", "The file is empty"),
    ],
)
def test_a_file_that_cannot_be_measured_on_is_refused(
    tmp_path: Path, memory: bytes, glossary: bytes, sentence: str
) -> None:
    (tmp_path / "memory.tmx").write_bytes(memory)
    (tmp_path / "glossary.tsv").write_bytes(glossary)

    with pytest.raises(CommandError, match=sentence):
        call_command("bench_checks", tmx=tmp_path / "memory.tmx", glossary=tmp_path / "glossary.tsv")
    with pytest.raises(CommandError, match="cannot be used"):
        call_command("bench_checks", tmx=tmp_path / "none.tmx")
