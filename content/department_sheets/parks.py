"""The table of industrial parks, clusters and economic zones."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from content.department_sheets.dated import DATED, DATED_BINDINGS
from content.department_sheets.placing import below_directory
from content.department_sheets.references import DESK, LAW, SECTOR
from content.models import ParkPage
from content.sheet_kinds import Chosen, Named, NamedRows, Plain, Reckoned, SheetKind, Words, register
from content.sheets.columns import Choice, Code, Column, Computed, Prose, YesNo
from content.sheets.quantities import Area, Number, Whole
from content.sheets.references import Reference, References
from content.sheets.sheet import Sheet

_CURRENCIES = {"USD": "USD", "VND": "VND"}
_BASES = {"term": "cho cả thời hạn", "year": "một năm", "month": "một tháng"}
_FIRST, _LAST = Decimal(1900), Decimal(2200)
_DECISIONS = {
    "establishment": "Quyết định thành lập (số hiệu)",
    "policy": "Quyết định chủ trương đầu tư (số hiệu)",
    "investment": "Giấy chứng nhận đăng ký đầu tư (số hiệu)",
    "planning": "Quyết định quy hoạch (số hiệu)",
    "expansion": "Quyết định mở rộng (số hiệu)",
}

_SHEET = Sheet(
    "Khu, cụm công nghiệp",
    "code",
    (
        Code(name="code", heading="Mã khu", required=True, note="Không đổi sau khi đã nhập"),
        Column(
            name="title",
            heading="Tên khu",
            required=True,
            width=38,
            aliases=("Tên khu công nghiệp", "Tên KCN"),
        ),
        Prose(name="summary", heading="Tóm tắt", note="Một hoặc hai câu", longest=1000),
        Choice(
            name="park_kind",
            heading="Loại hình",
            required=True,
            choices={"park": "Khu công nghiệp", "cluster": "Cụm công nghiệp", "zone": "Khu kinh tế"},
        ),
        Choice(
            name="status",
            heading="Tình trạng",
            choices={
                "planned": "Quy hoạch",
                "construction": "Đang xây dựng",
                "operating": "Đang hoạt động",
                "full": "Đã lấp đầy",
            },
        ),
        Column(name="developer", heading="Chủ đầu tư hạ tầng", width=34),
        Whole(name="established", heading="Năm thành lập", least=_FIRST, most=_LAST),
        Area(name="planned_area", heading="Diện tích quy hoạch (ha)"),
        Area(name="total_area", heading="Tổng diện tích (ha)"),
        Area(name="leasable_area", heading="Diện tích đất cho thuê (ha)"),
        Area(name="leased_area", heading="Diện tích đã cho thuê (ha)"),
        Computed(name="available_area", heading="Diện tích còn trống (ha)"),
        Computed(name="occupancy", heading="Tỷ lệ lấp đầy (%)"),
        Whole(name="term_from", heading="Thời hạn từ năm", least=_FIRST, most=_LAST),
        Whole(name="term_to", heading="Thời hạn đến năm", least=_FIRST, most=_LAST),
        Whole(name="term_years", heading="Số năm hoạt động", least=Decimal(1), most=Decimal(99)),
        Number(name="price_low", heading="Giá thuê đất từ (cho 1 m²)"),
        Number(name="price_high", heading="Giá thuê đất đến (cho 1 m²)"),
        Choice(name="price_currency", heading="Đơn vị tiền tệ của giá thuê", choices=_CURRENCIES),
        Choice(name="price_basis", heading="Giá thuê tính", choices=_BASES),
        Number(name="fee", heading="Phí quản lý (cho 1 m²)"),
        Choice(name="fee_currency", heading="Đơn vị tiền tệ của phí", choices=_CURRENCIES),
        Choice(name="fee_basis", heading="Phí quản lý tính", choices=_BASES),
        Number(name="power", heading="Công suất cấp điện"),
        Choice(name="power_unit", heading="Đơn vị công suất điện", choices={"MW": "MW", "MVA": "MVA"}),
        Number(name="water", heading="Cấp nước (m³/ngày)"),
        Number(name="wastewater", heading="Xử lý nước thải (m³/ngày)"),
        YesNo(name="gas", heading="Có khí đốt", may_be_unknown=True),
        YesNo(name="telecom", heading="Có viễn thông", may_be_unknown=True),
        References(name="sectors", heading="Ngành thu hút đầu tư", kind=SECTOR),
        *(References(name=role, heading=heading, kind=LAW) for role, heading in _DECISIONS.items()),
        Column(name="measured_from", heading="Khoảng cách đo từ", longest=160),
        Number(name="latitude", heading="Vĩ độ", places=5, least=Decimal(-90), most=Decimal(90)),
        Number(name="longitude", heading="Kinh độ", places=5, least=Decimal(-180), most=Decimal(180)),
        Reference(name="contact", heading="Đầu mối liên hệ", kind=DESK),
        *DATED,
    ),
)
_PLAIN = (
    *("code", "established", "planned_area", "total_area", "leasable_area", "leased_area"),
    *("term_from", "term_to", "term_years", "price_low", "price_high", "fee", "power", "water", "wastewater"),
    *("gas", "telecom", "latitude", "longitude"),
)
_CHOSEN = ("park_kind", "status", "price_currency", "price_basis", "fee_currency", "fee_basis", "power_unit")

PARKS = register(
    SheetKind(
        name="parks",
        heading=_("Industrial parks"),
        model=ParkPage,
        sheet=_SHEET,
        key_field="code",
        bindings={
            **{name: Plain(name) for name in _PLAIN},
            **{name: Chosen(name) for name in _CHOSEN},
            **{name: Words(f"{name}_vi") for name in ("title", "summary", "developer", "measured_from")},
            "available_area": Reckoned("available_area"),
            "occupancy": Reckoned("occupancy"),
            "sectors": NamedRows("sectors", "sector", SECTOR),
            **{role: NamedRows("decisions", "document", LAW, {"role": role}) for role in _DECISIONS},
            "contact": Named("contact", DESK),
            **DATED_BINDINGS,
        },
        parent=below_directory("content.parkpage"),
    )
)
