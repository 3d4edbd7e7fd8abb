"""A strategy for segment texts: nested pairs, lone placeholders, look-alikes, any script, NFC."""

import unicodedata

from hypothesis import strategies as st

from translations.segments.placeholders import Kind, Placeholder, escape

LITERALS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12),
    st.text(st.sampled_from("<>/\\0123456789&;#ltgmp \n\t"), max_size=12),
    st.sampled_from(
        ["<1>", "</2>", "<3/>", "<\\1>", "</1/>", "&lt;", "&#8;", "<span>", "a < b", "Nam Định", "😀"]
    ),
)


@st.composite
def _pieces(draw: st.DrawFn, depth: int = 3) -> list[str | Kind]:
    made: list[str | Kind] = []
    for _ in range(draw(st.integers(0, 3))):
        shape = draw(st.sampled_from(["literal", "alone", "pair"] if depth else ["literal", "alone"]))
        if shape == "literal":
            made.append(draw(LITERALS))
        elif shape == "alone":
            made.append(Kind.ALONE)
        else:
            made += [Kind.OPEN, *draw(_pieces(depth=depth - 1)), Kind.CLOSE]
    return made


def _numbered(pieces: list[str | Kind]) -> str:
    out: list[str] = []
    literal: list[str] = []
    stack: list[int] = []
    last = 0
    for piece in [*pieces, None]:
        if isinstance(piece, str):
            literal.append(piece)
            continue
        out.append(escape(unicodedata.normalize("NFC", "".join(literal))))
        literal.clear()
        if piece is Kind.CLOSE:
            out.append(str(Placeholder(Kind.CLOSE, stack.pop())))
        elif piece is not None:
            last += 1
            out.append(str(Placeholder(piece, last)))
            if piece is Kind.OPEN:
                stack.append(last)
    return "".join(out)


SEGMENT_TEXTS = _pieces().map(_numbered).filter(lambda text: unicodedata.is_normalized("NFC", text))
