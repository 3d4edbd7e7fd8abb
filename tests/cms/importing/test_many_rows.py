"""Five hundred rows of parks and projects, thirty of them bad: the good land, the bad are named."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook
from wagtail.models import PageLogEntry, Revision

from cms.importing import operations
from cms.importing.report import Outcome, RowReport
from cms.models import User
from content.models import Agency, DirectoryPage, LegalDocument, PortalPage, SectorPage
from content.sheet_kinds import SheetKind, sheet_kind
from tests.factories import home

pytestmark = pytest.mark.django_db

GOOD_ROWS, BAD_ROWS = 235, 15
TITLE_ROW, FIRST_ROW = 2, 3
Spoilt = tuple[str, object, str, str]
"""The column that is spoilt, what stands there, the cell's column letter, and what the report says of it."""

PARK = {
    "Mã khu": "",
    "Tên khu": "",
    "Loại hình": "Khu công nghiệp",
    "Tình trạng": "Đang hoạt động",
    "Chủ đầu tư hạ tầng": "Công ty hạ tầng",
    "Diện tích quy hoạch (ha)": 300,
    "Diện tích đất cho thuê (ha)": "200,5",
    "Diện tích đã cho thuê (ha)": 100.25,
    "Giá thuê đất từ (cho 1 m²)": 70,
    "Đơn vị tiền tệ của giá thuê": "USD",
    "Giá thuê tính": "cho cả thời hạn",
    "Ngành thu hút đầu tư": "det-may",
    "Quyết định thành lập (số hiệu)": "88/QĐ-TTg",
    "Số liệu đến ngày": date(2026, 6, 30),
    "Cơ quan phụ trách": "skhdt",
}
SPOILT_PARKS: Sequence[Spoilt] = (
    ("Mã khu", "Khu mới", "A", "is no code"),
    ("Mã khu", None, "A", "is empty"),
    ("Tên khu", None, "B", "is empty"),
    ("Loại hình", "khu vui chơi", "C", "write one of"),
    ("Tình trạng", "đang nghỉ", "D", "write one of"),
    ("Diện tích quy hoạch (ha)", "ba trăm", "F", "is no number"),
    ("Diện tích quy hoạch (ha)", -5, "F", "is at least 0"),
    ("Diện tích đất cho thuê (ha)", "1.234,5,6", "G", "is no number"),
    ("Diện tích đã cho thuê (ha)", 250, "H", ""),
    ("Diện tích đã cho thuê (ha)", "=G9/2", "H", "a formula without a result"),
    ("Đơn vị tiền tệ của giá thuê", None, "J", ""),
    ("Ngành thu hút đầu tư", "det-may; vu-tru", "L", "vu-tru"),
    ("Quyết định thành lập (số hiệu)", "1/QĐ-XYZ", "M", "1/QĐ-XYZ"),
    ("Số liệu đến ngày", "31/2/2026", "N", "a day that does not exist"),
    ("Cơ quan phụ trách", "sở lạ", "O", "sở lạ"),
)
PROJECT = {
    "Mã dự án": "",
    "Tên dự án": "",
    "Tình trạng": "Đang kêu gọi",
    "Lĩnh vực": "Dệt may",
    "Diện tích đất (ha)": "12,5",
    "Tổng vốn đầu tư từ": 1_000_000,
    "Tổng vốn đầu tư đến": 2_000_000,
    "Đơn vị tiền tệ": "USD",
    "Hình thức đầu tư": "100% vốn nước ngoài",
    "Căn cứ pháp lý (số hiệu)": "88/QĐ-TTg",
    "Số liệu đến ngày": "30/6/2026",
    "Cơ quan phụ trách": "Sở Kế hoạch và Đầu tư",
}
SPOILT_PROJECTS: Sequence[Spoilt] = (
    ("Mã dự án", None, "A", "is empty"),
    ("Mã dự án", "DA-TRÙNG", "A", "each stands once"),
    ("Mã dự án", "da-trùng", "A", "each stands once"),
    ("Tên dự án", "  ", "B", "is empty"),
    ("Tên dự án", "x" * 300, "B", "300 characters"),
    ("Tình trạng", "đã xong", "C", "write one of"),
    ("Lĩnh vực", "Vũ trụ", "D", "Vũ trụ"),
    ("Diện tích đất (ha)", "12ha5", "E", "is no number"),
    ("Diện tích đất (ha)", True, "E", "TRUE or FALSE"),
    ("Tổng vốn đầu tư từ", 3_000_000, "G", ""),
    ("Tổng vốn đầu tư đến", 0.001, "G", "at most 2 decimals"),
    ("Đơn vị tiền tệ", "đồng Nhật", "H", "write one of"),
    ("Hình thức đầu tư", "", "I", "is empty"),
    ("Căn cứ pháp lý (số hiệu)", "0/XX", "J", "0/XX"),
    ("Số liệu đến ngày", None, "K", ""),
)


