"""The table of investment incentives. Where an incentive holds is edited on its page."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from content.department_sheets.dated import DATED, DATED_BINDINGS
from content.department_sheets.placing import below_directory
from content.department_sheets.projects import CURRENCIES, LARGEST_SUM
from content.department_sheets.references import AGENCY, DESK, LAW, SECTOR
from content.models import IncentivePage
from content.sheet_kinds import Chosen, Named, NamedRows, Plain, SheetKind, Words, register
from content.sheets.columns import Choice, Column, Prose, YesNo
from content.sheets.days import Day
from content.sheets.quantities import Number, Percent, Whole
from content.sheets.references import Reference, References
from content.sheets.sheet import Sheet

_YEARS = Decimal(99)

_SHEET = Sheet(
    "Ưu đãi đầu tư",
    "code",
    (
        Column(name="code", heading="Mã ưu đãi", required=True, longest=40, note="Không đổi sau khi đã nhập"),
        Column(name="title", heading="Tên ưu đãi", required=True, width=42),
        Prose(name="summary", heading="Tóm tắt", note="Một hoặc hai câu", longest=1000),
        Choice(
            name="kind",
            heading="Loại ưu đãi",
            required=True,
            choices={
                "income-tax": "Thuế thu nhập doanh nghiệp",
                "land-rent": "Tiền thuê đất, tiền sử dụng đất",
                "import-duty": "Thuế nhập khẩu",
                "training": "Hỗ trợ đào tạo",
                "infrastructure": "Hỗ trợ hạ tầng",
                "procedure": "Hỗ trợ thủ tục",
            },
        ),
        References(name="sectors", heading="Lĩnh vực được hưởng", kind=SECTOR),
        Number(name="least_capital", heading="Vốn tối thiểu", most=LARGEST_SUM),
        Choice(name="currency", heading="Đơn vị tiền tệ", required=True, choices=CURRENCIES),
        Whole(name="least_jobs", heading="Số lao động tối thiểu"),
        Prose(name="conditions", heading="Điều kiện"),
        Percent(name="rate", heading="Thuế suất ưu đãi (%)"),
        Whole(name="rate_years", heading="Số năm hưởng thuế suất", most=_YEARS),
        Whole(name="exempt_years", heading="Số năm miễn", most=_YEARS),
        YesNo(name="is_exempt_throughout", heading="Miễn cả thời hạn dự án"),
        Percent(name="reduction", heading="Mức giảm sau đó (%)"),
        Whole(name="reduction_years", heading="Số năm giảm", most=_YEARS),
        Number(name="support", heading="Hỗ trợ tối đa", most=LARGEST_SUM),
        References(name="legal_bases", heading="Căn cứ pháp lý (số hiệu)", kind=LAW),
        Day(name="valid_from", heading="Hiệu lực từ ngày"),
        Day(name="valid_to", heading="Hiệu lực đến ngày"),
        Reference(name="decided_by", heading="Cơ quan quyết định", kind=AGENCY),
        Reference(name="contact", heading="Đầu mối liên hệ", kind=DESK),
        *DATED,
    ),
)
_PLAIN = (
    *("code", "least_capital", "least_jobs", "rate", "rate_years", "exempt_years", "is_exempt_throughout"),
    *("reduction", "reduction_years", "support", "valid_from", "valid_to"),
)

INCENTIVES = register(
    SheetKind(
        name="incentives",
        heading=_("Investment incentives"),
        model=IncentivePage,
        sheet=_SHEET,
        key_field="code",
        bindings={
            **{name: Plain(name) for name in _PLAIN},
            **{name: Words(f"{name}_vi") for name in ("title", "summary", "conditions")},
            **{name: Chosen(name) for name in ("kind", "currency")},
            "sectors": NamedRows("sectors", "sector", SECTOR),
            "legal_bases": NamedRows("legal_bases", "document", LAW),
            "decided_by": Named("decided_by", AGENCY),
            "contact": Named("contact", DESK),
            **DATED_BINDINGS,
        },
        parent=below_directory("content.incentivepage"),
    )
)
