from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest

from content.sheets import reading
from content.sheets.columns import Column, Known
from content.sheets.files import read_sheet
from content.sheets.reading import Found
from content.sheets.sentences import BadSheet
from content.sheets.sheet import Sheet
from tests.content.sheets.samples import KNOWN, PARKS, SHEET_PART, with_part, workbook

HEADING = ("Mã khu", "Tên khu công nghiệp", "Diện tích quy hoạch (ha)")


def found(file: BytesIO, known: Known = KNOWN) -> Found:
    return read_sheet(PARKS, file, known=known)


def faults(file: BytesIO) -> list[str]:
    return [str(fault) for row in found(file).bad for fault in row.faults]


def test_rows_are_read_with_their_numbers_and_empty_ones_passed_over() -> None:
    result = found(
        workbook(("hoa-xa", "Hòa Xá", 285.37), (), ("bao-minh", "Bảo Minh", None), heading=HEADING)
    )

    assert [(row.number, row.key, row.values["total"]) for row in result.rows] == [
        (2, "hoa-xa", Decimal("285.37")),
        (4, "bao-minh", None),
    ]
    assert result.bad == ()


def test_the_heading_is_found_below_the_lines_of_a_paper_form() -> None:
    rows = [("UBND TỈNH",), (), ("DANH MỤC KHU CÔNG NGHIỆP",), HEADING, ("(1)", "(2)", "(3)"), ("a", "A", 1)]

    result = found(workbook(*rows, heading=("SỞ KẾ HOẠCH VÀ ĐẦU TƯ",)))

    assert [row.number for row in result.rows] == [7]


@pytest.mark.parametrize(
    "heading",
    ["Diện tích quy hoạch (ha)", "DIEN TICH QUY HOACH (HA)", " diện tích  quy hoạch", "Dien tich\nquy hoach"],
)
def test_headings_match_whatever_their_case_accents_and_spaces(heading: str) -> None:
    (row,) = found(workbook(("a", "A", 12), heading=("ma khu", "Tên KCN", heading))).rows

    assert row.values == {"code": "a", "name": "A", "total": 12}


def test_a_heading_with_another_unit_is_another_heading_and_is_named() -> None:
    result = found(
        workbook(("1", "a", "A", 12), heading=("STT", "Mã khu", "Tên KCN", "Diện tích quy hoạch (m2)"))
    )

    (unknown,) = result.unknown
    assert str(unknown).startswith("Cell D1 has the heading “Diện tích quy hoạch (m2)”, which this table")
    assert result.names == ("code", "name")


def test_only_columns_of_the_file_are_in_the_values() -> None:
    (row,) = found(workbook(("a", "A"))).rows

    assert set(row.values) == {"code", "name"}


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        (("Mã", "Tên"), "No heading was found in the first 10 rows: one row must hold “Mã khu”"),
        (("Mã khu", "Diện tích quy hoạch (ha)"), "The column “Tên khu công nghiệp” is missing"),
        (("Mã khu", "Tên KCN", "Tên khu công nghiệp"), "stands twice, in B1 and C1"),
    ],
)
def test_a_file_without_its_columns_is_refused(heading: tuple[str, ...], says: str) -> None:
    with pytest.raises(BadSheet, match=says):
        found(workbook(("a", "A", "B"), heading=heading))


def test_a_file_without_rows_is_refused() -> None:
    with pytest.raises(BadSheet, match="a heading and no rows"):
        found(workbook())


def test_every_fault_of_a_row_is_told_and_the_other_rows_are_good() -> None:
    result = found(workbook(("Hòa Xá", None, "lớn"), ("b", "B", 2), heading=HEADING))

    assert [row.key for row in result.rows] == ["b"]
    (bad,) = result.bad
    assert (bad.number, [fault.cell for fault in bad.faults]) == (2, ["A2", "B2", "C2"])


