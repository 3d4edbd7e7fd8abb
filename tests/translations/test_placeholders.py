"""Placeholders can be told from every text that merely looks like one."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.translations.stored_values import plain_texts
from translations.segments.placeholders import Kind, Placeholder, escape, plain, problems, tokens, unescape

_numbers = st.integers(min_value=1, max_value=9999)
_placeholders = st.builds(Placeholder, st.sampled_from(Kind), _numbers)
_mixed = st.lists(st.one_of(plain_texts.filter(bool), _placeholders), max_size=8)


@st.composite
def _nested(draw: st.DrawFn) -> str:
    """A segment's text whose pairs nest, numbered as extraction numbers them."""
    out: list[str] = []
    open_numbers: list[int] = []
    number = 0
    for step in draw(st.lists(st.sampled_from(["text", "open", "close", "alone"]), max_size=12)):
        if step == "text":
            out.append(escape(draw(plain_texts)))
        elif step == "close" and open_numbers:
            out.append(f"</{open_numbers.pop()}>")
        elif step != "close":
            number += 1
            out.append(f"<{number}>" if step == "open" else f"<{number}/>")
            open_numbers += [number] * (step == "open")
    return "".join(out) + "".join(f"</{number}>" for number in reversed(open_numbers))


@given(plain_texts)
def test_escaping_is_undone_by_unescaping(text: str) -> None:
    assert unescape(escape(text)) == text


@given(plain_texts)
def test_an_escaped_text_holds_no_placeholder(text: str) -> None:
    assert not any(isinstance(token, Placeholder) for token in tokens(escape(text)))
    assert plain(escape(text)) == text


@given(_mixed)
def test_what_was_put_together_comes_apart_again(parts: list[str | Placeholder]) -> None:
    together = "".join(escape(part) if isinstance(part, str) else str(part) for part in parts)

    found = list(tokens(together))

    assert [one for one in found if isinstance(one, Placeholder)] == [
        one for one in parts if isinstance(one, Placeholder)
    ]
    assert plain(together) == "".join(part for part in parts if isinstance(part, str))


@given(_nested())
def test_a_text_is_a_sound_target_of_itself(text: str) -> None:
    assert problems(text, text) == []


@given(_nested(), st.data())
def test_a_target_that_loses_a_placeholder_is_told_which(text: str, data: st.DataObject) -> None:
    marks = [token for token in tokens(text) if isinstance(token, Placeholder)]
    assume(marks)
    lost = data.draw(st.sampled_from(marks))

    said = problems(text, text.replace(str(lost), ""))

    assert said == [f"The translation lacks {lost}."]


@given(_nested(), _placeholders)
def test_a_target_that_invents_a_placeholder_is_told_which(text: str, invented: Placeholder) -> None:
    said = problems(text, f"{text}{invented}")

    assert said == [f"The translation has {invented}, which the source does not."]


@given(st.permutations(["<1>", "</1>", "<2>", "</2>", "<3/>"]))
def test_pairs_may_change_places_and_may_not_cross(order: list[str]) -> None:
    target = "".join(order)
    opened_first = target.index("<1>") < target.index("</1>") and target.index("<2>") < target.index("</2>")
    crossed = any(
        target.index(a) < target.index(b) < target.index(c) < target.index(d)
        for a, b, c, d in (("<1>", "<2>", "</1>", "</2>"), ("<2>", "<1>", "</2>", "</1>"))
    )

    sound = problems("<1>a</1> <2>b</2><3/>", target) == []

    assert sound == (opened_first and not crossed)


@pytest.mark.parametrize("text", ["<0>", "</1/>", "<99999>", "< 1>", "<1 />", "<a1>", "<\\1>"])
def test_what_no_extraction_writes_is_plain_text(text: str) -> None:
    assert not any(isinstance(token, Placeholder) for token in tokens(text))


@given(st.lists(st.sampled_from(["<1>", "</1>", "<2/>", "Trần"]), max_size=6), st.text(max_size=3))
def test_problems_are_whole_sentences(parts: list[str], more: str) -> None:
    for sentence in problems("<1>14 vị vua</1>", "".join(parts) + escape(more)):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
