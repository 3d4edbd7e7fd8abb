from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import example, given, settings

from tests.translations.exchange.strategies import SEGMENTS
from translations.exchange.inline import UnknownInline, fits_xml, from_own, numbered, pieces, to_markup
from translations.segments.placeholders import plain, problems


def seg(content: str) -> Element:
    element: Element = fromstring(f"<seg>{content}</seg>")
    return element


def read_back(text: str) -> str:
    return from_own(seg(to_markup(text)))


def translated(source: str, target: str) -> tuple[str, str]:
    """A pair of another tool as the portal has it."""
    words, (translation,) = numbered(pieces(seg(source)), [pieces(seg(target))])
    return words, translation


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


@pytest.mark.parametrize(
    "content",
    ["<b>a</b>", '<ph x="0"/>', '<ph x="10000"/>', "<ph/>", '<bpt i="a"/>', "<ept/>", '<it pos="begin"/>'],
)
def test_in_a_file_of_the_portal_every_placeholder_has_its_number(content: str) -> None:
    with pytest.raises(UnknownInline):
        from_own(seg(content))


def test_placeholders_of_another_tool_are_counted_in_the_order_of_the_source() -> None:
    assert translated(
        'a <bpt i="0" x="7">&lt;b&gt;</bpt>b<ept i="0">&lt;/b&gt;</ept><ph x="9">&lt;br/&gt;</ph>',
        '<ph x="9">&lt;br/&gt;</ph><bpt i="4" x="7">&lt;b&gt;</bpt>B<ept i="4">&lt;/b&gt;</ept> A',
    ) == ("a <1>b</1><2/>", "<2/><1>B</1> A")


def test_a_pair_and_a_lone_one_with_the_same_number_are_two() -> None:
    assert translated('<bpt i="1"/>a<ept i="1"/><ph x="1"/>', '<bpt i="1"/>A<ept i="1"/><ph x="1"/>') == (
        "<1>a</1><2/>",
        "<1>A</1><2/>",
    )


def test_placeholders_without_number_are_told_apart_by_their_code() -> None:
    assert translated("<ph>{tên}</ph> và <ph>{số}</ph>", "<ph>{số}</ph> and <ph>{tên}</ph>") == (
        "<1/> và <2/>",
        "<2/> and <1/>",
    )
    assert translated("<ph/>a<ph/>", "<ph/>A<ph/>") == ("<1/>a<2/>", "<1/>A<2/>")


def test_a_mark_on_words_leaves_the_words() -> None:
    assert translated('<hi type="term">đền <hi>Trần</hi></hi> cổ', "old <hi>Tran Temple</hi>") == (
        "đền Trần cổ",
        "old Tran Temple",
    )


def test_native_code_and_what_can_be_translated_in_it_are_left_out() -> None:
    assert translated(
        'a <ph x="1">&lt;img alt="<sub>ảnh</sub>"/&gt;</ph>',
        'A <ph x="1">&lt;img alt="<sub>photo</sub>"/&gt;</ph>',
    ) == ("a <1/>", "A <1/>")


def test_half_a_pair_stands_alone_and_two_halves_make_a_pair() -> None:
    assert translated('<it pos="begin" x="1">{b}</it>a', '<it pos="begin" x="1">{b}</it>A') == (
        "<1/>a",
        "<1/>A",
    )
    assert translated(
        '<it pos="begin" x="1"/>a<it pos="end" x="1"/>', '<it pos="begin" x="1"/>A<it pos="end" x="1"/>'
    ) == ("<1>a</1>", "<1>A</1>")


def test_unknown_code_of_old_files_stands_alone() -> None:
    assert translated(r"<ut>{\b </ut>đậm<ut>}</ut> thường", r"<ut>{\b </ut>bold<ut>}</ut> plain") == (
        "<1/>đậm<2/> thường",
        "<1/>bold<2/> plain",
    )


def test_what_a_translation_has_beside_the_source_is_counted_on_and_noticed() -> None:
    source, target = translated('<ph x="5"/>a', '<ph x="5"/>A<ph x="6"/>')

    assert (source, target) == ("<1/>a", "<1/>A<2/>")
    assert problems(source, target) == ["The translation has <2/>, which the source does not."]


def test_what_only_looks_like_a_placeholder_stays_words() -> None:
    assert translated("&lt;1&gt;a", "&lt;1&gt;A") == (r"<\1>a", r"<\1>A")
    assert translated("&lt;<hi>1</hi>&gt;a", "A") == (r"<\1>a", "A")


def test_an_element_that_tmx_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownInline, match="<b>"):
        pieces(seg("<b>a</b>"))


@pytest.mark.parametrize(
    ("text", "fits"), [("Đền Trần\t\n\r😀", True), ("a\x0bb", False), ("a\ufffe", False), ("\ud800", False)]
)
def test_characters_that_xml_cannot_hold_are_known(text: str, fits: bool) -> None:
    assert fits_xml(text) is fits
