"""The table of projects that call for investment."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from content.department_sheets.dated import DATED, DATED_BINDINGS
from content.department_sheets.placing import below_directory
from content.department_sheets.references import DESK, LAW, PLACE, SECTOR
from content.models import ProjectPage
from content.sheet_kinds import Chosen, Named, NamedRows, Plain, SheetKind, Words, register
from content.sheets.columns import Choice, Column, Prose
from content.sheets.days import Day
from content.sheets.quantities import Area, Number, Whole
from content.sheets.references import Reference, References
from content.sheets.sheet import Sheet

CURRENCIES = {"VND": "VND", "USD": "USD"}
LARGEST_SUM = Decimal(10) ** 15

_SHEET = Sheet(
    "Dự án kêu gọi đầu tư",
    "code",
    (
        Column(name="code", heading="Mã dự án", required=True, longest=40, note="Không đổi sau khi đã nhập"),
        Column(name="title", heading="Tên dự án", required=True, width=42),
        Prose(name="summary", heading="Tóm tắt", note="Một hoặc hai câu", longest=1000),
        Choice(
            name="status",
            heading="Tình trạng",
            required=True,
            choices={
                "calling": "Đang kêu gọi",
                "appraisal": "Đang thẩm định",
                "taken": "Đã có nhà đầu tư",
                "withdrawn": "Đã rút",
            },
        ),
        Reference(name="sector", heading="Lĩnh vực", kind=SECTOR),
        Reference(name="place", heading="Địa điểm (mã)", kind=PLACE),
        Column(name="location", heading="Địa điểm thực hiện", width=30),
        Area(name="land_area", heading="Diện tích đất (ha)"),
        Column(name="site_state", heading="Hiện trạng mặt bằng", width=26),
        Prose(name="objectives", heading="Mục tiêu dự án"),
        Prose(name="scale", heading="Quy mô dự án"),
        Number(name="capital_from", heading="Tổng vốn đầu tư từ", most=LARGEST_SUM),
        Number(name="capital_to", heading="Tổng vốn đầu tư đến", most=LARGEST_SUM),
        Choice(name="currency", heading="Đơn vị tiền tệ", required=True, choices=CURRENCIES),
        Choice(
            name="form",
            heading="Hình thức đầu tư",
            required=True,
            choices={
                "foreign": "100% vốn nước ngoài",
                "joint-venture": "Liên doanh",
                "ppp": "Đối tác công tư (PPP)",
                "bcc": "Hợp đồng hợp tác kinh doanh (BCC)",
                "domestic": "Vốn trong nước",
                "any": "Mọi hình thức luật cho phép",
            },
        ),
        Whole(name="term_years", heading="Thời hạn (năm)", most=Decimal(99)),
        References(name="legal_bases", heading="Căn cứ pháp lý (số hiệu)", kind=LAW),
        Day(name="called_on", heading="Kêu gọi từ ngày"),
        Day(name="called_until", heading="Kêu gọi đến ngày"),
        Reference(name="contact", heading="Đầu mối liên hệ", kind=DESK),
        *DATED,
    ),
)
_PLAIN = ("code", "land_area", "capital_from", "capital_to", "term_years", "called_on", "called_until")
_WORDS = ("title", "summary", "location", "site_state", "objectives", "scale")

PROJECTS = register(
    SheetKind(
        name="projects",
        heading=_("Projects calling for investment"),
        model=ProjectPage,
        sheet=_SHEET,
        key_field="code",
        bindings={
            **{name: Plain(name) for name in _PLAIN},
            **{name: Words(f"{name}_vi") for name in _WORDS},
            **{name: Chosen(name) for name in ("status", "currency", "form")},
            "sector": Named("sector", SECTOR),
            "place": Named("place", PLACE),
            "legal_bases": NamedRows("legal_bases", "document", LAW),
            "contact": Named("contact", DESK),
            **DATED_BINDINGS,
        },
        parent=below_directory("content.projectpage"),
    )
)
