"""Facts are compared by value: a table of pairs made by hand, and the demonstration's own translations."""

import csv
import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translations.checks.demo import DemoPair, demo_pairs
from translations.checks.facts.comparison import compare, facts_in
from translations.segments.placeholders import plain

TABLE = Path(__file__).with_name("facts.tsv")
LANGUAGES = ("en", "ja", "ko")
SEED = 20_261_123
CAUGHT = 0.99
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_UNITS = {
    "en": {"billion": "million", "million": "billion", "hectares": "square metres", "years": "months"},
    "ja": {"億": "万", "万": "億", "ヘクタール": "平方メートル", "年間": "か月間", "km": "m"},
    "ko": {"억": "만", "만 ": "억 ", "헥타르": "제곱미터", "km": "m", "ha": "㎡"},
}


def table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_table_has_a_hundred_right_and_a_hundred_wrong_pairs_of_each_language() -> None:
    counted = Counter((row["language"], row["verdict"]) for row in table())
    kinds = [(language, verdict) for language in LANGUAGES for verdict in ("right", "wrong")]

    assert min(counted[kind] for kind in kinds) >= 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_the_table_is_judged_right(language: str) -> None:
    misjudged = [
        f"{row['source']} | {row['target']} | {row['verdict']} {row['wrong']} | {compared}"
        for row in table()
        if row["language"] == language
        and (compared := compare(row["source"], row["target"], language)).agrees
        != (row["verdict"] == "right")
    ]

    assert misjudged == []


def test_no_fact_of_the_demonstration_is_called_wrong() -> None:
    pairs = demo_pairs()

    assert len(pairs) > 1000
    assert [pair for pair in pairs if not compare(pair.source, pair.target, pair.language).agrees] == []


def spoilt(pair: DemoPair, random: Random) -> list[str]:
    """Return the target with one digit altered, for each number, and with one unit altered, for each unit."""
    found, words = [], plain(pair.target)
    for match in _NUMBER.finditer(words):
        place = random.choice([at for at, sign in enumerate(match[0]) if sign.isdigit()]) + match.start()
        other = random.choice([digit for digit in "123456789" if digit != words[place]])
        found.append(f"{words[:place]}{other}{words[place + 1 :]}")
    for unit, other in _UNITS[pair.language].items():
        for match in re.finditer(rf"(?<=\d)\s?{re.escape(unit)}", words):
            said = match[0].replace(unit, other)
            found.append(f"{words[: match.start()]}{said}{words[match.end() :]}")
    return found


def test_a_fact_that_is_altered_in_the_demonstration_is_caught() -> None:
    random = Random(SEED)  # noqa: S311 - a repeatable sample
    missed, made = [], 0
    for pair in demo_pairs():
        for target in spoilt(pair, random):
            made += 1
            if compare(pair.source, target, pair.language).agrees:
                missed.append(f"{pair.target} → {target}")

    assert made > 500
    assert len(missed) <= (1 - CAUGHT) * made, "\n".join(missed)


_PIECES = (
    "0 1 2 5 12 15 31 99 1.250 1,5 12,500 2025 84 0228 / - . , : ( ) % ~ ngày tháng năm tỷ triệu đồng rằm "
    "mồng Giêng âm lịch giờ quý II XIII hơn giảm hàng chục mươi lăm rưỡi USD US$ HA M2 NĐ-CP lunar month "
    "th of March May pm Q billion quarter more than per /M2 当たり 年 月 日 時 半 億 万 旧暦 第 割 "
    "一 十 つ を超え 년 월 일 시 억 만 음력 정월 세 개 이상 연"
).split()


@given(st.lists(st.sampled_from(_PIECES), max_size=14), st.sampled_from(["", " "]))
def test_any_text_can_be_read_and_says_what_it_says(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    for language in ("vi", *LANGUAGES):
        assert all(fact.readings for fact in facts_in(text, language))
    assert compare(text, text, "en") is not None
