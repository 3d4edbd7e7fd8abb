"""The directory of administrative procedures."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.directories import Column, Directory, Facet, Value, register
from content.formats import DOLLAR, DONG
from content.investing.steps import Totals, steps_of, totals
from content.listings.columns import ADDRESS, NAME, SOURCE, as_of, contact, label_in, of
from content.models import ProcedurePage, ProcedureStage
from content.surroundings import Record

_ORDER = {stage.value: place for place, stage in enumerate(ProcedureStage)}


def _total(value: Callable[[Totals], Value]) -> Callable[[Record], Value]:
    return of(ProcedurePage, lambda one: value(totals(steps_of(one))))


def _fee(found: Totals, currency: str) -> Decimal | None:
    return Decimal(0) if found.is_free else dict(found.fees).get(currency)


def _by_stage(record: Record) -> tuple[int, str]:
    page = record.page
    return (_ORDER[page.stage], page.code) if isinstance(page, ProcedurePage) else (len(_ORDER), "")


register(
    Directory(
        name="procedures",
        heading=_("Administrative procedures"),
        kind="content.procedurepage",
        columns=(
            Column("code", pgettext_lazy("portal", "Code"), of(ProcedurePage, lambda one: one.code)),
            NAME,
            Column(
                "stage",
                pgettext_lazy("portal", "Stage"),
                of(ProcedurePage, lambda one: one.get_stage_display()),
            ),
            Column("steps", pgettext_lazy("portal", "Steps"), _total(lambda all_of: all_of.count)),
            Column("days", _("Working days in all"), _total(lambda all_of: all_of.days)),
            Column("untimed", _("Steps without days"), _total(lambda all_of: all_of.untimed)),
            Column("fees_vnd", _("Fees in all"), _total(lambda all_of: _fee(all_of, DONG)), unit=DONG),
            Column("fees_usd", _("Fees in all"), _total(lambda all_of: _fee(all_of, DOLLAR)), unit=DOLLAR),
            Column("unpriced", _("Steps without a fee named"), _total(lambda all_of: all_of.unpriced)),
            Column(
                "contact",
                pgettext_lazy("portal", "Contact"),
                of(ProcedurePage, lambda one: contact(one.contact)),
            ),
            Column("checked", _("Last checked"), as_of),
            SOURCE,
            ADDRESS,
        ),
        facets=(
            Facet(
                "stage",
                pgettext_lazy("portal", "Stage"),
                lambda procedure: [procedure.stage],
                label_in(ProcedureStage),
            ),
        ),
        template="content/includes/procedure_record.html",
        order=_by_stage,
    )
)
