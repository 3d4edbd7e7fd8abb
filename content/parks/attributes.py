"""What is said of a park, attribute by attribute, in the language being rendered.

Pages, records, tables and comparisons show the same words for the same value. What is not known
is an empty text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from django.template.defaultfilters import capfirst
from django.utils.translation import gettext, gettext_lazy, npgettext, pgettext, pgettext_lazy

from content import formats
from content.directories.description import Words
from content.formats import Unit
from content.models import ParkPage
from content.parks.enums import ParkKind, PriceBasis
from content.surroundings import PageCard, Record, current
from media.multilingual import localized

_PER = MappingProxyType(
    {
        PriceBasis.TERM: (Unit.SQUARE_METRE,),
        PriceBasis.YEAR: (Unit.SQUARE_METRE, Unit.YEAR),
        PriceBasis.MONTH: (Unit.SQUARE_METRE, Unit.MONTH),
    }
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute; *words* finds what a reader sees of it."""

    name: str
    heading: Words
    words: Callable[[ParkPage], str]
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Attributes that stand together on a sheet."""

    heading: Words
    attributes: tuple[Attribute, ...]


def _area(name: str) -> Callable[[ParkPage], str]:
    def words(park: ParkPage) -> str:
        value: Decimal | None = getattr(park, name)
        return "" if value is None else formats.area(value, current().language)

    return words


def _text(name: str) -> Callable[[ParkPage], str]:
    return lambda park: getattr(park, localized(name, current().language)) or ""


def _choice(name: str) -> Callable[[ParkPage], str]:
    return lambda park: str(capfirst(getattr(park, f"get_{name}_display")() or ""))


def _capacity(name: str) -> Callable[[ParkPage], str]:
    def words(park: ParkPage) -> str:
        value: Decimal | None = getattr(park, name)
        return "" if value is None else formats.rate(value, Unit.CUBIC_METRE, Unit.DAY, current().language)

    return words


def _whether(name: str) -> Callable[[ParkPage], str]:
    def words(park: ParkPage) -> str:
        value: bool | None = getattr(park, name)
        if value is None:
            return ""
        return pgettext("portal", "Yes") if value else pgettext("portal", "No")

    return words


def _available(park: ParkPage) -> str:
    if park.is_full:
        return gettext("No land left")
    return _area("available_area")(park)


def _occupancy(park: ParkPage) -> str:
    share = park.occupancy
    return "" if share is None else formats.percent(share, current().language)


def _established(park: ParkPage) -> str:
    return str(park.established or "")


def _term(park: ParkPage) -> str:
    years = _years(park)
    if park.term_from and park.term_to:
        between = pgettext("portal", "%(first)s–%(last)s") % {"first": park.term_from, "last": park.term_to}
        return f"{between} ({years})" if years else between
    return years


def _years(park: ParkPage) -> str:
    if park.term_years is None:
        return ""
    return npgettext("portal", "%(number)s year", "%(number)s years", park.term_years) % {
        "number": formats.number(park.term_years, current().language)
    }


def _price(park: ParkPage) -> str:
    ends = [one for one in (park.price_low, park.price_high) if one is not None]
    if not ends or not park.price_currency or not park.price_basis:
        return ""
    return _for_a_metre(min(ends), max(ends), park.price_currency, park.price_basis)


def _fee(park: ParkPage) -> str:
    if park.fee is None or not park.fee_currency or not park.fee_basis:
        return ""
    return _for_a_metre(park.fee, park.fee, park.fee_currency, park.fee_basis)


def _for_a_metre(low: Decimal, high: Decimal, currency: str, basis: str) -> str:
    language = current().language
    said = formats.price(low, high, currency, _PER[PriceBasis(basis)], language)
    return f"{said} ({PriceBasis(basis).label})" if basis == PriceBasis.TERM else said


def _power(park: ParkPage) -> str:
    if park.power is None:
        return ""
    return f"{formats.number(park.power, current().language)} {park.power_unit}".strip()


def _as_of(park: ParkPage) -> str:
    return formats.long_date(park.as_of, current().language) if park.as_of else ""


def sectors(park: ParkPage) -> list[PageCard]:
    """Return the permitted sectors that are public in this language."""
    site = current()
    cards = (site.card(row.sector_id) for row in park.sectors.all())
    return [card for card in cards if card]


def _sectors(park: ParkPage) -> str:
    return pgettext("portal", ", ").join(card.title for card in sectors(park))  # bare: of a card


KIND = Attribute("kind", pgettext_lazy("portal", "Kind"), _choice("park_kind"))
STATUS = Attribute("status", pgettext_lazy("portal", "Status"), _choice("status"))
DEVELOPER = Attribute("developer", gettext_lazy("Developer of the infrastructure"), _text("developer"))
ESTABLISHED = Attribute("established", pgettext_lazy("portal", "Established"), _established)
PLANNED = Attribute("planned_area", gettext_lazy("Area in the master plan"), _area("planned_area"), True)
TOTAL = Attribute("total_area", gettext_lazy("Total area"), _area("total_area"), True)
LEASABLE = Attribute("leasable_area", gettext_lazy("Leasable area"), _area("leasable_area"), True)
LEASED = Attribute("leased_area", gettext_lazy("Leased area"), _area("leased_area"), True)
AVAILABLE = Attribute("available_area", gettext_lazy("Available area"), _available, True)
OCCUPANCY = Attribute("occupancy", pgettext_lazy("portal", "Occupancy"), _occupancy, True)
TERM = Attribute("term", pgettext_lazy("portal", "Term"), _term)
PRICE = Attribute("price", gettext_lazy("Land price"), _price)
FEE = Attribute("fee", gettext_lazy("Management fee"), _fee)
POWER = Attribute("power", gettext_lazy("Power supply"), _power, True)
WATER = Attribute("water", gettext_lazy("Water supply"), _capacity("water"), True)
WASTEWATER = Attribute("wastewater", gettext_lazy("Wastewater treatment"), _capacity("wastewater"), True)
GAS = Attribute("gas", pgettext_lazy("portal", "Gas"), _whether("gas"))
TELECOM = Attribute("telecom", pgettext_lazy("portal", "Telecommunications"), _whether("telecom"))
SECTORS = Attribute("sectors", gettext_lazy("Permitted sectors"), _sectors)
AS_OF = Attribute("as_of", gettext_lazy("Figures as of"), _as_of)
SOURCE = Attribute("source", gettext_lazy("Source of the figures"), _text("figure_source"))

GROUPS = (
    Group(gettext_lazy("The park"), (KIND, STATUS, DEVELOPER, ESTABLISHED)),
    Group(pgettext_lazy("portal", "Land"), (PLANNED, TOTAL, LEASABLE, LEASED, AVAILABLE, OCCUPANCY)),
    Group(gettext_lazy("Term and prices"), (TERM, PRICE, FEE)),
    Group(gettext_lazy("Supplies"), (POWER, WATER, WASTEWATER, GAS, TELECOM)),
)
"""The sheet, in the order of the department's paper file."""

COMPARED = (*(one for group in GROUPS for one in group.attributes), SECTORS, AS_OF, SOURCE)
"""The rows of a comparison."""

BY_NAME = MappingProxyType({one.name: one for one in COMPARED})

_KINDS = (ParkKind.ZONE, ParkKind.PARK, ParkKind.CLUSTER)


def place_in_lists(record: Record) -> tuple[int, str, int]:
    """Return what sorts parks in lists: zones, parks, clusters, each by name."""
    kind = _KINDS.index(ParkKind(getattr(record.page, "park_kind", "") or ParkKind.PARK))
    return kind, record.card.title, record.card.pk  # bare: of a card
