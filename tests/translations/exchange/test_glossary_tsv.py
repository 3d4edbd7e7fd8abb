import unicodedata
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translations.exchange.documents import table
from translations.exchange.glossary_tsv import read, written
from translations.exchange.term_rows import BadRow, BadTable, StoredTerm, TermRow


def only(file: BytesIO) -> TermRow:
    (row,) = read(file)
    assert isinstance(row, TermRow)
    return row


def test_a_row_is_read_with_its_number() -> None:
    assert list(read(table("xã\tcommune\t村\t코뮌\tusage"))) == [
        TermRow(2, "xã", {"en": "commune", "ja": "村", "ko": "코뮌", "note": "usage"}, doubtful=False)
    ]


@pytest.mark.parametrize(
    ("note", "kept", "doubtful"),
    [
        ("? ko also 공단", "ko also 공단", True),
        ("?", "", True),
        ("ja attested; ko ?", "ja attested; ko ?", True),
        ("which one?", "which one?", False),
        ("", "", False),
    ],
)
def test_a_question_mark_of_its_own_marks_a_doubtful_term(note: str, kept: str, doubtful: bool) -> None:
    row = only(table(f"xã\tcommune\t村\t코뮌\t{note}"))

    assert (row.text("note"), row.doubtful) == (kept, doubtful)


def test_columns_may_stand_in_another_order_and_letters_may_be_decomposed() -> None:
    row = only(table("ghi chú\txa\u0303\tcommune\t村\t코뮌", heading="note\tVI\ten\tja\tko"))

    assert (row.vi, row.text("note")) == ("xã", "ghi chú")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    file = BytesIO("\ufeffvi\ten\tja\tko\tnote\r\n\r\nxã\tcommune\t村\t코뮌\t\r\n".encode())

    assert only(file).number == 3


def test_a_cell_in_quotation_marks_is_what_a_spreadsheet_means() -> None:
    row = only(table('xã\t"say ""commune"""\t村\t코뮌\t"a" or "b"'))

    assert (row.text("en"), row.text("note")) == ('say "commune"', '"a" or "b"')


def test_columns_that_a_spreadsheet_adds_at_the_end_do_no_harm() -> None:
    row = only(table("xã\tcommune\t村\t코뮌\t\t\t", heading="vi\ten\tja\tko\tnote\t"))

    assert row.vi == "xã"


@pytest.mark.parametrize("cells", ["xã\tcommune\t村", "xã\tcommune\t村\t코뮌\t\tmore"])
def test_a_row_of_another_length_is_refused_alone(cells: str) -> None:
    bad, good = read(table(cells, "phường\tward\t街区\t동\t"))

    assert isinstance(bad, BadRow)
    assert "columns instead of 5" in bad.reason
    assert isinstance(good, TermRow)


@pytest.mark.parametrize(
    ("file", "row", "says"),
    [
        (BytesIO(b""), 1, "empty"),
        (table("xã\tcommune", heading="vi\ten"), 1, "columns must be"),
        (table(heading="vi\ten\tja\tko\tnote\tother"), 1, "columns must be"),
        (table(heading="vi\ten\tja\tko\tnote\tvi"), 1, "columns must be"),
        (BytesIO("vi\ten\tja\tko\tnote\n".encode("utf-16-le")), 1, "UTF-8"),
        (BytesIO("\ufeffvi\ten\tja\tko\tnote\n".encode("utf-32-le")), 1, "UTF-8"),
        (BytesIO(b"v\xff\ten\tja\tko\tnote\n"), 1, "UTF-8"),
        (BytesIO(b"vi\ten\tja\tko\tnote\n" + b"a" * 200_000), 2, "too long"),
    ],
)
def test_a_file_that_is_no_glossary_is_named_with_its_row(file: BytesIO, row: int, says: str) -> None:
    with pytest.raises(BadTable, match=says) as caught:
        list(read(file))

    assert caught.value.row == row


TEXTS = st.text(st.characters(exclude_categories=["C", "Z", "M"], max_codepoint=0x3FF), max_size=8).map(
    lambda text: unicodedata.normalize("NFC", text)
)


@given(
    st.builds(
        StoredTerm,
        vi=TEXTS,
        translations=st.fixed_dictionaries(
            {"en": st.one_of(TEXTS, st.just('"x"')), "ja": TEXTS, "ko": TEXTS}
        ),
        note=st.one_of(TEXTS, st.sampled_from(['"', '""', '"a""b"', "? doubt", "it ? is"])),
        kind=st.sampled_from(["place", "term"]),
        locked=st.booleans(),
        valid_from=st.none() | st.dates(),
        approved=st.booleans(),
    )
)
def test_what_is_written_comes_back(term: StoredTerm) -> None:
    row = only(BytesIO("".join(written([term])).encode()))
    texts = {name: row.text(name) for name in ("en", "ja", "ko", "note")}

    assert (row.vi, texts) == (term.vi, {**term.translations, "note": term.note})
    assert row.doubtful is not term.approved
    assert row.values["locked"] is term.locked
    assert row.values["valid_from"] == term.valid_from


def test_a_note_of_several_lines_stands_on_one() -> None:
    term = StoredTerm("xã", {}, note="one\r\ntwo\tthree", valid_to=date(2025, 6, 30))

    assert only(BytesIO("".join(written([term])).encode())).text("note") == "one two three"
