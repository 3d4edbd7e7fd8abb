"""The directory of investment incentives."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.directories import Column, Directory, Facet, register
from content.directories.description import PAGE_REFERENCE
from content.investing import incentives
from content.investing.incentives import IncentiveState
from content.investing.naming import FACET
from content.listings.columns import ADDRESS, AS_OF, NAME, contact, label_in, of, title_of, words
from content.models import IncentiveArea, IncentiveKind, IncentivePage
from content.surroundings import Record

_ORDER = {state: place for place, state in enumerate(IncentiveState)}


def _is_in(record: Record, state: str) -> bool:
    return isinstance(record.page, IncentivePage) and incentives.state_of(record.page) == state


def _by_state(record: Record) -> tuple[int, str]:
    page = record.page
    if not isinstance(page, IncentivePage):
        return len(_ORDER), ""
    return _ORDER[incentives.state_of(page)], page.code


def _sectors(incentive: IncentivePage) -> str:
    return ", ".join(filter(None, (title_of(row.sector_id) for row in incentive.sectors.all())))


def _areas(incentive: IncentivePage) -> str:
    return ", ".join(str(row.get_area_display()) for row in incentive.areas.all())


def _numbers(incentive: IncentivePage) -> str:
    return ", ".join(row.document.number for row in incentive.legal_bases.all())


register(
    Directory(
        name="incentives",
        heading=_("Investment incentives"),
        kind="content.incentivepage",
        columns=(
            Column("code", pgettext_lazy("portal", "Code"), of(IncentivePage, lambda one: one.code)),
            NAME,
            Column(
                "kind", pgettext_lazy("portal", "Kind"), of(IncentivePage, lambda one: one.get_kind_display())
            ),
            Column(
                "status",
                pgettext_lazy("portal", "Status"),
                of(IncentivePage, lambda one: str(incentives.state_of(one).label)),
            ),
            Column("sectors", pgettext_lazy("portal", "Sectors"), of(IncentivePage, _sectors)),
            Column("areas", pgettext_lazy("portal", "Areas"), of(IncentivePage, _areas)),
            Column("rate", _("Preferential rate"), of(IncentivePage, lambda one: one.rate), unit="%"),
            Column("rate_years", _("Years of this rate"), of(IncentivePage, lambda one: one.rate_years)),
            Column("exempt_years", _("Years of exemption"), of(IncentivePage, lambda one: one.exempt_years)),
            Column(
                "reduction",
                pgettext_lazy("portal", "Reduction"),
                of(IncentivePage, lambda one: one.reduction),
                unit="%",
            ),
            Column(
                "reduction_years", _("Years of reduction"), of(IncentivePage, lambda one: one.reduction_years)
            ),
            Column("legal_basis", _("Legal basis"), of(IncentivePage, _numbers)),
            Column("valid_from", _("Valid from"), of(IncentivePage, lambda one: one.valid_from)),
            Column("valid_to", _("Valid to"), of(IncentivePage, lambda one: one.valid_to)),
            Column(
                "decided_by", _("Who decides"), of(IncentivePage, lambda one: words(one.decided_by, "name"))
            ),
            Column(
                "contact",
                pgettext_lazy("portal", "Contact"),
                of(IncentivePage, lambda one: contact(one.contact)),
            ),
            AS_OF,
            ADDRESS,
        ),
        facets=(
            Facet(
                "kind",
                pgettext_lazy("portal", "Kind"),
                lambda incentive: [incentive.kind],
                label_in(IncentiveKind),
            ),
            Facet(
                FACET,
                pgettext_lazy("portal", "Sector"),
                lambda incentive: [f"{PAGE_REFERENCE}{row.sector_id}" for row in incentive.sectors.all()],
            ),
            Facet(
                "area",
                pgettext_lazy("portal", "Area"),
                lambda incentive: [row.area for row in incentive.areas.all()],
                label_in(IncentiveArea),
            ),
            Facet(
                "status",
                pgettext_lazy("portal", "Status"),
                lambda incentive: [state.value for state in incentives.possible_states(incentive)],
                label_in(IncentiveState),
                holds=_is_in,
            ),
        ),
        template="content/includes/incentive_record.html",
        order=_by_state,
    )
)
