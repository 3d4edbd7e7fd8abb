"""What the checks find is said in the language of the interface."""

from typing import Any

import pytest
from django.utils import translation
from django.utils.translation import trans_real

from translations.checks.every import findings
from translations.checks.pair import Pair
from translations.findings import said
from translations.segments.placeholders import faults

VIETNAMESE = {
    "The source says “%(fact)s” and the translation does not. Say the same value.": (
        "Bản gốc có “%(fact)s” mà bản dịch không có. Hãy ghi đúng giá trị đó."
    ),
    "The translation lacks %(tags)s.": "Bản dịch thiếu %(tags)s.",
}


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    merged: Any = trans_real.translation("vi")
    for template, text in VIETNAMESE.items():
        monkeypatch.setitem(merged._catalog._catalogs[0], template, text)


@pytest.mark.usefixtures("catalogue")
def test_a_finding_is_said_in_the_active_language_with_the_words_of_the_text() -> None:
    found = findings(Pair("en", "Vốn 15 tỷ đồng <1>mới</1>", "New capital</1>"))[:2]

    with translation.override("vi"):
        assert [said(one) for one in found] == [
            "Bản dịch thiếu <1>.",
            "Bản gốc có “15 tỷ đồng” mà bản dịch không có. Hãy ghi đúng giá trị đó.",
        ]
    with translation.override("en"):
        assert said(found[0]) == str(found[0]) == "The translation lacks <1>."


@pytest.mark.usefixtures("catalogue")
def test_faults_of_placeholders_are_said_the_same_way() -> None:
    (fault,) = faults("<1>a</1> <2/>", "<1>a</1>")

    with translation.override("vi"):
        assert said(fault) == "Bản dịch thiếu <2/>."
