"""The table of sectors."""

from django.utils.translation import gettext_lazy as _

from content.department_sheets.placing import below_directory
from content.department_sheets.references import AGENCY
from content.models import SectorPage
from content.sheet_kinds import Named, Plain, SheetKind, Words, register
from content.sheets.columns import Code, Column, Prose
from content.sheets.references import Reference
from content.sheets.sheet import Sheet

SECTORS = register(
    SheetKind(
        name="sectors",
        heading=_("Sectors"),
        model=SectorPage,
        sheet=Sheet(
            "Ngành, lĩnh vực",
            "code",
            (
                Code(
                    name="code",
                    heading="Mã ngành",
                    required=True,
                    example="det-may",
                    note="Phần cuối địa chỉ trang",
                ),
                Column(
                    name="title",
                    heading="Tên ngành, lĩnh vực",
                    required=True,
                    aliases=("Tên ngành",),
                    width=40,
                ),
                Prose(name="summary", heading="Tóm tắt", note="Một hoặc hai câu", longest=500),
                Reference(name="agency", heading="Cơ quan phụ trách", kind=AGENCY),
            ),
        ),
        key_field="slug",
        bindings={
            "code": Plain("slug"),
            "title": Words("title_vi"),
            "summary": Words("summary_vi"),
            "agency": Named("agency", AGENCY),
        },
        parent=below_directory("content.sectorpage"),
    )
)
