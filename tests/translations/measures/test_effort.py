"""How much was changed, by the measures everybody knows."""

import os
import subprocess
import sys
from functools import reduce
from operator import add
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from tests.architecture.source import PRODUCT, ROOT, modules, name_of
from translations.measures.effort import Effort, effort

PAIRS = [
    ("工業団地の埋め立て率は80%に達しました。", "工業団地の入居率は80%に達しました。"),
    ("省は道路を年内に完成させる。", "省は年内に道路を完成させるとしている。"),
    ("陳寺の祭り。", "陳寺の祭り。"),
    ("The landfill rate reached 80% last year.", "Last year, the occupancy rate reached 80%."),
    ("산업단지의 매립률은 80%입니다.", "산업단지의 입주율은 80%입니다."),
    ("Port", "The sea port of Nam Định is open to ships of 5,000 tonnes."),
]

_texts = st.text(alphabet="abc 。工業は률, .1", min_size=1, max_size=40)


def together(pairs: list[tuple[str, str]]) -> Effort:
    return reduce(add, (effort(machine, approved) for machine, approved in pairs), Effort())


def judged(pairs: list[tuple[str, str]]) -> tuple[float, float]:
    """Return what sacrebleu itself says of the whole."""
    machine, approved = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    ter = TER(normalized=True, asian_support=True).corpus_score(machine, [approved])
    return ter.score, CHRF().corpus_score(machine, [approved]).score


def is_changed(machine: str, approved: str) -> bool:
    """Whether the words differ once both texts are taken apart in the same way."""
    tokenizer = TER(normalized=True, asian_support=True).tokenizer
    return bool(tokenizer(machine).split() != tokenizer(approved).split())


@pytest.mark.parametrize("pair", PAIRS)
def test_one_segment_is_scored_as_sacrebleu_scores_it(pair: tuple[str, str]) -> None:
    one = effort(*pair)

    assert (one.ter, one.chrf) == pytest.approx(judged([pair]))


def test_many_segments_have_the_score_of_the_whole_and_not_a_mean_of_scores() -> None:
    whole = together(PAIRS)

    assert (whole.ter, whole.chrf) == pytest.approx(judged(PAIRS))
    assert whole.ter != pytest.approx(sum(effort(*pair).ter for pair in PAIRS) / len(PAIRS))
    assert whole.segments == len(PAIRS)


@settings(max_examples=150)
@given(st.lists(st.tuples(_texts, _texts).filter(lambda pair: is_changed(*pair)), min_size=1, max_size=4))
@example([("1", "..1")])
def test_any_texts_are_scored_as_sacrebleu_scores_them(pairs: list[tuple[str, str]]) -> None:
    whole = together(pairs)

    assert (whole.ter, whole.chrf) == pytest.approx(judged(pairs))


@pytest.mark.parametrize("text", ["陳寺の祭り。", "Port", "..1"])
def test_a_text_that_nobody_changed_cost_no_effort(text: str) -> None:
    """To sacrebleu, “..1” is two words that became three: it takes the approved text apart twice."""
    one = effort(text, text)

    assert (one.ter, one.chrf, one.unchanged, one.edits) == (0, 100, 1, 0)


def test_twelve_changed_words_of_a_hundred_are_twelve() -> None:
    machine = [f"word{number}" for number in range(100)]
    approved = [f"other{number}" if number < 12 else word for number, word in enumerate(machine)]

    assert effort(" ".join(machine), " ".join(approved)).ter == 12


def test_words_that_moved_together_are_one_edit() -> None:
    assert effort("c d e a b", "a b c d e").edits == 1


def test_japanese_is_counted_by_character_and_not_as_one_long_word() -> None:
    one = effort("工業団地", "工業地区")

    assert (one.edits, one.words) == (2, 4)


def test_placeholders_are_no_words_but_a_lost_one_is_a_change() -> None:
    moved = effort("<1>Đền</1> Trần", "Đền <1>Trần</1>")

    assert (moved.edits, moved.words, moved.unchanged) == (0, 2, 0)


def test_nothing_has_no_effort() -> None:
    nothing = Effort()

    assert (nothing.ter, nothing.chrf, nothing.unchanged_share) == (0, 0, 0)


def test_only_one_module_imports_sacrebleu() -> None:
    importing = [name_of(path) for path in modules(*PRODUCT) if "sacrebleu" in _imports(path)]

    assert importing == ["translations/measures/effort.py"]


def _imports(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line.startswith(("import ", "from ")))


def test_importing_it_leaves_nothing_on_the_disk_and_opens_no_connection(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "def watch(event, arguments):\n"
        "    if event.startswith(('socket.connect', 'socket.getaddrinfo', 'subprocess.', 'os.system')):\n"
        "        print(event, arguments)\n"
        "sys.addaudithook(watch)\n"
        "from translations.measures.effort import effort\n"
        "assert effort('a', 'b').edits == 1\n"
    )
    place = str(tmp_path)
    environment = {**os.environ, "HOME": place, "TMPDIR": place, "PYTHONDONTWRITEBYTECODE": "1"}

    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert (ran.stdout, ran.stderr) == ("", "")
    assert list(tmp_path.iterdir()) == []
