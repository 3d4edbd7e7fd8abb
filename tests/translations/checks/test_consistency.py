"""One Vietnamese text has one translation, and is not called doubtful for less than another wording."""

import pytest

from translations.checks.consistency import Translations
from translations.checks.every import findings
from translations.checks.pair import Pair

SOURCE = "Khu công nghiệp Bảo Minh mở cửa"


def checks(source: str, target: str, *also: str) -> list[str]:
    return [finding.check for finding in findings(Pair("en", source, target, also=also))]


def test_another_translation_of_the_same_text_is_shown() -> None:
    pair = Pair("en", SOURCE, "Bao Minh Park opens", also=("Bao Minh Estate opens its <1>doors</1>",))

    (found,) = findings(pair)

    assert (found.check, found.severity) == ("consistency", "warning")
    assert str(found) == (
        "The same text is translated elsewhere as “Bao Minh Estate opens its doors”. Use one of the two."
    )


@pytest.mark.parametrize(
    "also",
    ["Bao Minh Park opens", "Bao Minh park opens", "Bao Minh Park opens.", "<1>Bao Minh</1>  Park opens"],
)
def test_case_spaces_placeholders_and_the_mark_at_the_end_are_no_other_wording(also: str) -> None:
    assert checks(SOURCE, "Bao Minh Park opens", also) == []


def test_a_word_or_two_may_be_called_otherwise_elsewhere() -> None:
    assert checks("Lịch sử", "History", "Our past") == []


def test_a_text_without_other_translations_is_consistent() -> None:
    assert checks(SOURCE, "Bao Minh Park opens") == []


def test_other_translations_of_a_source_are_found_whatever_its_markup_and_case() -> None:
    translations = Translations(
        [
            ("Mở <1>cửa</1> từ hôm nay", "Opening today"),
            ("mở cửa từ hôm nay.", "Open from today"),
            ("Mở cửa từ hôm nay", "open from today"),
            ("Mở cửa từ hôm nay", "  "),
            ("Mở cửa từ ngày mai", "Opening tomorrow"),
        ]
    )

    assert translations.also("Mở cửa từ hôm nay", "Opening today") == ("Open from today", "open from today")
    assert translations.also("Mở cửa từ ngày mai", "Opening tomorrow") == ()
    assert translations.also("Một câu khác", "Another sentence") == ()
