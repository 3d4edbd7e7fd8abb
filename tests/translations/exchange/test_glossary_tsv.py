from io import BytesIO

import pytest

from tests.translations.exchange.documents import table
from translations.exchange.glossary_tsv import BadTable, Row, read


def test_a_row_is_read_with_its_number() -> None:
    assert list(read(table("xã\tcommune\t村\t코뮌\tusage"))) == [
        Row(2, "xã", "commune", "村", "코뮌", "usage", doubtful=False)
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
    (row,) = read(table(f"xã\tcommune\t村\t코뮌\t{note}"))

    assert (row.note, row.doubtful) == (kept, doubtful)


def test_columns_may_stand_in_another_order_and_letters_may_be_decomposed() -> None:
    (row,) = read(table("ghi chú\txa\u0303\tcommune\t村\t코뮌", heading="note\tVI\ten\tja\tko"))

    assert (row.vi, row.note) == ("xã", "ghi chú")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    file = BytesIO("\ufeffvi\ten\tja\tko\tnote\r\n\r\nxã\tcommune\t村\t코뮌\t\r\n".encode())

    assert [row.number for row in read(file)] == [3]


@pytest.mark.parametrize(
    ("file", "row", "says"),
    [
        (BytesIO(b""), 1, "empty"),
        (table("xã\tcommune", heading="vi\ten"), 1, "columns must be"),
        (table("xã\tcommune\t村\t코뮌\t", "huyện\tdistrict\t県"), 3, "3 columns instead of 5"),
        (BytesIO("vi\ten\tja\tko\tnote\nxã\tcommune\t村\t\t\n".encode() + b"\xff\xfe\n"), 3, "UTF-8"),
        (BytesIO("vi\ten\tja\tko\tnote\n".encode("utf-16")), 1, "UTF-8"),
        (BytesIO(b"vi\ten\tja\tko\tnote\n" + b"a" * 70_000), 2, "too long"),
    ],
)
def test_a_file_that_is_no_glossary_is_named_with_its_row(file: BytesIO, row: int, says: str) -> None:
    with pytest.raises(BadTable, match=says) as caught:
        list(read(file))

    assert caught.value.row == row
