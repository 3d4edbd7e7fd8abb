from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from content.sheets.columns import Money, Value
from content.sheets.files import read_sheet
from content.sheets.writing import Reported, write_csv, write_report, write_workbook
from tests.content.sheets.samples import KNOWN, PARKS, workbook

ROW: Mapping[str, Value] = {
    "code": "hoa-xa",
    "name": "=HYPERLINK(A1)",
    "total": Decimal("1285.37"),
    "occupancy": Decimal(100),
    "workers": 12000,
    "rent": Money(Decimal("70.125"), "USD"),
    "as_of": date(2024, 10, 23),
    "status": "open",
    "gas": True,
    "agency": "skhdt",
    "sectors": ("det-may", "co-khi"),
    "remarks": "Dòng một\nDòng hai",
}
ROW_OF_CENTS = {**ROW, "rent": Money(Decimal("70.12"), "USD")}
EMPTY: Mapping[str, Value] = {
    **dict.fromkeys(column.name for column in PARKS.columns),
    "code": "moi",
    "name": "Khu mới",
    "gas": False,
    "sectors": (),
}


def written(*rows: Mapping[str, Value]) -> Any:
    file = BytesIO()
    write_workbook(PARKS, rows, file, known=KNOWN)
    return load_workbook(file)


@pytest.mark.parametrize("write", [write_workbook, write_csv])
def test_what_is_written_is_read_back(write: Any) -> None:
    file = BytesIO()
    write(PARKS, [ROW_OF_CENTS, EMPTY], file)

    result = read_sheet(PARKS, file, known=KNOWN)

    assert [dict(row.values) for row in result.rows] == [ROW_OF_CENTS, EMPTY]
    assert (result.bad, result.unknown) == ((), ())


def test_numbers_are_numbers_and_dates_are_dates() -> None:
    page = written(ROW_OF_CENTS)["Khu công nghiệp"]
    cells = {heading.value: cell for heading, cell in zip(page[3], page[4], strict=True)}

    assert cells["Diện tích quy hoạch (ha)"].value == 1285.37
    assert cells["Số liệu đến ngày"].value == datetime(2024, 10, 23)  # noqa: DTZ001 - Excel knows no time zones
    assert (cells["Giá thuê đất"].value, cells["Giá thuê đất"].number_format) == (70.12, '#,##0.## "USD"')


def test_text_that_begins_as_a_formula_stays_text() -> None:
    cell = written(ROW_OF_CENTS)["Khu công nghiệp"]["B4"]
    table = BytesIO()
    write_csv(PARKS, [ROW_OF_CENTS], table)

    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=HYPERLINK(A1)", "s", True)
    assert ";'=HYPERLINK(A1);" in table.getvalue().decode("utf-8-sig")


def test_a_workbook_is_made_to_be_filled_in() -> None:
    book = written()
    page = book["Khu công nghiệp"]

    assert book.sheetnames == ["Khu công nghiệp", "Hướng dẫn", "Danh mục"]
    assert book.properties.language == "vi-VN"
    assert page.freeze_panes == "B4"
    assert page["A2"].value == "Không đổi sau khi đã nhập"
    assert {str(offered.sqref).rstrip("0123456789") for offered in page.data_validations.dataValidation} == {
        "H4:H",
        "I4:I",
        "J4:J",
    }
    assert [cell.value for cell in book["Danh mục"]["A"]] == [
        "Tình trạng",
        "Đang hoạt động",
        "Đang quy hoạch",
    ]
    explained = [row[0].value for row in book["Hướng dẫn"].iter_rows()]
    assert [column.heading for column in PARKS.columns] == explained[-len(PARKS.columns) :]


def test_a_report_holds_the_rows_as_they_were_and_can_be_read_again() -> None:
    uploaded = workbook(("a", "A", 0.725), heading=("Mã khu", "Tên KCN", "Tỷ lệ lấp đầy (%)"))
    page = load_workbook(uploaded)
    active = page.active
    assert active is not None
    active["C2"].number_format = "0.0%"
    page.save(uploaded)
    (row,) = read_sheet(PARKS, uploaded).rows
    report = BytesIO()

    write_report(PARKS, [Reported(row.cells, "Ô B2: sai.", is_refused=True)], report)

    assert [cell.value for cell in load_workbook(report).worksheets[0][4]][-1] == "Ô B2: sai."
    again = read_sheet(PARKS, report)
    assert again.unknown == ()
    assert again.rows[0].values["occupancy"] == Decimal("72.5")
