import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import example, given, settings

from tests.translations.exchange.strategies import SEGMENTS
from translations.exchange.inline import UnknownInline, fits_xml, from_element, to_markup
from translations.segments.placeholders import plain


def read_back(text: str) -> str:
    return from_element(fromstring(f"<seg>{to_markup(text)}</seg>"))


@settings(max_examples=500)
@given(SEGMENTS)
@example("<1><2>a</1></2></3>")
@example(r"<\1> and <\\2/>")
@example("a\r\nb\rc\td ]]> &amp; <")
def test_every_segment_comes_back_exactly(text: str) -> None:
    assert read_back(text) == text


@pytest.mark.parametrize("typed", ["<0>", "</1/>", "<12345>", "<01>"])
def test_a_look_alike_that_a_person_typed_without_escape_keeps_its_meaning(typed: str) -> None:
    assert plain(read_back(typed)) == plain(typed) == typed


def test_a_pair_becomes_bpt_and_ept_and_a_lone_one_becomes_ph() -> None:
    assert to_markup("<1>14 vị vua</1><2/>") == '<bpt i="1" x="1"/>14 vị vua<ept i="1"/><ph x="2"/>'


def test_what_only_looks_like_a_placeholder_is_written_as_words() -> None:
    assert to_markup(r"a <\1> b") == "a &lt;1&gt; b"


def test_native_code_of_another_tool_is_left_out() -> None:
    seg = fromstring(
        '<seg>a <bpt i="1" x="2">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept><ph x="5">&lt;br/&gt;</ph></seg>'
    )

    assert from_element(seg) == "a <2>b</2><5/>"


def test_a_pair_without_x_keeps_its_own_number() -> None:
    assert from_element(fromstring('<seg><bpt i="3"/>a<ept i="3"/></seg>')) == "<3>a</3>"


@pytest.mark.parametrize(
    "content",
    ["<hi>a</hi>", '<it pos="begin"/>', "<ph/>", '<ph x="0"/>', '<ph x="10000"/>', '<bpt i="a"/>', "<ept/>"],
)
def test_what_stands_for_no_placeholder_is_refused(content: str) -> None:
    with pytest.raises(UnknownInline):
        from_element(fromstring(f"<seg>{content}</seg>"))


@pytest.mark.parametrize(
    ("text", "fits"), [("Đền Trần\t\n\r😀", True), ("a\x0bb", False), ("a\ufffe", False), ("\ud800", False)]
)
def test_characters_that_xml_cannot_hold_are_known(text: str, fits: bool) -> None:
    assert fits_xml(text) is fits
