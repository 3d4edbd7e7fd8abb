"""A small sheet with a column of every kind, and files made as Excel would make them."""

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from content.sheets.cells import Cell
from content.sheets.columns import Choice, Code, Column, Prose, Surrounding, Value, YesNo
from content.sheets.days import Day
from content.sheets.quantities import Area, Percent, Price, Whole
from content.sheets.references import Reference, References
from content.sheets.sentences import BadCell
from content.sheets.sheet import Sheet

PARKS = Sheet(
    "Khu công nghiệp",
    "code",
    (
        Code(name="code", heading="Mã khu", required=True, note="Không đổi sau khi đã nhập"),
        Column(name="name", heading="Tên khu công nghiệp", required=True, aliases=("Tên KCN",)),
        Area(name="total", heading="Diện tích quy hoạch (ha)"),
        Percent(name="occupancy", heading="Tỷ lệ lấp đầy (%)"),
        Whole(name="workers", heading="Số lao động (người)", unit="người"),
        Price(name="rent", heading="Giá thuê đất"),
        Day(name="as_of", heading="Số liệu đến ngày"),
        Choice(
            name="status",
            heading="Tình trạng",
            choices={"open": "Đang hoạt động", "planned": "Đang quy hoạch"},
        ),
        YesNo(name="gas", heading="Có khí đốt"),
        Reference(name="agency", heading="Cơ quan phụ trách", kind="agency"),
        References(name="sectors", heading="Ngành thu hút", kind="sector"),
        Prose(name="remarks", heading="Ghi chú"),
    ),
)
KNOWN = {
    "agency": {"skhdt": "Sở Kế hoạch và Đầu tư", "bql": "Ban Quản lý các khu công nghiệp"},
    "sector": {"det-may": "Dệt may", "co-khi": "Cơ khí, chế tạo"},
}
SHEET_PART = "xl/worksheets/sheet1.xml"


def workbook(
    *rows: Sequence[Any],
    heading: Sequence[str] = ("Mã khu", "Tên khu công nghiệp"),
    prepared: Callable[[Any], None] | None = None,
) -> BytesIO:
    """A workbook with a heading in its first row; *prepared* may change the sheet before it is saved."""
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (heading, *rows):
        page.append(list(row))
    if prepared is not None:
        prepared(page)
    file = BytesIO()
    book.save(file)
    return file


def with_part(file: BytesIO, name: str, change: Callable[[bytes], bytes]) -> BytesIO:
    """The same workbook with one part changed, or added from nothing."""
    changed = BytesIO()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as after:
        names = before.namelist()
        for part in names:
            content = before.read(part)
            after.writestr(part, change(content) if part == name else content)
        if name not in names:
            after.writestr(name, change(b""))
    return changed


def cell(value: object, **fields: Any) -> Cell:
    """The cell D17."""
    return Cell(17, 4, value, **fields)


def value_of(name: str, value: object, **fields: Any) -> Value:
    """What the sample's column *name* makes of a cell."""
    return PARKS.column(name).read(cell(value, **fields), Surrounding(known=KNOWN))


def refusal(name: str, value: object, **fields: Any) -> str:
    """The sentence with which the sample's column *name* refuses a cell."""
    found = cell(value, **fields)
    try:
        PARKS.column(name).read(found, Surrounding(known=KNOWN))
    except BadCell as error:
        return error.template % {"cell": found.name, "found": found.shown, **error.values}
    raise AssertionError(f"{value!r} was taken.")
