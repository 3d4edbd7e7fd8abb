"""Headings can be linked to."""

from typing import Any

import pytest

from content.anchors import outline, parts
from content.blocks import BodyBlock

BODY = BodyBlock()


def body(*headings: str, level: str = "h2") -> Any:
    return BODY.to_python([{"type": "heading", "value": {"text": text, "level": level}} for text in headings])


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Quần thể Đền Trần", "quan-the-den-tran"),
        ("Chapter 2: the tower", "chapter-2-the-tower"),
        ("チャン祠の史跡群", "チャン祠の史跡群"),
        ("쩐 사당 유적군", "쩐-사당-유적군"),
        ("FDI 투자 유치 현황", "fdi-투자-유치-현황"),
        ("???", "section"),
    ],
)
def test_an_anchor_is_made_of_the_words(text: str, anchor: str) -> None:
    assert [part.anchor for part in parts(body(text))] == [anchor]


def test_no_two_anchors_of_a_page_are_the_same() -> None:
    anchors = [part.anchor for part in parts(body("Giá", "Giá", "Giá 2", "Content"))]

    assert anchors == ["gia", "gia-2", "gia-2-2", "content-2"]


def test_only_headings_have_anchors() -> None:
    mixed = BODY.to_python(
        [
            {"type": "paragraph", "value": "<p>Giá</p>"},
            {"type": "heading", "value": {"text": " ", "level": "h2"}},
        ]
    )

    assert [part.anchor for part in parts(mixed)] == ["", ""]


def test_a_long_text_has_an_outline_of_its_headings() -> None:
    assert [part.anchor for part in outline(body("Một", "Hai", "Ba"))] == ["mot", "hai", "ba"]


@pytest.mark.parametrize("few", [body("Một", "Hai"), body("Một", "Hai", "Ba", level="h3"), None])
def test_a_short_text_needs_no_outline(few: Any) -> None:
    assert outline(few) == []
