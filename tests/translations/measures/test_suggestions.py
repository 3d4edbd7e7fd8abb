"""What reviewers corrected again and again is suggested, and nothing else."""

import random

import pytest

from translations.measures.corrections import MOST_PIECES, corrections
from translations.measures.suggestions import Corrected, suggested

OCCUPANCY = {
    "ja": [
        (
            "Tỷ lệ lấp đầy của khu công nghiệp đạt 80%.",
            "工業団地の埋め立て率は80%に達しました。",
            "工業団地の入居率は80%に達しました。",
        ),
        (
            "Đến nay, tỷ lệ lấp đầy bình quân là 75%.",
            "現在、平均埋め立て率は75%です。",
            "現在、平均入居率は75%です。",
        ),
        (
            "Khu công nghiệp có tỷ lệ lấp đầy cao.",
            "工業団地は高い埋め立て率を有しています。",
            "工業団地は高い入居率を有しています。",
        ),
        ("Tỉnh nâng tỷ lệ lấp đầy.", "省は埋め立て率を引き上げます。", "省は入居率を引き上げます。"),
    ],
    "en": [
        ("Tỷ lệ lấp đầy đạt 80%.", "The landfill rate reached 80%.", "The occupancy rate reached 80%."),
        (
            "Đến nay, tỷ lệ lấp đầy là 75%.",
            "So far, the landfill rate is 75%.",
            "So far, the occupancy rate is 75%.",
        ),
        (
            "Khu có tỷ lệ lấp đầy cao.",
            "The park has a high landfill rate.",
            "The park has a high occupancy rate.",
        ),
        ("Tỉnh nâng tỷ lệ lấp đầy.", "Landfill rates will rise.", "Occupancy rates will rise."),
    ],
    "ko": [
        ("Tỷ lệ lấp đầy đạt 80%.", "매립률은 80%에 달했습니다.", "입주율은 80%에 달했습니다."),
        ("Đến nay, tỷ lệ lấp đầy là 75%.", "현재 매립률이 75%입니다.", "현재 입주율이 75%입니다."),
        (
            "Khu có tỷ lệ lấp đầy cao.",
            "단지는 높은 매립률을 가지고 있습니다.",
            "단지는 높은 입주율을 가지고 있습니다.",
        ),
    ],
}
REST = {
    "ja": [
        (
            "Khu công nghiệp nằm gần cảng.",
            "工業団地は港の近くにあります。",
            "工業団地は港湾の近くにあります。",
        ),
        ("Lễ hội đền Trần.", "陳寺の祭り。", "陳朝寺院の祭り。"),
        ("Chùa Phổ Minh.", "普明寺。", "普明寺。"),
    ],
    "en": [
        ("Khu nằm gần cảng.", "The park is near the harbor.", "The park is near the port."),
        ("Chùa Phổ Minh.", "Pho Minh Pagoda.", "Pho Minh Pagoda."),
    ],
    "ko": [
        ("Khu nằm gần cảng.", "단지는 항구 근처에 있습니다.", "단지는 항만 근처에 있습니다."),
        ("Chùa Phổ Minh.", "포민 사원.", "포민 사원."),
    ],
}


def segments(rows: list[tuple[str, str, str]]) -> list[Corrected]:
    return [Corrected(number, *row) for number, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("ja", "埋め立て率", "入居率"),
        ("en", "landfill", "occupancy"),
        ("ko", "매립률", "입주율"),
    ],
)
def test_a_repeated_correction_becomes_a_term(language: str, before: str, after: str) -> None:
    rows = OCCUPANCY[language]

    (found,) = suggested(segments([*rows, *REST[language]]), language)

    assert (found.vi.lower(), found.before.lower(), found.after.lower()) == ("tỷ lệ lấp đầy", before, after)
    assert found.units == len(rows)
    assert set(found.examples) <= set(range(len(rows)))


def test_words_that_stand_beside_every_correction_belong_to_the_term() -> None:
    rows = OCCUPANCY["en"][:3]

    (found,) = suggested(segments([*rows, *REST["en"]]), "en")

    assert (found.before, found.after) == ("landfill rate", "occupancy rate")


def test_two_segments_are_not_enough() -> None:
    rows = [*OCCUPANCY["ja"][:2], *REST["ja"]]

    assert suggested(segments(rows), "ja") == []


def test_what_the_glossary_knows_is_not_suggested() -> None:
    rows = [*OCCUPANCY["ja"], *REST["ja"]]

    assert suggested(segments(rows), "ja", {"tỷ lệ lấp đầy"}) == []


def test_words_that_the_machine_mostly_says_well_are_no_term() -> None:
    """Reviewers changed something else: it stands in twice as many segments that nobody changed."""
    right = [(source, target, target) for source, _machine, target in OCCUPANCY["ja"]] * 2

    assert suggested(segments([*OCCUPANCY["ja"], *right]), "ja") == []


def test_one_sentence_in_many_places_does_not_say_which_of_its_words_was_wrong() -> None:
    assert suggested(segments([OCCUPANCY["ja"][0]] * 5), "ja") == []


@pytest.mark.parametrize("seed", range(20))
def test_single_edits_here_and_there_suggest_nothing(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - chooses examples
    syllables = [f"{first}{last}" for first in "bcdghlmnpt" for last in ("an", "ơi", "ông", "ất", "ền", "ua")]
    words = [f"word{number}" for number in range(40)]
    rows = []
    for _number in range(80):
        approved = chance.choices(words, k=12)
        machine = list(approved)
        machine[chance.randrange(12)] = chance.choice(words)
        rows.append((" ".join(chance.choices(syllables, k=10)), " ".join(machine), " ".join(approved)))

    assert sum(bool(corrections(machine, approved, "en")) for _source, machine, approved in rows) > 60
    assert suggested(segments(rows), "en") == []


def test_a_stretch_of_ideographs_is_taken_whole_with_what_both_texts_share() -> None:
    (found,) = corrections("高い埋め立て率を", "高い入居率を", "ja")

    assert "".join(found.before) == "埋め立て"
    assert "".join(found.after) == "入居"
    assert (found.left, found.right) == ((), ("率",))


def test_a_character_that_is_the_same_by_chance_does_not_cut_a_term() -> None:
    (found,) = corrections("省の市人民会の長", "省の町人官署の長", "ja")

    assert ("".join(found.before), "".join(found.after)) == ("市人民会", "町人官署")


def test_a_particle_between_two_corrections_keeps_them_apart() -> None:
    found = corrections("港は祭で有名な町です", "海は花で有名な町です", "ja")

    assert [("".join(one.before), "".join(one.after)) for one in found] == [("港", "海"), ("祭", "花")]


@pytest.mark.parametrize(
    ("machine", "approved"),
    [
        ("Port.", "Port!"),
        ("12 ports", "13 ports"),
        ("The river flows.", "Visitors can reach the delta within two hours by car."),
        ("word " * MOST_PIECES, "other " * MOST_PIECES),
        ("", "Port."),
    ],
)
def test_punctuation_numbers_and_rewritten_texts_hold_no_corrected_term(machine: str, approved: str) -> None:
    assert corrections(machine, approved, "en") == []