def test_rows_with_the_same_key_are_all_refused() -> None:
    assert faults(workbook(("a", "A"), ("b", "B"), ("A", "C"))) == [
        "Cell A2 holds “a” as rows 4 do: each stands once.",
        "Cell A4 holds “A” as rows 2 do: each stands once.",
    ]


def test_a_hidden_row_is_refused_by_its_number() -> None:
    def hide(page: Any) -> None:
        page.row_dimensions[3].hidden = True

    assert faults(workbook(("a", "A"), ("b", "B"), prepared=hide)) == [
        "Row 3 is hidden: show it and check it, or delete it."
    ]


def test_rows_that_share_a_merged_cell_are_refused() -> None:
    assert [
        fault[:52]
        for fault in faults(
            workbook(("a", "A"), ("b", None), ("c", "C"), prepared=lambda page: page.merge_cells("B2:B3"))
        )
    ] == [
        "Cell B2 is merged with others (B2:B3): divide them a",
        "Cell B3 is merged with others (B2:B3): divide them a",
    ]


def test_a_merged_title_does_no_harm() -> None:
    def merge(page: Any) -> None:
        page.merge_cells("A1:E1")

    assert len(found(workbook(HEADING, ("a", "A", 1), heading=("DANH MỤC",), prepared=merge)).rows) == 1


def test_a_formula_counts_by_its_stored_result_and_without_one_is_refused() -> None:
    file = workbook(("a", "A", "=1+1"), ("b", "B", "=2+2"), heading=HEADING)
    with_result = with_part(
        file,
        SHEET_PART,
        lambda xml: xml.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(
            b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>"
        ),
    )

    result = found(with_result)

    assert [(row.key, row.values["total"]) for row in result.rows] == [("a", 2)]
    assert "Cell C3 holds a formula without a result" in str(result.bad[0].faults[0])


def test_the_style_of_a_column_decides_its_ambiguous_numbers() -> None:
    decided = found(workbook(("a", "A", "1.234"), ("b", "B", "285,37"), heading=HEADING))
    open_to_doubt = found(workbook(("a", "A", "1.234"), ("b", "B", 285.37), heading=HEADING))

    assert [row.values["total"] for row in decided.rows] == [1234, Decimal("285.37")]
    assert [row.key for row in open_to_doubt.bad] == ["a"]


def test_the_sheet_with_the_tables_name_is_read_wherever_it_stands() -> None:
    def add(page: Any) -> None:
        page.append(("x", "X"))
        named = page.parent.create_sheet("KHU CÔNG NGHIỆP")
        for row in (HEADING[:2], ("a", "A")):
            named.append(row)

    assert [row.key for row in found(workbook(prepared=add)).rows] == ["a"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv_is_read_with_or_without_a_mark_and_with_each_sign(mark: bytes, sign: str) -> None:
    text = sign.join(HEADING) + "\r\n" + sign.join(["a", '"Khu A, B; C"', '"1.234,5"']) + "\r\n"

    (row,) = found(BytesIO(mark + text.encode())).rows

    assert row.values == {"code": "a", "name": "Khu A, B; C", "total": Decimal("1234.5")}


def test_faults_in_csv_are_named_as_excel_would_name_them() -> None:
    assert faults(BytesIO("Mã khu;Tên KCN;Diện tích quy hoạch (ha)\na;A;lớn\n".encode())) == [
        "Cell C2 holds “lớn”, which is no number: write digits, such as 1234,5."
    ]


def test_more_rows_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 2)

    assert len(found(workbook(("a", "A"), ("b", "B"))).rows) == 2
    with pytest.raises(BadSheet, match="more than 2 rows"):
        found(workbook(("a", "A"), ("b", "B"), ("c", "C")))


def test_a_sheet_that_contradicts_itself_cannot_be_declared() -> None:
    with pytest.raises(ValueError, match="have the heading"):
        Sheet("A", "a", (Column(name="a", heading="Tên"), Column(name="b", heading="TEN")))
    with pytest.raises(ValueError, match="must hold c"):
        Sheet("A", "c", (Column(name="a", heading="Tên"),))
