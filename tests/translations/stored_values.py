"""Random stored values, as a StreamField of the project's own blocks could hold them."""

import operator
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from translations.segments.shapes import Items, Opaque, Plain, Rich, Shape, Stream, Struct, Table

WORDS = (
    "Đền Trần",
    "phở",
    "e\u0302\u0301",  # a decomposed ế
    "🏞️👩‍🌾",
    "14 vị vua",
    "한국 日本",
    "1,5 tỷ",
    "a",
)
LOOK_ALIKES = (
    "<1>",
    "</1>",
    "<1/>",
    "<\\1>",
    "<\\\\2/>",
    "<0>",
    "</1/>",
    "<99999>",
    "<٣>",
    "<",
    ">",
    "\\",
    "&",
)
ODD = (" ", "\u00a0", "\n", "\r\n", "\r", "\t", "\u2028", "\u200b", "\u0338", "\u0301", "…", "")
ENTITIES = (
    "&amp;",
    "&amp;lt;",
    "&lt;1&gt;",
    "&lt;b&gt;",
    "&nbsp;",
    "&#7871;",
    "&eacute;",
    "&amp",
    "&unknown;",
    "&quot;",
)
LONG = "Dòng sông chảy qua thành phố cổ. " * 40

# What a database can hold; lone surrogates and NUL are refused at the door (see test_bad_input).
_anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)


def _joined(*pools: tuple[str, ...], long: bool = True) -> st.SearchStrategy[str]:
    pieces = st.one_of(*(st.sampled_from(pool) for pool in pools), _anything)
    joined = st.lists(pieces, max_size=6).map("".join)
    return st.one_of(joined, st.just(LONG)) if long else joined


plain_texts = _joined(WORDS, LOOK_ALIKES, ODD, ENTITIES)
_MARKUP_LIKE = ("<", "&", "<1>", "<b>", "</p>", "&lt;", "&amp;")
sound_texts = st.lists(st.sampled_from(WORDS + ODD + _MARKUP_LIKE), min_size=1, max_size=4).map("".join)

_INLINE = (
    ("<b>", "</b>"),
    ("<i>", "</i>"),
    ('<a linktype="page" id="3">', "</a>"),
    ('<a href="https://example.org/?a=1&amp;b=2">', "</a>"),
    ("<sup>", "</sup>"),
    ('<span lang="ja" title="a > b">', "</span>"),
    ("<B>", "</b >"),
)
_LONE = ("<br/>", "<br>", '<embed embedtype="image" id="1" alt="x"/>', "<!-- b -->", "<img src='x'>")
_BLOCKS = ("p", "h2", "li", "td", "blockquote", "div")
_STRAY = (
    "<p>",
    "</p>",
    "<b>",
    "</i>",
    "<ul><li>",
    "</ul>",
    "<b",
    '<a href="x',
    "<!--",
    "<hr/>",
    "<P class='x'>",
)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(st.sampled_from(_INLINE), inner).map(lambda one: one[0][0] + one[1] + one[0][1])
    return st.lists(st.one_of(inner, pairs), max_size=3).map("".join)


_inline = st.recursive(st.one_of(sound_texts.map(_escaped), st.sampled_from(_LONE)), _wrapped, max_leaves=6)
sound_html = st.lists(
    st.tuples(st.sampled_from(_BLOCKS), _inline).map(lambda one: f"<{one[0]}>{one[1]}</{one[0]}>"), max_size=4
).map("".join)
"""HTML whose tags nest and whose text is escaped, as the editor stores it."""

odd_html = _joined(
    WORDS, LOOK_ALIKES, ODD, ENTITIES, _STRAY, _LONE, tuple(part for pair in _INLINE for part in pair)
)
"""HTML as an import or another editor may have left it: unclosed, crossed, broken off."""

html = st.one_of(sound_html, odd_html)

_odd_ids = st.one_of(
    st.uuids().map(str),
    st.sampled_from(["same", "1", "same~1", "same~2", "a/b.c#0", "x" * 300, "", 7, None]),
)
_wordless = st.one_of(
    st.none(), st.booleans(), st.integers(), st.sampled_from(["h2", "https://example.org/"])
)


_plain_or_none = st.one_of(st.none(), plain_texts)
_html_or_none = st.one_of(st.none(), html)


@dataclass(frozen=True)
class Stock:
    """What values are made of. *tidy* ones are as Wagtail writes them, the others as anything may have."""

    texts: st.SearchStrategy[Any] = _plain_or_none
    markup: st.SearchStrategy[Any] = _html_or_none
    tidy: bool = False

    def values_of(self, shape: Shape) -> st.SearchStrategy[Any]:
        """Return a strategy for stored values of *shape*."""
        match shape:
            case Plain():
                return self.texts
            case Rich():
                return self.markup
            case Struct(children):
                return self._struct({name: self.values_of(child) for name, child in children.items()})
            case Items(child):
                return self._items(self.values_of(child))
            case Stream(children):
                blocks = [self._block(name, self.values_of(child)) for name, child in children.items()]
                return st.lists(st.one_of(*blocks), max_size=6)
            case Table():
                return self._tables()
            case Opaque():
                return st.none() if self.tidy else _wordless
        raise AssertionError(f"No stored value is known for {shape}.")

    def _struct(self, fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
        if self.tidy:
            return st.fixed_dictionaries(fields)
        undeclared = st.fixed_dictionaries({}, optional={"undeclared": plain_texts})
        some = st.fixed_dictionaries({}, optional=fields)
        return st.one_of(st.none(), st.builds(operator.or_, some, undeclared))

    def _items(self, value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        items = st.lists(self._block("item", value), max_size=3)
        return items if self.tidy else st.one_of(st.none(), items, st.lists(value, max_size=3))

    def _block(self, name: str, value: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        block = {"type": st.just(name), "value": value}
        if self.tidy:
            return st.fixed_dictionaries({**block, "id": st.uuids().map(str)})
        return st.fixed_dictionaries(block, optional={"id": _odd_ids})

    def _tables(self) -> st.SearchStrategy[Any]:
        if self.tidy:
            return self._table(["text", "text"])
        return st.lists(st.sampled_from(["text", "text", "forgotten"]), max_size=3).flatmap(self._table)

    def _table(self, kinds: list[str]) -> st.SearchStrategy[Any]:
        headings = [st.fixed_dictionaries({"type": st.just(kind), "heading": self.texts}) for kind in kinds]
        row = st.fixed_dictionaries({"values": st.tuples(*(self.markup for _ in kinds)).map(list)})
        parts = {"columns": st.tuples(*headings).map(list), "rows": st.lists(row, max_size=3)}
        if self.tidy:
            return st.fixed_dictionaries({**parts, "caption": self.texts})
        return st.one_of(st.none(), st.fixed_dictionaries(parts, optional={"caption": self.texts}))


def nestings() -> st.SearchStrategy[Shape]:
    """Return a strategy for shapes that nest deeper than the project's own blocks."""
    flat: st.SearchStrategy[Shape] = st.sampled_from([Plain(), Rich(), Opaque(), Table({"text": Rich()})])
    return st.recursive(flat, _nested, max_leaves=6)


def _nested(inner: st.SearchStrategy[Shape]) -> st.SearchStrategy[Shape]:
    named = st.dictionaries(st.sampled_from("abc"), inner, min_size=1)
    return st.one_of(st.builds(Struct, named), st.builds(Items, inner), st.builds(Stream, named))
