"""The directory of industrial parks, clusters and economic zones."""

from collections.abc import Callable, Iterator
from typing import Any

from django.template.defaultfilters import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.directories import Column, Directory, Facet, Value, register
from content.directories.description import PAGE_REFERENCE
from content.listings.cells import address, name
from content.parks import attributes
from content.parks.enums import Availability, ParkKind, ParkStatus
from content.surroundings import Record


def _value(column: str) -> Callable[[Record], Value]:
    """Return what finds a column's value, for programs: numbers and dates stay what they are."""
    return lambda record: getattr(record.page, column)


def _words(attribute: attributes.Attribute) -> Callable[[Record], Value]:
    return lambda record: attribute.words(_park(record))


def _park(record: Record) -> Any:
    return record.page


def _code(column: str) -> Callable[[Any], Iterator[str]]:
    def values(page: Any) -> Iterator[str]:
        value = getattr(page, column)
        if value:
            yield str(value)

    return values


def _sectors(page: Any) -> list[str]:
    return [f"{PAGE_REFERENCE}{row.sector_id}" for row in page.sectors.all()]


def _label(choices: Any) -> Callable[[str], str]:
    labels = dict(choices.choices)
    return lambda code: str(capfirst(labels.get(code, code)))


register(
    Directory(
        name="parks",
        heading=_("Industrial parks, clusters and economic zones"),
        kind="content.parkpage",
        columns=(
            Column("code", pgettext_lazy("portal", "Code"), _value("code")),
            Column("name", pgettext_lazy("portal", "Name"), name),
            Column("kind", attributes.KIND.heading, _words(attributes.KIND)),
            Column("status", attributes.STATUS.heading, _words(attributes.STATUS)),
            Column("developer", attributes.DEVELOPER.heading, _words(attributes.DEVELOPER)),
            Column("established", attributes.ESTABLISHED.heading, _value("established")),
            Column("planned_area", attributes.PLANNED.heading, _value("planned_area"), "ha"),
            Column("total_area", attributes.TOTAL.heading, _value("total_area"), "ha"),
            Column("leasable_area", attributes.LEASABLE.heading, _value("leasable_area"), "ha"),
            Column("leased_area", attributes.LEASED.heading, _value("leased_area"), "ha"),
            Column("available_area", attributes.AVAILABLE.heading, _value("available_area"), "ha"),
            Column("occupancy", attributes.OCCUPANCY.heading, _value("occupancy"), "%"),
            Column("term", attributes.TERM.heading, _words(attributes.TERM)),
            Column("price_low", _("Lowest land price"), _value("price_low")),
            Column("price_high", _("Highest land price"), _value("price_high")),
            Column("price", attributes.PRICE.heading, _words(attributes.PRICE)),
            Column("fee", attributes.FEE.heading, _words(attributes.FEE)),
            Column("power", attributes.POWER.heading, _words(attributes.POWER)),
            Column("water", attributes.WATER.heading, _value("water"), _("m³ a day")),
            Column("wastewater", attributes.WASTEWATER.heading, _value("wastewater"), _("m³ a day")),
            Column("gas", attributes.GAS.heading, _value("gas")),
            Column("telecom", attributes.TELECOM.heading, _value("telecom")),
            Column("sectors", attributes.SECTORS.heading, _words(attributes.SECTORS)),
            Column("as_of", attributes.AS_OF.heading, _value("as_of")),
            Column("source", attributes.SOURCE.heading, _words(attributes.SOURCE)),
            Column("address", _("Address"), address),
        ),
        facets=(
            Facet("status", attributes.STATUS.heading, _code("status"), _label(ParkStatus)),
            Facet("kind", attributes.KIND.heading, _code("park_kind"), _label(ParkKind)),
            Facet("sector", pgettext_lazy("portal", "Sector"), _sectors),
            Facet("land", attributes.AVAILABLE.heading, _code("availability"), _label(Availability)),
        ),
        template="content/includes/park_record.html",
        order=attributes.place_in_lists,
        introduction="content/includes/park_diagram.html",
        stylesheet="portal/parks.css",
    )
)
