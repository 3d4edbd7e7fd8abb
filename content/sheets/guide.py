"""The sheet "Hướng dẫn", which explains a table to those who fill it in. Vietnamese, like the table."""

from collections.abc import Iterator
from dataclasses import dataclass

from content.sheets.sheet import Sheet

GUIDE_TITLE = "Hướng dẫn"
CHOICES_TITLE = "Danh mục"

_NOTES = (
    "Mỗi dòng là một bản ghi, nhận biết bằng cột mã.",
    "Dòng có mã đã biết sẽ sửa bản ghi đó; mã mới sẽ tạo bản ghi mới.",
    "Không đổi tên cột. Cột không có trong tệp thì giữ nguyên dữ liệu cũ; ô để trống thì xóa dữ liệu cũ.",
    "Không gộp ô, không ẩn dòng trong bảng. Công thức được lấy theo kết quả đã lưu trong tệp.",
    "Số nhập bằng chữ theo kiểu 1.234,5 hoặc 1,234.5 đều đọc được; số có thể hiểu hai cách sẽ bị từ chối.",
    "Dòng sai bị từ chối trọn dòng, kèm tên ô và lý do; các dòng đúng vẫn được nhập.",
)


@dataclass(frozen=True, slots=True)
class GuideRow:
    """A row of the guide."""

    texts: tuple[str, ...]
    is_heading: bool = False


def guide_rows(sheet: Sheet) -> Iterator[GuideRow]:
    """Yield the guide to *sheet*: general rules, then each column with its rule and note."""
    yield GuideRow((f"{GUIDE_TITLE}: {sheet.title}",))
    for number, note in enumerate(_NOTES, start=1):
        yield GuideRow((f"{number}.", "", note))
    yield GuideRow(("",))
    yield GuideRow(("Cột", "Bắt buộc", "Cách ghi", "Ghi chú"), is_heading=True)
    for column in sheet.columns:
        yield GuideRow((column.heading, "có" if column.required else "", column.rule(), column.note))
