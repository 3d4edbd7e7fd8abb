from datetime import date, datetime
from decimal import Decimal

import pytest

from content.sheets.columns import Money
from tests.content.sheets.samples import refusal, value_of


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        ("name", "  Khu  công nghiệp   Hòa Xá ", "Khu công nghiệp Hòa Xá"),
        ("name", "Ho\u0300a Xa\u0301", "Hòa Xá"),
        ("name", 2003, "2003"),
        ("code", "Hoa-Xa", "hoa-xa"),
        ("total", 285.37, Decimal("285.37")),
        ("total", "285,37 ha", Decimal("285.37")),
        ("total", 0.1 + 0.2, Decimal("0.30")),
        ("occupancy", 72, Decimal(72)),
        ("occupancy", "72,5 %", Decimal("72.5")),
        ("workers", "12.000 người", 12000),
        ("rent", "70,5 USD", Money(Decimal("70.5"), "USD")),
        ("rent", "USD 70", Money(Decimal(70), "USD")),
        ("rent", "2,5 tỷ đồng", Money(Decimal(2_500_000_000), "VND")),
        ("rent", "450 triệu VND", Money(Decimal(450_000_000), "VND")),
        ("as_of", datetime(2024, 10, 23), date(2024, 10, 23)),  # noqa: DTZ001 - Excel knows no time zones
        ("as_of", "23/10/2024", date(2024, 10, 23)),
        ("as_of", "3-9-2024", date(2024, 9, 3)),
        ("as_of", "2024-09-03", date(2024, 9, 3)),
        ("status", "Đang hoạt động", "open"),
        ("status", "dang HOAT dong", "open"),
        ("status", "open", "open"),
        ("gas", "Có", True),
        ("gas", "KHÔNG", False),
        ("gas", True, True),
        ("gas", None, False),
        ("agency", "skhdt", "skhdt"),
        ("agency", "Sở Kế hoạch và đầu tư", "skhdt"),
        ("sectors", "det-may; co-khi", ("det-may", "co-khi")),
        ("sectors", "det-may, co-khi, det-may", ("det-may", "co-khi")),
        ("sectors", "Cơ khí, chế tạo", ("co-khi",)),
        ("sectors", None, ()),
        ("remarks", "Dòng một\r\nDòng hai", "Dòng một\nDòng hai"),
        ("total", None, None),
    ],
)
def test_a_cell_is_read_as_what_its_column_takes(name: str, value: object, meant: object) -> None:
    assert value_of(name, value) == meant


def test_money_and_percentages_are_read_as_excel_shows_them() -> None:
    assert value_of("occupancy", 0.725, number_format="0.0%") == Decimal("72.5")
    assert value_of("rent", 70.5, number_format='#,##0.## "USD"') == Money(Decimal("70.5"), "USD")
    assert value_of("rent", 70, number_format="[$VND]\\ #,##0") == Money(Decimal(70), "VND")


def test_the_result_of_a_formula_is_rounded_and_a_typed_number_is_not() -> None:
    assert value_of("occupancy", 200 / 3, is_formula=True) == Decimal("66.67")
    assert refusal("occupancy", 200 / 3).startswith("Cell D17 holds 66.6666666666667: at most 2 decimals")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("name", None, "Cell D17 is empty: “Tên khu công nghiệp” is needed."),
        ("name", date(2024, 8, 5), "Cell D17 was turned into the date 5/8/2024 by Excel"),
        ("name", "a\nb", "several lines"),
        ("name", "x" * 256, "holds 256 characters; at most 255"),
        ("name", "a\x07b", "control character"),
        ("name", "_x0007_", "control character"),
        ("code", "Hòa Xá", "Cell D17 holds “Hòa Xá”, which is no code"),
        ("total", "khoảng 285", "Cell D17 holds “khoảng 285”, which is no number"),
        ("total", "1.234", "in two ways: write 1234 or 1,2340"),
        ("total", True, "TRUE or FALSE"),
        ("total", -1, "“Diện tích quy hoạch (ha)” is at least 0"),
        ("total", 285.375, "at most 2 decimals"),
        ("total", datetime(2024, 8, 5), "is no number"),  # noqa: DTZ001 - Excel knows no time zones
        ("total", 1e300, "is no number"),
        ("occupancy", 101, "at most 100"),
        ("occupancy", 0.72, "a share or a percentage: write 72 for 72%"),
        ("workers", 12.5, "write a whole number"),
        ("rent", 70, "“70” without a currency"),
        ("rent", "70 XYZ", "without a currency"),
        ("rent", "rẻ", "is no number"),
        ("as_of", "2024", "is no date"),
        ("as_of", 45000, "is no date"),
        ("as_of", "23/10/24", "is no date"),
        ("as_of", "7/25/2025", "a day that does not exist"),
        ("as_of", "1/1/1024", "must lie between 1900 and 2199"),
        ("status", "mở", "Cell D17 holds “mở”: write one of “Đang hoạt động”, “Đang quy hoạch”."),
        ("gas", "có lẽ", "write có or không"),
        ("agency", "sở lạ", "names “sở lạ”, which is not known as a code or a name: write one of “skhdt”"),
        ("sectors", "det-may; xe", "names “xe”"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_with_what_was_found_and_expected(
    name: str, value: object, says: str
) -> None:
    assert says in refusal(name, value)


def test_errors_and_formulas_without_result_are_no_empty_cells() -> None:
    assert "Excel's error #REF!" in refusal("total", "#REF!", is_error=True)
    assert "a formula without a result" in refusal("total", None, is_formula=True)