@pytest.fixture
def department(db: None) -> User:
    """Make what the rows name, the directories they come into, and who brings them."""
    Agency.objects.create(name_vi="Sở Kế hoạch và Đầu tư", code="skhdt")
    LegalDocument.objects.create(number="88/QĐ-TTg", name_vi="Thành lập")
    for name in ("parks", "projects", "sectors"):
        home().add_child(instance=DirectoryPage(title_vi=name, slug=name, lists=name))
    DirectoryPage.objects.get(lists="sectors").add_child(
        instance=SectorPage(title_vi="Dệt may", slug="det-may")
    )
    user: User = User.objects.create_superuser("chief", password="secret")
    return user


def rows_of(sample: dict[str, Any], spoilt: Sequence[Spoilt], rows: int) -> Iterable[list[Any]]:
    """Yield good rows, with a spoilt one among every few of them."""
    headings = list(sample)
    for number in range(rows):
        row = {**sample, headings[0]: f"ma-{number:03}", headings[1]: f"Tên số {number}"}
        if number % 16 == 5 and number // 16 < len(spoilt):
            row[spoilt[number // 16][0]] = spoilt[number // 16][1]
        yield list(row.values())


def workbook(sample: dict[str, Any], spoilt: Sequence[Spoilt], rows: int = GOOD_ROWS + BAD_ROWS) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["DANH MỤC"])
    page.append(list(sample))
    for row in rows_of(sample, spoilt, rows):
        page.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def imported(kind: SheetKind, content: bytes, person: User) -> list[RowReport]:
    return operations.import_file(
        kind=kind,
        content=content,
        file_name="bang.xlsx",
        person=person,
        publishes=False,
        tell=lambda *_: None,
    )


@pytest.mark.parametrize(
    ("name", "sample", "spoilt"),
    [("parks", PARK, SPOILT_PARKS), ("projects", PROJECT, SPOILT_PROJECTS)],
)
def test_the_good_rows_land_the_bad_are_named_and_a_repeated_import_changes_nothing(
    department: User, name: str, sample: dict[str, Any], spoilt: Sequence[Spoilt]
) -> None:
    kind, content = sheet_kind(name), workbook(sample, spoilt)

    report = imported(kind, content, department)

    refused = [row for row in report if row.outcome is Outcome.REFUSED]
    landed = [row for row in report if row.landed]
    assert (len(report), len(landed), len(refused)) == (GOOD_ROWS + BAD_ROWS, GOOD_ROWS, BAD_ROWS)
    for place, (row, (_heading, _value, column, says)) in enumerate(zip(refused, spoilt, strict=True)):
        number = FIRST_ROW + place * 16 + 5
        assert row.number == number
        assert f"{column}{number}" in {reason.cell for reason in row.reasons}, str(row.reasons)
        assert says in " ".join(reason.template % reason.values for reason in row.reasons)
    # Nothing is half imported: as many pages as good rows, each with one revision that holds its whole row.
    kept = Revision.objects.page_revisions().filter(content_type__model=kind.model._meta.model_name)
    assert (kind.model.objects.count(), kept.count()) == (GOOD_ROWS, GOOD_ROWS)
    before = (Revision.objects.count(), PageLogEntry.objects.count(), PortalPage.objects.count())

    again = imported(kind, content, department)

    assert [row.outcome is Outcome.UNCHANGED for row in again] == [row.landed for row in report]
    assert (Revision.objects.count(), PageLogEntry.objects.count(), PortalPage.objects.count()) == before


@pytest.mark.parametrize("name", ["parks", "projects"])
def test_what_is_exported_is_unchanged_when_it_comes_back(department: User, name: str) -> None:
    kind = sheet_kind(name)
    imported(kind, workbook(PARK if name == "parks" else PROJECT, (), rows=10), department)

    for as_csv in (False, True):
        file = BytesIO()
        operations.export(kind=kind, file=file, as_csv=as_csv)
        report = operations.plan_file(kind=kind, content=file.getvalue(), person=department)

        assert [row.outcome for row in report] == [Outcome.UNCHANGED] * 10
