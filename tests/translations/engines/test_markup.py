from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translations.engines.segment_texts import SEGMENT_TEXTS
from translations.engines.markup import MarkupError, from_html, to_html
from translations.segments.placeholders import problems, tokens


@given(SEGMENT_TEXTS)
def test_what_goes_out_comes_back(text: str) -> None:
    assert from_html(to_html(text)) == text


@given(st.text(st.sampled_from("<>/\\1230 ab&;"), max_size=20))
def test_any_nested_text_comes_back_with_the_same_words_and_placeholders(text: str) -> None:
    if not problems(text, text):
        assert list(tokens(from_html(to_html(text)))) == list(tokens(text))


def test_placeholders_become_spans_and_void_images() -> None:
    assert to_html("a <1>b</1><2/> & <\\3>\nc") == (
        'a <span data-n="1">b</span><img data-n="2"> &amp; &lt;3&gt;<br>c'
    )


@given(SEGMENT_TEXTS)
def test_nothing_but_the_three_tags_is_ever_sent(text: str) -> None:
    seen: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.add(tag)

        def handle_comment(self, data: str) -> None:
            seen.add("comment")

    reader = Reader()
    reader.feed(to_html(text))
    reader.close()
    assert seen <= {"span", "img", "br"}


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        ('<SPAN DATA-N="1">x</SPAN>', "<1>x</1>"),
        ("<span data-n='1'>x</span><img data-n=2 />", "<1>x</1><2/>"),
        ("x<br/>y", "x\ny"),
        ("x\n  y", "x y"),
        ("5 < 6 &amp; 7", "5 < 6 & 7"),
        ("&nbsp;&euro;", "\xa0€"),
        ("viết &lt;1&gt;", "viết <\\1>"),
        ("<1>", "<\\1>"),
        ("Nam Đi\u0323nh", "Nam Định"),
    ],
)
def test_other_spellings_of_the_same_html_are_read(reply: str, text: str) -> None:
    assert from_html(reply) == text


@pytest.mark.parametrize(
    "reply",
    [
        "<b>x</b>",
        "<script>x</script>",
        "<span>x</span>",
        '<span data-n="1" onclick="x">y</span>',
        '<span data-n="0">x</span>',
        '<span data-n="１">x</span>',
        '<span data-n="1x">x</span>',
        '<span class="1">x</span>',
        "<span data-n>x</span>",
        '<span data-n="1"/>',
        '<span data-n="1"/>x</span>',
        '<span data-n="1">x',
        "x</span>",
        "x</br>",
        "<img>",
        '<img data-n="1" src="x">',
        '<br clear="all">',
        "x<!-- y -->",
        "<!doctype html>x",
        "<![CDATA[x]]>",
        "<?php x ?>",
        "x </ y>",
        'x <span data-n="1"',
        "x <b",
        "x </",
        "x <!",
        "x <?",
    ],
)
def test_markup_that_was_not_sent_is_refused(reply: str) -> None:
    with pytest.raises(MarkupError, match=r"^The reply .+\.$"):
        from_html(reply)
