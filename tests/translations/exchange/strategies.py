"""Texts as segments hold them."""

from hypothesis import strategies as st

from translations.exchange.inline import fits_xml
from translations.segments.placeholders import Kind, Placeholder, escape

LITERALS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12).filter(fits_xml),
    st.sampled_from(
        ["<1>", "</2>", r"<\3/>", "&amp;", "]]>", "\r\n", " <", "tỷ lệ lấp đầy", "縫製", "😀", "é"]
    ),
)
PLACEHOLDERS = st.builds(
    lambda kind, number: str(Placeholder(kind, number)), st.sampled_from(Kind), st.integers(1, 9999)
)
SEGMENTS = st.builds(
    lambda pieces, last: "".join(escape(words) + mark for words, mark in pieces) + escape(last),
    st.lists(st.tuples(LITERALS, PLACEHOLDERS), max_size=6),
    LITERALS,
)
"""Texts as the project writes them: every look-alike among the words is escaped."""
