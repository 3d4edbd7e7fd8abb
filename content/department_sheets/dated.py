"""Columns that every table of pages with figures has."""

from collections.abc import Mapping

from content.department_sheets.references import AGENCY
from content.sheet_kinds import Binding, Named, Plain, Words
from content.sheets.columns import Column
from content.sheets.days import Day
from content.sheets.references import Reference

DATED: tuple[Column, ...] = (
    Day(name="as_of", heading="Số liệu đến ngày"),
    Day(name="review_by", heading="Rà soát trước ngày", note="Quá ngày này trang ghi là số liệu chờ rà soát"),
    Column(name="figure_source", heading="Nguồn số liệu", width=35),
    Column(name="figure_url", heading="Địa chỉ nguồn (URL)", longest=200, width=30),
    Reference(name="agency", heading="Cơ quan phụ trách", kind=AGENCY),
)
DATED_BINDINGS: Mapping[str, Binding] = {
    "as_of": Plain("as_of"),
    "review_by": Plain("review_by"),
    "figure_source": Words("figure_source_vi"),
    "figure_url": Plain("figure_url"),
    "agency": Named("agency", AGENCY),
}
